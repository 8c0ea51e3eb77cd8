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

import { applyChange, isApplied } from './applyChange';

const CHANGE = {
  files: [
    {
      path: 'policies/environments/prod.yaml',
      values: [
        { pointer: '/policies/a/mode', from: 'audit', to: 'enforce' },
        { pointer: '/policies/b/enabled', to: true },
      ],
    },
  ],
};

const present = (text?: string) =>
  new Map([[CHANGE.files[0].path, { text, sha: 'f00' }]]);

const BEFORE = 'policies:\n  a:\n    mode: audit # for now\n';

describe('applyChange, with values', () => {
  it('sets and adds them, and leaves the rest', () => {
    const { diff, files } = applyChange(CHANGE, present(BEFORE));
    expect(files).toEqual([
      {
        path: 'policies/environments/prod.yaml',
        replaces: 'f00',
        text: 'policies:\n  a:\n    mode: enforce # for now\n  b:\n    enabled: true\n',
      },
    ]);
    expect(diff).toContain('+  b:\n+    enabled: true\n');
    expect(isApplied(CHANGE, present(files[0].text))).toBe(true);
    expect(isApplied(CHANGE, present(BEFORE))).toBe(false);
  });

  it('says of which file a value is another one than expected', () => {
    const other = BEFORE.replace('audit', 'warn');
    expect(() => applyChange(CHANGE, present(other))).toThrow(
      'policies/environments/prod.yaml: /policies/a/mode is "warn" now; expected was "audit"',
    );
  });

  it('is not applied where the file is not there', () => {
    expect(isApplied(CHANGE, present())).toBe(false);
  });
});
