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

import { diffLines } from './diffLines';
import { editEntries, hasEntries } from './editEntries';
import type { EntryEdit } from './types';

const PATH = 'values.yaml';
const ENTRY = {
  policies: ['no-latest-tag'],
  reason: 'on',
  expiresAt: '2027-01-01T00:00:00Z',
};
const add: EntryEdit = { pointer: '/exceptions/old-job', add: ENTRY };
const remove: EntryEdit = { pointer: '/exceptions/old-job', remove: ENTRY };
const LINES = `  old-job:
    policies: [no-latest-tag]
    reason: 'on'
    expiresAt: '2027-01-01T00:00:00Z'
`;

describe('editEntries', () => {
  it.each<[string, string | undefined, string]>([
    ['a file that is not there', undefined, `exceptions:\n${LINES}`],
    ['comments alone', '# ours\n', `# ours\nexceptions:\n${LINES}`],
    [
      'a file without the map, nor a last line end',
      'engine: kyverno # for now',
      `engine: kyverno # for now\nexceptions:\n${LINES}`,
    ],
    [
      'an empty map, with what is behind it',
      'exceptions: {} # none\nengine: kyverno\n',
      `exceptions:\n${LINES.trimEnd()} # none\nengine: kyverno\n`,
    ],
    [
      'a map of nothing',
      'exceptions:\nengine: kyverno\n',
      `exceptions:\n${LINES}engine: kyverno\n`,
    ],
    [
      'others, with their comments and quotes',
      `exceptions:\n  # until it is rewritten\n  "a": { reason: "x" } # soon\n\n# what judges\nengine: kyverno\n`,
      `exceptions:\n  # until it is rewritten\n  "a": { reason: "x" } # soon\n${LINES}\n# what judges\nengine: kyverno\n`,
    ],
    [
      'others, the last of which ends in a text of lines',
      `exceptions:\n  a:\n    reason: |\n      one\n      two\nengine: kyverno\n`,
      `exceptions:\n  a:\n    reason: |\n      one\n      two\n${LINES}engine: kyverno\n`,
    ],
    [
      'line ends of Windows',
      'engine: kyverno\r\n',
      `engine: kyverno\r\n${`exceptions:\n${LINES}`.replaceAll('\n', '\r\n')}`,
    ],
  ])('adds to %s', (_, before, after) => {
    expect(editEntries(PATH, before, [add])).toBe(after);
    expect(hasEntries(PATH, after, [add])).toBe(true);
    expect(hasEntries(PATH, before, [add])).toBe(false);
  });

  it.each([
    [
      'the only one',
      `exceptions:\n${LINES}engine: kyverno # now\n`,
      'engine: kyverno # now\n',
    ],
    [
      'one of several',
      `exceptions:\n${LINES}  # stays\n  b: { reason: x }\n`,
      'exceptions:\n  # stays\n  b: { reason: x }\n',
    ],
  ])('takes away %s', (_, before, after) => {
    expect(editEntries(PATH, before, [remove])).toBe(after);
    expect(hasEntries(PATH, after, [remove])).toBe(true);
    expect(hasEntries(PATH, before, [remove])).toBe(false);
  });

  it('gives back the text that it added to', () => {
    const text = '# ours\nengine: kyverno # for now\n';
    const added = editEntries(PATH, text, [add]);
    expect(editEntries(PATH, added, [remove])).toBe(text);
  });

  it.each<[string, string, EntryEdit, string]>([
    [
      'one that is there already',
      `exceptions:\n${LINES}`,
      add,
      'is there already',
    ],
    ['one that is not there', 'exceptions: {}\n', remove, 'There is no'],
    [
      'one that somebody changed since',
      `exceptions:\n${LINES.replace('2027', '2028')}`,
      remove,
      'is not what it was',
    ],
    [
      'a map that is shared',
      'x: &x\n  a: b\nexceptions: *x\n',
      add,
      'exceptions',
    ],
    ['a list', '- a\n', add, 'no map'],
    ['several documents', 'a: b\n---\nc: d\n', add, 'more than one'],
    ['no YAML', 'a: [\n', add, 'It is not YAML'],
  ])('refuses %s', (_, before, edit, message) => {
    expect(() => editEntries(PATH, before, [edit])).toThrow(message);
  });

  it('keeps a hostile text a text', () => {
    const hostile = { reason: "x'\nengine: off\n#{{ .Values }} \u2028 'y" };
    const after = editEntries(PATH, 'engine: kyverno\n', [
      { pointer: '/exceptions/a', add: hostile },
    ]);
    expect(
      hasEntries(PATH, after, [{ pointer: '/exceptions/a', add: hostile }]),
    ).toBe(true);
    expect(after).not.toMatch(/^engine: off/m);
  });
});

describe('diffLines', () => {
  it('shows lines that came, with what is around them', () => {
    expect(diffLines('f', 'a\nb\nc\nd\ne\n', 'a\nb\nc\nd\nx\ny\ne\n')).toBe(
      '--- a/f\n+++ b/f\n@@ -2,4 +2,6 @@\n b\n c\n d\n+x\n+y\n e\n',
    );
  });

  it('shows lines that went at the end', () => {
    expect(diffLines('f', 'a\nb\nc\n', 'a\n')).toBe(
      '--- a/f\n+++ b/f\n@@ -1,3 +1,1 @@\n a\n-b\n-c\n',
    );
  });
});
