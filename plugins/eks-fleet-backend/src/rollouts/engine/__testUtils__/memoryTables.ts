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

import type { CellRecord, RolloutSnapshot } from '../../records';
import type { ClaimRequest, Lease } from '../../store/types';

export interface Leased {
  nextAt: string;
  owner: string;
  until: string;
  number: number;
}

/** Replaced as a whole by each write, so that who holds one sees it as it was. */
export interface StoredRollout extends Leased {
  snapshot: RolloutSnapshot;
}

export interface StoredCell extends Leased {
  cell: CellRecord;
  /** Whether no other rollout may take its clusters. */
  held: boolean;
}

export const FREE: Leased = { nextAt: '', owner: '', until: '', number: 0 };

/** What is due, claimed in the order in which it came to be due. */
export function claim<T extends Leased>(
  all: Map<string, T>,
  { leaseSeconds, limit, now, owner }: ClaimRequest,
): Array<[string, T]> {
  const at = now.toISOString();
  const due = [...all]
    .filter(
      ([, { nextAt, until }]) => nextAt !== '' && nextAt <= at && until <= at,
    )
    .sort(([a, one], [b, other]) =>
      `${one.nextAt} ${a}` < `${other.nextAt} ${b}` ? -1 : 1,
    )
    .slice(0, limit);
  for (const [, stored] of due) {
    stored.owner = owner;
    stored.until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
    stored.number += 1;
  }
  return due;
}

export function leaseOf(id: string, { number, owner }: Leased): Lease {
  return { id, owner, number };
}

export function holds({ number, owner }: Leased, lease: Lease): boolean {
  return number === lease.number && owner === lease.owner;
}

/** Whatever takes a slot or holds its clusters. */
export function isUnderWay({ state }: Pick<CellRecord, 'state'>): boolean {
  return state === 'running' || state === 'rollingBack';
}
