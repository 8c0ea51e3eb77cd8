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

/** What is asked of the store to tell of requests for exceptions. */
export interface ExceptionNewsStore {
  /** Requests that are under way, or to which something happened since then. */
  idsSince(since: Date): Promise<string[]>;
  /** Owners of a request's clusters, as the catalog has them now. */
  owners(requestId: string): Promise<string[]>;
}

/** {@link ExceptionNewsStore} on PostgreSQL or SQLite. */
export class DatabaseExceptionNews implements ExceptionNewsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async idsSince(since: Date): Promise<string[]> {
    return this.#knex('exception_requests')
      .whereNot('next_at', '')
      .orWhereIn(
        'id',
        this.#knex('exception_request_events')
          .where('at', '>=', since.toISOString())
          .select('request_id'),
      )
      .orderBy('id')
      .pluck('id');
  }

  async owners(requestId: string): Promise<string[]> {
    return (
      this.#knex('exception_request_clusters as asked')
        .join('clusters', on =>
          on
            .on('clusters.arn', 'asked.arn')
            // One that was made anew has no part in it.
            .andOn('clusters.created_at', 'asked.cluster_created_at'),
        )
        .where('asked.request_id', requestId)
        // What other sources of the catalog claim of a cluster gives nobody anything.
        .where('clusters.origin', 'eks-fleet')
        .whereNot('clusters.owner', '')
        .distinct('clusters.owner')
        .orderBy('clusters.owner')
        .pluck('clusters.owner')
    );
  }
}
