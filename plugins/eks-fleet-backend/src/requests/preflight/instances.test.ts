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

import { instanceSize } from './instances';

describe('instanceSize', () => {
  it.each([
    ['m7g.medium', 1, 4],
    ['m7g.large', 2, 8],
    ['m7i-flex.xlarge', 4, 16],
    ['c7i.2xlarge', 8, 16],
    ['c6in.32xlarge', 128, 256],
    ['r8g.12xlarge', 48, 384],
    ['c5.9xlarge', 36, 72],
  ])('knows %s by its name', (type, vcpu, memoryGib) => {
    expect(instanceSize(type, new Map())).toEqual({ vcpu, memoryGib });
  });

  it.each([
    'c5n.large',
    'm4.large',
    'm7i.medium',
    't3.large',
    'x8g.large',
    'g6.xlarge',
    'm7i.metal-24xl',
    'u-6tb1.56xlarge',
  ])('does not guess %s', type => {
    expect(instanceSize(type, new Map())).toBeUndefined();
  });

  it('believes the operator first', () => {
    const size = { vcpu: 2, memoryGib: 5.25 };
    expect(instanceSize('c5n.large', new Map([['c5n.large', size]]))).toBe(
      size,
    );
  });
});
