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

import { grantSlots, type SlotCandidate, type TakenSlots } from './grantSlots';

const CAPS = { perAccountAndRegion: 2, perQueue: 1 };

function cell(id: string, ...clusters: string[]): SlotCandidate {
  return {
    id,
    clusters: clusters.map(text => {
      const [arn, region = 'eu', queue = ''] = text.split(' ');
      return { arn, name: arn, accountId: '1', region, queue };
    }),
  };
}

function grant(
  cells: SlotCandidate[],
  free: number,
  taken: Partial<TakenSlots> = {},
) {
  const { granted, waiting } = grantSlots(
    cells,
    free,
    {
      places: new Map(),
      queues: new Map(),
      held: new Map(),
      left: new Map(),
      ...taken,
    },
    CAPS,
  );
  return {
    granted,
    waiting: [...waiting].map(([id, { code, message }]) => [id, code, message]),
  };
}

describe('grantSlots', () => {
  it('starts cells in their order while slots of the wave are free', () => {
    expect(
      grant([cell('a', 'x us'), cell('b', 'y'), cell('c', 'z')], 2),
    ).toEqual({ granted: ['a', 'b'], waiting: [] });
    expect(grant([cell('a', 'x')], 0)).toEqual({ granted: [], waiting: [] });
  });

  it('keeps to the cap of an account and Region, and lets others by', () => {
    expect(
      grant([cell('a', 'x'), cell('b', 'y us')], 5, {
        places: new Map([['1/eu', 2]]),
      }),
    ).toEqual({
      granted: ['b'],
      waiting: [
        [
          'a',
          'slot.account',
          'In account 1, eu, 2 clusters are being changed, and 2 may be at once',
        ],
      ],
    });
  });

  it('counts what it grants itself', () => {
    const cells = ['a', 'b', 'c'].map(id => cell(id, id));
    expect(grant(cells, 5).granted).toEqual(['a', 'b']);
  });

  it('starts what is larger than a cap where nothing else takes of it', () => {
    const large = cell('a', 'x', 'y', 'z');
    expect(grant([large], 5).granted).toEqual(['a']);
    expect(
      grant([large], 5, { places: new Map([['1/eu', 1]]) }).granted,
    ).toEqual([]);
  });

  it('keeps to the cap of a repository', () => {
    expect(
      grant([cell('a', 'x eu repo'), cell('b', 'y eu repo')], 5),
    ).toMatchObject({
      granted: ['a'],
      waiting: [
        [
          'b',
          'slot.repository',
          '1 changes are under way in repo, and 1 may be at once',
        ],
      ],
    });
  });

  it('starts nothing that another rollout changes, and names it', () => {
    const other = { id: 'two', title: 'Two' };
    expect(
      grant([cell('a', 'x'), cell('b', 'y'), cell('c', 'z')], 5, {
        held: new Map([['x', other]]),
        left: new Map([['y', other]]),
      }),
    ).toEqual({
      granted: ['c'],
      waiting: [
        [
          'a',
          'cluster.otherRollout',
          'x is being changed by the rollout Two; it follows once that is done with it, or skip it in one of the two',
        ],
        [
          'b',
          'cluster.otherRollout',
          'y is left to the rollout Two, which this one waits for already; it follows once that is done with it',
        ],
      ],
    });
  });
});
