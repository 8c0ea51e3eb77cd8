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

import type { Outlier } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Fewer clusters than these have no habit. */
const FEWEST_CLUSTERS = 5;
/** Share of clusters from which something is usual. */
const USUAL_SHARE = 0.6;

/**
 * What most clusters of one Kubernetes version have: a cluster that has
 * something else may be right, but somebody should know.
 */
export class UsualVersions {
  /** Part → what it is → how many clusters have that. */
  readonly #counts = new Map<string, Map<string, number>>();

  /** Counts what one cluster has; a part counts once a cluster. */
  add(parts: Map<string, string>): void {
    for (const [part, value] of parts) {
      const counts = this.#counts.get(part) ?? new Map<string, number>();
      counts.set(value, (counts.get(value) ?? 0) + 1);
      this.#counts.set(part, counts);
    }
  }

  /** How a cluster differs; `undefined` where it does not, or nothing is usual. */
  outlier(part: string, value: string | undefined): Outlier | undefined {
    const counts = this.#counts.get(part);
    if (!counts || value === undefined) {
      return undefined;
    }
    const clusters = [...counts.values()].reduce((sum, one) => sum + one, 0);
    const [usual, most] = [...counts].reduce((best, one) =>
      one[1] > best[1] ? one : best,
    );
    const share = most / clusters;
    return clusters >= FEWEST_CLUSTERS &&
      share >= USUAL_SHARE &&
      usual !== value
      ? { usual, share: Math.round(share * 100) / 100, clusters }
      : undefined;
  }
}
