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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  toObservationError,
  type ClusterCollector,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ChangeNotifier } from './ChangeNotifier';
import type { CollectionMetrics, CollectionResult } from './CollectionMetrics';
import type { FailureLog } from './FailureLog';
import { retryAfterSeconds } from './retryAfterSeconds';
import { CollectionFailure, runCollector, type Later } from './runCollector';
import { spread } from './spread';
import type { Claim, ObservationStore } from './store/types';

/** Scheduled runs that may be missed before an observation counts as stale. */
const FRESH_RUNS = 3;
/** What a lease lasts longer than the slowest collector may take. */
const LEASE_MARGIN_SECONDS = 30;
/** Pause between two claims, in which places add up. */
const CLAIM_DISTANCE_MS = 50;

/** Collectors that have places of their own. */
export interface LaneConfig {
  collectors: ClusterCollector[];
  /** Collections of this process that are under way at once; 64 by default. */
  maxInFlight?: number;
  /** Of those, how many of one target; 8 by default. */
  maxPerTarget?: number;
}

export interface CollectionLaneOptions extends LaneConfig {
  store: ObservationStore;
  notifier: ChangeNotifier;
  metrics: Pick<CollectionMetrics, 'record'>;
  failures: FailureLog;
  logger: LoggerService;
  /** Names this process in leases. */
  owner: string;
  now: () => Date;
  later: Later;
}

/**
 * Works off what is due of some kinds, one kind of one cluster at a time. As
 * soon as one is done the next is taken: nobody waits for the slowest of a
 * batch.
 */
export class CollectionLane {
  readonly #options: CollectionLaneOptions;
  readonly #collectors: Map<string, ClusterCollector>;
  readonly #leaseSeconds: number;
  readonly #inFlight = new Set<Promise<void>>();
  /** Ends of collections that are under way. */
  readonly #endings = new Set<AbortController>();
  #stopped = false;
  #pulling?: Promise<void>;
  #again = false;

  constructor(options: CollectionLaneOptions) {
    this.#options = options;
    this.#collectors = new Map(
      options.collectors.map(collector => [collector.kind, collector]),
    );
    this.#leaseSeconds =
      LEASE_MARGIN_SECONDS +
      Math.max(
        0,
        ...options.collectors.map(one => one.schedule.timeoutSeconds),
      );
  }

  /** Begins with what is due. */
  wake(): void {
    this.#again = true;
    if (this.#pulling || this.#stopped) {
      return;
    }
    this.#pulling = this.#pull()
      .catch(error => {
        this.#options.logger.warn(
          'Due observations could not be taken; the schedule tries again',
          toError(error),
        );
      })
      .finally(() => {
        this.#pulling = undefined;
        if (this.#again) {
          this.wake();
        }
      });
  }

  /** Resolves when nothing is under way and nothing more was to be taken. */
  async idle(): Promise<void> {
    while (this.#pulling || this.#inFlight.size > 0) {
      await Promise.all([this.#pulling, ...this.#inFlight]);
    }
  }

  /** Ends what is under way and gives its rows back. */
  async stop(): Promise<void> {
    this.#again = false;
    this.#stopped = true;
    for (const ending of this.#endings) {
      ending.abort();
    }
    await this.idle();
  }

  async #pull(): Promise<void> {
    const { store, maxInFlight = 64, maxPerTarget = 8 } = this.#options;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const limit = maxInFlight - this.#inFlight.size;
      const claims =
        limit > 0
          ? await store.claim({
              owner: this.#options.owner,
              now: this.#options.now(),
              kinds: [...this.#collectors.keys()],
              limit,
              perTarget: maxPerTarget,
              leaseSeconds: this.#leaseSeconds,
            })
          : [];
      if (claims.length > 0) {
        const observed = await store.ofMany(
          claims.map(({ arn }) => arn),
          ['controlPlane'],
        );
        if (this.#stopped) {
          await store.release(claims);
          return;
        }
        for (const claim of claims) {
          this.#start(claim, observed.get(claim.arn)?.controlPlane?.document);
        }
        await new Promise<void>(resolve => {
          setTimeout(resolve, CLAIM_DISTANCE_MS);
        });
      }
    }
  }

  #start(claim: Claim, controlPlane?: ControlPlaneDocument): void {
    const work = this.#collect(claim, controlPlane)
      .catch(error => {
        this.#options.logger.warn(
          `What was collected of ${claim.kind} of ${claim.arn} could not be recorded; it is collected again when its lease is over`,
          toError(error),
        );
      })
      .finally(() => {
        this.#inFlight.delete(work);
        if (!this.#stopped) {
          this.wake();
        }
      });
    this.#inFlight.add(work);
  }

  async #collect(
    claim: Claim,
    controlPlane?: ControlPlaneDocument,
  ): Promise<void> {
    const { failures, later, metrics, notifier, now, store } = this.#options;
    const { kind, cluster } = claim;
    const { schedule } = this.#collectors.get(kind)!;
    const startedAt = now();
    const start = performance.now();
    let result: CollectionResult = 'success';
    let recorded;
    const ending = new AbortController();
    this.#endings.add(ending);
    try {
      const document = await runCollector(this.#collectors.get(kind)!, {
        claim,
        controlPlane,
        ending,
        now,
        later,
      });
      recorded = await store.succeed(claim, {
        document,
        startedAt,
        freshUntil: after(
          startedAt,
          schedule.freshForSeconds ?? FRESH_RUNS * schedule.everySeconds,
        ),
        nextAt: after(
          startedAt,
          schedule.everySeconds * spread(claim.arn + kind),
        ),
      });
      failures.succeeded(cluster, kind);
    } catch (cause) {
      if (!(cause instanceof CollectionFailure)) {
        throw cause;
      }
      if (this.#stopped) {
        await store.release([claim]);
        return;
      }
      const error = toObservationError(cause.reason);
      result = error.code;
      recorded = await store.fail(claim, {
        error,
        startedAt,
        // From now: one that ran out of time has had its try.
        nextAt: after(
          now(),
          retryAfterSeconds(claim.failures + 1, schedule.everySeconds),
        ),
      });
      failures.failed(cluster, kind, error);
    } finally {
      this.#endings.delete(ending);
    }
    metrics.record(kind, recorded ? result : 'lost', performance.now() - start);
    if (recorded?.change) {
      await notifier.notify([recorded.change]);
    }
  }
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
