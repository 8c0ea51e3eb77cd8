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

import { Text } from '@backstage/ui';
import type { BlockedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import { ownerText } from '../../lib/readinessReport';
import { subjectText } from '../../lib/subjectText';
import { Age } from '../Age';
import { DataTable } from '../DataTable';
import { EntityName } from '../EntityName';
import styles from './CausePanel.module.css';

/** The clusters that a cause hits. */
export function CauseHits(props: { hits: BlockedCluster[]; target: string }) {
  const { hits, target } = props;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  const title = t('cause.hits', { count: hits.length });
  return (
    <section className={styles.section}>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      <DataTable label={title}>
        <thead>
          <tr>
            <th scope="col">{t('cause.cluster')}</th>
            <th scope="col">{t('cause.subject')}</th>
            <th scope="col">{t('clusterReadiness.owner')}</th>
            <th scope="col">{t('clusterReadiness.since')}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map(hit => (
            <tr key={`${hit.entityRef} ${subjectText(hit.subject)}`}>
              <th scope="row">
                <EntityName
                  name={hit.name}
                  href={clusterPath(
                    hit.entityRef,
                    'readiness',
                    target === 'next' ? undefined : { target },
                  )}
                />
                <span className={styles.where}>
                  {[hit.environment, hit.accountId, hit.region]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </th>
              <td>
                {subjectText(hit.subject)}
                {hit.waived && (
                  <span className={styles.where}>{t('cause.waived')}</span>
                )}
              </td>
              <td>{ownerText(t, hit.owner)}</td>
              <td>
                <Age time={hit.since} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
