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
import { chunks } from './chunks';
import {
  CLUSTERS,
  TARGETS,
  targetKey,
  type ClusterRow,
  type TargetRow,
} from './rows';

/**
 * Makes the managed targets of a provider these and no others.
 *
 * @returns those that another provider manages
 */
export async function setTargets(
  client: Knex,
  provider: string,
  targets: Array<AwsTarget & { accountName?: string }>,
  now: string,
): Promise<AwsTarget[]> {
  return client.transaction(async tx => {
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
