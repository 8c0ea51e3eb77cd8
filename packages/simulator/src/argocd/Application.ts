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
import type { ApplicationSubject, ApplicationWork, Turn } from './work';
import type { ApplicationFault, SyncOperation, SyncRecord } from './types';

/** What has been seen in Git of what an application describes. */
export interface Seen<W> {
  revision: string;
  /** Of the files themselves; an application is in sync while this has not changed. */
  blob: string | undefined;
  wanted: W | undefined;
  /** Why the files cannot be used. */
  problem?: string;
  /** Whether nothing is left of them, and only pruning would bring the cluster there. */
  isGone?: boolean;
  /** Whether they have let go of what keeps it from being deleted. */
  isDeleting?: boolean;
  /** Whether it syncs by itself, where files say so. */
  automated?: boolean;
}

interface Upcoming<W> extends Seen<W> {
  /** When Argo CD looks at it. */
  refreshAt: Date;
}

export type SyncStatus = 'OutOfSync' | 'Synced' | 'Unknown';
export type HealthStatus =
  | 'Degraded'
  | 'Healthy'
  | 'Missing'
  | 'Progressing'
  | 'Unknown';

const HISTORY_LIMIT = 10;
/** From seeing a change to acting upon it. */
const SYNC_AFTER_MS = 1000;

export interface ApplicationOptions<W> {
  subject: ApplicationSubject;
  work: ApplicationWork<W>;
  /** What was there from the beginning; nothing where it is new. */
  seen?: Seen<W>;
  createdAt: Date;
  syncSeconds: number;
  deletionSeconds: number;
}

/** One application: what it has synced, what it does now, what stands in its way. */
export class Application<W = unknown> {
  readonly subject: ApplicationSubject;
  readonly createdAt: Date;
  fault: ApplicationFault | undefined;
  /** Whether it syncs by itself. */
  automated = true;
  compared: Seen<W>;
  operation: SyncOperation | undefined;
  history: SyncRecord[] = [];
  reconciledAt: Date;
  /** Grows with each change. */
  changes = 0;
  /** What keeps whatever it brings about from going on. */
  failure: string | undefined;
  /** Whether something is left to be done beyond the sync. */
  isProvisioning = false;
  /** Since when it is being deleted, with what it has made. */
  deletedAt: Date | undefined;
  /** Whether it, and what it has made, is no more. */
  isGone = false;
  readonly #work: ApplicationWork<W>;
  readonly #syncMs: number;
  readonly #deletionMs: number;
  #synced: Seen<W>;
  #upcoming: Upcoming<W>[] = [];
  #syncAt: Date | undefined;
  #deleteAt: Date | undefined;

  constructor(options: ApplicationOptions<W>) {
    const { subject, work, seen, createdAt } = options;
    this.subject = subject;
    this.createdAt = createdAt;
    this.reconciledAt = createdAt;
    this.automated = seen?.automated ?? true;
    this.compared = seen ?? {
      revision: '',
      blob: undefined,
      wanted: undefined,
    };
    this.#synced = this.compared;
    this.#work = work;
    this.#syncMs = options.syncSeconds * 1000;
    this.#deletionMs = options.deletionSeconds * 1000;
    this.history = seen
      ? [
          {
            id: 0,
            revision: seen.revision,
            deployStartedAt: createdAt,
            deployedAt: createdAt,
          },
        ]
      : [];
  }

  get name(): string {
    return this.subject.name;
  }

  /** What keeps it from being compared with a cluster at all. */
  get obstacle(): string | undefined {
    return this.#work.obstacle?.();
  }

  get syncStatus(): SyncStatus {
    if (
      this.fault === 'comparisonError' ||
      this.compared.problem ||
      this.obstacle
    ) {
      return 'Unknown';
    }
    return this.compared.blob === this.#synced.blob &&
      !this.#work.hasExtra?.(this.#synced.wanted) &&
      this.fault !== 'outOfSync'
      ? 'Synced'
      : 'OutOfSync';
  }

  get healthStatus(): HealthStatus {
    if (this.obstacle) {
      return 'Unknown';
    }
    if (this.fault === 'degraded' || this.failure) {
      return 'Degraded';
    }
    if (!this.#work.isThere()) {
      return 'Missing';
    }
    return this.fault === 'progressing' || this.isProvisioning || this.deletedAt
      ? 'Progressing'
      : 'Healthy';
  }

  get message(): string | undefined {
    if (this.fault === 'degraded') {
      return 'The object is in a terminal condition and cannot be reconciled';
    }
    return this.compared.problem ?? this.obstacle ?? this.failure;
  }

  /** Whether time alone brings something on. */
  get isWaiting(): boolean {
    return (
      this.#upcoming.length > 0 ||
      this.#syncAt !== undefined ||
      this.#deleteAt !== undefined ||
      this.deletedAt !== undefined ||
      this.operation?.phase === 'Running' ||
      this.isProvisioning
    );
  }

  /** Tells of a push that Argo CD will see. */
  pushed(seen: Seen<W>, refreshAt: Date): void {
    this.#upcoming.push({ ...seen, refreshAt });
  }

  /** Syncs now, again or although it does not do so by itself. */
  requestSync(now: Date): void {
    this.failure = undefined;
    this.#syncAt = now;
    this.changes += 1;
  }

  /** Does what is due, in its order. */
  settle(now: Date): void {
    this.#refresh(now);
    this.#startSync(now);
    this.#finishSync(now);
    this.#goOn();
    this.#delete(now);
  }

  #refresh(now: Date): void {
    while (this.#upcoming[0]?.refreshAt <= now) {
      const { refreshAt, ...seen } = this.#upcoming.shift()!;
      const isNew = seen.blob !== this.compared.blob;
      this.compared = seen;
      this.automated = seen.automated ?? this.automated;
      this.reconciledAt = refreshAt;
      this.changes += 1;
      // What is only to be pruned is not, by an application that may not.
      if (isNew && this.automated && !seen.isGone) {
        this.#syncAt = new Date(refreshAt.getTime() + SYNC_AFTER_MS);
      }
    }
  }

  #startSync(now: Date): void {
    const isHeld =
      this.fault === 'outOfSync' || this.fault === 'comparisonError';
    if (!this.#syncAt || this.#syncAt > now || isHeld || this.obstacle) {
      return;
    }
    if (this.operation?.phase === 'Running') {
      return;
    }
    const { revision, problem } = this.compared;
    const startedAt = this.#syncAt;
    this.#syncAt = undefined;
    this.changes += 1;
    this.operation = problem
      ? {
          revision,
          phase: 'Failed',
          message: `Failed to load target state: ${problem}`,
          startedAt,
          finishedAt: startedAt,
        }
      : {
          revision,
          phase: 'Running',
          message: 'waiting for completion of operation',
          startedAt,
        };
  }

  #finishSync(now: Date): void {
    const { operation } = this;
    if (
      operation?.phase !== 'Running' ||
      operation.startedAt.getTime() + this.#syncMs > now.getTime()
    ) {
      return;
    }
    const finishedAt = new Date(operation.startedAt.getTime() + this.#syncMs);
    this.reconciledAt = finishedAt;
    this.changes += 1;
    try {
      this.#work.bring(this.compared.wanted, this.#synced.wanted, finishedAt);
    } catch (error) {
      const { message } = error as Error;
      this.operation = { ...operation, phase: 'Failed', message, finishedAt };
      return;
    }
    this.operation = {
      ...operation,
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      finishedAt,
    };
    if (!this.compared.isGone) {
      this.#synced = this.compared;
    }
    this.failure = undefined;
    this.isProvisioning = true;
    this.#deleteAt = this.#synced.isDeleting
      ? new Date(finishedAt.getTime() + this.#deletionMs)
      : undefined;
    this.history = [
      ...this.history,
      {
        id: (this.history.at(-1)?.id ?? -1) + 1,
        revision: operation.revision,
        deployStartedAt: operation.startedAt,
        deployedAt: finishedAt,
      },
    ].slice(-HISTORY_LIMIT);
    // What was pushed meanwhile is the next sync's business.
    this.#startSync(now);
  }

  #goOn(): void {
    const { wanted } = this.#synced;
    if (this.isProvisioning && !this.failure && !this.deletedAt && wanted) {
      this.#attempt(() => {
        const turn = this.#work.goOn(wanted);
        this.isProvisioning = turn !== 'done';
        return turn;
      });
    }
  }

  /** What the file has let go of goes, and then the application itself. */
  #delete(now: Date): void {
    if (this.#deleteAt && this.#deleteAt <= now) {
      this.deletedAt = this.#deleteAt;
      this.#deleteAt = undefined;
      this.failure = undefined;
      this.changes += 1;
    }
    if (this.deletedAt && !this.failure) {
      this.#attempt(() => {
        const turn = this.#work.remove(now, this.#synced.wanted);
        this.isGone = turn === 'done';
        return turn;
      });
    }
  }

  #attempt(act: () => Turn): void {
    try {
      if (act() !== 'wait') {
        this.changes += 1;
      }
    } catch (error) {
      this.failure = (error as Error).message;
      this.isProvisioning = false;
      this.changes += 1;
    }
  }
}
