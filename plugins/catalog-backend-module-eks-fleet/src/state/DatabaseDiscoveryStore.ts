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

import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { listAccounts, setAccounts } from './accounts';
import { chunks } from './chunks';
import { recordFailure, recordSuccess } from './recordScan';
import {
  CLUSTERS,
  rowToCluster,
  rowToTarget,
  targetKey,
  TARGETS,
  type ClusterRow,
  type TargetRow,
} from './rows';
import { setTargets } from './setTargets';
import type {
  AccountRecord,
  ClusterRecord,
  DiscoveryStore,
  ScanFailure,
  ScanSuccess,
  SeenCluster,
  TargetRecord,
} from './types';
import { upsertClusters } from './upsertClusters';

/** {@link DiscoveryStore} in the catalog plugin's database. */
export class DatabaseDiscoveryStore implements DiscoveryStore {
  readonly #client: Knex;

  constructor(client: Knex) {
    this.#client = client;
  }

  async listTargets(provider: string): Promise<TargetRecord[]> {
    const rows = await this.#client<TargetRow>(TARGETS)
      .where({ provider })
      .orderBy(['account_id', 'region']);
    return rows.map(rowToTarget);
  }

  async getTarget(target: AwsTarget): Promise<TargetRecord | undefined> {
    const row = await this.#client<TargetRow>(TARGETS)
      .where(targetKey(target))
      .first();
    return row && rowToTarget(row);
  }

  async setTargets(
    provider: string,
    targets: Array<AwsTarget & { accountName?: string }>,
    now: string,
  ): Promise<AwsTarget[]> {
    return setTargets(this.#client, provider, targets, now);
  }

  async claimTarget(
    target: AwsTarget & Pick<TargetRecord, 'lastAttemptAt'>,
    owner: string,
    now: number,
    until: number,
  ): Promise<boolean> {
    const claimed = await this.#client<TargetRow>(TARGETS)
      .where({
        ...targetKey(target),
        last_attempt_at: target.lastAttemptAt ?? null,
      })
      .andWhere(free =>
        free
          .whereNull('lease_owner')
          .orWhere('lease_owner', owner)
          .orWhere('lease_until', '<', now),
      )
      .update({ lease_owner: owner, lease_until: until });
    return claimed === 1;
  }

  async releaseTarget(target: AwsTarget, owner: string): Promise<void> {
    await this.#client<TargetRow>(TARGETS)
      .where({ ...targetKey(target), lease_owner: owner })
      .update({ lease_owner: null, lease_until: null });
  }

  async recordSuccess(
    provider: string,
    target: AwsTarget,
    scan: ScanSuccess,
  ): Promise<void> {
    await recordSuccess(this.#client, provider, target, scan);
  }

  async recordFailure(target: AwsTarget, scan: ScanFailure): Promise<void> {
    await recordFailure(this.#client, target, scan);
  }

  async upsertCluster(
    provider: string,
    target: AwsTarget,
    cluster: SeenCluster,
    now: string,
  ): Promise<void> {
    await upsertClusters(this.#client, provider, target, [cluster], now);
  }

  async listClusters(filter: {
    provider: string;
    target?: AwsTarget;
  }): Promise<ClusterRecord[]> {
    const rows = await this.#client<ClusterRow>(CLUSTERS)
      .where({
        provider: filter.provider,
        ...(filter.target && targetKey(filter.target)),
      })
      .orderBy('arn');
    return rows.map(rowToCluster);
  }

  async getCluster(arn: string): Promise<ClusterRecord | undefined> {
    const row = await this.#client<ClusterRow>(CLUSTERS).where({ arn }).first();
    return row && rowToCluster(row);
  }

  async getClusterByEntityRef(
    entityRef: string,
  ): Promise<ClusterRecord | undefined> {
    const row = await this.#client<ClusterRow>(CLUSTERS)
      .where({ entity_ref: entityRef })
      .first();
    return row && rowToCluster(row);
  }

  async removeClusters(arns: string[]): Promise<void> {
    for (const some of chunks(arns)) {
      await this.#client(CLUSTERS).whereIn('arn', some).delete();
    }
  }

  async acceptRemovals(
    provider: string,
    arns: string[],
    now: string,
  ): Promise<void> {
    for (const some of chunks(arns)) {
      await this.#client<ClusterRow>(CLUSTERS)
        .where({ provider })
        .whereIn('arn', some)
        .update({ removal_accepted_at: now });
    }
  }

  async forgetEmptyUnmanagedTargets(provider: string): Promise<void> {
    await this.#client<TargetRow>(TARGETS)
      .where({ provider })
      .whereNotNull('unmanaged_since')
      .whereNotExists(
        this.#client(`${CLUSTERS} as c`)
          .select(this.#client.raw('1'))
          .whereRaw(
            `c.partition = ${TARGETS}.partition and c.account_id = ${TARGETS}.account_id and c.region = ${TARGETS}.region`,
          ),
      )
      .delete();
  }

  async setAccounts(
    provider: string,
    partition: string,
    accounts: Array<{ accountId: string; name?: string }>,
  ): Promise<void> {
    await setAccounts(this.#client, provider, partition, accounts);
  }

  async listAccounts(provider?: string): Promise<AccountRecord[]> {
    return listAccounts(this.#client, provider);
  }
}
