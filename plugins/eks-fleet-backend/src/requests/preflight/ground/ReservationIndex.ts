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

import { rangeOf, type AddressRange } from '../network/addresses';
import type { Reservation } from './types';

/** Addresses that a request holds. */
export type ReservedRange = AddressRange & { requestId: string };

/** What active requests hold, found by the key of the thing and by owner. */
export class ReservationIndex {
  readonly #byKey = new Map<string, Reservation>();
  readonly #byOwner = new Map<string, Reservation[]>();
  /** Addresses that requests hold, in order. */
  readonly ranges: readonly ReservedRange[];

  constructor(reservations: Iterable<Reservation>) {
    const ranges: ReservedRange[] = [];
    for (const reservation of reservations) {
      this.#byKey.set(reservation.key, reservation);
      const held = this.#byOwner.get(reservation.owner);
      if (held) {
        held.push(reservation);
      } else {
        this.#byOwner.set(reservation.owner, [reservation]);
      }
      const range = rangeOfVpc(reservation);
      if (range) {
        ranges.push(range);
      }
    }
    this.ranges = ranges.sort((a, b) => a.from - b.from);
  }

  /** One thing has at most one active request. */
  of(key: string): Reservation | undefined {
    return this.#byKey.get(key);
  }

  ofOwner(owner: string): readonly Reservation[] {
    return this.#byOwner.get(owner) ?? [];
  }
}

function rangeOfVpc({
  key,
  requestId,
  vpcCidr,
}: Reservation): ReservedRange | undefined {
  const range =
    vpcCidr && rangeOf({ cidr: vpcCidr, name: `the request for ${key}` });
  return range ? { ...range, requestId } : undefined;
}
