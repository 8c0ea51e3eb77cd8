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

import type { AlarmSpec } from '../model/alarms';
import type { ClusterSpec } from '../model/types';
import type { Past } from './demoStory/types';

/** Alarms that are not as they should be, by the name of their cluster. */
const TROUBLES: Record<string, (past: Past) => Partial<AlarmSpec>> = {
  'batch-legacy': past => ({
    state: 'ALARM',
    reason:
      'Threshold Crossed: 3 datapoints [1.0, 1.0, 2.0] were greater than or equal to the threshold (1.0).',
    since: past.hoursAgo(3),
  }),
  'search-us': past => ({
    state: 'INSUFFICIENT_DATA',
    since: past.daysAgo(12),
  }),
};

/** One on the nodes of each production cluster, tagged with the cluster's ARN. */
export function demoAlarms(
  accountId: string,
  clusters: ClusterSpec[] = [],
  past: Past,
): AlarmSpec[] {
  return clusters
    .filter(({ tags }) => tags?.environment === 'prod')
    .map(({ name, region }) => ({
      name: `eks-${name}-failed-nodes`,
      region,
      description: `Nodes of ${name} fail`,
      dimensions: { ClusterName: name },
      tags: { cluster: `arn:aws:eks:${region}:${accountId}:cluster/${name}` },
      since: past.daysAgo(30),
      ...TROUBLES[name]?.(past),
    }));
}
