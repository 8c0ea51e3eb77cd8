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

import type { ClusterRecord } from './types';

/**
 * Settles which cluster an ARN means: one of ours, and of several of ours the
 * first by entity reference. All others of that ARN become foreign and name
 * the one that won. An entity reference that comes twice is kept once.
 */
export function resolveConflicts(clusters: ClusterRecord[]): ClusterRecord[] {
  const byRef = new Map(clusters.map(item => [item.entityRef, item]));
  const sorted = [...byRef.values()].sort((a, b) =>
    a.entityRef < b.entityRef ? -1 : 1,
  );
  const winners = new Map<string, string>();
  for (const { origin, arn, entityRef } of sorted) {
    if (origin === 'eks-fleet' && !winners.has(arn)) {
      winners.set(arn, entityRef);
    }
  }
  return sorted.map(cluster => {
    const winner = winners.get(cluster.arn);
    return winner === undefined || winner === cluster.entityRef
      ? cluster
      : {
          ...cluster,
          origin: 'foreign',
          provider: '',
          partition: '',
          version: '',
          platformVersion: '',
          status: '',
          supportType: '',
          conflictsWith: winner,
        };
  });
}
