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

import {
  formatCidr,
  parseCidr,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { seededRandom } from '../../../rollouts/engine/__testUtils__/seededRandom';
import { aConfig, ACCOUNT, aReservation } from '../__testUtils__/grounds';
import { NetworkIndex, type KnownBlock } from '../ground/NetworkIndex';
import { ReservationIndex } from '../ground/ReservationIndex';
import type { Reservation } from '../ground/types';
import { rangeOf } from './addresses';
import { nextFreeCidr } from './nextFreeCidr';

const PLACE = {
  accountId: ACCOUNT,
  region: 'eu-west-1',
  environment: 'prod',
};
const POOL_ID = 'ipam-pool-0123456789abcdef0';
const IPAM = {
  ipam: { poolId: POOL_ID, accountId: ACCOUNT, region: 'eu-west-1' },
};

function ground(
  cidrPools: object[],
  network: Partial<ConstructorParameters<typeof NetworkIndex>[0]> = {},
  reservations: Reservation[] = [],
) {
  return {
    config: aConfig({ clusters: { cidrPools } as never }),
    network: new NetworkIndex({ blocks: [], ...network }),
    reservations: new ReservationIndex(reservations),
  };
}

const vpc = (cidr: string): KnownBlock => ({ cidr, name: 'a VPC' });
const hold = (vpcCidr: string, requestId = 'r-other') =>
  aReservation({
    requestId,
    key: `cluster/${vpcCidr}`,
    kind: 'cluster',
    vpcCidr,
  });

describe('nextFreeCidr', () => {
  it.each<[string, object[], string[], string[], string]>([
    [
      'the first of an empty pool',
      [{ cidr: '10.64.0.0/12' }],
      [],
      [],
      '10.64.0.0/16',
    ],
    [
      'the first gap',
      [{ cidr: '10.64.0.0/12' }],
      ['10.64.0.0/16', '10.66.0.0/16'],
      [],
      '10.65.0.0/16',
    ],
    [
      'none that a smaller VPC is in',
      [{ cidr: '10.64.0.0/12' }],
      ['10.64.255.0/24'],
      [],
      '10.65.0.0/16',
    ],
    [
      'none that is in a larger VPC',
      [{ cidr: '10.64.0.0/12', prefix: 20 }],
      ['10.64.0.0/16'],
      [],
      '10.65.0.0/20',
    ],
    [
      'none within a large one that small ones are in',
      [{ cidr: '10.64.0.0/12', prefix: 20 }],
      ['10.64.0.0/14', '10.64.0.0/24', '10.65.0.0/24'],
      [],
      '10.68.0.0/20',
    ],
    [
      'none that another request holds',
      [{ cidr: '10.64.0.0/12' }],
      ['10.64.0.0/16'],
      ['10.65.0.0/16'],
      '10.66.0.0/16',
    ],
    [
      'the next pool where one is full',
      [{ cidr: '10.64.0.0/16' }, { cidr: '10.80.0.0/15' }],
      ['10.64.0.0/18'],
      [],
      '10.80.0.0/16',
    ],
    [
      'that of its own account and environment',
      [
        { cidr: '10.0.0.0/12', accounts: ['444455556666'] },
        { cidr: '10.16.0.0/12', environments: ['dev'] },
        { cidr: '10.32.0.0/12', regions: ['eu-west-1'] },
      ],
      [],
      [],
      '10.32.0.0/16',
    ],
    [
      'none at the end of all addresses',
      [{ cidr: '255.255.0.0/16' }, { cidr: '10.64.0.0/16' }],
      ['255.255.255.0/24'],
      [],
      '10.64.0.0/16',
    ],
  ])('takes %s', (_, pools, vpcs, reserved, cidr) => {
    expect(
      nextFreeCidr(
        PLACE,
        ground(
          pools,
          { blocks: vpcs.map(vpc) },
          reserved.map(each => hold(each)),
        ),
      ),
    ).toMatchObject({ cidr, unread: [] });
  });

  it('keeps what a request holds itself', () => {
    const own = ground([{ cidr: '10.64.0.0/12' }], {}, [
      hold('10.64.0.0/16', 'r-own'),
    ]);
    expect(nextFreeCidr({ ...PLACE, requestId: 'r-own' }, own)).toMatchObject({
      cidr: '10.64.0.0/16',
    });
  });

  it('says why there is none', () => {
    expect(nextFreeCidr(PLACE, ground([]))).toEqual({
      problem: `No pool of addresses is for prod in ${ACCOUNT} and eu-west-1.`,
      unread: [],
    });
    expect(
      nextFreeCidr(
        PLACE,
        ground([{ cidr: '10.64.0.0/16' }], { blocks: [vpc('10.0.0.0/8')] }),
      ),
    ).toEqual({
      problem: `No pool of addresses for prod in ${ACCOUNT} and eu-west-1 has room.`,
      unread: [],
    });
  });

  it('takes of IPAM what is provisioned and not allocated', () => {
    const pools = [
      {
        poolId: POOL_ID,
        cidrs: ['10.70.0.0/15'],
        allocated: [vpc('10.70.0.0/18')],
      },
    ];
    expect(nextFreeCidr(PLACE, ground([IPAM], { ipamPools: pools }))).toEqual({
      cidr: '10.71.0.0/16',
      pool: POOL_ID,
      unread: [],
    });
  });

  it('passes over a pool that could not be read, and says so', () => {
    const ipamPools = [{ poolId: POOL_ID, unread: 'forbidden: no' }];
    expect(
      nextFreeCidr(
        PLACE,
        ground([IPAM, { cidr: '10.64.0.0/12' }], { ipamPools }),
      ),
    ).toEqual({
      cidr: '10.64.0.0/16',
      pool: '10.64.0.0/12',
      unread: [`${POOL_ID}: forbidden: no`],
    });
  });
});

/** The numbers of a block's first and last addresses, by another way than the code's own. */
function ends(cidr: string): [bigint, bigint] {
  const { base, prefix } = parseCidr(cidr)!;
  const mask = (1n << BigInt(32 - prefix)) - 1n;
  const first = BigInt(base) & ~mask;
  return [first, first | mask];
}

describe('nextFreeCidr, whatever is there', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1);

  function scene(seed: number) {
    const random = seededRandom(seed);
    const below = (most: number) => Math.floor(random() * most);
    const pool = `10.${64 + 4 * below(4)}.0.0/${12 + below(5)}`;
    const aligned = formatCidr({
      base: rangeOf(vpc(pool))!.from,
      prefix: parseCidr(pool)!.prefix,
    });
    const prefix = 16 + below(7);
    const taken = Array.from(
      { length: below(60) },
      () => `10.${60 + below(24)}.${below(256)}.0/${14 + below(11)}`,
    );
    const split = below(taken.length + 1);
    return {
      prefix,
      pool: aligned,
      taken,
      free: () =>
        nextFreeCidr(
          PLACE,
          ground(
            [{ cidr: aligned, prefix }],
            { blocks: taken.slice(0, split).map(vpc) },
            taken.slice(split).map(each => hold(each)),
          ),
        ),
    };
  }

  it('overlaps nothing, is of the pool, and is the first that does so', () => {
    let found = 0;
    for (const seed of seeds) {
      const { free, pool, prefix, taken } = scene(seed);
      const [poolFirst, poolLast] = ends(pool);
      const size = 1n << BigInt(32 - prefix);
      const blocked = taken.map(ends);
      let expected: bigint | undefined;
      for (let at = poolFirst; at + size - 1n <= poolLast; at += size) {
        const to = at + size - 1n;
        if (blocked.every(([first, last]) => last < at || first > to)) {
          expected = at;
          break;
        }
      }
      const answer = free();
      const cidr = 'cidr' in answer ? answer.cidr : undefined;
      expect([seed, cidr]).toEqual([
        seed,
        expected === undefined
          ? undefined
          : formatCidr({ base: Number(expected), prefix }),
      ]);
      found += cidr ? 1 : 0;
    }
    // Both kinds of answers are among them.
    expect(found).toBeGreaterThan(100);
    expect(found).toBeLessThan(seeds.length);
  });

  it('hands out a pool to its last block, each block once', () => {
    const held: Reservation[] = [];
    const cidrs = new Set<string>();
    for (;;) {
      const answer = nextFreeCidr(
        PLACE,
        ground([{ cidr: '10.64.0.0/12', prefix: 17 }], {}, held),
      );
      if ('problem' in answer) {
        break;
      }
      cidrs.add(answer.cidr);
      held.push(hold(answer.cidr, `r-${held.length}`));
    }
    expect(cidrs.size).toBe(32);
    expect(held).toHaveLength(32);
  });

  it('does not change its answer for what is taken behind it', () => {
    for (const seed of seeds.slice(0, 50)) {
      const { free, pool, prefix, taken } = scene(seed);
      const answer = free();
      if ('problem' in answer) {
        continue;
      }
      const [, last] = ends(answer.cidr);
      const behind = taken.filter(each => ends(each)[0] > last);
      const before = taken.filter(each => ends(each)[0] <= last);
      expect(behind.length + before.length).toBe(taken.length);
      expect(
        nextFreeCidr(
          PLACE,
          ground([{ cidr: pool, prefix }], { blocks: before.map(vpc) }),
        ),
      ).toMatchObject({ cidr: answer.cidr });
    }
  });
});
