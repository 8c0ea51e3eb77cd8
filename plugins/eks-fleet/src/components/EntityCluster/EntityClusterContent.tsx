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

import { Skeleton } from '@backstage/ui';
import { useEntityCluster } from '../../hooks/useEntityCluster';
import { ClusterFacts } from './ClusterFacts';
import { ClusterLinks } from './ClusterLinks';
import { ClusterNotices } from './ClusterNotices';
import { ClusterQueryView } from './ClusterQueryView';
import { RefreshClusterButton } from './RefreshClusterButton';
import { SupportCalendarCard } from './SupportCalendarCard';
import styles from './EntityCluster.module.css';

/** All that is known of the cluster of an entity page. */
export function EntityClusterContent() {
  const query = useEntityCluster();
  return (
    <ClusterQueryView
      query={query}
      skeleton={
        <div className={styles.content}>
          <Skeleton height={340} />
          <Skeleton height={200} />
        </div>
      }
    >
      {cluster => (
        <>
          <ClusterNotices cluster={cluster} />
          <div className={styles.content}>
            <ClusterFacts
              cluster={cluster}
              full
              actions={<RefreshClusterButton cluster={cluster} />}
            />
            <div className={styles.column}>
              <SupportCalendarCard cluster={cluster} />
              <ClusterLinks cluster={cluster} />
            </div>
          </div>
        </>
      )}
    </ClusterQueryView>
  );
}
