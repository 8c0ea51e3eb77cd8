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
  QuotaResource,
  QuotaUse,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround } from '../ground/types';
import { quotaUse } from '../quota/quotaUse';
import { deny, needsApproval } from '../verdictOf';
import { amount, counted, usd } from '../words';

/** What a request asks of its owner's quotas. */
export interface QuotaAsk {
  key: string;
  owner: string;
  /** What the thing comes to; what is left out is not known. */
  after: Partial<Record<QuotaResource, number>>;
  /** What it is now; nothing where it is not there, or another's. */
  before: Partial<Record<QuotaResource, number>>;
  /** Where in the spec each is said. */
  fields: Partial<Record<QuotaResource, string>>;
}

const WORDS: Record<QuotaResource, (value: number) => string> = {
  clusters: value => counted(value, 'cluster'),
  namespaces: value => counted(value, 'namespace'),
  vcpu: value => counted(value, 'vCPU', 'vCPUs'),
  memoryGib: value => `${amount(value)} GiB of memory`,
  storageGib: value => `${amount(value)} GiB of storage`,
  monthlyCost: value => `${usd(value)} a month`,
};

const ROUNDING = 1e-6;

/**
 * Whether an owner has room for what is asked. What takes no more than before
 * is never refused, even where a quota was lowered below what is in use.
 */
export function quotaReasons(
  ask: QuotaAsk,
  ground: Pick<PreflightGround, 'config' | 'fleet' | 'reservations'>,
): VerdictReason[] {
  return quotaUse(ask.owner, ground, ask.key).flatMap(
    use => reasonOf(use, ask) ?? [],
  );
}

function reasonOf(use: QuotaUse, ask: QuotaAsk): VerdictReason | undefined {
  const { limit, resource, unknown } = use;
  const after = ask.after[resource];
  const before = ask.before[resource];
  if (limit === undefined || (after !== undefined && after <= (before ?? 0))) {
    return undefined;
  }
  const field = ask.fields[resource];
  const word = WORDS[resource];
  if (after === undefined) {
    return needsApproval(
      'quotaUnknown',
      field,
      `How much this comes to is not known, and ${
        ask.owner
      } has a quota of ${word(limit)}.`,
    );
  }
  const used = use.used + use.reserved;
  // What the thing has already stays the owner's, and is no part of what is asked.
  const has = before ?? 0;
  const left = limit - used - has;
  if (after - has > left + ROUNDING) {
    const reserved =
      use.reserved > 0
        ? `, ${amount(use.reserved)} of it by requests under way`
        : '';
    return {
      ...deny(
        'quotaExceeded',
        field,
        `The quota of ${ask.owner} is ${word(limit)}; ${amount(
          used + has,
        )} used${reserved}, ${amount(after - has)}${
          has > 0 ? ' more' : ''
        } asked for, ${amount(Math.max(0, left))} left.`,
      ),
      limit: { resource, limit, used: used + has, asked: after - has, left },
    };
  }
  return unknown > 0
    ? needsApproval(
        'quotaUseUnknown',
        field,
        `The quota of ${ask.owner} is ${word(limit)}; what ${counted(
          unknown,
          'thing',
        )} of theirs ${
          unknown === 1 ? 'takes' : 'take'
        } of it is not known, so that there may be less than the ${amount(
          left,
        )} left.`,
      )
    : undefined;
}
