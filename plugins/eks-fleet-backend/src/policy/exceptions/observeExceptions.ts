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
import type { ExceptionStates } from './store/DatabaseWaitingExceptions';

/** Tells how many requests for exceptions there are, and what they wait for. */
export function observeExceptions(
  metrics: MetricsService,
  store: ExceptionStates,
  now: () => Date,
): void {
  metrics
    .createObservableGauge<{ state: string }>('eks_fleet.exceptions', {
      description: 'Requests for exceptions from policies by state',
      unit: '{request}',
    })
    .addCallback(async result => {
      for (const { count, state } of await store.states()) {
        result.observe(count, { state });
      }
    });
  metrics
    .createObservableGauge<{ reason: string }>('eks_fleet.exceptions.waiting', {
      description: 'Requests for exceptions by what they wait for',
      unit: '{request}',
    })
    .addCallback(async result => {
      for (const { count, reason } of await store.waiting()) {
        result.observe(count, { reason });
      }
    });
  metrics
    .createObservableGauge<{ reason: string }>(
      'eks_fleet.exceptions.oldest_wait',
      {
        description:
          'How long the request waits that waits the longest, by what for',
        unit: 's',
      },
    )
    .addCallback(async result => {
      for (const { reason, since } of await store.waiting()) {
        const seconds = (now().getTime() - Date.parse(since)) / 1000;
        result.observe(Math.max(0, seconds), { reason });
      }
    });
}
