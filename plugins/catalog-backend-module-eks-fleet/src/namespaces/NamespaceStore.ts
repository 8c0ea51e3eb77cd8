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

import type { Knex } from 'knex';
import { chunks } from '../state/chunks';

const TABLE = 'eks_fleet_namespaces';

/** What is remembered of a namespace that has an entity. */
export interface NamespaceRecord {
  thingKey: string;
  entityRef: string;
  /** Complete readings in a row that did not have it. */
  missedReads: number;
}

interface Row {
  thing_key: string;
  entity_ref: string;
  missed_reads: number;
}

/** Remembers which namespaces were handed to the catalog. */
export class NamespaceStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  async list(): Promise<NamespaceRecord[]> {
    const rows = await this.#client<Row>(TABLE).orderBy('thing_key');
    return rows.map(row => ({
      thingKey: row.thing_key,
      entityRef: row.entity_ref,
      missedReads: row.missed_reads,
    }));
  }

  /** Writes down those that were seen, none of which is missed any more. */
  async seen(records: Array<Omit<NamespaceRecord, 'missedReads'>>) {
    for (const some of chunks(records)) {
      await this.#client<Row>(TABLE)
        .insert(
          some.map(({ entityRef, thingKey }) => ({
            thing_key: thingKey,
            entity_ref: entityRef,
            missed_reads: 0,
          })),
        )
        .onConflict('thing_key')
        .merge(['entity_ref', 'missed_reads']);
    }
  }

  async missed(thingKeys: string[]): Promise<void> {
    for (const some of chunks(thingKeys)) {
      await this.#client<Row>(TABLE)
        .whereIn('thing_key', some)
        .increment('missed_reads', 1);
    }
  }

  async forget(thingKeys: string[]): Promise<void> {
    for (const some of chunks(thingKeys)) {
      await this.#client<Row>(TABLE).whereIn('thing_key', some).delete();
    }
  }
}
