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

import { z } from 'zod';
import {
  environment,
  list,
  number,
  oneOf,
  owner,
  strict,
  text,
  usd,
  whole,
} from './values';

const amounts = {
  vcpu: number(0, 1e6),
  memoryGib: number(0, 1e7),
  storageGib: number(0, 1e8),
};

const limits = {
  vcpu: amounts.vcpu.optional(),
  memoryGib: amounts.memoryGib.optional(),
  storageGib: amounts.storageGib.optional(),
  monthlyCost: usd.optional(),
};

export const quotaSchema = z
  .strictObject(
    {
      owners: list(owner).optional(),
      default: z.literal(true, { error: 'must be true' }).optional(),
      clusters: whole(0, 1e6).optional(),
      namespaces: whole(0, 1e6).optional(),
      ...limits,
    },
    {
      error:
        'must have owners or default: true, and of clusters, namespaces, vcpu, memoryGib, storageGib and monthlyCost what is limited',
    },
  )
  .refine(rule => (rule.owners === undefined) === (rule.default === true), {
    error: 'must have owners, or default: true for all others, and not both',
  })
  .transform(({ owners, default: _, ...each }) => ({
    ...(owners && { owners }),
    limits: each,
  }));

/** As BC Gov's registry of platform services has it. */
const DEFAULT_INCREASE = {
  above: { vcpu: 1, memoryGib: 2, storageGib: 32 },
  percent: 50,
  usedPercent: { vcpu: 35, memoryGib: 35, storageGib: 80 },
};

const increase = strict({
  above: strict({
    vcpu: amounts.vcpu.default(DEFAULT_INCREASE.above.vcpu),
    memoryGib: amounts.memoryGib.default(DEFAULT_INCREASE.above.memoryGib),
    storageGib: amounts.storageGib.default(DEFAULT_INCREASE.above.storageGib),
  }).prefault({}),
  percent: number(0, 1000).default(DEFAULT_INCREASE.percent),
  usedPercent: strict({
    vcpu: number(0, 100).default(DEFAULT_INCREASE.usedPercent.vcpu),
    memoryGib: number(0, 100).default(DEFAULT_INCREASE.usedPercent.memoryGib),
    storageGib: number(0, 100).default(DEFAULT_INCREASE.usedPercent.storageGib),
  }).prefault({}),
}).prefault({});

export const approvalSchema = strict({
  name: text(
    /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/,
    'name of letters, digits, blanks, ".", "_" and "-"',
  ).optional(),
  match: strict({
    kinds: list(oneOf('namespace', 'cluster', 'application')).optional(),
    operations: list(
      oneOf('create', 'change', 'delete', 'adopt', 'extend'),
    ).optional(),
    environments: list(environment).optional(),
    owners: list(owner).optional(),
    atMost: strict(limits).optional(),
    maxTtlDays: whole(1, 3650).optional(),
  }).prefault({}),
  approval: oneOf('automatic', 'required', 'increase'),
  reason: z
    .string({ error: 'must be text' })
    .max(500, 'may have at most 500 characters')
    .optional(),
  increase,
});
