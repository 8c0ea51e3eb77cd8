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

import { memo } from 'react';
import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import styles from './RolloutWizard.module.css';

/** A cluster that fits; without its tick it stays out. */
export const SelectedCluster = memo(Selected);

function Selected(props: {
  cluster: Cluster;
  exclude: string[];
  onChange: (exclude: string[]) => void;
}) {
  const { cluster, exclude, onChange } = props;
  const { arn, environment, name, owner, region, version } = cluster;
  const t = useTranslation();
  const out = arn === undefined || exclude.includes(arn);
  return (
    <li>
      <label className={styles.cluster} data-out={out || undefined}>
        <input
          type="checkbox"
          checked={!out}
          disabled={arn === undefined}
          aria-label={t('wizard.take', { name })}
          onChange={() =>
            arn &&
            onChange(
              out ? exclude.filter(one => one !== arn) : [...exclude, arn],
            )
          }
        />
        <span>{name}</span>
        <span className={styles.about}>{version ?? '–'}</span>
        <span className={styles.about} data-wide>
          {[environment, region].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.about} data-wide>
          {owner && entityTitle(owner)}
        </span>
      </label>
    </li>
  );
}
