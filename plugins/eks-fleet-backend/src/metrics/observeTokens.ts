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
import type { IngestTokenStore } from '../ingest/tokens/types';

/** How many tokens of clusters are valid, and how many of them end soon. */
export function observeTokens(
  metrics: MetricsService,
  tokens: Pick<IngestTokenStore, 'countValid'>,
  now: () => Date,
): void {
  metrics
    .createObservableGauge<{ state: string }>('eks_fleet.ingest.tokens', {
      description: 'Tokens of clusters that are valid, by state',
      unit: '{token}',
    })
    .addCallback(async result => {
      const counts = await tokens.countValid(now());
      for (const [state, count] of Object.entries(counts)) {
        result.observe(count, { state });
      }
    });
}
