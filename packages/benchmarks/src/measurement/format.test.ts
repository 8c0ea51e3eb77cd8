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

import { formatJson, formatTable } from './format';
import { isMet } from './judge';
import type { Measurement } from './types';

const scan: Measurement = {
  name: 'scan',
  value: 2.34567,
  unit: 's',
  bar: { atMost: 3 },
  detail: '1000 clusters',
};
const peer: Measurement = {
  name: 'scan, by the peer',
  value: 40,
  unit: 's',
  detail: 'in the same run',
};

describe('isMet', () => {
  it.each([
    [{ atMost: 3 }, 3, true],
    [{ atMost: 3 }, 3.01, false],
    [{ atMost: 3 }, NaN, false],
    [{ atLeast: 8 }, 8, true],
    [{ atLeast: 8 }, 7.99, false],
    [{ exactly: 250 }, 250, true],
    [{ exactly: 250 }, 251, false],
    [undefined, 1e9, true],
  ])('with the bar %j and the value %d is %s', (bar, value, expected) => {
    expect(isMet({ ...scan, bar, value })).toBe(expected);
  });
});

describe('formatJson', () => {
  it('has a name, a value, its unit, the bar and a detail on one line', () => {
    const line = formatJson({ ...scan, detail: 'two\nlines' });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      name: 'scan',
      value: 2.35,
      unit: 's',
      bar: '≤ 3',
      detail: 'two\nlines',
    });
  });

  it('says that what stands beside has no bar', () => {
    expect(JSON.parse(formatJson(peer)).bar).toBeNull();
  });
});

describe('formatTable', () => {
  it('lines up its columns and judges what has a bar', () => {
    expect(
      formatTable([scan, peer, { ...scan, name: 'again', value: 5 }]),
    ).toBe(
      [
        'name               value   bar  ok      detail',
        'scan               2.35 s  ≤ 3  ok      1000 clusters',
        'scan, by the peer  40 s                 in the same run',
        'again              5 s     ≤ 3  MISSED  1000 clusters',
      ].join('\n'),
    );
  });
});
