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

import { Fragment } from 'react';
import { RiGitBranchLine } from '@remixicon/react';
import type { BillOfMaterialsPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { outlierText } from '../../lib/billOfMaterials';
import { ObservationCell } from '../ObservationCell';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import styles from './BillOfMaterialsTab.module.css';

/** How the cluster is set up. */
export function SettingsPanel(props: { settings: BillOfMaterialsPart[] }) {
  const { settings } = props;
  const t = useTranslation();
  return (
    <Panel
      title={t('bom.settings')}
      actions={<ObservationCell observation={settings[0].observation} />}
    >
      <dl className={styles.facts}>
        {settings.map(({ name, version, detail, outlier }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {[version, detail].filter(Boolean).join(' · ') || '–'}{' '}
              {outlier && (
                <StateBadge
                  look={{ icon: RiGitBranchLine, tone: 'info' }}
                  title={outlierText(outlier, t)}
                >
                  {t('bom.outlier')}
                </StateBadge>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  );
}
