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
  type CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import type { ChangeNotifier } from './ChangeNotifier';
import type { CollectionMetrics, CollectionResult } from './CollectionMetrics';
import { FailureLog } from './FailureLog';
import type { FleetClusters } from './FleetClusters';
import { retryAfterSeconds } from './retryAfterSeconds';
import {
  CollectionFailure,
  laterByTimer,
  runCollector,
  type Later,
} from './runCollector';
import { spread } from './spread';
import type { Claim, ObservationStore } from './store/types';

/** Scheduled runs that may be missed before an observation counts as stale. */
const FRESH_RUNS = 3;
/** What a lease lasts longer than the slowest collector may take. */
const LEASE_MARGIN_SECONDS = 30;
/** Pause between two claims, in which places add up. */
const CLAIM_DISTANCE_MS = 50;
const SYNC_EVERY_MS = 5 * 60_000;
const CHANGING_WANTED_MS = 15 * 60_000;

export interface CollectionWorkerOptions {
  store: ObservationStore;
  collectors: ClusterCollector[];
  fleet: Pick<FleetClusters, 'generation' | 'list'>;
  notifier: ChangeNotifier;
  metrics: Pick<CollectionMetrics, 'record'>;
  logger: LoggerService;
  /** Collections of this process that are under way at once; 64 by default. */
  maxInFlight?: number;
  /** Of those, how many of one target; 8 by default. */
  maxPerTarget?: number;
  now?: () => Date;
  /** Runs a task later and gives what calls it off. Only tests set this. */
  later?: Later;
}

/**
 * Works off what is due, one kind of one cluster at a time. As soon as one is
 * done the next is taken: nobody waits for the slowest of a batch.
 */
export class CollectionWorker {
  readonly #options: CollectionWorkerOptions;
  readonly #collectors: Map<string, ClusterCollector>;
  readonly #owner = randomUUID();
  readonly #failures: FailureLog;
  readonly #now: () => Date;
  readonly #later: Later;
  readonly #leaseSeconds: number;
  readonly #inFlight = new Set<Promise<void>>();
  /** Ends of collections that are under way. */
  readonly #endings = new Set<AbortController>();
  #stopped = false;
  #synced?: { generation: number; at: number };
  #pulling?: Promise<void>;
  #again = false;

  constructor(options: CollectionWorkerOptions) {
    this.#options = options;
    this.#collectors = new Map(
      options.collectors.map(collector => [collector.kind, collector]),
    );
    this.#failures = new FailureLog(options.logger);
    this.#now = options.now ?? (() => new Date());
    this.#later = options.later ?? laterByTimer;
    this.#leaseSeconds =
      LEASE_MARGIN_SECONDS +
      Math.max(
        0,
        ...options.collectors.map(one => one.schedule.timeoutSeconds),
      );
  }

  /** What is collected of a cluster. */
  kindsOf(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): string[] {
    return [...this.#collectors.values()]
      .filter(collector => collector.appliesTo?.(cluster, controlPlane) ?? true)
      .map(collector => collector.kind);
  }

  /** Follows the fleet, and begins with what is due. */
  async tick(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    try {
      await this.#sync();
    } catch (error) {
      this.forgetFleet();
      throw error;
    } finally {
      this.wake();
    }
  }

  /** Has the fleet followed anew with the next tick. */
  forgetFleet(): void {
    this.#synced = undefined;
  }

  /** Begins with what is due, without following the fleet first. */
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

  async #sync(): Promise<void> {
    const { fleet, store, logger } = this.#options;
    const now = this.#now();
    const generation = await fleet.generation();
    if (
      this.#synced?.generation === generation &&
      now.getTime() - this.#synced.at < SYNC_EVERY_MS
    ) {
      return;
    }
    this.#synced = { generation, at: now.getTime() };
    const clusters = await fleet.list();
    const observed = await store.ofMany(
      clusters.map(({ arn }) => arn),
      ['controlPlane'],
    );
    const { added, removed, reset } = await store.sync(
      clusters,
      [...this.#collectors.keys()],
      cluster =>
        this.kindsOf(
          cluster,
          observed.get(cluster.arn)?.controlPlane?.document,
        ),
      now,
    );
    if (added + removed + reset > 0) {
      logger.info(
        `Observations follow the fleet: ${added} added, ${removed} removed, ${reset} emptied`,
      );
    }
    await store.want(
      clusters.filter(one => one.status === 'UPDATING').map(({ arn }) => arn),
      new Date(now.getTime() + CHANGING_WANTED_MS),
    );
  }

  async #pull(): Promise<void> {
    const { store, maxInFlight = 64, maxPerTarget = 8 } = this.#options;
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const limit = maxInFlight - this.#inFlight.size;
      const claims =
        limit > 0
          ? await store.claim({
              owner: this.#owner,
              now: this.#now(),
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
    const { store, notifier, metrics } = this.#options;
    const { kind, cluster } = claim;
    const { schedule } = this.#collectors.get(kind)!;
    const startedAt = this.#now();
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
        now: this.#now,
        later: this.#later,
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
      this.#failures.succeeded(cluster, kind);
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
          this.#now(),
          retryAfterSeconds(claim.failures + 1, schedule.everySeconds),
        ),
      });
      this.#failures.failed(cluster, kind, error);
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
