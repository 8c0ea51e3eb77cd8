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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { benchDatabases } from '../inventory/benchDatabases';
import { timed } from '../measurement/time';
import { withDatabase } from '../rollouts/withDatabase';
import {
  DatabasePolicyIngestStore,
  KubernetesClient,
  PolicyCollector,
  readPolicyReports,
  type PolicyFeedDocument,
} from './internals';
import { watchMemory, type MemoryUse } from './watchMemory';

const SERVER = resolvePackagePath(
  '@eks-fleet/benchmarks',
  'bin/policyCluster.js',
);
const CLUSTER = {
  entityRef: 'resource:default/large',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/large',
  name: 'large',
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  createdAt: '2025-01-02T03:04:05.000Z',
};

export interface ClusterReport {
  database: string;
  first: { seconds: number; memory: MemoryUse };
  again: { seconds: number };
  fail: number;
  findings: number;
  passes: number;
}

/** Reads one large cluster in by its API, twice, in this process. */
export async function reportCluster(options: {
  reports: number;
  results: number;
}): Promise<ClusterReport> {
  const database = benchDatabases().at(-1)!;
  const server = spawn(process.execPath, [SERVER, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(server.stdout), 'line');
  const { certificateAuthority, endpoint } = JSON.parse(line);
  const client = KubernetesClient.create({
    endpoint,
    certificateAuthority,
    allowLocalAddresses: true,
    token: async () => 'token',
  });
  try {
    return await withDatabase(database, async knex => {
      const collector = new PolicyCollector({
        source: {
          kind: 'policyReports',
          schedule: { everySeconds: 600, timeoutSeconds: 300 },
          read: (_, sink, context) => readPolicyReports(client, sink, context),
        },
        store: new DatabasePolicyIngestStore(knex),
        owners: {
          resolve: async (_, outcomes) =>
            outcomes.map(() => ({ owner: '', ownerFrom: 'cluster' })),
        },
        due: [],
        environmentOf: async () => 'prod',
      });
      const collect = (document?: PolicyFeedDocument) =>
        collector.collect(CLUSTER as never, {
          signal: new AbortController().signal,
          previous: document && {
            document,
            observedAt: new Date().toISOString(),
          },
          now: () => new Date(),
        });

      const memory = watchMemory();
      const { milliseconds, result } = await timed(() => collect());
      const use = memory();
      const again = await timed(() => collect(result));
      const [{ findings }] = await knex('findings').count({ findings: '*' });
      const [{ passes }] = await knex('policy_cells').sum({ passes: 'pass' });
      return {
        database: database.name,
        first: { seconds: milliseconds / 1000, memory: use },
        again: { seconds: again.milliseconds / 1000 },
        fail: result.fail,
        findings: Number(findings),
        passes: Number(passes),
      };
    });
  } finally {
    client.close();
    server.stdin.end();
  }
}
