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

import { prepareDocument } from './prepareDocument';

describe('prepareDocument', () => {
  const hash = (value: unknown) => prepareDocument(value).hash;

  it('gives equal documents one hash, whatever the order of their keys', () => {
    expect(hash({ a: 1, b: { c: [1, 2], d: 'x' } })).toBe(
      hash({ b: { d: 'x', c: [1, 2] }, a: 1 }),
    );
    expect(hash({ a: 1, b: undefined })).toBe(hash({ a: 1 }));
  });

  it.each([
    ['another value', { a: 1 }, { a: 2 }],
    ['another order of a list', [1, 2], [2, 1]],
    ['a list of pairs in the place of an object', [['a', 1]], { a: 1 }],
    ['a number in the place of its text', { a: 1 }, { a: '1' }],
  ])('tells %s apart', (_, one, other) => {
    expect(hash(one)).not.toBe(hash(other));
  });

  it.each([[undefined], [() => 1]])('refuses %p', value => {
    expect(() => prepareDocument(value)).toThrow(TypeError);
  });
});
