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

import { editLayer } from './editLayer';
import { judgeLayerEdit } from './judgeLayerEdit';
import { readLayer, rememberLayers } from './readLayer';
import type { PolicyLayer, PolicyLayerEdit } from './types';

const CHART = `
engine: kyverno
exceptions: {}
policies:
  a: { enabled: true, mode: audit, parameters: { list: [1] }, exclude: { namespaces: [x], resources: [] } }
  b: { enabled: false, mode: audit, parameters: {} }
`;

function judge(
  texts: Record<string, string | undefined>,
  edit: PolicyLayerEdit,
  at = 'prod.yaml',
) {
  const layers: PolicyLayer[] = Object.entries({
    'values.yaml': CHART,
    'prod.yaml': undefined,
    'own.yaml': undefined,
    ...texts,
  }).map(([path, text]) => ({ path, text }));
  const after = new Map([[at, editLayer(texts[at], edit)]]);
  return judgeLayerEdit(layers, edit, after);
}

describe('judgeLayerEdit', () => {
  it('says how a policy is before and after', () => {
    expect(judge({}, { policy: 'a', mode: 'enforce' })).toMatchObject({
      kind: 'changes',
      engine: 'kyverno',
      before: { enabled: true, mode: 'audit' },
      after: { enabled: true, mode: 'enforce' },
      overriddenBy: [],
    });
  });

  it('names the later layer that has the last word', () => {
    expect(
      judge(
        { 'own.yaml': 'policies: { a: { mode: warn } }' },
        { policy: 'a', mode: 'enforce' },
      ),
    ).toMatchObject({
      kind: 'overridden',
      after: { mode: 'warn' },
      overriddenBy: ['own.yaml'],
    });
  });

  it('names it too where only some of what is edited is overridden', () => {
    expect(
      judge(
        { 'own.yaml': 'policies: { a: { parameters: { list: [9] } } }' },
        { policy: 'a', mode: 'enforce', parameters: { list: [2] } },
      ),
    ).toMatchObject({ kind: 'changes', overriddenBy: ['own.yaml'] });
  });

  it.each<[string, Record<string, string>, PolicyLayerEdit]>([
    [
      'a later layer says the same',
      { 'own.yaml': 'policies: { a: { mode: enforce } }' },
      { policy: 'a', mode: 'enforce' },
    ],
    ['it is so already', {}, { policy: 'a', mode: 'audit' }],
    ['it is off before and after', {}, { policy: 'b', mode: 'enforce' }],
  ])('changes nothing where %s', (_, texts, edit) => {
    expect(judge(texts, edit)).toMatchObject({
      kind: 'same',
      overriddenBy: [],
    });
  });

  it('does not know of a cluster whose layers are wrong before', () => {
    expect(
      judge(
        { 'own.yaml': 'policies: { a: { mode: strict } }' },
        { policy: 'a', enabled: false },
      ),
    ).toMatchObject({
      kind: 'unknown',
      problem: expect.stringContaining('own.yaml'),
    });
  });

  it('refuses an edit that makes layers wrong', () => {
    expect(() => judge({}, { policy: 'c', mode: 'warn' })).toThrow(
      'prod.yaml: the chart has no policy c',
    );
  });
});

describe('rememberLayers', () => {
  it('reads a text once, and another text of the path anew', () => {
    const read = rememberLayers();
    const first = read({ path: 'a.yaml', text: 'x: 1' });
    expect(read({ path: 'a.yaml', text: 'x: 1' })).toBe(first);
    expect(read({ path: 'a.yaml', text: 'x: 2' })).toEqual({ x: 2 });
    expect(read({ path: 'a.yaml' })).toEqual({});
  });
});

describe('readLayer', () => {
  it.each(['[1]', 'a: [', '&a [*a, *a]'])('refuses %j', text => {
    expect(() => readLayer({ path: 'bad.yaml', text })).toThrow(/^bad\.yaml: /);
  });
});
