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
import { EditRefusal, type ValueEdit } from './types';

const LAYER = `policies:
  a:
    mode: audit # for now
    parameters:
      list: [1, 2]
`;

const EDITS: ValueEdit[] = [
  { pointer: '/policies/a/mode', from: 'audit', to: 'enforce' },
  { pointer: '/policies/a/enabled', to: true },
  { pointer: '/policies/a/parameters/list', from: [1, 2] },
];

describe('editValues', () => {
  it('sets, adds and takes away', () => {
    expect(editValues('a.yaml', LAYER, EDITS)).toBe(
      'policies:\n  a:\n    mode: enforce # for now\n    enabled: true\n',
    );
  });

  it('begins a file that is not there', () => {
    expect(
      editValues('a.yaml', undefined, [{ pointer: '/engine', to: 'kyverno' }]),
    ).toBe('engine: kyverno\n');
  });

  it.each<[string, ValueEdit, EditRefusal['reason'], string]>([
    [
      'another value',
      { pointer: '/policies/a/mode', from: 'warn', to: 'enforce' },
      'changedBase',
      '/policies/a/mode is "audit" now; expected was "warn"',
    ],
    [
      'a value where there should be none',
      { pointer: '/policies/a/mode', to: 'enforce' },
      'changedBase',
      'expected was nothing',
    ],
    [
      'no value where there should be one',
      { pointer: '/policies/b/mode', from: 'audit', to: 'warn' },
      'notThere',
      '/policies/b/mode is nothing now',
    ],
    [
      'another list',
      { pointer: '/policies/a/parameters/list', from: [2, 1], to: [1] },
      'changedBase',
      'is [1,2] now; expected was [2,1]',
    ],
  ])('refuses %s', (_, edit, reason, message) => {
    const edited = () => editValues('a.yaml', LAYER, [edit]);
    expect(edited).toThrow(expect.objectContaining({ reason }));
    expect(edited).toThrow(message);
  });

  it('edits YAML and JSON alone', () => {
    expect(() => editValues('a.tfvars', '', [])).toThrow('no .yaml');
  });
});

describe('hasValues', () => {
  it('tells a file as it was from one as it is to be', () => {
    expect(hasValues('a.yaml', LAYER, EDITS)).toBe(false);
    const edited = editValues('a.yaml', LAYER, EDITS);
    expect(hasValues('a.yaml', edited, EDITS)).toBe(true);
    expect(hasValues('a.yaml', undefined, EDITS)).toBe(false);
  });
});
