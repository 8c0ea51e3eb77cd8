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
  SourcePart,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PartRecord } from './types';

/**
 * The worst first: what a person has to mend, then what mends itself. What is
 * not installed is nothing to mend: where a source has another part, that one
 * says how it is.
 */
export const SOURCE_STATES = [
  'unauthenticated',
  'forbidden',
  'notAllowed',
  'unreachable',
  'timeout',
  'invalid',
  'notFound',
  'disabled',
  'throttled',
  'stale',
  'pending',
  'fresh',
  'notInstalled',
] as const satisfies readonly SourceState[];

/** A part's state in one word. Stale and never seen are no success. */
export function partState(
  part: Pick<PartRecord, 'error' | 'observedAt' | 'freshUntil'>,
  now: Date,
): SourceState {
  if (part.error) {
    return part.error.code;
  }
  if (!part.observedAt) {
    return 'pending';
  }
  return (part.freshUntil ?? '') <= now.toISOString() ? 'stale' : 'fresh';
}

/** What is said of a source, which is as good as the worst of its parts. */
export interface SourceSummary {
  state: SourceState;
  error?: PartRecord['error'];
  lastAttemptAt?: string;
  lastSuccessAt?: string;
  nextAttemptAt?: string;
  /** The worst first. */
  parts: SourcePart[];
}

/** @param parts - at least one */
export function summarizeSource(parts: PartRecord[], now: Date): SourceSummary {
  const judged = parts
    .map(({ freshUntil, ...part }) => ({
      ...part,
      state: partState({ ...part, freshUntil }, now),
    }))
    .sort(
      (a, b) => rankOf(a.state) - rankOf(b.state) || (a.kind < b.kind ? -1 : 1),
    );
  const [{ error, state }] = judged;
  const times = (key: 'attemptedAt' | 'nextAttemptAt' | 'observedAt') =>
    parts.flatMap(part => part[key] ?? []).sort();
  return {
    state,
    error,
    lastAttemptAt: times('attemptedAt').at(-1),
    lastSuccessAt: times('observedAt').at(-1),
    nextAttemptAt: times('nextAttemptAt').at(0),
    parts: judged,
  };
}

/** Orders states: the least is the worst. */
export function rankOf(state: SourceState): number {
  return SOURCE_STATES.indexOf(state);
}
