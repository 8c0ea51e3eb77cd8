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

import type {
  ClusterSpec,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround, RequestAsk } from '../ground/types';
import { overlapping, rangeOf, type AddressRange } from '../network/addresses';
import { nextFreeCidr } from '../network/nextFreeCidr';
import { poolsOf, type OpenPool } from '../network/poolsOf';
import { inOrder, takenRanges } from '../network/takenRanges';
import { deny, needsApproval } from '../verdictOf';
import { allOf, anyOf, counted } from '../words';

const FIELD = 'network.vpcCidr';

type Ground = Pick<PreflightGround, 'config' | 'network' | 'reservations'>;

/** Whether the addresses of a new VPC are the operator's to give, and free. */
export function networkReasons(
  ask: RequestAsk<ClusterSpec>,
  ground: Ground,
): VerdictReason[] {
  const { network } = ask.spec;
  if (!('vpcCidr' in network) || isThere(ask)) {
    return [];
  }
  const block = rangeOf({ cidr: network.vpcCidr, name: ask.spec.name });
  if (!block) {
    return [];
  }
  const pools = poolsOf(
    ask.spec,
    ground.config.clusters.cidrPools,
    ground.network,
  );
  const allocated = pools.flatMap(pool =>
    'unread' in pool ? [] : pool.allocated,
  );
  const holder = overlapping(
    block,
    inOrder(
      takenRanges(ask, ground),
      allocated.sort((a, b) => a.from - b.from),
    ),
  );
  return holder
    ? [takenReason(network.vpcCidr, holder, ask, ground)]
    : [
        ...poolReasons(network.vpcCidr, block, pools, ask.spec),
        ...unreadReasons(ground),
      ];
}

/** A VPC that was made for the cluster is not held against itself. */
function isThere({ base, spec }: RequestAsk<ClusterSpec>): boolean {
  return (
    base !== undefined &&
    'vpcCidr' in base.network &&
    'vpcCidr' in spec.network &&
    base.network.vpcCidr === spec.network.vpcCidr
  );
}

function takenReason(
  cidr: string,
  holder: AddressRange,
  ask: RequestAsk<ClusterSpec>,
  ground: Ground,
): VerdictReason {
  const free = nextFreeCidr({ ...ask.spec, requestId: ask.requestId }, ground);
  return deny(
    'cidrTaken',
    FIELD,
    `${cidr} overlaps ${holder.name}; ${
      'cidr' in free ? `${free.cidr} is free` : 'it must be one that is free'
    }.`,
  );
}

function poolReasons(
  cidr: string,
  block: AddressRange,
  pools: readonly OpenPool[],
  { accountId, environment, region }: ClusterSpec,
): VerdictReason[] {
  const where = `${environment} in ${accountId} and ${region}`;
  if (pools.length === 0) {
    return [
      needsApproval(
        'cidrWithoutPool',
        FIELD,
        `No pool of addresses is for ${where}; whoever agrees makes sure that ${cidr} may be used.`,
      ),
    ];
  }
  const open = pools.flatMap(pool => ('unread' in pool ? [] : [pool]));
  const home = open.find(pool =>
    pool.blocks.some(({ from, to }) => from <= block.from && block.to <= to),
  );
  if (home) {
    return cidr.endsWith(`/${home.prefix}`)
      ? []
      : [
          deny(
            'cidrSize',
            FIELD,
            `A VPC of the pool ${home.name} gets a /${home.prefix}, and ${cidr} is none.`,
          ),
        ];
  }
  const unread = pools.flatMap(pool =>
    'unread' in pool ? [`${pool.name} (${pool.unread})`] : [],
  );
  return [
    unread.length > 0
      ? needsApproval(
          'cidrPoolUnread',
          FIELD,
          `Whether ${cidr} is of the pool ${anyOf(unread)} could not be read.`,
        )
      : deny(
          'cidrOutsidePools',
          FIELD,
          `${cidr} is of no pool of addresses for ${where}; it must be of ${anyOf(
            open.map(({ name }) => name),
          )}.`,
        ),
  ];
}

/** A VPC that nobody could see may have the same addresses. */
function unreadReasons({ network }: Ground): VerdictReason[] {
  const { unread } = network;
  return unread.length === 0
    ? []
    : [
        needsApproval(
          'vpcsUnread',
          FIELD,
          `The VPCs of ${counted(
            unread.length,
            'account and Region',
            'accounts and Regions',
          )} could not be read, and may have the same addresses: ${allOf(
            unread.map(
              ({ accountId, region, why }) => `${accountId}/${region} (${why})`,
            ),
          )}.`,
        ),
      ];
}
