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

import {
  createBackendModule,
  type SchedulerService,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  ExceptionAsk,
  ExceptionRequest,
  PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  policySourcesExtensionPoint,
  type ObservedException,
  type PolicyName,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator } from '@eks-fleet/simulator';
import { memoryDatabase } from '../../../__testUtils__/memoryDatabase';
import { clusterEntity } from '../../../__testUtils__/entities';
import { startFleet } from '../../../__testUtils__/startFleet';
import { parse } from 'yaml';

export const MINE = '111111111111';
export const OTHER = '222222222222';
export const VALUES = `policies/clusters/${MINE}/eu-west-1/alpha.yaml`;
export const LAYER = '# alpha, by hand\nengine: gatekeeper # for now\n';

const TAG: PolicyName = {
  engine: 'kyverno',
  kind: 'ValidatingPolicy',
  name: 'no-latest-tag',
};
const OWNER: PolicyName = {
  engine: 'gatekeeper',
  kind: 'FleetRequireOwner',
  name: 'require-owner',
};
const ADMISSION: PolicyName = {
  engine: 'vap',
  kind: 'ValidatingAdmissionPolicy',
  name: 'no-host-path',
};
const SECRET = 'a-secret-of-the-webhook';

/** One of them, whose tasks run when a test says so. */
export type Portal = Awaited<ReturnType<typeof startFleet>> & {
  run(task: string): Promise<void>;
};

export type Exceptions = Awaited<ReturnType<typeof startExceptions>>;

/**
 * A Git host, and portals over it and over one database, whose clusters have
 * the exceptions that are on the main branch.
 */
export async function startExceptions(names = ['alpha']) {
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
            files: { 'README.md': '# The fleet\n', [VALUES]: LAYER },
            collaborators: { 'eks-fleet': 'write', pat: 'admin' },
          },
        ],
      },
    },
  });
  const knex = memoryDatabase();
  const portals: Portal[] = [];

  /** What Argo CD would have brought to a cluster. */
  async function exceptionsOf(cluster: string): Promise<ObservedException[]> {
    const rows: Array<{ asked: string; arn: string }> = await knex(
      'exception_requests',
    )
      .join(
        'exception_request_clusters',
        'exception_request_clusters.request_id',
        'exception_requests.id',
      )
      .select('asked', 'arn');
    const found: ObservedException[] = [];
    for (const { arn, asked } of rows) {
      const { files, name } = JSON.parse(asked);
      const { path, pointer } = files.find((file: any) => file.arn === arn);
      const text = await simulator.github.file(path);
      if (!arn.endsWith(`/${cluster}`) || text === undefined) {
        continue;
      }
      if (!pointer) {
        const { metadata } = parse(text);
        found.push({
          engine: 'kyverno',
          kind: 'PolicyException',
          namespace: metadata.namespace,
          name: metadata.name,
          policies: [{ name: TAG.name }],
          scope: '',
        });
      } else if (parse(text).exceptions?.[name]) {
        found.push({
          engine: 'gatekeeper',
          kind: 'constraint',
          name,
          policies: [{ name: OWNER.name }],
          scope: '',
        });
      }
    }
    return found;
  }

  const source: PolicySource = {
    kind: 'policyKyverno',
    schedule: { everySeconds: 60, timeoutSeconds: 30 },
    async read({ name: cluster }, sink) {
      for (const policy of [TAG, OWNER, ADMISSION]) {
        sink.policy({
          ...policy,
          mode: 'audit',
          version: 'fleet-policies-1.0.0',
        });
        await sink.outcomes(
          ['web', 'api'].map(name => ({
            policy,
            result: 'fail' as const,
            resource: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              namespace: 'shop',
              name,
            },
          })),
        );
      }
      (await exceptionsOf(cluster)).forEach(each => sink.exception(each));
      return { engines: ['kyverno', 'gatekeeper', 'vap'] };
    },
  };

  async function startPortal(
    options: {
      writes?: 'on' | 'off';
      exceptions?: JsonObject;
      config?: JsonObject;
    } = {},
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
        ...names.map(name =>
          clusterEntity({
            name,
            accountId: name === 'gamma' ? OTHER : MINE,
            labels: { environment: 'prod' },
          }),
        ),
        ...['ada', 'sam'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name, namespace: 'default' },
          spec: {},
        })),
      ],
      features: [
        createBackendModule({
          pluginId: 'eks-fleet',
          moduleId: 'policies-of-the-test',
          register(env) {
            env.registerInit({
              deps: { policies: policySourcesExtensionPoint },
              async init({ policies }) {
                policies.addSource(source);
              },
            });
          },
        }),
      ],
      config: {
        ...options.config,
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
          ...(options.config?.eksFleet as JsonObject),
          writes: options.writes ?? 'on',
          gitLimits: {
            writesPerMinute: 6000,
            contentPerMinute: 6000,
            contentPerHour: 6000,
          },
          policies: { exceptions: options.exceptions ?? {} },
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${url}/acme/fleet`,
              branch: 'main',
              webhookSecret: SECRET,
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

  return {
    simulator,
    knex,
    startPortal,
    async stop() {
      await Promise.all(portals.map(portal => portal.stop()));
      await knex.destroy();
      await simulator.stop();
    },
    advance(seconds: number) {
      jest.setSystemTime(Date.now() + seconds * 1000);
    },
    pulls: () => simulator.github.pulls(),
    /** Asks as somebody; as Ada where nobody is named. */
    post: (
      portal: Portal,
      path: string,
      body: object | undefined,
      user = 'ada',
    ) =>
      portal.post(`/exceptions/${path}`, body).set('Authorization', as(user)),
    get: (portal: Portal, path: string, user = 'ada') =>
      portal.get(`/exceptions/${path}`).set('Authorization', as(user)),
    /** Of `web` on the cluster, once it is read. */
    async finding(
      portal: Portal,
      policy: string,
      cluster = 'alpha',
    ): Promise<PolicyFinding> {
      for (;;) {
        await portal.run('eks-fleet-collection');
        const { body } = await portal.get(
          `/findings?filter=name=${policy},resource=web`,
        );
        const found = body.items?.find(
          (each: PolicyFinding) => each.cluster.name === cluster,
        );
        if (found) {
          return found;
        }
      }
    },
    /** Lets time pass, clusters be read and requests be taken further, until it is so. */
    async until(
      portal: Portal,
      id: string,
      holds: (request: ExceptionRequest) => boolean,
    ): Promise<ExceptionRequest> {
      let last: ExceptionRequest | undefined;
      for (let left = 60; left > 0; left -= 1) {
        const { body } = await portal
          .get(`/exceptions/requests/${id}`)
          .set('Authorization', as('ada'));
        last = body;
        if (holds(body)) {
          return body;
        }
        jest.setSystemTime(Date.now() + 61_000);
        await portal.run('eks-fleet-collection');
        await portal.run('eks-fleet-exceptions');
      }
      throw new Error(`It never is: ${JSON.stringify(last)}`);
    },
  };
}

/** For all of a workload, on its own cluster. */
export function anAsk(part: Partial<ExceptionAsk> = {}): ExceptionAsk {
  return {
    scope: 'resource',
    clusters: 'cluster',
    reason: 'The vendor ships no other tag',
    expiresAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
    ...part,
  };
}
