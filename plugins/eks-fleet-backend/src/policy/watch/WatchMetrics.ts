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

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What watching tells of itself. */
export class WatchMetrics {
  readonly #hints;
  readonly #rounds;

  constructor(
    metrics: MetricsService,
    counts: () => { watching: number; waiting: number },
  ) {
    this.#hints = metrics.createCounter('eks_fleet.policies.watch.hints', {
      description: 'Reads of policy reports that a watch has brought forward',
      unit: '{read}',
    });
    this.#rounds = metrics.createCounter<{ result: string }>(
      'eks_fleet.policies.watch.rounds',
      {
        description: 'Watches of a cluster that are over, by how they ended',
        unit: '{watch}',
      },
    );
    metrics
      .createObservableGauge<{ state: string }>('eks_fleet.policies.watches', {
        description:
          'Clusters whose policy reports this process watches, or tries to',
        unit: '{cluster}',
      })
      .addCallback(result => {
        for (const [state, count] of Object.entries(counts())) {
          result.observe(count, { state });
        }
      });
  }

  hinted(): void {
    this.#hints.add(1);
  }

  ended(result: 'ended' | ObservationErrorCode): void {
    this.#rounds.add(1, { result });
  }
}
