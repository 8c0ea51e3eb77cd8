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

import type { QuotaUse } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { QuotaRule } from '../config/types';
import type { PreflightGround } from '../ground/types';
import { claimsOfReservations, QUOTA_RESOURCES } from './claims';
import { ownedByFleet } from './ownedByFleet';

type Ground = Pick<PreflightGround, 'config' | 'fleet' | 'reservations'>;

/**
 * An owner's quotas as they stand. A thing with a request under way counts as
 * what it is or what it is to be, whichever is more: until the request ends
 * it may be either.
 *
 * @param except - key of a thing that is not counted: the one that is asked about
 */
export function quotaUse(
  owner: string,
  ground: Ground,
  except?: string,
): QuotaUse[] {
  const limits = limitsOf(owner, ground.config.quotas);
  const owned = ownedByFleet(owner, ground.fleet);
  const left = except === undefined ? undefined : owned.claims.get(except);
  const promised = claimsOfReservations(owner, ground).filter(
    ({ key }) => key !== except,
  );
  return QUOTA_RESOURCES.map(resource => {
    const limit = limits[resource];
    const used = owned.totals[resource] - (left?.[resource] ?? 0);
    let unknown =
      owned.unknown[resource] - (left && left[resource] === undefined ? 1 : 0);
    let reserved = 0;
    for (const { counts, key } of promised) {
      const there = owned.claims.get(key);
      reserved += there
        ? added(there[resource], counts[resource])
        : counts[resource] ?? 0;
      // Of a thing that is there, it is counted above already.
      const isNew = !there || there[resource] !== undefined;
      unknown += isNew && counts[resource] === undefined ? 1 : 0;
    }
    return {
      resource,
      ...(limit !== undefined && { limit, left: limit - used - reserved }),
      used,
      reserved,
      unknown,
    };
  });
}

/** The rule that names an owner, else the one for all others. */
export function limitsOf(
  owner: string,
  quotas: readonly QuotaRule[],
): QuotaRule['limits'] {
  const rule =
    quotas.find(({ owners }) => owners?.includes(owner)) ??
    quotas.find(({ owners }) => owners === undefined);
  return rule?.limits ?? {};
}

function added(is: number | undefined, toBe: number | undefined): number {
  return is === undefined || toBe === undefined ? 0 : Math.max(0, toBe - is);
}
