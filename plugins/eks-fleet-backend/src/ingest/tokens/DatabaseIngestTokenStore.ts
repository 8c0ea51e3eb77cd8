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
import { createHash } from 'node:crypto';
import { known } from '../../database/text';
import { safeText } from '../../inventory/safeText';
import { soonAfter } from './tokenState';
import { MOST_VALID, type IngestTokenStore, type TokenRecord } from './types';

interface TokenRow {
  id: string;
  arn: string;
  cluster_created_at: string;
  label: string;
  secret_hash: string;
  issued_by: string;
  issued_at: string;
  expires_at: string;
  last_used_at: string;
  last_used_for: string;
  revoked_at: string;
  revoked_by: string;
  /** Empty once it is not valid any more. */
  active_key: string | null;
}

const MOST_LISTED = 20;

/** {@link IngestTokenStore} on PostgreSQL or SQLite. */
export class DatabaseIngestTokenStore implements IngestTokenStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(arn: string): Promise<TokenRecord[]> {
    const rows = await this.#tokens()
      .where({ arn })
      .orderBy([
        { column: 'issued_at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ])
      .limit(MOST_LISTED);
    return rows.map(fromRow);
  }

  async find(id: string): Promise<TokenRecord | undefined> {
    const row = await this.#tokens().where({ id }).first();
    return row && fromRow(row);
  }

  async add(record: TokenRecord, now: Date): Promise<boolean> {
    const { cluster, expiresAt, id, issuedAt, issuedBy } = record;
    const { arn, createdAt } = cluster;
    return this.#knex.transaction(async transaction => {
      await this.#freePlaces(transaction, cluster, now);
      for (let place = 0; place < MOST_VALID; place += 1) {
        const row: TokenRow = {
          id,
          arn,
          cluster_created_at: createdAt,
          label: safeText(record.label, 100),
          secret_hash: record.secretHash,
          issued_by: issuedBy,
          issued_at: issuedAt,
          expires_at: expiresAt,
          last_used_at: '',
          last_used_for: '',
          revoked_at: '',
          revoked_by: '',
          active_key: placeKey(arn, place),
        };
        // Two that issue at one moment cannot take the same place.
        await transaction<TokenRow>('ingest_tokens')
          .insert(row)
          .onConflict('active_key')
          .ignore();
        const added = await transaction<TokenRow>('ingest_tokens')
          .where({ id })
          .first('id');
        if (added) {
          return true;
        }
      }
      return false;
    });
  }

  async revoke(
    { arn, id }: { arn: string; id: string },
    by: { userRef: string; at: Date },
  ): Promise<boolean> {
    const revoked = await this.#tokens()
      .where({ arn, id, revoked_at: '' })
      .update({
        revoked_at: by.at.toISOString(),
        revoked_by: by.userRef,
        active_key: null,
      });
    return revoked > 0;
  }

  async used(id: string, route: string, at: Date): Promise<void> {
    await this.#tokens()
      .where({ id })
      .where('last_used_at', '<', at.toISOString())
      .update({ last_used_at: at.toISOString(), last_used_for: route });
  }

  async countValid(now: Date): Promise<{ valid: number; expiresSoon: number }> {
    const count = async (query: Knex.QueryBuilder) => {
      const [row] = await query.count({ count: '*' });
      return Number(row.count);
    };
    const valid = () =>
      this.#tokens()
        .where({ revoked_at: '' })
        .where('expires_at', '>', now.toISOString());
    const expiresSoon = await count(
      valid().where('expires_at', '<=', soonAfter(now)),
    );
    return { valid: (await count(valid())) - expiresSoon, expiresSoon };
  }

  async prune(endedBefore: Date): Promise<void> {
    const before = endedBefore.toISOString();
    await this.#tokens()
      .where('expires_at', '<', before)
      .orWhere(revoked =>
        revoked.where('revoked_at', '>', '').where('revoked_at', '<', before),
      )
      .delete();
  }

  /** Those of expired tokens, and of a cluster that had the name before. */
  async #freePlaces(
    transaction: Knex.Transaction,
    { arn, createdAt }: TokenRecord['cluster'],
    now: Date,
  ): Promise<void> {
    await transaction<TokenRow>('ingest_tokens')
      .where({ arn })
      .whereNotNull('active_key')
      .where(ended => {
        ended.where('expires_at', '<=', now.toISOString());
        if (createdAt !== '') {
          ended.orWhere(other =>
            other
              .whereNot('cluster_created_at', '')
              .whereNot('cluster_created_at', createdAt),
          );
        }
      })
      .update({ active_key: null });
  }

  #tokens() {
    return this.#knex<TokenRow>('ingest_tokens');
  }
}

function placeKey(arn: string, place: number): string {
  return `${createHash('sha256').update(arn).digest('hex')}.${place}`;
}

function fromRow(row: TokenRow): TokenRecord {
  return {
    id: row.id,
    cluster: { arn: row.arn, createdAt: row.cluster_created_at },
    label: row.label,
    secretHash: row.secret_hash,
    issuedBy: row.issued_by,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    lastUsedAt: known(row.last_used_at),
    lastUsedFor: known(row.last_used_for),
    revokedAt: known(row.revoked_at),
    revokedBy: known(row.revoked_by),
  };
}
