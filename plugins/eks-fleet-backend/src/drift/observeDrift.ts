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
import type { DriftStore } from './types';

/** How many clusters are as Git says, and how many are not. */
export function observeDrift(
  metrics: MetricsService,
  drifts: Pick<DriftStore, 'counts'>,
): void {
  metrics
    .createObservableGauge<{ state: string }>('eks_fleet.drift.clusters', {
      description: 'Clusters by how they compare with what Git says',
      unit: '{cluster}',
    })
    .addCallback(async result => {
      (await drifts.counts()).forEach((count, state) =>
        result.observe(count, { state }),
      );
    });
}
