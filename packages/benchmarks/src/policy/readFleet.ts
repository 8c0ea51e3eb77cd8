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

import type {
  CollectedCluster,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { DatabasePolicyIngestStore, PolicyCollector } from './internals';
import { ownersOf, policyObjects, policyOutcomes } from './policyOutcomes';

/** As many as a collection's lane has under way of one target. */
const AT_ONCE = 8;

/** A cluster of the inventory, as its collectors get it. */
export type BenchCluster = CollectedCluster & { environment: string };

/** The fleet's clusters, as the inventory has them. */
export async function fleetClusters(knex: Knex): Promise<BenchCluster[]> {
  const rows = await knex('clusters').orderBy('arn');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    arn: row.arn,
    name: row.name,
    partition: row.partition,
    accountId: row.account_id,
    region: row.region,
    provider: row.provider,
    createdAt: row.created_at,
    version: row.version,
    environment: row.environment,
  }));
}

/** Reads so many results that do not pass of each cluster into the store. */
export async function readFleet(
  knex: Knex,
  clusters: BenchCluster[],
  findingsPerCluster: number,
): Promise<void> {
  const store = new DatabasePolicyIngestStore(knex);
  const indexes = new Map(clusters.map(({ arn }, index) => [arn, index]));
  const source: PolicySource = {
    kind: 'policyReports',
    schedule: { everySeconds: 600, timeoutSeconds: 300 },
    async read({ arn }, sink) {
      const index = indexes.get(arn)!;
      for (const policy of policyObjects(index)) {
        sink.policy(policy);
        sink.tally({ policy, pass: 1_000, passes: 'exact' });
      }
      await sink.outcomes(policyOutcomes(index, findingsPerCluster));
      return { engines: ['kyverno', 'gatekeeper'], passes: 'exact' };
    },
  };
  const collector = new PolicyCollector({
    source,
    store,
    owners: { resolve: async (_, outcomes) => ownersOf(outcomes) },
    due: [
      { severities: ['critical', 'high'], environments: ['prod'], days: 14 },
      { severities: ['critical', 'high', 'medium'], days: 60 },
    ],
    environmentOf: async cluster => (cluster as BenchCluster).environment,
  });
  const left = [...clusters];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (
        let cluster = left.shift();
        cluster !== undefined;
        cluster = left.shift()
      ) {
        await collector.collect(cluster, {
          signal: new AbortController().signal,
          now: () => new Date(),
        });
      }
    }),
  );
}
