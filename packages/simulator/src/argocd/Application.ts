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

import type { Cluster } from '../model/types';
import { nextProvisioning, type ProvisioningCall } from './nextProvisioning';
import type { WantedPolicies } from './policyFiles';
import type {
  ApplicationFault,
  DesiredCluster,
  GitopsClusterSpec,
  SyncOperation,
  SyncRecord,
} from './types';

/** What has been seen of a file in Git. */
export interface SeenFile {
  revision: string;
  /** Of the file itself; an application is in sync while this has not changed. */
  blob: string | undefined;
  desired: DesiredCluster | undefined;
  /** Why the file cannot be used. */
  problem?: string;
  /** What files beside it want of its policies. */
  policies?: WantedPolicies;
}

interface Upcoming extends SeenFile {
  /** When Argo CD looks at it. */
  refreshAt: Date;
}

export type SyncStatus = 'OutOfSync' | 'Synced' | 'Unknown';
export type HealthStatus = 'Degraded' | 'Healthy' | 'Missing' | 'Progressing';

const HISTORY_LIMIT = 10;
/** From seeing a change to acting upon it. */
const SYNC_AFTER_MS = 1000;

export interface ApplicationHands {
  /** The cluster, while there is one. */
  cluster(): Cluster | undefined;
  /** @throws an Error in the words of EKS */
  call(cluster: Cluster, call: ProvisioningCall): void;
  /** Brings policies into the cluster. */
  deliver(cluster: Cluster, policies: WantedPolicies, at: Date): void;
  syncSeconds: number;
}

/** One application: what it has synced, what it does now, what stands in its way. */
export class Application {
  readonly name: string;
  readonly spec: GitopsClusterSpec;
  readonly createdAt: Date;
  fault: ApplicationFault | undefined;
  /** Whether it syncs by itself. */
  automated = true;
  compared: SeenFile;
  operation: SyncOperation | undefined;
  history: SyncRecord[] = [];
  reconciledAt: Date;
  /** Grows with each change. */
  changes = 0;
  /** What keeps whatever provisions from going on. */
  failure: string | undefined;
  /** Whether something is left to be done in EKS. */
  isProvisioning = false;
  readonly #hands: ApplicationHands;
  #synced: SeenFile;
  #upcoming: Upcoming[] = [];
  #syncAt: Date | undefined;
  /** An update of EKS whose end counts. */
  #updateId: string | undefined;

  constructor(options: {
    name: string;
    spec: GitopsClusterSpec;
    seen: SeenFile;
    now: Date;
    hands: ApplicationHands;
  }) {
    const { name, spec, seen, now, hands } = options;
    this.name = name;
    this.spec = spec;
    this.createdAt = now;
    this.reconciledAt = now;
    this.compared = seen;
    this.#synced = seen;
    this.#hands = hands;
    this.history = [
      { id: 0, revision: seen.revision, deployStartedAt: now, deployedAt: now },
    ];
  }

  get syncStatus(): SyncStatus {
    if (this.fault === 'comparisonError' || this.compared.problem) {
      return 'Unknown';
    }
    return this.compared.blob === this.#synced.blob &&
      this.fault !== 'outOfSync'
      ? 'Synced'
      : 'OutOfSync';
  }

  get healthStatus(): HealthStatus {
    if (!this.#hands.cluster()) {
      return 'Missing';
    }
    if (this.fault === 'degraded' || this.failure) {
      return 'Degraded';
    }
    return this.fault === 'progressing' || this.isProvisioning
      ? 'Progressing'
      : 'Healthy';
  }

  get message(): string | undefined {
    if (this.fault === 'degraded') {
      return 'The object is in a terminal condition and cannot be reconciled';
    }
    return this.compared.problem ?? this.failure;
  }

  /** Whether time alone brings something on. */
  get isWaiting(): boolean {
    return (
      this.#upcoming.length > 0 ||
      this.#syncAt !== undefined ||
      this.operation?.phase === 'Running' ||
      this.isProvisioning
    );
  }

  /** Tells of a push that Argo CD will see. */
  pushed(seen: SeenFile, refreshAt: Date): void {
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
    this.#provision();
  }

  #refresh(now: Date): void {
    while (this.#upcoming[0]?.refreshAt <= now) {
      const { refreshAt, ...seen } = this.#upcoming.shift()!;
      const isNew = seen.blob !== this.compared.blob;
      this.compared = seen;
      this.reconciledAt = refreshAt;
      this.changes += 1;
      if (isNew && this.automated) {
        this.#syncAt = new Date(refreshAt.getTime() + SYNC_AFTER_MS);
      }
    }
  }

  #startSync(now: Date): void {
    const isHeld =
      this.fault === 'outOfSync' || this.fault === 'comparisonError';
    if (!this.#syncAt || this.#syncAt > now || isHeld) {
      return;
    }
    if (this.operation?.phase === 'Running') {
      return;
    }
    const { revision, desired, problem } = this.compared;
    const startedAt = this.#syncAt;
    this.#syncAt = undefined;
    this.changes += 1;
    this.operation = problem
      ? {
          revision,
          desired,
          phase: 'Failed',
          message: `Failed to load target state: ${problem}`,
          startedAt,
          finishedAt: startedAt,
        }
      : {
          revision,
          desired,
          phase: 'Running',
          message: 'waiting for completion of operation',
          startedAt,
        };
  }

  #finishSync(now: Date): void {
    const { operation } = this;
    const syncMs = this.#hands.syncSeconds * 1000;
    if (
      operation?.phase !== 'Running' ||
      operation.startedAt.getTime() + syncMs > now.getTime()
    ) {
      return;
    }
    const finishedAt = new Date(operation.startedAt.getTime() + syncMs);
    this.operation = {
      ...operation,
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      finishedAt,
    };
    this.#deliver(finishedAt);
    this.#synced = this.compared;
    this.failure = undefined;
    this.isProvisioning = true;
    this.reconciledAt = finishedAt;
    this.changes += 1;
    this.history = [
      ...this.history,
      {
        id: this.history.at(-1)!.id + 1,
        revision: operation.revision,
        deployStartedAt: operation.startedAt,
        deployedAt: finishedAt,
      },
    ].slice(-HISTORY_LIMIT);
    // What was pushed meanwhile is the next sync's business.
    this.#startSync(now);
  }

  /** What is no other than at the last sync is left as it is in the cluster. */
  #deliver(at: Date): void {
    const { policies } = this.compared;
    const cluster = this.#hands.cluster();
    if (cluster && policies?.digest !== this.#synced.policies?.digest) {
      this.#hands.deliver(
        cluster,
        policies ?? { digest: '', exceptions: [] },
        at,
      );
    }
  }

  #provision(): void {
    const cluster = this.#hands.cluster();
    const desired = this.#synced.desired;
    if (!this.isProvisioning || this.failure || !cluster || !desired) {
      return;
    }
    const update = cluster.updates.find(({ id }) => id === this.#updateId);
    if (update?.status === 'Failed') {
      this.#updateId = undefined;
      const [error] = update.errors;
      this.#stop(`${error.errorCode}: ${error.errorMessage}`);
      return;
    }
    try {
      const next = nextProvisioning(cluster, desired, this.spec.provisioner);
      if (next === 'done') {
        this.isProvisioning = false;
        this.changes += 1;
      } else if (next !== 'wait') {
        this.#hands.call(cluster, next);
        this.#updateId = cluster.updates.at(-1)?.id;
        this.changes += 1;
      }
    } catch (error) {
      this.#stop((error as Error).message);
    }
  }

  #stop(failure: string): void {
    this.failure = failure;
    this.isProvisioning = false;
    this.changes += 1;
  }
}
