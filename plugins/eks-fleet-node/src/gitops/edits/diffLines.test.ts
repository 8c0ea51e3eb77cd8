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

import { Random } from '../clusterFiles/__testUtils__/randomSpec';
import { diffLines } from './diffLines';

describe('diffLines', () => {
  it('is a unified diff', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n';
    const after = before.replace('b', 'B').replace('l', 'L');
    expect(diffLines('x.yaml', before, after)).toBe(
      [
        '--- a/x.yaml',
        '+++ b/x.yaml',
        '@@ -1,5 +1,5 @@',
        ' a',
        '-b',
        '+B',
        ' c',
        ' d',
        ' e',
        '@@ -9,5 +9,5 @@',
        ' i',
        ' j',
        ' k',
        '-l',
        '+L',
        ' m',
        '',
      ].join('\n'),
    );
  });

  it('shows files that come and go', () => {
    expect(diffLines('x', undefined, 'a\nb\n')).toBe(
      '--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n',
    );
    expect(diffLines('x', 'a\n', undefined)).toBe(
      '--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n',
    );
    expect(diffLines('x', 'a', 'a')).toBe('');
  });

  it('shows what comes and goes in several places, each by itself', () => {
    const before = [...'abcdefghijklmnopqrst'].join('\n');
    const after = before.replace('c\n', '').replace('r', 'r\n1\n2');
    expect(diffLines('x', before, after)).toBe(
      [
        '--- a/x',
        '+++ b/x',
        '@@ -1,6 +1,5 @@',
        ' a',
        ' b',
        '-c',
        ' d',
        ' e',
        ' f',
        '@@ -16,5 +15,7 @@',
        ' p',
        ' q',
        ' r',
        '+1',
        '+2',
        ' s',
        ' t',
        '',
      ].join('\n'),
    );
  });

  it('knows lines that moved by as much as others came', () => {
    const diff = diffLines('x', 'a\nb\nc\nd\ne\n', 'b\nc\nd\ne\nf\n');
    expect(diff.split('\n').slice(2)).toEqual([
      '@@ -1,5 +1,5 @@',
      '-a',
      ' b',
      ' c',
      ' d',
      ' e',
      '+f',
      '',
    ]);
  });

  it('is what patch makes the new text of, whatever changed', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = new Random(seed);
      const text = () =>
        Array.from({ length: random.int(12) }, () => random.one('a', 'b', 'c'))
          .map(line => `${line}\n`)
          .join('');
      const [before, after] = [text(), text()];
      expect(patched(before, diffLines('x', before, after))).toBe(after);
    }
  });
});

/** What a unified diff makes of a text, held against every line that it names. */
function patched(before: string, diff: string): string {
  const olds = before.split('\n').slice(0, -1);
  const lines: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2, -1)) {
    const from = /^@@ -(\d+),(\d+) /.exec(line);
    if (from) {
      const start = Number(from[1]) - (from[2] === '0' ? 0 : 1);
      lines.push(...olds.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) {
      lines.push(line.slice(1));
    } else {
      expect(olds[at]).toBe(line.slice(1));
      at += 1;
      lines.push(...(line.startsWith(' ') ? [line.slice(1)] : []));
    }
  }
  return [...lines, ...olds.slice(at)].map(line => `${line}\n`).join('');
}
