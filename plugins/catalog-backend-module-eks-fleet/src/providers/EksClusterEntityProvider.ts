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

import type { SchedulerServiceTaskRunner } from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { applyRemovals } from '../removal/applyRemovals';
import type { TargetRecord } from '../state/types';
import { EntityHandover } from './EntityHandover';
import { logOutcome } from './logOutcome';
import { isDue } from './nextAttempt';
import { refreshCluster } from './refreshCluster';
import { frequencySeconds } from './schedule';
import { ScopeResolver, type Scope } from './ScopeResolver';
import { StateReport } from './StateReport';
import { TargetScanner } from './TargetScanner';
import type { DiscoveryParts } from './types';

export interface EksClusterEntityProviderOptions
  extends Omit<DiscoveryParts, 'handover' | 'now'> {
  taskRunner: SchedulerServiceTaskRunner;
  /** Called after each scan, when accounts may have changed. */
  onScanned(): Promise<void>;
  now?: () => Date;
}

/**
 * Discovers the EKS clusters of one configured provider and hands them to the
 * catalog, target by target. A target that fails keeps what it gave before.
 */
export class EksClusterEntityProvider implements EntityProvider {
  readonly #options: EksClusterEntityProviderOptions;
  readonly #parts: DiscoveryParts;
  readonly #scope: ScopeResolver;
  readonly #report: StateReport;
  readonly #scanner: TargetScanner;

  constructor(options: EksClusterEntityProviderOptions) {
    const { config, aws, store, reporter, logger } = options;
    this.#options = options;
    this.#parts = {
      config,
      aws,
      store,
      reporter,
      logger: logger.child({ provider: config.id }),
      takenNames: options.takenNames,
      transformer: options.transformer,
      handover: new EntityHandover(this.getProviderName()),
      now: options.now ?? (() => new Date()),
    };
    this.#scope = new ScopeResolver(aws, store, config);
    this.#report = new StateReport({ config, aws, store, reporter });
    this.#scanner = new TargetScanner(this.#parts, this.#report);
  }

  getProviderName(): string {
    return `eks-fleet:${this.#options.config.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#parts.handover.connect(connection);
    await this.#options.taskRunner.run({
      id: `${this.getProviderName()}:scan`,
      fn: signal => this.scan({ signal }),
    });
  }

  /** Reads all targets that are due, or with `force` all there are. */
  async scan(
    options: { signal?: AbortSignal; force?: boolean } = {},
  ): Promise<void> {
    const { signal, force = false } = options;
    const { config, now } = this.#parts;
    const scope = await this.#scope.resolve(signal);
    await this.#takeOver(scope);
    const records = await this.#managedTargets();
    const due = records.filter(
      ({ nextAttemptAt }) =>
        force || isDue(nextAttemptAt, now(), frequencySeconds(config.schedule)),
    );
    await this.#scanner.scan(due, signal);
    await this.#settle(scope);
  }

  /** Reads single targets now, whether they are due or not. */
  async scanTargets(wanted: Set<string>): Promise<void> {
    const records = (await this.#managedTargets()).filter(
      ({ accountId, region }) => wanted.has(`${accountId}/${region}`),
    );
    if (records.length > 0) {
      await this.#scanner.scan(records);
      await this.#settle();
    }
  }

  /**
   * Reads single clusters of this provider's targets anew.
   *
   * @returns the ARNs of those that are still changing
   */
  async refreshClusters(arns: string[]): Promise<string[]> {
    const targets = await this.#managedTargets();
    const changing: string[] = [];
    for (const arn of arns) {
      const parts = parseClusterArn(arn);
      const target = targets.find(
        one =>
          one.partition === parts?.partition &&
          one.accountId === parts.accountId &&
          one.region === parts.region,
      );
      if (parts && target) {
        const status = await refreshCluster(
          this.#parts,
          target,
          parts.clusterName,
          // Gone, or never there: that is for a complete scan to say.
          () =>
            this.scanTargets(new Set([`${target.accountId}/${target.region}`])),
        );
        if (status && !['ACTIVE', 'FAILED'].includes(status)) {
          changing.push(arn);
        }
      }
    }
    return changing;
  }

  /** Lets removals go that the rules hold back. */
  async acceptRemovals(arns: string[]): Promise<void> {
    const { config, now, store } = this.#parts;
    await store.acceptRemovals(config.id, arns, now().toISOString());
    await this.#settle();
  }

  async #managedTargets(): Promise<TargetRecord[]> {
    const { config, store } = this.#parts;
    const records = await store.listTargets(config.id);
    return records.filter(({ unmanagedSince }) => !unmanagedSince);
  }

  async #takeOver(scope: Scope): Promise<void> {
    const { config, logger, now, store } = this.#parts;
    const conflicts = await store.setTargets(
      config.id,
      scope.targets,
      now().toISOString(),
    );
    if (conflicts.length > 0) {
      const names = conflicts.map(one => `${one.accountId}/${one.region}`);
      logger.error(
        `Another provider already discovers ${names.join(
          ', ',
        )}; give each account and Region to one provider of catalog.providers.eksFleet`,
      );
    }
  }

  /** After reading: removals by the rules, accounts, and the report of it all. */
  async #settle(scope?: Scope): Promise<void> {
    const { config, logger, now, store } = this.#parts;
    const held = await applyRemovals({ ...this.#parts, now: now() });
    await store.forgetEmptyUnmanagedTargets(config.id);
    await this.#options.onScanned();
    const records = await store.listTargets(config.id);
    await this.#report.all({ records, held, scope });
    logOutcome(logger, records, held.length);
  }
}
