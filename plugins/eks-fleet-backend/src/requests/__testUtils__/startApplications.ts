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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import type {
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  FleetRequest,
  RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  DEMO_GITHUB_TOKEN,
  startSimulator,
  type Cluster,
  type Simulator,
} from '@eks-fleet/simulator';
import { stopCalendar } from '../../__testUtils__/clock';
import { clusterEntity } from '../../__testUtils__/entities';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { aControlPlane } from '../../__testUtils__/observations';
import { startFleet } from '../../__testUtils__/startFleet';
import { groupEntity, userEntity } from './startRequests';

export const REPOSITORY = 'https://github.com/acme/checkout';

export type Applications = Awaited<ReturnType<typeof startApplications>>;

/**
 * A portal over an Argo CD that brings what Git says: two clusters of `sandbox`
 * beside its hub, and one of `dev`.
 */
export async function startApplications(options: { requests?: JsonObject }) {
  const environment = process.env;
  // Certificates live in real time, from which it is moved on.
  stopCalendar(new Date());
  const simulator = await startSimulator({
    fleet: '2x1x3',
    gitops: 'on',
    limits: 'off',
  });
  process.env = { ...environment, ...simulator.environment() };
  const clusters = simulator.model.clusters();
  const [hub, ...others] = clusters;
  const ofEnvironment = (name: string) =>
    others.filter(({ tags }) => tags.environment === name);
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    }),
  );
  const knex = memoryDatabase();
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const portal = await startFleet({
    calendar: 'runs',
    knex,
    aws,
    scheduler: mockServices.scheduler.mock({
      scheduleTask: async ({ fn, id }) => {
        tasks.set(id, fn);
      },
    }) as SchedulerService,
    entities: [
      ...clusters.map(({ accountId, name, tags }) =>
        clusterEntity({
          name,
          accountId,
          entityName: `${name}-${accountId}`,
          labels: { environment: tags.environment },
        }),
      ),
      ...['payments', 'search', 'approvers'].map(groupEntity),
      userEntity('ada', 'payments'),
      userEntity('lin', 'search'),
      userEntity('sam', 'approvers'),
    ],
    config: configOf(simulator, hub, options.requests ?? {}),
  });
  const run = (task: string) => tasks.get(task)!(new AbortController().signal);
  await run('eks-fleet-inventory');
  await portal.ready();
  await reportHub(portal, aws, hub);

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);
  const get = (path: string, user = 'ada') =>
    portal.get(path).set('Authorization', as(user));
  const post = (path: string, body: object, user = 'ada') =>
    portal.post(path, body).set('Authorization', as(user));

  async function ask(
    submission: RequestSubmission,
    user = 'ada',
  ): Promise<FleetRequest> {
    const { body, status } = await post('/requests', submission, user);
    expect({ body, status }).toMatchObject({ status: 201 });
    return body;
  }

  /** Lets time pass and requests be taken further until it is so. */
  async function until(
    { id }: FleetRequest,
    holds: (request: FleetRequest) => boolean,
  ): Promise<FleetRequest> {
    let last: FleetRequest | undefined;
    for (let left = 25; left > 0; left -= 1) {
      const { body } = await get(`/requests/${id}`, 'sam');
      last = body;
      if (holds(body)) {
        return body;
      }
      jest.setSystemTime(Date.now() + 61_000);
      await run('eks-fleet-requests');
    }
    const { message, problem, state } = last!;
    throw new Error(`It stays ${state}: ${problem ?? message}`);
  }

  async function approve({ id, specHash }: FleetRequest): Promise<void> {
    const { status } = await post(
      `/requests/${id}/decisions`,
      { verdict: 'approve', specHash },
      'sam',
    );
    expect(status).toBe(200);
  }

  /** Somebody merges what a request has open, once it is. */
  async function merge(request: FleetRequest): Promise<void> {
    const { links } = await until(
      request,
      ({ links: found }) => found?.pullRequest?.state === 'open',
    );
    await simulator.github.merge({
      number: links!.pullRequest!.number,
      user: 'pat',
    });
  }

  return {
    simulator,
    sandbox: ofEnvironment('sandbox'),
    dev: ofEnvironment('dev'),
    url: portal.url,
    get,
    post,
    ask,
    until,
    approve,
    merge,
    /** A namespace of a team is there. */
    async haveNamespace(cluster: Cluster, team = 'payments', user = 'ada') {
      const request = await ask(namespaceOn(cluster, team), user);
      await approve(request);
      await merge(request);
      await until(request, ({ state }) => state === 'ready');
    },
    async stop() {
      await portal.stop();
      await knex.destroy();
      process.env = environment;
      await simulator.stop();
      jest.useRealTimers();
    },
  };
}

/** What Ada asks for: her team's checkout in an environment. */
export function anApplication(
  part: Partial<RequestSubmission> = {},
  spec: JsonObject = {},
): RequestSubmission {
  return {
    kind: 'application',
    operation: 'create',
    owner: 'group:default/payments',
    reason: 'A first version to try',
    spec: {
      name: 'web',
      owner: 'group:default/payments',
      environment: 'sandbox',
      namespace: 'checkout',
      source: { repoUrl: REPOSITORY, path: 'deploy', targetRevision: 'v1' },
      ...spec,
    },
    ...part,
  };
}

function namespaceOn(
  { accountId, name, region, tags }: Cluster,
  team: string,
): RequestSubmission {
  const owner = `group:default/${team}`;
  return {
    kind: 'namespace',
    operation: 'create',
    owner,
    reason: 'A place for the new checkout',
    spec: {
      name: team === 'payments' ? 'checkout' : team,
      cluster: { accountId, region, name },
      environment: tags.environment,
      owner,
      podSecurity: { level: 'restricted' },
      quota: {
        cpuRequests: '4',
        memoryRequests: '8Gi',
        memoryLimits: '16Gi',
        pods: 40,
      },
      project: { sourceRepos: [REPOSITORY] },
    },
  };
}

function configOf(
  { argocd, github }: Simulator,
  hub: Cluster,
  requests: JsonObject,
): JsonObject {
  return {
    app: { baseUrl: 'https://portal.example.com' },
    aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    integrations: {
      github: [
        {
          host: new URL(github.url).host,
          apiBaseUrl: github.apiUrl,
          token: DEMO_GITHUB_TOKEN,
        },
      ],
    },
    eksFleet: {
      writes: 'on',
      gitLimits: { writesPerMinute: 6000 },
      kubernetes: { dangerouslyAllowHosts: ['127.0.0.1'] },
      argocd: [{ id: 'hub', cluster: argocd.hubArn ?? hub.arn }],
      requests,
      fleetRepositories: [
        {
          id: 'fleet',
          url: `${github.url}/acme/fleet`,
          branch: 'main',
          namespaces: [{}],
          applications: [{}],
        },
      ],
    },
  };
}

/** What discovery would say of where Argo CD is. */
async function reportHub(
  portal: Awaited<ReturnType<typeof startFleet>>,
  aws: DefaultEksFleetAwsService,
  { accountId, name, region, version }: Cluster,
): Promise<void> {
  const target = `main/${accountId}/${region}`;
  const { cluster } = await aws
    .eks({ partition: 'aws', accountId, region })
    .send(new DescribeClusterCommand({ name }));
  await portal.putTarget(target, { clusterCount: 3 });
  const { status } = await portal.putControlPlanes(target, {
    observedAt: new Date().toISOString(),
    clusters: [
      aControlPlane({
        name,
        version,
        endpoint: cluster!.endpoint,
        certificateAuthority: cluster!.certificateAuthority!.data,
      }),
    ],
  });
  expect(status).toBe(204);
}
