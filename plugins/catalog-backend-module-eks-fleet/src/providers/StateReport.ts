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

import type { HeldRemoval } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsTarget,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import pLimit from 'p-limit';
import type { EksFleetProviderConfig } from '../config/types';
import type { TargetReporter } from '../report/TargetReporter';
import type {
  ClusterRecord,
  DiscoveryStore,
  TargetRecord,
} from '../state/types';
import { frequencySeconds } from './schedule';
import type { Scope, ScopeSource } from './ScopeResolver';
import { toTargetReport } from './toTargetReport';

const REPORTS_AT_ONCE = 4;

/** Keeps the EKS Fleet backend told of a provider's targets. */
export class StateReport {
  readonly #config: EksFleetProviderConfig;
  readonly #aws: EksFleetAwsService;
  readonly #store: DiscoveryStore;
  readonly #reporter: TargetReporter;
  #callerArn?: Promise<string | undefined>;
  /** Since when what is asked besides Regions fails. */
  readonly #failingSince = new Map<string, string>();
  readonly #lastSuccess = new Map<string, string>();
  /** Targets whose news was told before the scan was over. */
  readonly #toldEarly = new Set<string>();

  constructor(options: {
    config: EksFleetProviderConfig;
    aws: EksFleetAwsService;
    store: DiscoveryStore;
    reporter: TargetReporter;
  }) {
    this.#config = options.config;
    this.#aws = options.aws;
    this.#store = options.store;
    this.#reporter = options.reporter;
  }

  /** Reports a target at once where reading it changed what people see. */
  async changed(before: TargetRecord): Promise<void> {
    const now = await this.#store.getTarget(before);
    if (
      now &&
      (now.error?.code !== before.error?.code ||
        now.clusterCount !== before.clusterCount ||
        !before.lastAttemptAt)
    ) {
      await this.#send(now, []);
      this.#toldEarly.add(keyOf(now));
    }
  }

  /**
   * Reports all targets. After a whole scan, which knows the scope, the
   * backend also learns that there are no others.
   */
  async all(state: {
    records: TargetRecord[];
    held: ClusterRecord[];
    scope?: Scope;
  }): Promise<void> {
    const limit = pLimit(REPORTS_AT_ONCE);
    const heldByTarget = new Map<string, HeldRemoval[]>();
    for (const cluster of state.held) {
      const key = keyOf(cluster);
      heldByTarget.set(key, [
        ...(heldByTarget.get(key) ?? []),
        {
          arn: cluster.arn,
          name: cluster.clusterName,
          entityRef: cluster.entityRef,
          missingSince: cluster.missingSince ?? cluster.lastSeenAt,
        },
      ]);
    }
    const untold = state.records.filter(
      record =>
        !this.#toldEarly.has(keyOf(record)) || heldByTarget.has(keyOf(record)),
    );
    this.#toldEarly.clear();
    await Promise.all([
      ...untold.map(record =>
        limit(() => this.#send(record, heldByTarget.get(keyOf(record)) ?? [])),
      ),
      ...(state.scope?.sources ?? []).map(source =>
        limit(() => this.#sendSource(source)),
      ),
    ]);
    if (state.scope) {
      await this.#reporter.keep(this.#config.id, [
        ...state.records,
        ...state.scope.sources,
      ]);
    }
  }

  async #send(
    record: TargetRecord,
    heldRemovals: HeldRemoval[],
  ): Promise<void> {
    await this.#reporter.report(
      this.#config.id,
      record,
      toTargetReport(record, this.#config, {
        heldRemovals,
        roleArn: this.#aws.roleArn(record),
        callerArn: record.error ? await this.#caller() : undefined,
      }),
    );
  }

  async #sendSource(source: ScopeSource): Promise<void> {
    const { accountId, accountName, error } = source;
    const key = keyOf(source);
    const now = new Date().toISOString();
    if (error) {
      this.#failingSince.set(key, this.#failingSince.get(key) ?? now);
    } else {
      this.#failingSince.delete(key);
      this.#lastSuccess.set(key, now);
    }
    const { partition, schedule } = this.#config;
    await this.#reporter.report(this.#config.id, source, {
      partition,
      accountName,
      roleArn: this.#aws.roleArn({ partition, accountId }),
      callerArn: error ? await this.#caller() : undefined,
      lastAttemptAt: now,
      lastSuccessAt: this.#lastSuccess.get(key),
      freshForSeconds: Math.ceil(3 * frequencySeconds(schedule)),
      error: error && { ...error, since: this.#failingSince.get(key) },
      clusterCount: 0,
      unreadable: [],
      rejects: [],
      heldRemovals: [],
    });
  }

  #caller(): Promise<string | undefined> {
    this.#callerArn ??= this.#aws.callerArn();
    return this.#callerArn;
  }
}

function keyOf(target: Pick<AwsTarget, 'accountId'> & { region: string }) {
  return `${target.accountId}/${target.region}`;
}
