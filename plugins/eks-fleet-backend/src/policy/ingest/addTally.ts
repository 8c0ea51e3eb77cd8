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

import type { PassCount } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PolicyTally } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { utc } from '../../database/text';
import type { PolicyTallies } from '../types';

/** What is known of a policy's results with what is told besides. */
export function addTally(
  known: PolicyTallies | undefined,
  told: PolicyTally,
): PolicyTallies {
  const next: PolicyTallies = {
    policy: told.policy,
    pass: told.pass,
    passes: told.passes,
    skip: told.skip ?? 0,
    total: told.total,
    evaluatedAt: utc(told.evaluatedAt) || undefined,
  };
  return known
    ? {
        policy: known.policy,
        pass: sum(known.pass, next.pass),
        passes: bothPasses(known.passes, next.passes),
        skip: known.skip + next.skip,
        total: sum(known.total, next.total),
        evaluatedAt: earlier(known.evaluatedAt, next.evaluatedAt),
      }
    : next;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);
}

/** Where a part of them is not known, there may be more. */
function bothPasses(a: PassCount, b: PassCount): PassCount {
  return a === b ? a : 'atLeast';
}

function earlier(
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  if (a === undefined || b === undefined) {
    return a ?? b;
  }
  return a < b ? a : b;
}
