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

import type {
  SourceState,
  SystemSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  HUB_STREAMS,
  type HubMisfits,
  type HubStreamState,
  type SecurityHubConfig,
} from './types';
import { readUntil } from './readUntil';

/** How Security Hub does, for Sources, and what it says of no cluster. */
export function presentHub(
  states: HubStreamState[],
  misfits: HubMisfits,
  { config, now }: { config: SecurityHubConfig; now: Date },
): SystemSource {
  const error = HUB_STREAMS.flatMap(
    stream => states.find(state => state.stream === stream)?.error ?? [],
  ).at(0);
  const attempts = states.flatMap(({ attemptedAt }) => attemptedAt ?? []);
  const successes = states.flatMap(({ completedAt }) => completedAt ?? []);
  const notes = notesOf(misfits);
  return {
    kind: 'securityHub',
    id: config.region,
    state: error?.code ?? stateOf(states, { config, now }),
    error,
    lastAttemptAt: attempts.sort().at(-1),
    lastSuccessAt:
      successes.length === HUB_STREAMS.length ? successes.sort()[0] : undefined,
    notes: notes.length > 0 ? notes : undefined,
  };
}

function stateOf(
  states: HubStreamState[],
  options: { config: SecurityHubConfig; now: Date },
): SourceState {
  const isRead =
    states.filter(({ completedAt }) => completedAt).length ===
    HUB_STREAMS.length;
  if (!isRead) {
    return 'pending';
  }
  try {
    readUntil(states, options);
    return 'fresh';
  } catch {
    return 'stale';
  }
}

const SENTENCES: Array<[keyof HubMisfits, string]> = [
  ['noCluster', 'that name no cluster'],
  ['unknownCluster', 'about clusters that discovery has not found'],
  ['otherAccount', 'about clusters of accounts that did not send them'],
  ['unreadable', 'that are not what they are said to be'],
];

/** What is said of no cluster is counted, and guessed of none. */
function notesOf(misfits: HubMisfits): string[] {
  return SENTENCES.flatMap(([why, which]) => {
    const count = misfits[why] ?? 0;
    return count > 0 ? `Left out are findings ${which}: ${count}.` : [];
  });
}
