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

import { createHash } from 'node:crypto';
import type { CompleteSnapshot, PolicyTallies } from '../../types';
import { policyKey } from '../policyKey';

/** An engine that looked this much earlier than the source did is late. */
const LATE_MS = 3 * 3_600_000;

/**
 * When the engine last looked, where that is long before the source did; empty
 * where it did lately, so that each audit does not make a snapshot another one.
 */
export function lateEvaluation(
  evaluatedAt: string | undefined,
  observedAt: Date,
): string {
  const time = Date.parse(evaluatedAt ?? '');
  return observedAt.getTime() - time > LATE_MS
    ? new Date(time).toISOString()
    : '';
}

/** Names all that a snapshot says, whatever its order; not when it was read. */
export function snapshotHash(
  findings: string,
  snapshot: CompleteSnapshot,
): string {
  const { observedAt, passes, truncated } = snapshot;
  return createHash('sha256')
    .update(
      JSON.stringify([
        findings,
        sortedTexts(snapshot.policies),
        sortedTexts(snapshot.tallies.map(tally => told(tally, observedAt))),
        sortedTexts(snapshot.exceptions),
        [...snapshot.engines].sort(),
        snapshot.notes,
        lateEvaluation(snapshot.evaluatedAt, observedAt),
        passes ?? '',
        truncated,
      ]),
    )
    .digest('hex');
}

function told(tally: PolicyTallies, observedAt: Date): unknown {
  const { pass, passes, policy, skip, total } = tally;
  return [
    policyKey(policy),
    pass,
    passes,
    skip,
    total,
    lateEvaluation(tally.evaluatedAt, observedAt),
  ];
}

function sortedTexts(items: unknown[]): string[] {
  return items.map(item => stable(item)).sort();
}

/** JSON with its keys in order. */
function stable(item: unknown): string {
  return JSON.stringify(item, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
