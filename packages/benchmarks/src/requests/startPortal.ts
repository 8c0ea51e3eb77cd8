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

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  FleetRequest,
  RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import type { BenchDatabase } from '../inventory/benchDatabases';
import { startInventory } from '../inventory/startInventory';
import { DatabaseObservationStore } from './internals';
import { TOKEN } from './serveGitHost';

/** Teams of the benchmark's clusters. */
export const TEAMS = ['platform', 'payments', 'checkout', 'search', 'identity'];

export interface Accepted {
  id: string;
  milliseconds: number;
}

/** A portal where whoever is of a team gets what it asks for, over the Git host of this process's environment. */
export async function startPortal(kind: BenchDatabase, clusters: number) {
  const host = process.env.BENCH_GIT_URL!;
  const inventory = await startInventory(kind, clusters, {
    entities: [...TEAMS.map(groupEntity), memberOfAll()],
    config: {
      integrations: {
        github: [
          {
            host: new URL(host).host,
            apiBaseUrl: process.env.BENCH_GIT_API_URL!,
            token: TOKEN,
          },
        ],
      },
      eksFleet: {
        writes: 'on',
        requests: {
          approvals: [{ name: 'everything', approval: 'automatic' }],
          costs: { sharedUsdPerVcpuMonth: 25, sharedUsdPerMemoryGibMonth: 3 },
        },
        fleetRepositories: [
          {
            id: 'fleet',
            url: `${host}/acme/fleet`,
            branch: 'main',
            namespaces: [{}],
          },
        ],
      },
    },
  });
  await observeRoom(inventory.knex);
  const authorization = mockCredentials.user.header();
  return {
    ...inventory,
    /** All at once. */
    async submit(submissions: RequestSubmission[]): Promise<Accepted[]> {
      const child = spawn(
        process.execPath,
        [resolvePackagePath('@eks-fleet/benchmarks', 'bin/submit.mjs')],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      );
      child.stdin.end(
        JSON.stringify({
          url: `${inventory.url}/requests`,
          authorization,
          submissions,
        }),
      );
      return JSON.parse(await text(child.stdout));
    },
    request: (id: string) => inventory.get<FleetRequest>(`requests/${id}`),
  };
}

export type BenchPortal = Awaited<ReturnType<typeof startPortal>>;

/** A namespace of a team, on one of the first clusters of an environment that is not production. */
export function aNamespace(
  index: number,
  cluster: { accountId: string; region: string; name: string },
): RequestSubmission {
  const owner = `group:default/${TEAMS[index % TEAMS.length]}`;
  return {
    kind: 'namespace',
    operation: 'create',
    owner,
    reason: 'A place for what is tried out',
    spec: {
      name: `${TEAMS[index % TEAMS.length]}-trial-${index}`,
      cluster,
      environment: 'dev',
      owner,
      podSecurity: { level: 'restricted' },
      quota: {
        cpuRequests: '2',
        memoryRequests: '4Gi',
        memoryLimits: '8Gi',
        pods: 20,
      },
      project: { sourceRepos: ['https://github.com/acme/checkout'] },
    },
  };
}

/** Each cluster has nodes that hardly anything runs on. */
async function observeRoom(knex: Knex): Promise<void> {
  const now = new Date();
  const rows = await knex('clusters').select(
    'arn',
    'partition',
    'account_id as accountId',
    'region',
    'name',
    'provider',
    'created_at as createdAt',
    'version',
  );
  await new DatabaseObservationStore(knex).put(
    rows.map(cluster => ({
      cluster,
      kind: 'kubernetesNodes',
      source: 'reporter',
      observedAt: now,
      freshUntil: new Date(now.getTime() + 3_600_000),
      document: {
        nodes: 10,
        sets: [],
        allocatable: { cpuMillis: 160_000, memoryBytes: 640 * 2 ** 30 },
        requested: { cpuMillis: 10_000, memoryBytes: 40 * 2 ** 30 },
      },
    })),
    now,
  );
}

function groupEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
}

function memberOfAll(): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'mock', namespace: 'default' },
    spec: { memberOf: TEAMS },
    relations: TEAMS.map(team => ({
      type: 'memberOf',
      targetRef: `group:default/${team}`,
    })),
  };
}
