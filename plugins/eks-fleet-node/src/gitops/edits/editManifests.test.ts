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

import { editValues, hasValues } from './editValues';
import type { ValueEdit } from './types';

const TEXT = `# Of the platform team
apiVersion: x/v1
kind: Cluster
metadata:
  name: orders # theirs
spec:
  version: "1.33"
--- # nodes
kind: Nodegroup
metadata: { name: orders-general }
spec:
  motd: |
    a
     --- no separator
  size: 3
---
kind: Addon
metadata:
  name: orders-cni
spec:
  version: v1
`;

const CLUSTER = { kind: 'Cluster', name: 'orders' };
const NODES = { kind: 'Nodegroup', name: 'orders-general' };
const ADDON = { kind: 'Addon', name: 'orders-cni' };

function edited(...edits: ValueEdit[]): string {
  const text = editValues('a.yaml', TEXT, edits);
  expect(hasValues('a.yaml', text, edits)).toBe(true);
  expect(hasValues('a.yaml', TEXT, edits)).toBe(false);
  return text;
}

describe('editValues of several manifests', () => {
  it('writes into the one that is meant, and leaves the others alone', () => {
    expect(
      edited(
        { manifest: NODES, pointer: '/spec/size', from: 3, to: 5 },
        { manifest: CLUSTER, pointer: '/spec/tags', to: { a: 'b' } },
      ),
    ).toBe(
      TEXT.replace('size: 3', 'size: 5').replace(
        'version: "1.33"\n',
        'version: "1.33"\n  tags:\n    a: b\n',
      ),
    );
  });

  it('adds a manifest behind the others', () => {
    const to = { kind: 'Addon', metadata: { name: 'x' }, spec: { on: 'no' } };
    expect(
      edited({ manifest: { kind: 'Addon', name: 'x' }, pointer: '', to }),
    ).toBe(
      `${TEXT}---\nkind: Addon\nmetadata:\n  name: x\nspec:\n  'on': 'no'\n`,
    );
  });

  it('takes away the first, one between and the last', () => {
    const [cluster, nodes, addon] = TEXT.split(/^---.*\n/m);
    const gone = (manifest: typeof CLUSTER, from: any): ValueEdit => ({
      manifest,
      pointer: '',
      from,
    });
    const addonValue = {
      kind: 'Addon',
      metadata: { name: 'orders-cni' },
      spec: { version: 'v1' },
    };
    const nodesValue = {
      kind: 'Nodegroup',
      metadata: { name: 'orders-general' },
      spec: { motd: 'a\n --- no separator\n', size: 3 },
    };
    const clusterValue = {
      apiVersion: 'x/v1',
      kind: 'Cluster',
      metadata: { name: 'orders' },
      spec: { version: '1.33' },
    };
    expect(edited(gone(ADDON, addonValue))).toBe(
      `${cluster}--- # nodes\n${nodes}`,
    );
    expect(edited(gone(NODES, nodesValue))).toBe(`${cluster}---\n${addon}`);
    expect(edited(gone(CLUSTER, clusterValue))).toBe(`${nodes}---\n${addon}`);
  });

  it.each<[string, string, ValueEdit, string]>([
    [
      'another value',
      TEXT,
      { manifest: NODES, pointer: '/spec/size', from: 4, to: 5 },
      'Nodegroup orders-general /spec/size is 3 now; expected was 4',
    ],
    [
      'a manifest that is not there',
      TEXT,
      { manifest: { kind: 'Addon', name: 'y' }, pointer: '/spec/size', to: 5 },
      'There is no Addon y',
    ],
    [
      'one that is there already',
      TEXT,
      { manifest: ADDON, pointer: '', to: {} },
      'Addon orders-cni is {"kind":"Addon"',
    ],
    [
      'one that is there twice',
      `${TEXT}---\n${TEXT}`,
      { manifest: ADDON, pointer: '/spec/version', from: 'v1', to: 'v2' },
      'There are 2 of Addon orders-cni',
    ],
    [
      'a manifest beside dashes',
      `--- {kind: Addon}\n${TEXT}`,
      { manifest: ADDON, pointer: '/spec/version', from: 'v1', to: 'v2' },
      'beside a line of dashes',
    ],
    [
      'what is not YAML',
      'a: [',
      { manifest: ADDON, pointer: '/a', to: 1 },
      'not YAML',
    ],
  ])('refuses %s', (_, text, edit, message) => {
    expect(() => editValues('a.yaml', text, [edit])).toThrow(message);
  });

  it('refuses an edit that does not say which manifest, beside one that does', () => {
    expect(() =>
      editValues('a.yaml', TEXT, [
        { manifest: NODES, pointer: '/spec/size', from: 3, to: 5 },
        { pointer: '/spec/x', to: 1 },
      ]),
    ).toThrow('each edit must say which one');
  });

  it('edits JSON the same way', () => {
    expect(
      editValues('a.tfvars.json', '{\n  "a": {"b": 1}\n}\n', [
        { pointer: '/a/b', from: 1, to: [2] },
        { pointer: '/c~1d', to: { e: 'f' } },
      ]),
    ).toBe(
      '{\n  "a": {"b": [\n    2\n  ]},\n  "c/d": {\n    "e": "f"\n  }\n}\n',
    );
    expect(() =>
      editValues('a.json', '{"a": 1}', [{ pointer: '/a', from: 2, to: 3 }]),
    ).toThrow('/a is 1 now; expected was 2');
  });
});
