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

import { twinsOf } from './twinsOf';

const SOURCES = [
  { kind: 'direct' },
  { kind: 'elsewhere', insteadOf: ['direct', 'pushed'] },
  { kind: 'other' },
];

describe('twinsOf', () => {
  it.each([
    ['direct', ['elsewhere', 'pushed']],
    ['pushed', ['elsewhere', 'direct']],
    ['elsewhere', ['direct', 'pushed']],
    ['other', []],
    ['unknown', []],
  ])('of %s are %j', (kind, twins) => {
    expect(twinsOf(kind, SOURCES)).toEqual(twins);
  });
});
