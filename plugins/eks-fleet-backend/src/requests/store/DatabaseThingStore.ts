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

import type { RequestKind } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { THINGS, toThing, type KnownThing, type ThingRow } from './things';

/** What requests have brought into Git, as they left it there. */
export class DatabaseThingStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(key: string): Promise<KnownThing | undefined> {
    const row = await this.#knex<ThingRow>(THINGS).where({ key }).first();
    return row && toThing(row);
  }

  async list(kind: RequestKind): Promise<KnownThing[]> {
    const rows: ThingRow[] = await this.#knex<ThingRow>(THINGS)
      .where({ kind })
      .orderBy(['name', 'key']);
    return rows.map(toThing);
  }
}
