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

import { decideRemovals, type RemovalCandidate } from './decideRemovals';

const RULES = {
  graceScans: 2,
  rejectAbovePercentage: 30,
  rejectMinimum: 10,
  orphanDays: 7,
};
const NOW = new Date('2026-11-23T09:00:00Z');

function fleet(
  ...groups: Array<[count: number, candidate: Partial<RemovalCandidate>]>
): RemovalCandidate[] {
  return groups.flatMap(([count, candidate], group) =>
    Array.from({ length: count }, (_, i) => ({
      arn: `${group}-${i}`,
      missedScans: 0,
      accepted: false,
      ...candidate,
    })),
  );
}

const GONE = { missedScans: 2 };
const MISSING = { missedScans: 1 };
const ORPHANED = { unmanagedSince: '2026-11-16T09:00:00Z' };

describe('decideRemovals', () => {
  it.each<[string, RemovalCandidate[], remove: number, hold: number]>([
    ['nothing of nothing', [], 0, 0],
    ['nothing of a whole fleet', fleet([20, {}]), 0, 0],
    ['nothing that was missed once', fleet([1, MISSING], [1, {}]), 0, 0],
    ['one of two', fleet([1, GONE], [1, {}]), 1, 0],
    ['the only one', fleet([1, GONE]), 1, 0],
    ['what was missed for long', fleet([1, { missedScans: 50 }]), 1, 0],
    ['ten of ten, which are not many', fleet([10, GONE]), 10, 0],
    ['eleven of eleven', fleet([11, GONE]), 0, 11],
    [
      '30 of 100, which is the share itself',
      fleet([30, GONE], [70, {}]),
      30,
      0,
    ],
    ['31 of 100', fleet([31, GONE], [69, {}]), 0, 31],
    ['60 of 100', fleet([60, GONE], [40, {}]), 0, 60],
    ['60 in two halves', fleet([30, GONE], [30, MISSING], [40, {}]), 0, 30],
    [
      '60 of which 35 are accepted',
      fleet([35, { ...GONE, accepted: true }], [25, GONE], [40, {}]),
      35,
      25,
    ],
    [
      'nothing accepted that is not yet due',
      fleet([12, { ...MISSING, accepted: true }], [1, {}]),
      0,
      0,
    ],
    ['one out of scope for a week', fleet([1, ORPHANED], [1, {}]), 1, 0],
    [
      'none out of scope for a moment less',
      fleet([1, { unmanagedSince: '2026-11-16T09:00:00.001Z' }]),
      0,
      0,
    ],
    ['a large account out of scope', fleet([40, ORPHANED], [60, {}]), 0, 40],
    [
      'lost and out of scope together',
      fleet([6, ORPHANED], [6, GONE], [20, {}]),
      0,
      12,
    ],
  ])('%s: %#', (_, candidates, remove, hold) => {
    const decision = decideRemovals(candidates, RULES, NOW);
    expect([decision.remove.length, decision.hold.length]).toEqual([
      remove,
      hold,
    ]);
  });

  it('removes just those that are due', () => {
    const candidates = fleet([1, GONE], [1, MISSING], [1, ORPHANED], [9, {}]);
    expect(decideRemovals(candidates, RULES, NOW)).toEqual({
      remove: ['0-0', '2-0'],
      hold: [],
    });
  });

  it('holds all where any removal is to be asked about', () => {
    const rules = { ...RULES, rejectAbovePercentage: 0, rejectMinimum: 0 };
    expect(
      decideRemovals(fleet([1, GONE], [999, {}]), rules, NOW).hold,
    ).toHaveLength(1);
  });

  it('waits for no day where orphans may go at once', () => {
    const candidates = fleet([1, { unmanagedSince: NOW.toISOString() }]);
    expect(
      decideRemovals(candidates, { ...RULES, orphanDays: 0 }, NOW).remove,
    ).toHaveLength(1);
  });
});
