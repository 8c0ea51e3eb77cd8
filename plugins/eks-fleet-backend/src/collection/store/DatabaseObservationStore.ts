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

import type { RefreshProgress } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { safeText } from '../../inventory/safeText';
import type { ClusterObservations, ObservationChange } from '../types';
import { claimRows } from './claimRows';
import { putReports } from './putReports';
import { NO_ERROR, toObservation, type ObservationRow } from './rows';
import { syncRows } from './syncRows';
import type {
  Claim,
  ClaimRequest,
  Failure,
  KindCount,
  KindState,
  ObservationKey,
  ObservationStore,
  Recorded,
  ReportedObservation,
  Success,
  SyncResult,
} from './types';

const ARNS_PER_STATEMENT = 500;
/** A refresh of which somebody never brings a part is over all the same. */
const REFRESH_ENDS_AFTER_MS = 5 * 60_000;
/** Looking at a page again moves nothing until this much later. */
const WANTED_STEP_MS = 60_000;

/** {@link ObservationStore} on PostgreSQL or SQLite. */
export class DatabaseObservationStore implements ObservationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async sync(
    clusters: CollectedCluster[],
    kinds: string[],
    kindsOf: (cluster: CollectedCluster) => string[],
    now: Date,
  ): Promise<SyncResult> {
    return syncRows(this.#knex, clusters, kinds, kindsOf, now);
  }

  async claim(request: ClaimRequest): Promise<Claim[]> {
    return request.limit > 0 && request.kinds.length > 0
      ? claimRows(this.#knex, request)
      : [];
  }

  async succeed(claim: Claim, success: Success): Promise<Recorded> {
    const { value, text, hash } = success.document;
    const startedAt = success.startedAt.toISOString();
    const seen = {
      ...NO_ERROR,
      ...this.#givenBack(success),
      source: 'collector' as const,
      failures: 0,
      observed_at: startedAt,
      fresh_until: success.freshUntil.toISOString(),
    };
    const unchanged = await this.#claimed(claim)
      .where('document_hash', hash)
      .update(seen);
    if (unchanged > 0) {
      return {};
    }
    const written = await this.#claimed(claim).update({
      ...seen,
      document: text,
      document_hash: hash,
    });
    if (written === 0) {
      return undefined;
    }
    return {
      change: {
        cluster: claim.cluster,
        kind: claim.kind,
        source: 'collector',
        before: claim.previous?.document,
        after: value,
        at: startedAt,
      },
    };
  }

  async fail(claim: Claim, failure: Failure): Promise<Recorded> {
    const { code, message } = failure.error;
    const startedAt = failure.startedAt.toISOString();
    const written = await this.#claimed(claim).update({
      ...this.#givenBack(failure),
      failures: claim.failures + 1,
      error_code: code,
      error_message: safeText(message, 4000),
      error_since: this.#knex.raw(
        'case when error_code = ? then error_since else ? end',
        [code, startedAt],
      ),
    });
    return written > 0 ? {} : undefined;
  }

  async release(claims: Claim[]): Promise<void> {
    for (const claim of claims) {
      await this.#claimed(claim).update({ lease_owner: '', lease_until: '' });
    }
  }

  async put(
    reports: ReportedObservation[],
    now: Date,
  ): Promise<ObservationChange[]> {
    return putReports(this.#knex, reports, now);
  }

  async want(arns: string[], until: Date): Promise<void> {
    const step = new Date(until.getTime() - WANTED_STEP_MS).toISOString();
    for (const part of chunks(arns, ARNS_PER_STATEMENT)) {
      await this.#knex('observations')
        .whereIn('arn', part)
        .where('wanted_until', '<', step)
        .update({ wanted_until: until.toISOString() });
    }
  }

  async requestRefresh(arn: string, now: Date): Promise<void> {
    const at = now.toISOString();
    await this.#knex('observations')
      .where({ arn })
      .update({
        requested_at: at,
        next_at: this.#knex.raw(`case when next_at = '' then '' else ? end`, [
          at,
        ]),
      });
  }

  async hasten({ arn, kind }: ObservationKey, now: Date): Promise<void> {
    const at = now.toISOString();
    await this.#knex('observations')
      .where({ arn, kind, failures: 0 })
      .where('next_at', '>', '')
      .update({
        hastened_at: at,
        next_at: this.#knex.raw(
          `case when next_at > ? then ? else next_at end`,
          [at, at],
        ),
      });
  }

  async progress(arn: string, now: Date): Promise<RefreshProgress> {
    const rows: Array<Pick<ObservationRow, 'requested_at' | 'attempted_at'>> =
      await this.#knex<ObservationRow>('observations')
        .where({ arn })
        .where('requested_at', '>', '')
        .select('requested_at', 'attempted_at');
    const requestedAt = rows
      .map(row => row.requested_at)
      .sort()
      .at(-1);
    if (requestedAt === undefined) {
      return { total: 0, done: 0, running: false };
    }
    const asked = rows.filter(row => row.requested_at === requestedAt);
    const done = asked.filter(row => row.attempted_at >= requestedAt).length;
    return {
      requestedAt,
      total: asked.length,
      done,
      running:
        done < asked.length &&
        now.getTime() - Date.parse(requestedAt) < REFRESH_ENDS_AFTER_MS,
    };
  }

  async states(now: Date): Promise<KindState[]> {
    const rows: Array<{ kind: string; oldest: string; due: number | string }> =
      await this.#knex('observations')
        .select('kind')
        .select(
          this.#knex.raw(
            `coalesce(min(nullif(observed_at, '')), '') as oldest`,
          ),
          this.#knex.raw(
            `sum(case when next_at > '' and next_at <= ? then 1 else 0 end) as due`,
            [now.toISOString()],
          ),
        )
        .groupBy('kind')
        .orderBy('kind');
    return rows.map(({ kind, oldest, due }) => ({
      kind,
      oldestObservedAt: oldest || undefined,
      due: Number(due),
    }));
  }

  async counts(now: Date): Promise<KindCount[]> {
    const state = this.#knex.raw(
      `case
        when error_code <> '' then error_code
        when observed_at = '' then 'pending'
        when fresh_until <= ? then 'stale'
        else 'fresh' end as state`,
      [now.toISOString()],
    );
    const rows: Array<Omit<KindCount, 'count'> & { count: number | string }> =
      await this.#knex
        .select('kind', 'state')
        .count({ count: '*' })
        .from(this.#knex('observations').select('kind', state).as('judged'))
        .groupBy('kind', 'state')
        .orderBy(['kind', 'state']);
    return rows.map(row => ({ ...row, count: Number(row.count) }));
  }

  async of(arn: string): Promise<ClusterObservations> {
    return (await this.ofMany([arn])).get(arn) ?? {};
  }

  async ofMany(
    arns: string[],
    kinds?: string[],
  ): Promise<Map<string, ClusterObservations>> {
    const found = new Map<string, ClusterObservations>(
      arns.map(arn => [arn, {}]),
    );
    for (const part of chunks([...found.keys()], ARNS_PER_STATEMENT)) {
      const query = this.#knex<ObservationRow>('observations')
        .whereIn('arn', part)
        .where('attempted_at', '>', '');
      const rows: ObservationRow[] = await (kinds
        ? query.whereIn('kind', kinds)
        : query);
      for (const row of rows) {
        found.get(row.arn)![row.kind] = toObservation(row);
      }
    }
    return found;
  }

  /** The row, as long as the claim holds. */
  #claimed(claim: Claim) {
    const { arn, kind, owner, lease } = claim;
    return this.#knex<ObservationRow>('observations').where({
      arn,
      kind,
      lease,
      lease_owner: owner,
    });
  }

  /** What was asked for, or hastened, meanwhile is due at once. */
  #givenBack({ startedAt, nextAt }: { startedAt: Date; nextAt: Date }) {
    const start = startedAt.toISOString();
    return {
      lease_owner: '',
      lease_until: '',
      attempted_at: start,
      next_at: this.#knex.raw(
        `case when next_at = '' then ''
          when requested_at > ? then requested_at
          when hastened_at > ? then hastened_at
          else ? end`,
        [start, start, nextAt.toISOString()],
      ) as unknown as string,
    };
  }
}
