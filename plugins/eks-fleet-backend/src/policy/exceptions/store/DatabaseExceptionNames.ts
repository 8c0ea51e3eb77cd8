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

import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../../../database/chunks';
import type { RequestsOfExceptions } from '../../service/ExceptionViews';
import type { ExceptionAsked } from '../types';

/** What names of exceptions that were asked for end with: the beginning of the id. */
const MARK = /-([0-9a-f]{8})$/;
const MARKS_PER_STATEMENT = 400;

/** {@link RequestsOfExceptions} on PostgreSQL or SQLite. */
export class DatabaseExceptionNames implements RequestsOfExceptions {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async idsOf(
    exceptions: Array<Pick<PolicyException, 'id' | 'engine' | 'name'>>,
  ): Promise<Map<string, string>> {
    const marks = new Set(
      exceptions.flatMap(({ name }) => MARK.exec(name)?.[1] ?? []),
    );
    if (marks.size === 0) {
      return new Map();
    }
    const rows: Array<{ id: string; asked: string }> = [];
    for (const part of chunks([...marks], MARKS_PER_STATEMENT)) {
      rows.push(
        ...(await this.#knex('exception_requests')
          .whereIn(this.#knex.raw('substr(id, 1, 8)') as never, part)
          .select('id', 'asked')),
      );
    }
    const requests = new Map<string, string>(
      rows.map(row => {
        const { name, policy } = JSON.parse(row.asked) as ExceptionAsked;
        return [`${policy.engine} ${name}`, row.id];
      }),
    );
    return new Map(
      exceptions.flatMap(({ engine, id, name }) => {
        const request = requests.get(`${engine} ${name}`);
        return request ? [[id, request] as const] : [];
      }),
    );
  }
}
