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

import { overBudget } from './failureBudget';
import { snapshotOf, waveOf } from './__testUtils__/snapshots';

interface Case {
  /** Failed in the wave before, and in this one. */
  failed: [number, number];
  wave: number;
  rollout?: number;
  /** Accepted by whoever let it go on. */
  accepted?: { wave?: number; rollout?: number };
}

function judge({ accepted = {}, failed, rollout, wave }: Case) {
  const waves = failed.map((count, index) =>
    waveOf(index + 1, {
      counts: { failed: count },
      plan: { failureBudget: { asked: '', resolved: wave } },
      state: { stage: 'first', acceptedFailures: accepted.wave },
    }),
  );
  const snapshot = snapshotOf(waves, {
    control: { acceptedFailures: accepted.rollout },
    plan: {
      madeAt: '',
      problems: [],
      skipped: [],
      from: [],
      ...(rollout !== undefined && {
        rolloutFailureBudget: { asked: '', resolved: rollout },
      }),
    },
  });
  return overBudget(snapshot.rollout, waves, waves[1]);
}

describe('overBudget', () => {
  it.each<[string, Case, string | undefined]>([
    ['as many as may', { failed: [0, 1], wave: 1 }, undefined],
    ['those of other waves', { failed: [5, 1], wave: 1 }, undefined],
    [
      'what somebody accepted',
      { failed: [0, 3], wave: 1, accepted: { wave: 3 } },
      undefined,
    ],
    [
      'as many as the rollout may',
      { failed: [1, 1], wave: 1, rollout: 2 },
      undefined,
    ],
    [
      'what somebody accepted of the rollout',
      { failed: [3, 1], wave: 1, rollout: 2, accepted: { rollout: 4 } },
      undefined,
    ],
    [
      'one more than the wave may',
      { failed: [0, 1], wave: 0 },
      'One cell of wave wave-2 failed, and 0 may',
    ],
    [
      'more than was accepted',
      { failed: [0, 4], wave: 1, accepted: { wave: 3 } },
      '4 cells of wave wave-2 failed, and 1 may',
    ],
    [
      'more than the rollout may',
      { failed: [2, 1], wave: 1, rollout: 2 },
      '3 cells of the rollout failed, and 2 may',
    ],
  ])('of %s', (_, given, words) => {
    expect(judge(given)).toBe(words);
  });
});
