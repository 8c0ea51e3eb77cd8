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
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellRecord, TrackRecord } from '../records';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import { findTogether } from './findTogether';

const AT = '2026-11-23T12:00:00.000Z';
const ASKED = {
  kind: 'controlPlane',
  name: undefined,
  to: '1.34',
  attempt: 1,
  direction: 'forward',
} as const satisfies Partial<TrackWork>;
const ask = (
  { clusters: [{ cluster }] }: CellRecord,
  over: Partial<TrackWork> = {},
) => ({
  ...ASKED,
  cluster,
  ...over,
});

/** Under way from 1.32 over 1.33 to 1.34, at the last of them. */
const TRACK: TrackRecord = {
  kind: 'controlPlane',
  state: 'running',
  from: '1.32',
  to: '1.34',
  hops: ['1.33', '1.34'],
  order: [1, 2],
  done: 1,
  attempt: 1,
  memory: {},
};

function cell(
  place: number,
  over: Partial<CellRecord> = {},
  track: Partial<TrackRecord> = {},
): CellRecord {
  const made = rolloutOf('one', place).cells[place - 1];
  return {
    ...made,
    state: 'running',
    startedAt: AT,
    clusters: made.clusters.map(cluster => ({
      ...cluster,
      tracks: [{ ...TRACK, ...track }],
    })),
    ...over,
  };
}

const namesOf = (cells: CellRecord[]) => {
  const { behind, members } = findTogether(cells)(cells[0], ask(cells[0]))!;
  return {
    members: members.map(({ cluster, isDone }) =>
      isDone ? `${cluster.name} (done)` : cluster.name,
    ),
    behind,
  };
};

describe('findTogether', () => {
  it.each<[string, CellRecord, string[], string[]]>([
    ['at the same hop is one of them', cell(2), ['cluster-1'], []],
    [
      'done with it still is',
      cell(2, { state: 'succeeded' }, { done: 2, state: 'succeeded' }),
      ['cluster-1 (done)'],
      [],
    ],
    [
      'at the hop before is behind',
      cell(2, {}, { done: 0 }),
      [],
      ['cluster-1'],
    ],
    [
      'at an earlier attempt is behind',
      cell(2, {}, { attempt: 0 }),
      [],
      ['cluster-1'],
    ],
    ['at a later attempt is none', cell(2, {}, { attempt: 2 }), [], []],
    ['that failed is none', cell(2, { state: 'failed' }), [], []],
    [
      'of which this part failed is none',
      cell(2, {}, { state: 'failed' }),
      [],
      [],
    ],
    ['that was skipped is none', cell(2, { state: 'skipped' }), [], []],
    ['on its way back is none', cell(2, { stage: 'back' }), [], []],
    ['that waits for a slot is none', cell(2, { state: 'queued' }), [], []],
    [
      'that started later is none',
      cell(2, { startedAt: '2026-11-23T13:00:00.000Z' }),
      [],
      [],
    ],
    [
      'to another version is none',
      cell(2, {}, { hops: ['1.33'], to: '1.33', order: [1], done: 0 }),
      [],
      [],
    ],
  ])('a cell %s', (_, other, members, behind) => {
    expect(namesOf([cell(1), other])).toEqual({
      members: ['cluster-0', ...members],
      behind,
    });
  });

  it('leaves out clusters that are there no more', () => {
    const other = cell(2);
    other.clusters[0].vanished = true;
    expect(namesOf([cell(1), other]).members).toEqual(['cluster-0']);
  });

  it('waits for nobody who comes another way, so that two never wait for each other', () => {
    const other = cell(2, {}, { done: 0 });
    other.clusters[0].tracks.unshift({
      ...TRACK,
      kind: 'addon',
      name: 'coredns',
      hops: ['v2'],
      to: 'v2',
      order: [0],
      done: 0,
    });
    expect(namesOf([cell(1), other])).toEqual({
      members: ['cluster-0'],
      behind: [],
    });
  });

  it('tells all of them of the same, and nobody who goes back', () => {
    const cells = [cell(1), cell(2)];
    const find = findTogether(cells);
    expect(find(cells[0], ask(cells[0]))).toBe(find(cells[1], ask(cells[1])));
    expect(
      find(cells[0], ask(cells[0], { direction: 'back' })),
    ).toBeUndefined();
  });
});
