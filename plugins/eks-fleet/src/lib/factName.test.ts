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

import { factName } from './factName';

describe('factName', () => {
  it.each([
    ['version', 'version'],
    ['compatibleWith', 'compatible with'],
    ['endOfStandardSupport', 'end of standard support'],
    ['userAgent', 'user agent'],
    ['node group', 'node group'],
    ['subnet-0abc', 'subnet-0abc'],
    ['requestedAPI', 'requestedAPI'],
  ])('words %s as %s', (name, words) => {
    expect(factName(name)).toBe(words);
  });
});
