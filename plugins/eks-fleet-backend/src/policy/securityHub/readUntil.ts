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

import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  HUB_STREAMS,
  type HubStreamState,
  type SecurityHubConfig,
} from './types';

/** Readings that may be missed before what was read counts as stale. */
const FRESH_RUNS = 3;

/**
 * When the last reading of Security Hub began that came to its end, the oldest
 * of its streams: until then is known what it said. A reading that failed since
 * is no matter of each cluster's while what was read is fresh.
 *
 * @throws ObservationFailure where it was never read whole, or too long ago
 */
export function readUntil(
  states: HubStreamState[],
  { config, now }: { config: SecurityHubConfig; now: Date },
): string {
  const missed = HUB_STREAMS.map(stream =>
    states.find(state => state.stream === stream),
  ).find(state => !isFresh(state, config, now));
  const error = missed?.error ?? states.find(state => state.error)?.error;
  const times = states.flatMap(({ completedAt }) => completedAt ?? []).sort();
  if (states.length === HUB_STREAMS.length && !missed) {
    return times[0];
  }
  if (error) {
    throw new ObservationFailure(error.code, error.message);
  }
  throw new ObservationFailure(
    'timeout',
    `Security Hub in ${config.region} ${
      times.length === HUB_STREAMS.length
        ? `was last read to its end at ${times[0]}`
        : 'has not been read to its end yet'
    }`,
  );
}

function isFresh(
  state: HubStreamState | undefined,
  { everySeconds }: SecurityHubConfig,
  now: Date,
): boolean {
  return (
    state?.completedAt !== undefined &&
    now.getTime() - Date.parse(state.completedAt) <
      FRESH_RUNS * everySeconds * 1000
  );
}
