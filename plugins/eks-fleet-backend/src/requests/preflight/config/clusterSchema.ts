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

import { parseCidr } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import { arnPattern, pattern } from './patterns';
import {
  account,
  anyList,
  byName,
  cidr,
  environment,
  flag,
  list,
  number,
  region,
  strict,
  text,
  usd,
  whole,
} from './values';

/** Names that are `team-<team>` or begin with `team-<team>-`. */
export const TEAM_ROLES = [
  'arn:{partition}:iam::{account}:role/team-{owner}-*',
];

const requiredTag = z.preprocess(
  given => (typeof given === 'string' ? { key: given } : given),
  strict({
    key: text(/^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$/i, "tag's key"),
    values: list(z.string()).optional(),
  }),
);

const poolScope = {
  accounts: list(account).optional(),
  regions: list(region).optional(),
  environments: list(environment).optional(),
  prefix: whole(16, 22).default(16),
};

/** A list of blocks by hand, or one pool of AWS VPC IPAM. */
const cidrPool = z.union(
  [
    strict({ ...poolScope, cidr }).refine(
      pool => (parseCidr(pool.cidr)?.prefix ?? 99) <= pool.prefix,
      { error: 'has no room for one VPC: its cidr is smaller than prefix' },
    ),
    strict({
      ...poolScope,
      ipam: strict({
        poolId: text(/^ipam-pool-[0-9a-f]{8,17}$/, 'id of an IPAM pool'),
        accountId: account,
        region,
      }),
    }),
  ],
  {
    error:
      'must have cidr, or ipam with poolId, accountId and region, and may have accounts, regions, environments and prefix, from 16 to 22 and not shorter than that of cidr',
  },
);

const environmentRules = strict({
  accounts: list(account).optional(),
  regions: list(region).optional(),
  maxTtlDays: whole(1, 3650).optional(),
  deletionProtection: flag.default(false),
});

const instanceType = text(
  /^[a-z0-9-]+\.[a-z0-9-]+$/,
  'instance type, such as "m7i.xlarge"',
);

export const clusterSchema = strict({
  accounts: list(account).optional(),
  regions: list(region).optional(),
  instanceFamilies: list(
    text(/^[a-z][a-z0-9-]{1,15}$/, 'family of instances, such as "m7g"'),
  ).optional(),
  costCeiling: usd.optional(),
  requiredTags: anyList(requiredTag).default([]),
  roles: anyList(arnPattern).default(TEAM_ROLES),
  principals: anyList(arnPattern).default(TEAM_ROLES),
  accessPolicies: anyList(
    text(/^AmazonEKS[A-Za-z0-9]{1,60}$/, 'access policy of EKS'),
  ).default(['AmazonEKSViewPolicy', 'AmazonEKSEditPolicy']),
  kubernetesGroups: anyList(pattern).default([
    'team-{owner}',
    'team-{owner}-*',
  ]),
  permissionsBoundary: arnPattern.optional(),
  cidrPools: anyList(cidrPool).default([]),
  environments: byName(environmentRules).default({}),
  instanceSizes: z
    .record(
      instanceType,
      strict({ vcpu: number(0.25, 1024), memoryGib: number(0.5, 65536) }),
      { error: 'must be a map by instance type' },
    )
    .default({})
    .transform(sizes => new Map(Object.entries(sizes))),
}).prefault({});
