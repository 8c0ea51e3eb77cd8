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
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What alarms say of clusters that a rollout has changed. */
export interface AlarmVerdict {
  /**
   * `quiet` lets the bake clock run; `hold` and `unknown` stand it still;
   * `pause` needs a person.
   */
  state: 'quiet' | 'hold' | 'pause' | 'unknown';
  /** One sentence, naming the alarm and the cluster, or the source that cannot be read. */
  message: string;
  /** The earliest time at which a hold ends by itself, ISO 8601. */
  until?: string;
  alerts: Array<{ fingerprint: string; name: string; arn: string }>;
}

/** Asked by rollouts: for the bake, before a cell starts, and by the gate `alarms`. */
export interface AlarmWatch {
  check(
    clusters: RolloutCluster[],
    rules: RolloutStrategy['alarms'],
    now: Date,
  ): Promise<AlarmVerdict>;
}
