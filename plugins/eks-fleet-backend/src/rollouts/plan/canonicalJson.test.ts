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

import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [
      { b: 1, a: { d: [2, 'x'], c: true } },
      '{"a":{"c":true,"d":[2,"x"]},"b":1}',
    ],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[undefined, null, NaN], '[null,null,null]'],
    ['"', '"\\""'],
    [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    [undefined, 'null'],
    [{}, '{}'],
  ])('writes %j as %s', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });
});
