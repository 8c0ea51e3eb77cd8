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

import type { Track } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { DurationSample, Estimate } from './types';

/** How long hops take, as long as nobody has seen enough of them. */
export const ASSUMED_DURATIONS: Record<Track['kind'], Estimate> = {
  controlPlane: { p50: 12 * 60, p90: 25 * 60 },
  addon: { p50: 3 * 60, p90: 10 * 60 },
  nodegroup: { p50: 6 * 60, p90: 15 * 60 },
};

/** What each batch of nodes adds to a node group. */
export const ASSUMED_BATCH: Estimate = { p50: 3 * 60, p90: 8 * 60 };

/** So many of a kind, and they are believed. */
export const ENOUGH_SAMPLES = 5;

/** How long hops take, of what was measured or else assumed. */
export class Durations {
  readonly #seconds = new Map<Track['kind'], number[]>();

  constructor(samples: DurationSample[]) {
    for (const { kind, seconds, nodes } of samples) {
      // A node group is as long as it has nodes; one without any says nothing.
      const value = kind === 'nodegroup' ? seconds / (nodes ?? 0) : seconds;
      if (Number.isFinite(value) && value >= 0) {
        const values = this.#seconds.get(kind) ?? [];
        this.#seconds.set(kind, values);
        values.push(value);
      }
    }
    for (const values of this.#seconds.values()) {
      values.sort((a, b) => a - b);
    }
  }

  /** How many samples of a kind there are; fewer than enough count as none. */
  measured(kind: Track['kind']): number {
    const count = this.#seconds.get(kind)?.length ?? 0;
    return count < ENOUGH_SAMPLES ? 0 : count;
  }

  of(
    kind: Track['kind'],
    { nodes = 1, batches = nodes }: { nodes?: number; batches?: number } = {},
  ): Estimate {
    if (this.measured(kind) > 0) {
      const times = kind === 'nodegroup' ? Math.max(nodes, 1) : 1;
      return {
        p50: this.#quantile(kind, 0.5) * times,
        p90: this.#quantile(kind, 0.9) * times,
      };
    }
    const { p50, p90 } = ASSUMED_DURATIONS[kind];
    return kind === 'nodegroup'
      ? {
          p50: p50 + ASSUMED_BATCH.p50 * batches,
          p90: p90 + ASSUMED_BATCH.p90 * batches,
        }
      : { p50, p90 };
  }

  #quantile(kind: Track['kind'], share: number): number {
    const values = this.#seconds.get(kind)!;
    return values[Math.max(Math.ceil(share * values.length), 1) - 1];
  }
}
