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

import { anOutcome } from '../__testUtils__/rollouts';
import { outcomeParts, rolloutState, waveState } from './rolloutOutcome';

describe('rolloutState', () => {
  it.each([
    ['running', { total: 3, succeeded: 1, failed: 1 }, 'running'],
    ['done', { total: 3, succeeded: 3 }, 'done'],
    ['done', { total: 3, succeeded: 2, failed: 1 }, 'doneWithFailures'],
    ['done', { total: 3, failed: 3 }, 'doneWithFailures'],
    ['done', { total: 3, succeeded: 2, skipped: 1 }, 'doneInPart'],
    ['done', { total: 3, succeeded: 2, rolledBack: 1 }, 'doneInPart'],
    ['cancelled', { total: 3, succeeded: 1, failed: 1 }, 'cancelled'],
  ] as const)('tells %s with %j as %s', (lifecycle, outcome, state) => {
    expect(rolloutState({ lifecycle, outcome: anOutcome(outcome) })).toBe(
      state,
    );
  });
});

describe('waveState', () => {
  it.each([
    ['done', { total: 2, succeeded: 2 }, 'done'],
    ['done', { total: 2, succeeded: 1, failed: 1 }, 'doneWithFailures'],
    ['baking', { total: 2, succeeded: 1, failed: 1 }, 'baking'],
  ] as const)('tells %s with %j as %s', (lifecycle, outcome, state) => {
    expect(waveState({ lifecycle, outcome: anOutcome(outcome) })).toBe(state);
  });
});

it('counts only what became of some', () => {
  expect(
    outcomeParts(anOutcome({ total: 5, succeeded: 2, failed: 1 })),
  ).toEqual([
    { part: 'succeeded', count: 2 },
    { part: 'failed', count: 1 },
    { part: 'notReached', count: 2 },
  ]);
});
