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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { stringify } from 'yaml';

/** In the order in which a person would write it. */
const ORDER: readonly string[] = [
  'name',
  'title',
  'description',
  'cellBy',
  'type',
  'match',
  'then',
  'environments',
  'labels',
  'accounts',
  'regions',
  'clusters',
  'size',
  'splitBy',
  'production',
  'days',
  'from',
  'to',
  'timeZone',
  'waves',
  'bake',
  'first',
  'floor',
  'minimumSamples',
  'concurrency',
  'failureBudget',
  'rolloutFailureBudget',
  'retries',
  'nodes',
  'pullRequests',
  'before',
  'after',
  'windows',
  'freezes',
  'alarms',
  'rules',
  'quiet',
  'pauseAfter',
  'with',
];

/** Keys whose values belong to somebody else and stay as they are. */
const FOREIGN: readonly string[] = ['labels', 'with'];

/** YAML that {@link parseStrategy} reads back as the same strategy. */
export function strategyToYaml(strategy: RolloutStrategy): string {
  return stringify(inOrder(strategy), { lineWidth: 80 });
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([key, item]) => [
        key,
        FOREIGN.includes(key) ? item : inOrder(item),
      ]),
  );
}

function placeOf(key: string): number {
  const place = ORDER.indexOf(key);
  return place < 0 ? ORDER.length : place;
}
