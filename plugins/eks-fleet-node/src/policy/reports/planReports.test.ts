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

import type { TableRow } from '../../kubernetes/client/types';
import { planReports, withSamples } from './planReports';

const COLUMNS = ['Name', 'Kind', 'Pass', 'Fail', 'Warn', 'Error', 'Skip'];

const row = (
  name: string,
  cells: unknown[],
  labels?: Record<string, string>,
): TableRow => ({
  cells: [name, 'Deployment', ...cells],
  object: {
    metadata: {
      name,
      namespace: 'shop',
      uid: name,
      resourceVersion: '1',
      labels,
    },
  },
});

const plan = (rows: TableRow[], { skips = false, columns = COLUMNS } = {}) => {
  const reducer = planReports({ skips });
  return withSamples(reducer.add(reducer.start(), rows, { columns }));
};
const wanted = (...args: Parameters<typeof plan>) =>
  plan(...args)
    .pages.flatMap(page => page.wanted)
    .map(({ name }) => name)
    .sort();

/** So that nothing more is chosen of those that pass. */
const PASSING = ['p0', 'p1', 'p2'].map(name => row(name, [16, 0, 0, 0, 0]));

describe('planReports', () => {
  it.each([
    ['fails', [15, 1, 0, 0, 0]],
    ['warns', [15, 0, 1, 0, 0]],
    ['cannot be evaluated', [15, 0, 0, 1, 0]],
    ['has no result that is counted', [0, 0, 0, 0, 0]],
    ['has no counts', [null, null, null, null, null]],
    ['has counts as text', ['3', '1', '0', '0', '0']],
  ])('reads what %s', (_, cells) => {
    expect(wanted([row('it', cells)])).toEqual(['it']);
    expect(wanted([...PASSING, row('it', cells)])).toContain('it');
  });

  it('reads few of those that pass, the same ones in whichever order', () => {
    const rows = Array.from({ length: 50 }, (_, at) =>
      row(`web-${at}`, [16, 0, 0, 0, 0]),
    );
    expect(wanted(rows)).toHaveLength(3);
    expect(wanted([...rows].reverse())).toEqual(wanted(rows));
  });

  it('reads what skips only where there may be exceptions', () => {
    const rows = Array.from({ length: 9 }, (_, at) =>
      row(`web-${at}`, [15, 0, 0, 0, 1]),
    );
    expect(wanted(rows)).toHaveLength(3);
    expect(wanted(rows, { skips: true })).toHaveLength(9);
  });

  it('reads what is labelled with an exception', () => {
    const rows = Array.from({ length: 9 }, (_, at) =>
      row(`web-${at}`, [15, 0, 0, 0, 1], { 'polex.kyverno.io/legacy': '' }),
    );
    expect(wanted(rows)).toHaveLength(9);
  });

  it('reads everything of a table that has no counts', () => {
    expect(
      wanted([row('a', []), row('b', [])], { columns: ['Name', 'Age'] }),
    ).toEqual(['a', 'b']);
  });

  it('names what is there in whichever order it comes', () => {
    const rows = [row('a', [1, 0, 0, 0, 0]), row('b', [2, 0, 0, 0, 0])];
    const hash = (all: TableRow[]) => String(plan(all).hash);
    expect(hash([...rows].reverse())).toBe(hash(rows));
    expect(hash(rows.slice(1))).not.toBe(hash(rows));
    expect(hash([rows[0], row('c', [2, 0, 0, 0, 0])])).not.toBe(hash(rows));
  });
});
