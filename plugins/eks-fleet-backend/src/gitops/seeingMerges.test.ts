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
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  DEMO_GITHUB_TOKEN,
  startSimulator,
  type Cluster,
  type Simulator,
} from '@eks-fleet/simulator';
import { clusterEntity } from '../__testUtils__/entities';
import { aControlPlane } from '../__testUtils__/observations';
import { startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(120_000);

const SECRET = 'a-secret-of-the-webhook';
const TARGET = 'main/100000000001/eu-west-1';
const RECONCILE_SECONDS = 30;

describe('from a merge to the page saying so', () => {
  const environment = process.env;
  let simulator: Simulator;
  let cluster: Cluster;
  let fleet: Awaited<ReturnType<typeof startFleet>>;
  let tasks: Map<string, SchedulerServiceTaskFunction>;

  beforeEach(async () => {
    simulator = await startSimulator({
      fleet: '1x1x3',
      gitops: 'on',
      limits: 'off',
    });
    process.env = { ...environment, ...simulator.environment() };
    cluster = simulator.model.clusters()[1];
    tasks = new Map();
    await start();
  });

  afterEach(async () => {
    await fleet.stop();
    process.env = environment;
    await simulator.stop();
  });

  const run = (task: string) => tasks.get(task)!(new AbortController().signal);

  /** A portal whose schedule is the test's, under a calendar that stands still. */
  async function start() {
    const { accountId, name, tags, version } = cluster;
    const { apiUrl, url } = simulator.github;
    const aws = { accountDefaults: { roleName: 'eks-fleet-reader' } };
    fleet = await startFleet({
      scheduler: mockServices.scheduler.mock({
        scheduleTask: async ({ fn, id }) => {
          tasks.set(id, fn);
        },
      }) as SchedulerService,
      entities: [
        clusterEntity({
          name,
          accountId,
          version,
          labels: { environment: tags.environment ?? 'other' },
        }),
      ],
      aws: DefaultEksFleetAwsService.fromConfig(new ConfigReader({ aws })),
      config: {
        app: { baseUrl: 'https://portal.example.com' },
        aws,
        integrations: {
          github: [
            {
              host: new URL(url).host,
              apiBaseUrl: apiUrl,
              token: DEMO_GITHUB_TOKEN,
            },
          ],
        },
        eksFleet: {
          writes: 'on',
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${url}/acme/fleet`,
              branch: 'main',
              webhookSecret: SECRET,
              clusters: [
                {
                  provisioner: 'terraform',
                  path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.auto.tfvars.json',
                },
              ],
            },
          ],
        },
      },
    });
    await fleet.putTarget(TARGET, { clusterCount: 1 });
    await run('eks-fleet-inventory');
    await fleet.ready();
    const { status } = await fleet.putControlPlanes(TARGET, {
      observedAt: new Date().toISOString(),
      clusters: [aControlPlane({ name, version })],
    });
    expect(status).toBe(204);
  }

  /** As the schedule does it. */
  async function reconcile() {
    jest.setSystemTime(Date.now() + RECONCILE_SECONDS * 1000);
    await run('eks-fleet-rollouts');
  }

  async function pullRequest(id: string) {
    const { body } = await fleet.get(`/rollouts/${id}/cells`);
    return body.items[0]?.clusters[0].tracks[0].pullRequest;
  }

  async function proposed(): Promise<string> {
    const minor = Number(cluster.version.split('.')[1]);
    const { body, status } = await fleet.post('/rollouts', {
      title: 'On',
      change: {
        kind: 'kubernetesVersion',
        version: `1.${minor + 1}`,
        addons: 'leave',
        nodes: 'leave',
      },
      selection: { filter: [`version=${cluster.version}`] },
      strategy: { name: 'quick', waves: [{ name: 'all', bake: '0s' }] },
      executor: 'gitops',
    });
    expect({ body, status }).toMatchObject({ status: 201 });
    await fleet.post(`/rollouts/${body.id}/act`, { act: 'plan' });
    await fleet.post(`/rollouts/${body.id}/act`, { act: 'start' });
    for (let left = 10; left > 0; left -= 1) {
      await reconcile();
    }
    expect((await fleet.get(`/rollouts/${body.id}`)).body).toMatchObject({
      waiting: { code: 'pullRequest.review' },
    });
    expect(await pullRequest(body.id)).toMatchObject({ state: 'open' });
    return body.id;
  }

  it('takes no longer than to the next reconcile without the webhook', async () => {
    const id = await proposed();
    // As late before it as can be: just after one.
    const mergedAt = Date.now();
    await simulator.github.merge({ number: 1, user: 'pat' });
    expect(await pullRequest(id)).toMatchObject({ state: 'open' });

    await reconcile();

    expect(await pullRequest(id)).toMatchObject({
      state: 'merged',
      mergedBy: 'pat',
    });
    expect(Date.now() - mergedAt).toBeLessThanOrEqual(36_000);
  });

  it('takes no three seconds with the signed webhook, though no schedule runs', async () => {
    const id = await proposed();
    simulator.github.addWebhook({
      url: `${fleet.url}/git/webhook`,
      secret: SECRET,
      events: ['push', 'pull_request'],
    });
    const startedAt = performance.now();
    await simulator.github.merge({ number: 1, user: 'pat' });
    await simulator.github.deliveriesSettled();
    expect(
      simulator.github.deliveries().map(({ status }) => status),
    ).not.toContain(401);
    while (
      (await pullRequest(id)).state !== 'merged' &&
      performance.now() - startedAt < 20_000
    );
    const ms = performance.now() - startedAt;
    process.stdout.write(`from a merge to the page: ${Math.round(ms)} ms\n`);
    expect(await pullRequest(id)).toMatchObject({ mergedBy: 'pat' });
    expect(ms).toBeLessThan(3_000);
  });

  it('believes no webhook that somebody else signed', async () => {
    const id = await proposed();
    simulator.github.addWebhook({
      url: `${fleet.url}/git/webhook`,
      secret: 'another secret',
      events: ['push', 'pull_request'],
    });
    await simulator.github.merge({ number: 1, user: 'pat' });
    await simulator.github.deliveriesSettled();
    const statuses = simulator.github.deliveries().map(each => each.status);
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(await pullRequest(id)).toMatchObject({ state: 'open' });
  });
});
