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

import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeIf } from '../chart/__testUtils__/describeIf';
import { HELM, runHelm } from '../chart/__testUtils__/helm';
import { mergeValues } from './mergeValues';

type Values = Record<string, unknown>;

const CHART = {
  x: { p: 1, q: { r: [1, 2], s: 'a' } },
  l: [1],
  n: null,
  m: { n: null },
  t: 'x',
};

const CASES: Array<[string, Values[], Values]> = [
  ['no file', [], CHART],
  [
    'maps, which are merged',
    [{ x: { q: { s: 'b' } } }],
    { ...CHART, x: { p: 1, q: { r: [1, 2], s: 'b' } } },
  ],
  [
    'lists, which are replaced',
    [{ x: { q: { r: [] } }, l: [2, 3] }],
    { ...CHART, x: { p: 1, q: { r: [], s: 'a' } }, l: [2, 3] },
  ],
  [
    'null, which takes the default away',
    [{ x: { p: null }, t: null }],
    { x: { q: { r: [1, 2], s: 'a' } }, l: [1], n: null, m: { n: null } },
  ],
  [
    'null for a map',
    [{ x: null }],
    { l: [1], n: null, m: { n: null }, t: 'x' },
  ],
  [
    'null that a later file writes over',
    [{ x: null }, { x: { z: 1 } }],
    { ...CHART, x: { p: 1, q: { r: [1, 2], s: 'a' }, z: 1 } },
  ],
  [
    'null of a later file',
    [{ x: { p: 2 } }, { x: { p: null } }],
    { ...CHART, x: { q: { r: [1, 2], s: 'a' } } },
  ],
  [
    'null for what is no default',
    [{ x: { y: null }, o: null }],
    { ...CHART, x: { p: 1, q: { r: [1, 2], s: 'a' }, y: null }, o: null },
  ],
  [
    'null for a default of null',
    [{ n: null, m: { n: null } }],
    { x: { p: 1, q: { r: [1, 2], s: 'a' } }, l: [1], m: { n: null }, t: 'x' },
  ],
  [
    'other kinds of values',
    [{ l: { a: 1 }, t: [1] }, { t: true }],
    { ...CHART, l: { a: 1 }, t: true },
  ],
  [
    'the order of files',
    [{ t: 'a', x: { p: 5 } }, { t: 'b' }],
    { ...CHART, t: 'b', x: { p: 5, q: { r: [1, 2], s: 'a' } } },
  ],
];

describe('mergeValues', () => {
  it.each(CASES)('merges %s', (_, files, expected) => {
    expect(mergeValues(CHART, files)).toEqual(expected);
  });

  it('changes nothing that it was given', () => {
    const files = [{ x: { p: null } }, { x: { q: { s: 'b' } } }];
    const before = JSON.stringify([CHART, files]);
    mergeValues(CHART, files);
    expect(JSON.stringify([CHART, files])).toBe(before);
  });

  it('does not let a name change what an object is', () => {
    const hostile = JSON.parse('{ "x": { "__proto__": { "polluted": 1 } } }');
    const { x } = mergeValues(CHART, [hostile, { x: { a: 1 } }]) as any;
    expect(x.polluted).toBeUndefined();
    expect(({} as any).polluted).toBeUndefined();
  });
});

describeIf('helm', HELM, 'mergeValues, beside Helm', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'eks-fleet-values-'));
    mkdirSync(join(folder, 'templates'));
    writeFileSync(
      join(folder, 'Chart.yaml'),
      'apiVersion: v2\nname: values\nversion: 0.1.0\n',
    );
    writeFileSync(join(folder, 'values.yaml'), JSON.stringify(CHART));
    writeFileSync(
      join(folder, 'templates/values.yaml'),
      'values: {{ toJson .Values | quote }}',
    );
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(CASES)('has %s as Helm has it', (_, files, expected) => {
    const flags = files.flatMap((file, index) => {
      const path = join(folder, `${index}.yaml`);
      writeFileSync(path, JSON.stringify(file));
      return ['--values', path];
    });
    const [rendered] = runHelm(['template', 'x', folder, ...flags]) as any[];
    expect(JSON.parse(rendered.values)).toEqual(expected);
  });
});
