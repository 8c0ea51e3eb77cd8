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
import { chunks } from '../../database/chunks';
import { known } from '../../database/text';
import type { ExpectedRecord, ExpectedStore } from './types';

interface ExpectedRow {
  arn: string;
  head: string;
  read_at: string;
  problem: string;
  document: string;
}

/** All but what is large. */
type ExpectedHead = Omit<ExpectedRow, 'document'>;

const ROWS_PER_STATEMENT = 200;
const ARNS_PER_STATEMENT = 500;

/** {@link ExpectedStore} on PostgreSQL or SQLite. */
export class DatabaseExpectedStore implements ExpectedStore {
  readonly #knex: Knex;
  /** What was read before, by ARN; the same again until it is read of Git anew. */
  readonly #known = new Map<string, ExpectedRecord>();

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async ofMany(arns: string[]): Promise<Map<string, ExpectedRecord>> {
    const found = new Map<string, ExpectedRecord>();
    for (const part of chunks(arns, ARNS_PER_STATEMENT)) {
      const heads: ExpectedHead[] = await this.#knex<ExpectedRow>(
        'policy_expected',
      )
        .whereIn('arn', part)
        .select('arn', 'head', 'read_at', 'problem');
      const missing = heads
        .filter(head => !this.#isKnown(head))
        .map(({ arn }) => arn);
      missing.forEach(arn => this.#known.delete(arn));
      for (const row of await this.#read(missing)) {
        this.#known.set(row.arn, fromRow(row));
      }
      for (const { arn } of heads) {
        const record = this.#known.get(arn);
        if (record) {
          found.set(arn, record);
        }
      }
    }
    return found;
  }

  #isKnown({ arn, head, problem, read_at }: ExpectedHead): boolean {
    const record = this.#known.get(arn);
    return (
      record?.head === head &&
      record.readAt === read_at &&
      record.problem === known(problem)
    );
  }

  async #read(arns: string[]): Promise<ExpectedRow[]> {
    return arns.length > 0
      ? this.#knex<ExpectedRow>('policy_expected').whereIn('arn', arns)
      : [];
  }

  async heads(): Promise<Map<string, string>> {
    const rows = await this.#knex<ExpectedRow>('policy_expected').select(
      'arn',
      'head',
    );
    return new Map(rows.map(({ arn, head }) => [arn, head]));
  }

  async put(records: ExpectedRecord[]): Promise<void> {
    for (const part of chunks(records, ROWS_PER_STATEMENT)) {
      await this.#knex<ExpectedRow>('policy_expected')
        .insert(part.map(toRow))
        .onConflict('arn')
        .merge();
    }
  }

  async retain(arns: string[]): Promise<void> {
    const wanted = new Set(arns);
    const gone = [...(await this.heads()).keys()].filter(
      arn => !wanted.has(arn),
    );
    for (const part of chunks(gone, ARNS_PER_STATEMENT)) {
      await this.#knex('policy_expected').whereIn('arn', part).delete();
      part.forEach(arn => this.#known.delete(arn));
    }
  }
}

function toRow(record: ExpectedRecord): ExpectedRow {
  const { arn, head, policies, problem, readAt, version } = record;
  return {
    arn,
    head,
    read_at: readAt,
    problem: problem ?? '',
    document: JSON.stringify({ policies, version }),
  };
}

function fromRow(row: ExpectedRow): ExpectedRecord {
  return {
    arn: row.arn,
    head: row.head,
    readAt: row.read_at,
    problem: known(row.problem),
    ...(JSON.parse(row.document) as Pick<
      ExpectedRecord,
      'policies' | 'version'
    >),
  };
}
