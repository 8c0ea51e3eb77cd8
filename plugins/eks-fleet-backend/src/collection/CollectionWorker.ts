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
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ClusterCollector,
  CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import type { ChangeNotifier } from './ChangeNotifier';
import { CollectionLane, type LaneConfig } from './CollectionLane';
import type { CollectionMetrics } from './CollectionMetrics';
import { FailureLog } from './FailureLog';
import type { FleetClusters } from './FleetClusters';
import { laterByTimer, type Later } from './runCollector';
import type { ObservationStore } from './store/types';

const SYNC_EVERY_MS = 5 * 60_000;
const CHANGING_WANTED_MS = 15 * 60_000;

export interface CollectionWorkerOptions {
  /**
   * Collectors by what they depend on: where one lane's are stuck, those of
   * the others go on.
   */
  lanes: LaneConfig[];
  store: ObservationStore;
  fleet: Pick<FleetClusters, 'generation' | 'list'>;
  notifier: ChangeNotifier;
  metrics: Pick<CollectionMetrics, 'record'>;
  logger: LoggerService;
  now?: () => Date;
  /** Runs a task later and gives what calls it off. Only tests set this. */
  later?: Later;
}

/** Follows the fleet, and has what is due of it collected. */
export class CollectionWorker {
  readonly #options: CollectionWorkerOptions;
  readonly #collectors: ClusterCollector[];
  readonly #lanes: CollectionLane[];
  readonly #now: () => Date;
  #stopped = false;
  #synced?: { generation: number; at: number };

  constructor(options: CollectionWorkerOptions) {
    const { lanes, logger, metrics, notifier, store } = options;
    const { later = laterByTimer, now = () => new Date() } = options;
    this.#options = options;
    this.#now = now;
    this.#collectors = lanes.flatMap(({ collectors }) => collectors);
    const shared = {
      store,
      notifier,
      metrics,
      logger,
      failures: new FailureLog(logger),
      owner: randomUUID(),
      now,
      later,
    };
    this.#lanes = lanes.map(lane => new CollectionLane({ ...lane, ...shared }));
  }

  /** What is collected of a cluster. */
  kindsOf(
    cluster: CollectedCluster,
    controlPlane?: ControlPlaneDocument,
  ): string[] {
    return this.#collectors
      .filter(collector => collector.appliesTo?.(cluster, controlPlane) ?? true)
      .map(({ kind }) => kind);
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
    this.#lanes.forEach(lane => lane.wake());
  }

  /** Resolves when nothing is under way and nothing more was to be taken. */
  async idle(): Promise<void> {
    await Promise.all(this.#lanes.map(lane => lane.idle()));
  }

  /** Ends what is under way and gives its rows back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes.map(lane => lane.stop()));
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
      this.#collectors.map(({ kind }) => kind),
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
}
