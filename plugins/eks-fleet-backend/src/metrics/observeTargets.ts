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
import { targetState } from '../targets/targetState';
import type { TargetStore } from '../targets/types';

/** How many targets are in which state, and how old the oldest good answer is. */
export function observeTargets(
  metrics: MetricsService,
  targets: TargetStore,
): void {
  metrics
    .createObservableGauge<{ state: string }>('eks_fleet.targets', {
      description: 'Targets of discovery by state',
      unit: '{target}',
    })
    .addCallback(async result => {
      const now = new Date();
      const counts = new Map<string, number>();
      for (const target of await targets.list()) {
        const state = targetState(target, now);
        counts.set(state, (counts.get(state) ?? 0) + 1);
      }
      counts.forEach((count, state) => result.observe(count, { state }));
    });

  metrics
    .createObservableGauge('eks_fleet.targets.oldest_success_age', {
      description:
        'Age of the oldest last success among targets that discovery reads',
      unit: 's',
    })
    .addCallback(async result => {
      const times = (await targets.list())
        .filter(target => target.lastSuccessAt && !target.unmanagedSince)
        .map(target => Date.parse(target.lastSuccessAt));
      if (times.length) {
        result.observe((Date.now() - Math.min(...times)) / 1000);
      }
    });
}
