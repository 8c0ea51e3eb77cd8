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
import type { Knex } from 'knex';
import { utc } from '../../../database/text';
import type { CompleteSnapshot, IngestReport, NewFinding } from '../../types';
import type { DueDates } from '../dueDates';
import type { FeedRow } from '../rows';
import type { SnapshotSession } from '../types';
import { FeedFindings } from './FeedFindings';
import { internPolicies } from './internPolicies';
import { internWords } from './internWords';
import { lockFeed } from './lockFeed';
import type { WriteContext } from './putFindings';
import { SnapshotContents } from './SnapshotContents';
import { snapshotHash } from './snapshotHash';
import { toldPolicies } from './toldPolicies';
import { writeSnapshot } from './writeSnapshot';

export interface SessionLimits {
  /** Findings that wait to be written; with more of them a part is. */
  waiting: number;
  /** Open findings of one feed of one cluster. */
  open: number;
}

const SUPERSEDED: IngestReport = {
  outcome: 'superseded',
  added: 0,
  changed: 0,
  resolved: 0,
};
const UNCHANGED: IngestReport = { ...SUPERSEDED, outcome: 'unchanged' };

/**
 * {@link SnapshotSession} on PostgreSQL or SQLite. A snapshot of which not too
 * much waits is written whole or not at all; a larger one in parts, which say
 * nothing about what is gone.
 */
export class DatabaseSnapshotSession implements SnapshotSession {
  readonly previous?: { state?: string; observedAt: string };
  readonly #knex: Knex;
  readonly #feed: FeedRow;
  readonly #due: DueDates;
  readonly #dueKey: string;
  readonly #now: Date;
  readonly #limits: SessionLimits;
  readonly #claim = randomUUID();
  readonly #contents = new SnapshotContents();
  readonly #waiting = new Map<string, NewFinding>();
  /** Once a part was written. */
  #stored?: FeedFindings;
  #superseded = false;

  constructor(options: {
    knex: Knex;
    feed: FeedRow;
    due: DueDates;
    /** What the cluster's due dates were last made by. */
    dueKey: string;
    now: Date;
    limits: SessionLimits;
  }) {
    this.#knex = options.knex;
    this.#feed = options.feed;
    this.#due = options.due;
    this.#dueKey = options.dueKey;
    this.#now = options.now;
    this.#limits = options.limits;
    const { content_hash, observed_at, source_state } = options.feed;
    if (observed_at !== '') {
      // While a part is written it is not what its state says.
      const state = content_hash === '' ? '' : source_state;
      this.previous = { state: state || undefined, observedAt: observed_at };
    }
  }

  async add(findings: NewFinding[]): Promise<void> {
    for (const finding of findings) {
      if (this.#superseded) {
        return;
      }
      if (this.#contents.take(finding)) {
        this.#waiting.set(finding.fingerprint, finding);
      }
      if (this.#waiting.size > this.#limits.waiting) {
        await this.#writePart();
      }
    }
  }

  async same(seen: {
    observedAt: Date;
    freshUntil: Date;
  }): Promise<IngestReport> {
    const { content_hash } = this.#feed;
    if (content_hash === '' || !(await this.#markSeen(content_hash, seen))) {
      return SUPERSEDED;
    }
    await this.#renewDueDates();
    return UNCHANGED;
  }

  async complete(snapshot: CompleteSnapshot): Promise<IngestReport> {
    if (this.#superseded) {
      return SUPERSEDED;
    }
    const hash = snapshotHash(this.#contents.digest(), snapshot);
    // Once a part was written rows may be there that no snapshot has.
    if (!this.#stored) {
      const told = {
        observedAt: snapshot.observedAt,
        freshUntil: snapshot.freshUntil,
        source_state: snapshot.state ?? '',
        evaluated_at: utc(snapshot.evaluatedAt),
      };
      if (await this.#markSeen(hash, told)) {
        await this.#renewDueDates();
        return UNCHANGED;
      }
    }
    const context = await this.#prepare(snapshot);
    const report = await this.#knex.transaction(async transaction => {
      const feed = await lockFeed(transaction, this.#feed.id, {
        claim: this.#claim,
        startedAt: this.#now,
        observedAt: snapshot.observedAt,
        isClaimed: this.#stored !== undefined,
      });
      if (!feed) {
        return SUPERSEDED;
      }
      const stored =
        this.#stored ?? (await FeedFindings.load(transaction, feed.id));
      await this.#putWaiting(transaction, stored, context);
      await stored.resolveOthers(transaction, this.#contents.taken, {
        observedAt: snapshot.observedAt,
        lastSeen: feed.observed_at,
      });
      await writeSnapshot(transaction, snapshot, {
        feed,
        hash,
        contents: this.#contents,
        policyIds: context.policyIds,
        movements: stored.movements,
        limits: this.#limits,
      });
      return { outcome: 'written' as const, ...stored.written };
    });
    if (report.outcome === 'written') {
      await this.#renewDueDates();
    }
    return report;
  }

  async #writePart(): Promise<void> {
    const context = await this.#prepare();
    this.#superseded = !(await this.#knex.transaction(async transaction => {
      const feed = await lockFeed(transaction, this.#feed.id, {
        claim: this.#claim,
        startedAt: this.#now,
        observedAt: this.#now,
        isClaimed: this.#stored !== undefined,
      });
      if (!feed) {
        return false;
      }
      if (!this.#stored) {
        await transaction<FeedRow>('policy_feeds').where('id', feed.id).update({
          claim: this.#claim,
          claimed_at: this.#now.toISOString(),
          content_hash: '',
        });
        this.#stored = await FeedFindings.load(transaction, feed.id);
      }
      await this.#putWaiting(transaction, this.#stored, context);
      return true;
    }));
  }

  /** What waits and is not there just so, as far as there is room. */
  async #putWaiting(
    transaction: Knex,
    stored: FeedFindings,
    context: WriteContext,
  ): Promise<void> {
    const { taken } = this.#contents;
    const changed: NewFinding[] = [];
    let room = this.#limits.open - stored.size;
    for (const [fingerprint, finding] of this.#waiting) {
      const isNew = !stored.has(fingerprint);
      if (isNew && room <= 0) {
        this.#contents.drop(fingerprint);
      } else if (!stored.holds(fingerprint, taken.get(fingerprint)!)) {
        changed.push(finding);
        room -= isNew ? 1 : 0;
      }
    }
    this.#waiting.clear();
    await stored.put(transaction, changed, taken, context);
  }

  /** Numbers for all that is to be written, made outside of transactions. */
  async #prepare(snapshot?: CompleteSnapshot): Promise<WriteContext> {
    const waiting = [...this.#waiting.values()];
    return {
      feedId: this.#feed.id,
      clusterId: this.#feed.cluster_id,
      due: this.#due,
      observedAt: snapshot?.observedAt ?? this.#now,
      policyIds: await internPolicies(
        this.#knex,
        toldPolicies(this.#contents, snapshot),
        this.#now,
      ),
      wordIds: await internWords(this.#knex, waiting, this.#now),
    };
  }

  async #markSeen(
    hash: string,
    seen: { observedAt: Date; freshUntil: Date } & Partial<
      Pick<FeedRow, 'evaluated_at' | 'source_state'>
    >,
  ): Promise<boolean> {
    const observedAt = seen.observedAt.toISOString();
    const { evaluated_at, source_state } = seen;
    const marked = await this.#knex<FeedRow>('policy_feeds')
      .where({ id: this.#feed.id, content_hash: hash })
      .where('observed_at', '<=', observedAt)
      .update({
        observed_at: observedAt,
        fresh_until: seen.freshUntil.toISOString(),
        ...(source_state === undefined ? {} : { source_state }),
        ...(evaluated_at === undefined ? {} : { evaluated_at }),
      });
    return marked > 0;
  }

  /** Rules and environments change seldom, and findings need not change for it. */
  async #renewDueDates(): Promise<void> {
    if (this.#dueKey !== this.#due.key) {
      await this.#knex.transaction(transaction =>
        this.#due.renew(transaction, this.#feed.cluster_id),
      );
    }
  }
}
