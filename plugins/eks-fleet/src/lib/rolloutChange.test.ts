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

import { createTranslator } from '../__testUtils__/createTranslator';
import { changeText } from './rolloutChange';

const t = createTranslator();

describe('changeText', () => {
  it.each([
    [{ kind: 'kubernetesVersion', version: '1.34' }, ['1.33'], '1.33 → 1.34'],
    [
      { kind: 'kubernetesVersion', version: '1.34' },
      ['1.33', '1.9', '1.33'],
      '1.9–1.33 → 1.34',
    ],
    [{ kind: 'kubernetesVersion', version: '1.34' }, undefined, '→ 1.34'],
    [
      { kind: 'addons', addons: { coredns: 'v1.12.1', 'vpc-cni': 'v1.20.0' } },
      [],
      'add-ons coredns v1.12.1, vpc-cni v1.20.0',
    ],
    [{ kind: 'nodeImages' }, [], 'node images → latest'],
    [
      { kind: 'nodeImages', releaseVersion: '1.34.2-20261110' },
      [],
      'node images → 1.34.2-20261110',
    ],
  ] as const)('words %j from %j', (change, from, text) => {
    expect(changeText({ ...change }, from && [...from], t)).toBe(text);
  });
});
