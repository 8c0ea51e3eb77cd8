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
import type { GitHostState } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** How much waits for each Git host, and what is left of its quota. */
export function observeGitHosts(
  metrics: MetricsService,
  hosts: () => GitHostState[],
): void {
  const gauge = (
    name: string,
    description: string,
    unit: string,
    valueOf: (state: GitHostState) => number | undefined,
  ) =>
    metrics
      .createObservableGauge<{ host: string }>(name, { description, unit })
      .addCallback(async result => {
        for (const state of hosts()) {
          const value = valueOf(state);
          if (value !== undefined) {
            result.observe(value, { host: state.host });
          }
        }
      });
  gauge(
    'eks_fleet.git.queued',
    'Calls to a Git host that wait for their turn',
    '{call}',
    ({ queued }) => queued,
  );
  gauge(
    'eks_fleet.git.in_flight',
    'Calls to a Git host that are under way',
    '{call}',
    ({ inFlight }) => inFlight,
  );
  gauge(
    'eks_fleet.git.quota_remaining',
    "What is left of a Git host's quota, as it says",
    '{call}',
    ({ remaining }) => remaining,
  );
  gauge(
    'eks_fleet.git.failing',
    'Whether the last call to a Git host failed',
    '{host}',
    ({ lastFailure, lastSuccessAt = '' }) =>
      lastFailure && lastFailure.at > lastSuccessAt ? 1 : 0,
  );
}
