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

import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { ObservationStore } from './store/types';

/** `lost`: somebody else had taken the row over. */
export type CollectionResult = 'success' | 'lost' | ObservationErrorCode;

/** What collecting tells of itself. */
export class CollectionMetrics {
  readonly #collections;
  readonly #duration;

  constructor(
    metrics: MetricsService,
    store: Pick<ObservationStore, 'states' | 'counts'>,
    now: () => Date = () => new Date(),
  ) {
    this.#collections = metrics.createCounter<{ kind: string; result: string }>(
      'eks_fleet.collections',
      {
        description: 'Collections of one kind of one cluster by result',
        unit: '{collection}',
      },
    );
    this.#duration = metrics.createHistogram<{ kind: string; result: string }>(
      'eks_fleet.collections.duration',
      { description: 'Time that a collection took', unit: 's' },
    );
    metrics
      .createObservableGauge<{ kind: string }>(
        'eks_fleet.observations.oldest_age',
        { description: 'Age of the oldest good observation', unit: 's' },
      )
      .addCallback(async result => {
        for (const state of await store.states(now())) {
          const { kind, oldestObservedAt } = state;
          if (oldestObservedAt) {
            const age = now().getTime() - Date.parse(oldestObservedAt);
            result.observe(age / 1000, { kind });
          }
        }
      });
    metrics
      .createObservableGauge<{ kind: string }>('eks_fleet.observations.due', {
        description: 'Observations that wait for their collector',
        unit: '{observation}',
      })
      .addCallback(async result => {
        for (const { kind, due } of await store.states(now())) {
          result.observe(due, { kind });
        }
      });
    metrics
      .createObservableGauge<{ kind: string; state: string }>(
        'eks_fleet.observations',
        {
          description:
            'Observations by kind, and by what they are: fresh, stale, pending, or why they failed',
          unit: '{observation}',
        },
      )
      .addCallback(async result => {
        for (const { count, kind, state } of await store.counts(now())) {
          result.observe(count, { kind, state });
        }
      });
  }

  record(kind: string, result: CollectionResult, milliseconds: number): void {
    this.#collections.add(1, { kind, result });
    this.#duration.record(milliseconds / 1000, { kind, result });
  }
}
