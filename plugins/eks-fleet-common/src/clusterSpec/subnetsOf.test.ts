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

import { parseCidr, overlaps, contains } from './cidr';
import { subnetsOf } from './subnetsOf';

describe('subnetsOf', () => {
  it.each([
    [
      '10.40.0.0/16',
      3 as const,
      ['10.40.0.0/18', '10.40.64.0/18', '10.40.128.0/18'],
      ['10.40.192.0/20', '10.40.208.0/20', '10.40.224.0/20'],
    ],
    [
      '192.168.252.0/22',
      2 as const,
      ['192.168.252.0/24', '192.168.253.0/24'],
      ['192.168.255.0/26', '192.168.255.64/26'],
    ],
  ])('divides %s among %d zones', (vpc, zones, privateCidrs, publicCidrs) => {
    expect(subnetsOf(vpc, zones)).toEqual({ privateCidrs, publicCidrs });
  });

  it.each(['10.0.0.0/16', '100.127.252.0/22', '172.31.0.0/17'])(
    'keeps subnets of %s apart, and within it',
    vpc => {
      const { privateCidrs, publicCidrs } = subnetsOf(vpc, 3);
      const all = [...privateCidrs, ...publicCidrs].map(
        each => parseCidr(each)!,
      );
      expect(all.every(each => contains(parseCidr(vpc)!, each))).toBe(true);
      const pairs = all.flatMap((a, index) =>
        all.slice(index + 1).map(b => overlaps(a, b)),
      );
      expect(pairs).toEqual(Array(15).fill(false));
    },
  );

  it('takes nothing else', () => {
    expect(() => subnetsOf('10.0.0.0', 2)).toThrow('no block of IPv4');
  });
});
