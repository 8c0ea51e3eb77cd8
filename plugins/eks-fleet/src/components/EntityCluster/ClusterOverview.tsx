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

import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ClusterRolloutCard } from '../ClusterRolloutCard';
import { ClusterFacts } from './ClusterFacts';
import { ClusterLinks } from './ClusterLinks';
import { NextStepCard } from './NextStepCard';
import { SupportCalendarCard } from './SupportCalendarCard';
import styles from './EntityCluster.module.css';

/** A cluster's facts, support and links, and what comes next. */
export function ClusterOverview(props: { cluster: Cluster; revision: number }) {
  const { cluster, revision } = props;
  return (
    <div className={styles.content}>
      <ClusterFacts cluster={cluster} full />
      <div className={styles.column}>
        {cluster.origin !== 'foreign' && (
          <>
            <NextStepCard revision={revision} />
            <ClusterRolloutCard cluster={cluster} revision={revision} />
          </>
        )}
        <SupportCalendarCard cluster={cluster} />
        <ClusterLinks cluster={cluster} />
      </div>
    </div>
  );
}
