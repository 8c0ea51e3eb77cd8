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

import type { ObservationAge } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Observation } from './types';

/** How an observation stands at a time, in the words of the whole product. */
export function observationAge(
  kind: string,
  observation: Observation | undefined,
  now: Date,
  options: { applicable?: boolean } = {},
): ObservationAge {
  if (!observation) {
    const { applicable = true } = options;
    return { kind, state: applicable ? 'missing' : 'notApplicable' };
  }
  const { attemptedAt, error, observedAt, source } = observation;
  return {
    kind,
    state: stateOf(observation, now),
    observedAt,
    attemptedAt,
    source,
    error,
  };
}

function stateOf(
  { error, freshUntil, observedAt }: Observation,
  now: Date,
): ObservationAge['state'] {
  if (error) {
    return 'failing';
  }
  if (!observedAt) {
    return 'missing';
  }
  return freshUntil && now < new Date(freshUntil) ? 'fresh' : 'stale';
}
