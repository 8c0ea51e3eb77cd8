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

import { randomUUID } from 'node:crypto';
import type { Waiver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { utc } from '../../database/text';
import { safeText } from '../../inventory/safeText';
import type { ClusterIdentity, WaiverRecord, WaiverStore } from './types';

interface WaiverRow {
  id: string;
  arn: string;
  cluster_created_at: string;
  finding_key: string;
  reason: string;
  until_at: string;
  granted_by: string;
  granted_at: string;
  ended_at: string;
  ended_by: string;
}

/** {@link WaiverStore} on PostgreSQL or SQLite. */
export class DatabaseWaiverStore implements WaiverStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(
    cluster: ClusterIdentity,
    waiver: Pick<Waiver, 'findingKey' | 'reason' | 'until' | 'by'>,
    now: Date,
  ): Promise<Waiver> {
    const row: WaiverRow = {
      id: randomUUID(),
      arn: cluster.arn,
      cluster_created_at: utc(cluster.createdAt),
      finding_key: waiver.findingKey,
      reason: safeText(waiver.reason, 2_000),
      until_at: utc(waiver.until),
      granted_by: waiver.by,
      granted_at: now.toISOString(),
      ended_at: '',
      ended_by: '',
    };
    await this.#knex<WaiverRow>('waivers').insert(row);
    return fromRow(row, now);
  }

  async find(
    cluster: ClusterIdentity,
    id: string,
    now: Date,
  ): Promise<Waiver | undefined> {
    const row = await this.#knex<WaiverRow>('waivers')
      .where({
        id,
        arn: cluster.arn,
        cluster_created_at: utc(cluster.createdAt),
      })
      .first();
    return row && fromRow(row, now);
  }

  async end(id: string, by: string, now: Date): Promise<boolean> {
    const ended = await this.#knex<WaiverRow>('waivers')
      .where({ id, ended_at: '' })
      .where('until_at', '>', now.toISOString())
      .update({ ended_at: now.toISOString(), ended_by: by });
    return ended > 0;
  }

  async active(
    clusters: ClusterIdentity[],
    now: Date,
  ): Promise<Map<string, Waiver[]>> {
    const createdAt = new Map(
      clusters.map(cluster => [cluster.arn, utc(cluster.createdAt)]),
    );
    const active = new Map<string, Waiver[]>();
    for (const arns of chunks([...createdAt.keys()], 500)) {
      const rows: WaiverRow[] = await this.#knex<WaiverRow>('waivers')
        .whereIn('arn', arns)
        .where('ended_at', '')
        .where('until_at', '>', now.toISOString());
      for (const row of rows) {
        if (createdAt.get(row.arn) === row.cluster_created_at) {
          const waivers = active.get(row.arn) ?? [];
          active.set(row.arn, [...waivers, fromRow(row, now)]);
        }
      }
    }
    return active;
  }

  async expire(now: Date): Promise<WaiverRecord[]> {
    const rows: WaiverRow[] = await this.#knex<WaiverRow>('waivers')
      .where('ended_at', '')
      .where('until_at', '<=', now.toISOString())
      .orderBy('until_at')
      .limit(1_000);
    const expired: WaiverRecord[] = [];
    for (const row of rows) {
      const ended = await this.#knex<WaiverRow>('waivers')
        .where({ id: row.id, ended_at: '' })
        .update({ ended_at: row.until_at });
      if (ended > 0) {
        expired.push({ ...fromRow(row, now), arn: row.arn });
      }
    }
    return expired;
  }

  async prune(before: Date): Promise<number> {
    return this.#knex<WaiverRow>('waivers')
      .where('ended_at', '>', '')
      .where('ended_at', '<', before.toISOString())
      .delete();
  }
}

function fromRow(row: WaiverRow, now: Date): Waiver {
  return {
    id: row.id,
    findingKey: row.finding_key,
    reason: row.reason,
    until: row.until_at,
    by: row.granted_by,
    at: row.granted_at,
    active: row.ended_at === '' && row.until_at > now.toISOString(),
  };
}
