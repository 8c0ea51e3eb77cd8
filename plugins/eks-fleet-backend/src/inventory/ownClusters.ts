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

import type { VersionStore } from '../versions/types';
import type { ClusterRecord, ClusterStore } from './types';

const PAGE = 500;

/** The clusters that our own discovery found, by name. */
export async function ownClusters(
  clusters: Pick<ClusterStore, 'list'>,
  versions: Pick<VersionStore, 'calendar'>,
  now: Date,
): Promise<ClusterRecord[]> {
  const selection = {
    scope: 'all' as const,
    filters: [[{ facet: 'origin' as const, values: ['eks-fleet'] }]],
    calendar: await versions.calendar(),
    now,
  };
  const found: ClusterRecord[] = [];
  let after;
  let hasMore = true;
  while (hasMore) {
    const page = await clusters.list(selection, {
      order: { field: 'name', direction: 'asc' },
      limit: PAGE,
      after,
    });
    found.push(...page.clusters);
    after = page.last;
    hasMore = page.hasMore;
  }
  return found;
}
