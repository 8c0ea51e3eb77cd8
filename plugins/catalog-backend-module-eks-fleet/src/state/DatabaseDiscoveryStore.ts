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
import {
  rowToAccount,
  rowToCluster,
  rowToTarget,
  targetKey,
  type AccountRow,
  type ClusterRow,
  type TargetRow,
} from './rows';
import type {
  AccountRecord,
  ClusterRecord,
  DiscoveryStore,
  ScanFailure,
  ScanSuccess,
  SeenCluster,
  TargetRecord,
} from './types';

const TARGETS = 'eks_fleet_targets';
const CLUSTERS = 'eks_fleet_clusters';
const ACCOUNTS = 'eks_fleet_accounts';

/** Rows in one statement; SQLite takes a bounded number of parameters. */
const CHUNK = 100;

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
    return this.#client.transaction(async tx => {
      const present = new Map(
        (
          await tx<TargetRow>(TARGETS).select(
            'partition',
            'account_id',
            'region',
            'provider',
            'account_name',
            'unmanaged_since',
          )
        ).map(row => [keyOf(row), row]),
      );
      const conflicts: AwsTarget[] = [];
      const wanted = new Set<string>();
      const added: Partial<TargetRow>[] = [];
      for (const target of targets) {
        const key = targetKey(target);
        const id = keyOf(key);
        const row = present.get(id);
        wanted.add(id);
        if (!row) {
          added.push({
            ...key,
            provider,
            account_name: target.accountName,
            cluster_count: 0,
          });
        } else if (row.provider !== provider && row.unmanaged_since === null) {
          conflicts.push(target);
        } else if (
          row.provider !== provider ||
          row.unmanaged_since !== null ||
          (target.accountName && row.account_name !== target.accountName)
        ) {
          await tx<TargetRow>(TARGETS)
            .where(key)
            .update({
              provider,
              unmanaged_since: null,
              account_name: target.accountName ?? row.account_name,
            });
          if (row.provider !== provider) {
            await tx<ClusterRow>(CLUSTERS).where(key).update({ provider });
          }
        }
      }
      for (const rows of chunks(added)) {
        // Another replica may have been first.
        await tx(TARGETS)
          .insert(rows)
          .onConflict(['partition', 'account_id', 'region'])
          .ignore();
      }
      for (const row of present.values()) {
        if (
          row.provider === provider &&
          row.unmanaged_since === null &&
          !wanted.has(keyOf(row))
        ) {
          await tx<TargetRow>(TARGETS)
            .where(keyColumns(row))
            .update({ unmanaged_since: now });
        }
      }
      return conflicts;
    });
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
    const { unreadable, rejects } = scan;
    await this.#client.transaction(async tx => {
      await tx<TargetRow>(TARGETS)
        .where(targetKey(target))
        .update({
          last_attempt_at: scan.at,
          last_success_at: scan.at,
          next_attempt_at: scan.nextAttemptAt ?? null,
          failing_since: null,
          error_code: null,
          error_message: null,
          cluster_count: scan.clusterCount,
          problems:
            unreadable.length || rejects.length
              ? JSON.stringify({ unreadable, rejects })
              : null,
        });
      for (const seen of chunks(scan.seen)) {
        await upsertClusters(tx, provider, target, seen, scan.at);
      }
      for (const arns of chunks(scan.listedArns)) {
        await tx<ClusterRow>(CLUSTERS).whereIn('arn', arns).update({
          last_seen_at: scan.at,
          missed_scans: 0,
          missing_since: null,
          removal_accepted_at: null,
        });
      }
      for (const arns of chunks(scan.missingArns)) {
        await tx<ClusterRow>(CLUSTERS)
          .whereIn('arn', arns)
          .update({
            missed_scans: tx.raw('missed_scans + 1'),
            missing_since: tx.raw('coalesce(missing_since, ?)', [scan.at]),
          } as {});
      }
    });
  }

  async recordFailure(target: AwsTarget, scan: ScanFailure): Promise<void> {
    await this.#client<TargetRow>(TARGETS)
      .where(targetKey(target))
      .update({
        last_attempt_at: scan.at,
        next_attempt_at: scan.nextAttemptAt ?? null,
        failing_since: this.#client.raw(
          'case when error_code = ? then coalesce(failing_since, ?) else ? end',
          [scan.error.code, scan.at, scan.at],
        ),
        error_code: scan.error.code,
        error_message: scan.error.message,
      } as {});
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
    const present = new Map(
      (await this.listAccounts(provider)).map(account => [
        account.accountId,
        account,
      ]),
    );
    const changed = accounts.filter(({ accountId, name }) => {
      const known = present.get(accountId);
      return !known?.inScope || (name !== undefined && known.name !== name);
    });
    const inScope = new Set(accounts.map(({ accountId }) => accountId));
    const left = [...present.values()].filter(
      account => account.inScope && !inScope.has(account.accountId),
    );
    await this.#client.transaction(async tx => {
      for (const some of chunks(changed)) {
        await tx<AccountRow>(ACCOUNTS)
          .insert(
            some.map(({ accountId, name }) => ({
              account_id: accountId,
              provider,
              partition,
              name: name ?? present.get(accountId)?.name ?? null,
              in_scope: true,
            })),
          )
          .onConflict(['provider', 'account_id'])
          .merge(['partition', 'name', 'in_scope']);
      }
      for (const { accountId } of left) {
        await tx<AccountRow>(ACCOUNTS)
          .where({ provider, account_id: accountId })
          .update({ in_scope: false });
      }
    });
  }

  async listAccounts(provider?: string): Promise<AccountRecord[]> {
    const query = this.#client<AccountRow>(ACCOUNTS).orderBy('account_id');
    const rows = await (provider ? query.where({ provider }) : query);
    return rows.map(rowToAccount);
  }
}

async function upsertClusters(
  tx: Knex,
  provider: string,
  target: AwsTarget,
  clusters: SeenCluster[],
  now: string,
): Promise<void> {
  await tx(CLUSTERS)
    .insert(
      clusters.map(({ arn, clusterName, entityRef, createdAt }) => ({
        arn,
        provider,
        ...targetKey(target),
        cluster_name: clusterName,
        entity_ref: entityRef,
        created_at: createdAt ?? null,
        first_seen_at: now,
        last_seen_at: now,
        missed_scans: 0,
      })),
    )
    .onConflict('arn')
    .merge({
      provider: tx.raw('excluded.provider'),
      entity_ref: tx.raw('excluded.entity_ref'),
      // Made again under the same ARN, it is another cluster, first seen now.
      first_seen_at: tx.raw(
        `case when ${CLUSTERS}.created_at = excluded.created_at or excluded.created_at is null then ${CLUSTERS}.first_seen_at else excluded.first_seen_at end`,
      ),
      created_at: tx.raw(
        `coalesce(excluded.created_at, ${CLUSTERS}.created_at)`,
      ),
      last_seen_at: tx.raw('excluded.last_seen_at'),
      missed_scans: 0,
      missing_since: null,
      removal_accepted_at: null,
    });
}

function keyColumns(
  row: Pick<TargetRow, 'partition' | 'account_id' | 'region'>,
) {
  const { partition, account_id, region } = row;
  return { partition, account_id, region };
}

function keyOf(row: {
  partition: string;
  account_id: string;
  region: string;
}): string {
  return `${row.partition}/${row.account_id}/${row.region}`;
}

function* chunks<T>(items: T[]): Generator<T[]> {
  for (let i = 0; i < items.length; i += CHUNK) {
    yield items.slice(i, i + CHUNK);
  }
}
