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
import { sha256 } from '../../database/sha256';
import { known } from '../../database/text';
import type {
  StatementMark,
  StatementProblem,
  StatementRecord,
  StatementStore,
} from '../types';

interface StatementRow {
  arn: string;
  repository: string;
  path: string;
  provisioner: string;
  head: string;
  read_at: string;
  problem_code: string;
  problem: string;
  hash: string;
  document: string;
}

const ROWS_PER_STATEMENT = 80;
const ARNS_PER_STATEMENT = 500;

/** {@link StatementStore} on PostgreSQL or SQLite. */
export class DatabaseStatementStore implements StatementStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async marks(): Promise<Map<string, StatementMark>> {
    const rows: Array<Omit<StatementRow, 'document' | 'problem'>> =
      await this.#knex<StatementRow>('cluster_statements').select(
        'arn',
        'head',
        'hash',
        'path',
        'problem_code',
        'provisioner',
        'repository',
      );
    return new Map(
      rows.map(({ arn, head, hash, path, provisioner, repository, ...row }) => [
        arn,
        {
          head,
          hash,
          path,
          provisioner,
          repository,
          problem: known(row.problem_code) as StatementProblem | undefined,
        },
      ]),
    );
  }

  async ofMany(arns: string[]): Promise<Map<string, StatementRecord>> {
    const found = new Map<string, StatementRecord>();
    for (const part of chunks(arns, ARNS_PER_STATEMENT)) {
      const rows: StatementRow[] = await this.#knex<StatementRow>(
        'cluster_statements',
      ).whereIn('arn', part);
      rows.forEach(row => found.set(row.arn, fromRow(row)));
    }
    return found;
  }

  async put(records: StatementRecord[]): Promise<void> {
    for (const part of chunks(records, ROWS_PER_STATEMENT)) {
      await this.#knex<StatementRow>('cluster_statements')
        .insert(part.map(toRow))
        .onConflict('arn')
        .merge();
    }
  }

  async advance(arns: string[], head: string): Promise<void> {
    for (const part of chunks(arns, ARNS_PER_STATEMENT)) {
      await this.#knex<StatementRow>('cluster_statements')
        .whereIn('arn', part)
        .update({ head });
    }
  }

  async retain(arns: string[]): Promise<void> {
    const wanted = new Set(arns);
    const rows: Array<{ arn: string }> = await this.#knex(
      'cluster_statements',
    ).select('arn');
    const gone = rows.map(({ arn }) => arn).filter(arn => !wanted.has(arn));
    for (const part of chunks(gone, ARNS_PER_STATEMENT)) {
      await this.#knex('cluster_statements').whereIn('arn', part).delete();
    }
  }
}

function toRow(record: StatementRecord): StatementRow {
  const { arn, head, path, problem, provisioner, readAt, repository } = record;
  const { problems, spec, statement } = record;
  const said = {
    repository,
    path,
    provisioner,
    problem_code: problem?.code ?? '',
    problem: problem?.message ?? '',
    document: JSON.stringify({ problems, spec, statement }),
  };
  return {
    ...said,
    arn,
    head,
    read_at: readAt,
    hash: sha256(JSON.stringify(said)),
  };
}

function fromRow(row: StatementRow): StatementRecord {
  return {
    arn: row.arn,
    repository: row.repository,
    path: row.path,
    provisioner: row.provisioner,
    head: row.head,
    readAt: row.read_at,
    ...(row.problem_code && {
      problem: {
        code: row.problem_code as StatementProblem,
        message: row.problem,
      },
    }),
    ...(JSON.parse(row.document) as Pick<
      StatementRecord,
      'problems' | 'spec' | 'statement'
    >),
  };
}
