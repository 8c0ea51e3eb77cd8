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
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import { FailureLog } from '../../collection/FailureLog';
import type { Later } from '../../collection/runCollector';
import { ClusterWatch, type WatchConnection } from './ClusterWatch';
import type { WatchConfig, WatchLeases } from './types';
import type { WatchMetrics } from './WatchMetrics';

/** How long somebody who says nothing more keeps a cluster. */
export const LEASE_SECONDS = 60;

/** A cluster that is to be watched, and the way to it. */
export interface WatchedCluster {
  cluster: CollectedCluster;
  controlPlane: ControlPlaneDocument;
}

export interface PolicyWatchesOptions {
  config: Pick<WatchConfig, 'atMostEverySeconds' | 'maxClusters'>;
  leases: WatchLeases;
  /** Which are to be watched now. */
  clusters(): Promise<WatchedCluster[]>;
  connect(watched: WatchedCluster): WatchConnection;
  /** Has reports of a cluster read soon. */
  hasten(arn: string): Promise<void>;
  metrics: Pick<WatchMetrics, 'ended' | 'hinted'>;
  logger: LoggerService;
  now(): Date;
  later: Later;
  /** From 0 to 1. */
  random(): number;
}

/**
 * Watches the policy reports of clusters, each in one of all processes. A watch
 * only brings the next read forward: without it reports are read on schedule,
 * and count as fresh for as long.
 */
export class PolicyWatches {
  readonly #options: PolicyWatchesOptions;
  readonly #owner = randomUUID();
  readonly #watches = new Map<string, { key: string; watch: ClusterWatch }>();
  readonly #failures: FailureLog;
  #cancelEnd?: () => void;
  #stopped = false;

  constructor(options: PolicyWatchesOptions) {
    this.#options = options;
    this.#failures = new FailureLog(options.logger);
  }

  counts(): { watching: number; waiting: number } {
    const watches = [...this.#watches.values()];
    const watching = watches.filter(({ watch }) => watch.isWatching).length;
    return { watching, waiting: watches.length - watching };
  }

  /** Renews what is held, takes what is free, and watches just that. */
  async tick(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    const { clusters, config, later, leases, now } = this.#options;
    const wanted = await clusters();
    const held = await leases.hold({
      owner: this.#owner,
      arns: wanted.map(({ cluster }) => cluster.arn),
      now: now(),
      leaseSeconds: LEASE_SECONDS,
      limit: config.maxClusters,
    });
    if (this.#stopped) {
      await leases.release(this.#owner);
      return;
    }
    // Who cannot renew in time must not go on beside whoever takes over.
    this.#cancelEnd?.();
    this.#cancelEnd = later(() => this.#keep(new Map()), LEASE_SECONDS * 1000);
    const kept = new Map(
      wanted
        .filter(({ cluster }) => held.has(cluster.arn))
        .map(watched => [keyOf(watched), watched]),
    );
    await this.#keep(kept);
  }

  /** Ends all watches, and lets others take over at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelEnd?.();
    await this.#keep(new Map());
    try {
      await this.#options.leases.release(this.#owner);
    } catch (error) {
      this.#options.logger.warn(
        `Watches of policy reports are given up in ${LEASE_SECONDS} seconds`,
        toError(error),
      );
    }
  }

  async #keep(kept: Map<string, WatchedCluster>): Promise<void> {
    const ended = [...this.#watches].filter(([, { key }]) => !kept.has(key));
    ended.forEach(([arn]) => this.#watches.delete(arn));
    for (const [key, watched] of kept) {
      const { arn } = watched.cluster;
      if (this.#watches.get(arn)?.key !== key) {
        this.#watches.set(arn, { key, watch: this.#begin(watched) });
      }
    }
    await Promise.all(ended.map(([, { watch }]) => watch.stop()));
  }

  #begin(watched: WatchedCluster): ClusterWatch {
    const { config, connect, metrics, now, later, random } = this.#options;
    const { cluster } = watched;
    return new ClusterWatch({
      connect: () => connect(watched),
      onHint: () => this.#hasten(cluster.arn),
      onEnd: error => {
        metrics.ended(error?.code ?? 'ended');
        if (error) {
          this.#failures.failed(cluster, 'changes of policyReports', error);
        } else {
          this.#failures.succeeded(cluster, 'changes of policyReports');
        }
      },
      atMostEveryMs: config.atMostEverySeconds * 1000,
      now,
      later,
      random,
    });
  }

  #hasten(arn: string): void {
    const { hasten, logger, metrics } = this.#options;
    metrics.hinted();
    hasten(arn).catch(error =>
      logger.warn(
        `Changed policy reports of ${arn} are read on schedule`,
        toError(error),
      ),
    );
  }
}

/** Of a cluster and the way to it: another one is another watch. */
function keyOf({ cluster, controlPlane }: WatchedCluster): string {
  const { certificateAuthority, endpoint } = controlPlane;
  return JSON.stringify([
    cluster.arn,
    cluster.createdAt,
    endpoint,
    certificateAuthority,
  ]);
}
