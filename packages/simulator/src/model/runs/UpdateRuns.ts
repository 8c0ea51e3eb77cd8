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

import type { Clock } from '../../clock';
import type { FaultSpec, FaultSubject } from '../../server/faults';
import type { CloudSettings } from '../settings';
import type { Cluster } from '../types';
import type { Update, UpdateError } from '../updates';

/**
 * What an update does, part by part: yields how many seconds of EKS's time the
 * next part takes, is told the time when that has passed, and returns what went
 * wrong in the end, or that it was cancelled.
 */
export type UpdateWork = Generator<number, UpdateError[] | 'cancelled', Date>;

/** What a run is of, and how it goes. */
export interface RunRequest {
  /** Absent for what is about the whole cloud. */
  cluster?: Cluster;
  /** Absent for what EKS does without an update. */
  update?: Update;
  /** The call that faults match; none where absent. */
  operation?: string;
  /** The present by default. */
  startedAt?: Date;
  /** @param failure - with what the update is to fail, where it is */
  work(startedAt: Date, failure?: UpdateError): UpdateWork;
}

interface Run extends RunRequest {
  running: UpdateWork;
  /** Milliseconds; never where the run hangs. */
  dueAt: number;
  /** What is left of the part that hangs. */
  heldMs?: number;
}

/** Where faults of updates come from. */
export type UpdateFaults = (subject: FaultSubject) => FaultSpec | undefined;

/**
 * Carries updates on as time passes. Nothing happens by itself: whoever looks
 * at the cloud first lets it catch up, each part at the time when it was due.
 */
export class UpdateRuns {
  readonly #clock: Clock;
  readonly #settings: () => CloudSettings;
  readonly #faults: UpdateFaults;
  readonly #runs = new Set<Run>();
  #nextDueAt = Infinity;
  #settling = false;

  constructor(options: {
    clock: Clock;
    settings: () => CloudSettings;
    faults: UpdateFaults;
  }) {
    this.#clock = options.clock;
    this.#settings = options.settings;
    this.#faults = options.faults;
  }

  start(request: RunRequest): void {
    const { cluster, operation, work } = request;
    const now = request.startedAt ?? this.#clock.now();
    const fault =
      operation && cluster
        ? this.#faults({
            service: 'eks',
            operation,
            accountId: cluster.accountId,
            region: cluster.region,
            cluster: cluster.name,
          })
        : undefined;
    const failure =
      fault?.effect === 'failUpdate' && fault.error
        ? {
            errorCode: fault.error.code,
            errorMessage: fault.error.message ?? 'The update failed.',
            resourceIds: fault.error.resourceIds ?? [],
          }
        : undefined;
    const run: Run = {
      ...request,
      running: work(now, failure),
      dueAt: now.getTime(),
    };
    this.#runs.add(run);
    this.#advance(run, now);
    if (fault?.effect === 'hangUpdate' && this.#runs.has(run)) {
      const left = run.dueAt - now.getTime();
      if (fault.delayMs === undefined) {
        run.heldMs = left;
        run.dueAt = Infinity;
      } else {
        run.dueAt += fault.delayMs;
      }
    }
    this.#findNext();
  }

  /** Brings everything to the present, in the order in which it was due. */
  settle(): void {
    const now = this.#clock.now().getTime();
    if (this.#settling || now < this.#nextDueAt) {
      return;
    }
    this.#settling = true;
    try {
      for (
        let run = this.#earliest();
        run && run.dueAt <= now;
        run = this.#earliest()
      ) {
        this.#advance(run, new Date(run.dueAt));
      }
    } finally {
      this.#settling = false;
      this.#findNext();
    }
  }

  /** Lets what hangs go on, with what was left of its time. */
  release(): void {
    const now = this.#clock.now().getTime();
    for (const run of this.#runs) {
      if (run.heldMs !== undefined) {
        run.dueAt = now + run.heldMs;
        run.heldMs = undefined;
      }
    }
    this.#findNext();
  }

  /** Forgets what was under way in a cluster that is gone. */
  drop(cluster: Cluster): void {
    for (const run of this.#runs) {
      if (run.cluster === cluster) {
        this.#runs.delete(run);
      }
    }
    this.#findNext();
  }

  #advance(run: Run, at: Date): void {
    const step = run.running.next(at);
    if (!step.done) {
      const { speed } = this.#settings();
      run.dueAt = at.getTime() + Math.ceil((step.value * 1000) / speed);
      return;
    }
    this.#runs.delete(run);
    const { update } = run;
    if (!update) {
      return;
    }
    update.endedAt = at;
    if (step.value === 'cancelled') {
      update.status = 'Cancelled';
    } else {
      update.errors = step.value;
      update.status = step.value.length > 0 ? 'Failed' : 'Successful';
    }
  }

  #earliest(): Run | undefined {
    let earliest: Run | undefined;
    for (const run of this.#runs) {
      if (!earliest || run.dueAt < earliest.dueAt) {
        earliest = run;
      }
    }
    return earliest;
  }

  #findNext(): void {
    this.#nextDueAt = this.#earliest()?.dueAt ?? Infinity;
  }
}
