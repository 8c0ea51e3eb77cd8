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

import type {
  ExceptionRequest,
  ExceptionRequestCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import { clusterPlace } from '../../lib/policyText';
import { EntityName } from '../EntityName';
import { Moment } from '../Moment';
import styles from './ExceptionRequestsPage.module.css';

/** On how many of its clusters it is in force, and since when on each. */
export function RequestClusters(props: { request: ExceptionRequest }) {
  const { clusters, inForceOn } = props.request;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  return (
    <>
      <p className={styles.message}>
        {t('exceptionRequests.inForceOn', {
          seen: `${inForceOn}`,
          clusters: t('exceptionRequests.clusters', { count: clusters.length }),
        })}
      </p>
      <ul className={styles.list}>
        {clusters.map(each => (
          <li key={each.cluster.arn}>
            <EntityName
              name={each.cluster.name}
              href={clusterPath(each.cluster.entityRef, 'policy')}
            />{' '}
            <span className={styles.about}>
              {clusterPlace(each.cluster)} · <Seen cluster={each} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Since when it is in force on a cluster, or gone from it. */
function Seen(props: { cluster: ExceptionRequestCluster }) {
  const { goneAt, inForceAt } = props.cluster;
  const t = useTranslation();
  if (goneAt) {
    return (
      <>{t('exceptionRequests.wentAway', { time: <Moment time={goneAt} /> })}</>
    );
  }
  return (
    <>
      {inForceAt
        ? t('exceptionRequests.seen', { time: <Moment time={inForceAt} /> })
        : t('exceptionRequests.notYet')}
    </>
  );
}
