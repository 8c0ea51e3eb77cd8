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

import type { ClusterFileMatch } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What `eksFleet.policies.watch` says, checked. */
export interface WatchConfig {
  /** Clusters that fit one of them are watched; none where there are none. */
  clusters: ClusterFileMatch[];
  /** How many clusters this process watches at once. */
  maxClusters: number;
  /** How often changes of one cluster are read at most. */
  atMostEverySeconds: number;
}

/** Whose turn it is to watch which cluster. */
export interface WatchLeases {
  /**
   * Keeps what `owner` holds of these clusters, takes what nobody holds, and
   * gives up the rest.
   *
   * @returns ARNs that are held until `now` and `leaseSeconds`
   */
  hold(request: {
    owner: string;
    arns: string[];
    now: Date;
    leaseSeconds: number;
    /** How many at most. */
    limit: number;
  }): Promise<Set<string>>;
  /** Gives up all that `owner` holds. */
  release(owner: string): Promise<void>;
}
