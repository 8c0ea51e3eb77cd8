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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createBackendModule,
  type SchedulerService,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type {
  PolicyEdit,
  PolicyEditAsk,
  PolicyEditPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  mergeLayers,
  policyInCluster,
  policySourcesExtensionPoint,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator } from '@eks-fleet/simulator';
import { clusterEntity } from '../../../__testUtils__/entities';
import { memoryDatabase } from '../../../__testUtils__/memoryDatabase';
import { startFleet } from '../../../__testUtils__/startFleet';

export const MINE = '111111111111';
export const OTHER = '222222222222';
export const PROD = 'policies/environments/prod.yaml';
export const DEFAULT = 'policies/default.yaml';
export const ALPHA_ARN = `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`;

const CHART = 'charts/fleet-policies';
const GITOPS = join(__dirname, '../../../../../../gitops');

/** Of a policy layer people wrote by hand. */
export const PROD_LAYER = `# Production
policies:
  # Nobody deploys latest here.
  no-latest-tag:
    mode: warn # for now
`;

export function ownLayer(cluster: string, account = MINE): string {
  return `policies/clusters/${account}/eu-west-1/${cluster}.yaml`;
}

/** One of them, whose tasks run when a test says so. */
export type Portal = Awaited<ReturnType<typeof startFleet>> & {
  run(task: string): Promise<void>;
};

export type Edits = Awaited<ReturnType<typeof startEdits>>;

/**
 * A Git host with the chart and its layers, and portals over it and over one
 * database, whose clusters have the policies that the main branch says.
 *
 * @param names - clusters of prod; `dev` is of dev, `gamma` of another account
 */
export async function startEdits(names = ['alpha', 'beta']) {
  const chart = (file: string) =>
    readFileSync(join(GITOPS, CHART, file), 'utf8');
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
            files: {
              [`${CHART}/values.yaml`]: chart('values.yaml'),
              [`${CHART}/values.schema.json`]: chart('values.schema.json'),
              [`${CHART}/Chart.yaml`]: chart('Chart.yaml'),
              [PROD]: PROD_LAYER,
            },
            collaborators: { 'eks-fleet': 'write', pat: 'admin' },
          },
        ],
      },
    },
  });
  const knex = memoryDatabase();
  const portals: Portal[] = [];
  /** Clusters that Argo CD has not brought anything to for now. */
  const held = new Set<string>();
  const brought = new Map<string, ReturnType<typeof mergeLayers>>();

  /** What Argo CD would have brought to a cluster. */
  async function policiesOf(cluster: string) {
    const known = brought.get(cluster);
    if (known && held.has(cluster)) {
      return known;
    }
    const account = cluster === 'gamma' ? OTHER : MINE;
    const environment = cluster === 'dev' ? 'dev' : 'prod';
    const paths = [
      `${CHART}/values.yaml`,
      DEFAULT,
      `policies/environments/${environment}.yaml`,
      ownLayer(cluster, account),
    ];
    const merged = mergeLayers(
      await Promise.all(
        paths.map(async path => ({
          path,
          text: await simulator.github.file(path),
        })),
      ),
    );
    brought.set(cluster, merged);
    return merged;
  }

  const source: PolicySource = {
    kind: 'policyKyverno',
    schedule: { everySeconds: 60, timeoutSeconds: 30 },
    async read({ name: cluster }, sink) {
      const { engine, policies } = await policiesOf(cluster);
      for (const { enabled, mode, name } of policies) {
        if (!enabled) {
          continue;
        }
        const policy = policyInCluster(engine, name);
        sink.policy({ ...policy, mode, ready: true });
        sink.tally({ policy, pass: 10, passes: 'exact' });
        if (name === 'no-latest-tag') {
          await sink.outcomes(
            ['web', 'api'].map(each => ({
              policy,
              result: 'fail' as const,
              resource: {
                apiVersion: 'apps/v1',
                kind: 'Deployment',
                namespace: 'shop',
                name: each,
              },
            })),
          );
        }
      }
      return { engines: ['kyverno'], passes: 'exact' };
    },
  };

  async function startPortal(
    options: { writes?: 'on' | 'off'; config?: JsonObject } = {},
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
      entities: names.map(name =>
        clusterEntity({
          name,
          accountId: name === 'gamma' ? OTHER : MINE,
          labels: { environment: name === 'dev' ? 'dev' : 'prod' },
        }),
      ),
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
          policies: { layers: { repository: 'fleet' } },
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${url}/acme/fleet`,
              branch: 'main',
              webhookSecret: 'a-secret-of-the-webhook',
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
    await run('eks-fleet-policy-layers');
    return portal;
  }

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);

  return {
    simulator,
    knex,
    held,
    startPortal,
    async stop() {
      await Promise.all(portals.map(portal => portal.stop()));
      await knex.destroy();
      await simulator.stop();
    },
    pulls: () => simulator.github.pulls(),
    /** As Ada where nobody is named. */
    post: (
      portal: Portal,
      path: string,
      body: object | undefined,
      user = 'ada',
    ) =>
      portal
        .post(`/policies/edits${path}`, body)
        .set('Authorization', as(user)),
    get: (portal: Portal, path: string, user = 'ada') =>
      portal.get(`/policies/${path}`).set('Authorization', as(user)),
    /** Until each cluster was read. */
    async read(portal: Portal): Promise<void> {
      for (;;) {
        await portal.run('eks-fleet-collection');
        const { body } = await portal.get('/policies/matrix');
        if (
          body.columns?.length === names.length &&
          body.columns.every((column: any) => column.engines?.length)
        ) {
          return;
        }
      }
    },
    /** What was looked at, and then proposed. */
    async propose(portal: Portal, ask: PolicyEditAsk): Promise<PolicyEdit> {
      const seen = await this.post(portal, '/preview', ask);
      expect(seen).toMatchObject({ status: 200, body: { problems: [] } });
      const { contentHash } = seen.body as PolicyEditPreview;
      const { body, status } = await this.post(portal, '', {
        ...ask,
        contentHash,
      });
      expect({ body, status }).toMatchObject({ status: 201 });
      return body;
    },
    /** Lets time pass, clusters and Git be read and edits be taken further, until it is so. */
    async until(
      portal: Portal,
      { id }: PolicyEdit,
      holds: (edit: PolicyEdit) => boolean,
    ): Promise<PolicyEdit> {
      let last: PolicyEdit | undefined;
      for (let left = 60; left > 0; left -= 1) {
        const { body } = await this.get(portal, `edits/${id}`);
        last = body;
        if (holds(body)) {
          return body;
        }
        jest.setSystemTime(Date.now() + 61_000);
        await portal.run('eks-fleet-collection');
        await portal.run('eks-fleet-policy-layers');
        await portal.run('eks-fleet-policy-edits');
      }
      throw new Error(`It never is: ${JSON.stringify(last)}`);
    },
  };
}

/** To enforce a policy for production. */
export function anAsk(part: Partial<PolicyEditAsk> = {}): PolicyEditAsk {
  return {
    policy: 'no-latest-tag',
    layer: PROD,
    change: { mode: 'enforce' },
    reason: 'Nothing has failed for a month',
    ...part,
  };
}
