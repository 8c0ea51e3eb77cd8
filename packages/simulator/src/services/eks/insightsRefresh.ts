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

import type { Operation } from '../../aws/types';
import { refreshEnd } from '../../model/insightsOf';
import type { Cluster } from '../../model/types';
import { partNotFound } from './errors';
import { clusterArn, requestedCluster } from './requestedCluster';
import { epochSeconds } from './times';

export const startInsightsRefresh: Operation = {
  action: 'eks:StartInsightsRefresh',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const now = context.clock.now();
    if (isRunning(cluster, now)) {
      return {
        message: 'An insights refresh is already in progress.',
        status: 'IN_PROGRESS',
      };
    }
    cluster.insightsRefreshStartedAt = now;
    return { message: 'Insights refresh has started.', status: 'IN_PROGRESS' };
  },
};

export const describeInsightsRefresh: Operation = {
  action: 'eks:DescribeInsightsRefresh',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const startedAt = cluster.insightsRefreshStartedAt;
    const endedAt = refreshEnd(cluster);
    if (!startedAt || !endedAt) {
      throw partNotFound(
        `No insights refresh found for cluster: ${cluster.name}.`,
        { clusterName: cluster.name },
      );
    }
    if (isRunning(cluster, context.clock.now())) {
      return {
        message: 'Insights refresh is in progress.',
        status: 'IN_PROGRESS',
        startedAt: epochSeconds(startedAt),
      };
    }
    return {
      message: 'Insights refresh completed successfully.',
      status: 'COMPLETED',
      startedAt: epochSeconds(startedAt),
      endedAt: epochSeconds(endedAt),
    };
  },
};

function isRunning(cluster: Cluster, now: Date): boolean {
  const end = refreshEnd(cluster);
  return end !== undefined && end > now;
}
