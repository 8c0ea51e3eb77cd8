/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Fragment, type ReactNode } from 'react';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { Panel } from '../Panel';
import styles from './BillOfMaterialsTab.module.css';

/** How the control plane is set up. */
export function SettingsPanel(props: { controlPlane: ControlPlaneDocument }) {
  const { controlPlane } = props;
  const t = useTranslation();
  const onOff = (value: boolean | undefined) =>
    value === undefined ? undefined : t(value ? 'bom.on' : 'bom.off');
  const facts: [string, ReactNode][] = [
    [
      t('bom.endpoint'),
      [
        controlPlane.endpointPublicAccess &&
          [t('bom.endpointPublic'), ...controlPlane.publicAccessCidrs].join(
            ' ',
          ),
        controlPlane.endpointPrivateAccess && t('bom.endpointPrivate'),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [
      t('bom.encryption'),
      controlPlane.secretsKeyArn ?? t('bom.encryptionNone'),
    ],
    [
      t('bom.logging'),
      controlPlane.logTypes.join(', ') || t('bom.loggingNone'),
    ],
    [t('bom.authentication'), controlPlane.authenticationMode],
    [t('bom.ipFamily'), controlPlane.ipFamily],
    [
      t('bom.autoMode'),
      [onOff(controlPlane.autoMode), ...controlPlane.autoModeNodePools].join(
        ' ',
      ),
    ],
    [t('bom.zonalShift'), onOff(controlPlane.zonalShift)],
    [t('bom.deletionProtection'), onOff(controlPlane.deletionProtection)],
  ];
  return (
    <Panel title={t('bom.settings')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
    </Panel>
  );
}
