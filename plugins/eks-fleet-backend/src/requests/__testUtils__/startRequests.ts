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
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  FleetRequest,
  RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { startSimulator } from '@eks-fleet/simulator';
import { clusterEntity } from '../../__testUtils__/entities';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { startFleet } from '../../__testUtils__/startFleet';

const ACCOUNT = '111111111111';

/** One of them, whose tasks run when a test says so. */
export type Portal = Awaited<ReturnType<typeof startFleet>> & {
  run(task: string): Promise<void>;
};

export type Requests = Awaited<ReturnType<typeof startRequests>>;

/** A Git host, and portals over it and over one database. */
export async function startRequests() {
  const simulator = await startSimulator({
    fleet: {
      accounts: [{ id: '999988887777', name: 'management' }],
      organizations: [],
      credentials: [],
      github: {
        users: [
          { login: 'acme', type: 'Organization' },
          { login: 'eks-fleet', type: 'Bot' },
          { login: 'pat', name: 'Pat Platform' },
        ],
        tokens: [{ token: 'github_pat_bot', login: 'eks-fleet' }],
        repositories: [
          {
            owner: 'acme',
            name: 'fleet',
            files: { 'README.md': '# The fleet\n' },
            collaborators: { 'eks-fleet': 'write', pat: 'admin' },
          },
        ],
      },
    },
  });
  const knex = memoryDatabase();
  const portals: Portal[] = [];

  async function startPortal(
    options: { writes?: 'off' | 'on'; requests?: JsonObject } = {},
  ): Promise<Portal> {
    const { apiUrl, url } = simulator.github;
    const tasks = new Map<string, SchedulerServiceTaskFunction>();
    const fleet = await startFleet({
      knex,
      scheduler: mockServices.scheduler.mock({
        scheduleTask: async ({ fn, id }) => {
          tasks.set(id, fn);
        },
      }) as SchedulerService,
      entities: [
        clusterEntity({
          name: 'alpha',
          accountId: ACCOUNT,
          labels: { environment: 'dev' },
        }),
        groupEntity('payments'),
        groupEntity('approvers'),
        userEntity('ada', 'payments'),
        userEntity('sam', 'approvers'),
        userEntity('kim', 'approvers'),
      ],
      config: {
        app: { baseUrl: 'https://portal.example.com' },
        integrations: {
          github: [
            {
              host: new URL(url).host,
              apiBaseUrl: apiUrl,
              token: 'github_pat_bot',
            },
          ],
        },
        eksFleet: {
          writes: options.writes ?? 'on',
          gitLimits: {
            writesPerMinute: 6000,
            contentPerMinute: 6000,
            contentPerHour: 6000,
          },
          requests: options.requests ?? {},
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${url}/acme/fleet`,
              branch: 'main',
              namespaces: [{}],
            },
          ],
        },
      },
    });
    const run = async (task: string) =>
      tasks.get(task)!(new AbortController().signal);
    const portal = { ...fleet, run };
    portals.push(portal);
    await run('eks-fleet-inventory');
    await fleet.ready();
    return portal;
  }

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);
  const get = (portal: Portal, path: string, user = 'ada') =>
    portal.get(path).set('Authorization', as(user));

  return {
    simulator,
    knex,
    startPortal,
    async stop() {
      await Promise.all(portals.map(portal => portal.stop()));
      await knex.destroy();
      await simulator.stop();
    },
    pulls: () => simulator.github.pulls(),
    /** Asks as somebody; as Ada where nobody is named. */
    post: (portal: Portal, path: string, body: object, user = 'ada') =>
      portal.post(path, body).set('Authorization', as(user)),
    get,
    /** Lets time pass and requests be taken further until it is so. */
    async until(
      portal: Portal,
      id: string,
      holds: (request: FleetRequest) => boolean,
    ): Promise<FleetRequest> {
      let last: FleetRequest | undefined;
      for (let left = 20; left > 0; left -= 1) {
        const { body } = await get(portal, `/requests/${id}`);
        last = body;
        if (holds(body)) {
          return body;
        }
        jest.setSystemTime(Date.now() + 61_000);
        await portal.run('eks-fleet-requests');
      }
      throw new Error(`It never is: ${JSON.stringify(last)}`);
    },
  };
}

/** What Ada asks for: a namespace for her team. */
export function aSubmission(
  part: Partial<RequestSubmission> = {},
  spec: JsonObject = {},
): RequestSubmission {
  return {
    kind: 'namespace',
    operation: 'create',
    owner: 'group:default/payments',
    reason: 'A place for the new checkout',
    spec: {
      name: 'payments-dev',
      cluster: { accountId: ACCOUNT, region: 'eu-west-1', name: 'alpha' },
      environment: 'dev',
      owner: 'group:default/payments',
      podSecurity: { level: 'restricted' },
      quota: {
        cpuRequests: '4',
        memoryRequests: '8Gi',
        memoryLimits: '16Gi',
        pods: 40,
      },
      project: { sourceRepos: ['https://github.com/acme/checkout'] },
      ...spec,
    },
    ...part,
  };
}

export function userEntity(name: string, group: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: [group] },
    relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
  };
}

export function groupEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
}
