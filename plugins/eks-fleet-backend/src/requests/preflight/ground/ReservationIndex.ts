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

import type { Reservation } from './types';

/** What active requests hold, found by the key of the thing and by owner. */
export class ReservationIndex {
  readonly #byKey = new Map<string, Reservation>();
  readonly #byOwner = new Map<string, Reservation[]>();
  readonly #vpcs: Reservation[] = [];

  constructor(reservations: Iterable<Reservation>) {
    for (const reservation of reservations) {
      this.#byKey.set(reservation.key, reservation);
      const held = this.#byOwner.get(reservation.owner);
      if (held) {
        held.push(reservation);
      } else {
        this.#byOwner.set(reservation.owner, [reservation]);
      }
      if (reservation.vpcCidr) {
        this.#vpcs.push(reservation);
      }
    }
  }

  /** One thing has at most one active request. */
  of(key: string): Reservation | undefined {
    return this.#byKey.get(key);
  }

  ofOwner(owner: string): readonly Reservation[] {
    return this.#byOwner.get(owner) ?? [];
  }

  /** Those that hold addresses. */
  vpcs(): readonly Reservation[] {
    return this.#vpcs;
  }
}
