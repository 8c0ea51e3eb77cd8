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

import { toXml } from './xml';

describe('toXml', () => {
  it.each([
    ['text', '<a>text</a>'],
    [`<b>&"'`, '<a>&lt;b&gt;&amp;&quot;&apos;</a>'],
    ['bell\u0007 and \ud800 go, 🙂 stays', '<a>bell and  go, 🙂 stays</a>'],
    [{ b: 1, c: undefined }, '<a><b>1</b></a>'],
    [{ b: [1, 2] }, '<a><b>1</b><b>2</b></a>'],
    [new Date('2026-11-23T09:00:00.123Z'), '<a>2026-11-23T09:00:00Z</a>'],
    [undefined, ''],
  ])('renders %p', (value, expected) => {
    expect(toXml('a', value)).toBe(expected);
  });
});
