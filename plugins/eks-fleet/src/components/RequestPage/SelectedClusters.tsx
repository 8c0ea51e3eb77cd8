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

import type { RequestCluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useTranslation } from '../../hooks/useTranslation';
import { EntityName } from '../EntityName';
import styles from './RequestPage.module.css';

const MOST_SHOWN = 5;

/** What an environment came to: where something runs, or is to run. */
export function SelectedClusters(props: {
  clusters: RequestCluster[];
  environment: string;
}) {
  const { clusters, environment } = props;
  const t = useTranslation();
  const entityPath = useEntityPath();
  const words = { count: clusters.length, environment };
  return (
    <details className={styles.more} open={clusters.length <= MOST_SHOWN}>
      <summary>
        {t(
          clusters.length === 0 ? 'request.selectedNone' : 'request.selected',
          words,
        )}
      </summary>
      <ul className={styles.list}>
        {clusters.map(({ accountId, accountName, entityRef, name, region }) => (
          <li key={`${accountId}/${region}/${name}`}>
            <EntityName
              name={[name, accountName ?? accountId, region].join(' · ')}
              href={entityRef && entityPath(entityRef)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
