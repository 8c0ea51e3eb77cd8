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
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  DEMO_GITHUB_TOKEN,
  startSimulator,
  type Cluster,
  type Simulator,
} from '@eks-fleet/simulator';
import type { Knex } from 'knex';
import { clusterEntity } from '../__testUtils__/entities';
import { memoryDatabase } from '../__testUtils__/memoryDatabase';
import { aControlPlane } from '../__testUtils__/observations';
import { startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(120_000);

const SECRET = 'a-secret-of-the-webhook';
const TARGET = 'main/100000000001/eu-west-1';

describe('a rollout by way of Git', () => {
  const environment = process.env;
  let simulator: Simulator;
  let hub: Cluster;
  let cells: Cluster[];
  let fleet: Awaited<ReturnType<typeof startFleet>> | undefined;
  let knex: Knex;

  beforeEach(async () => {
    simulator = await startSimulator({
      fleet: '1x1x24',
      gitops: 'on',
      limits: 'off',
    });
    process.env = { ...environment, ...simulator.environment() };
    const [first, ...others] = simulator.model.clusters();
    const byVersion = new Map<string, Cluster[]>();
    for (const cluster of others) {
      const { version } = cluster;
      byVersion.set(version, [...(byVersion.get(version) ?? []), cluster]);
    }
    hub = first;
    cells = [...byVersion.values()]
      .find(list => list.length >= 3 && list[0].version !== '1.36')!
      .slice(0, 3);
    knex = memoryDatabase();
  });

  afterEach(async () => {
    await fleet?.stop();
    fleet = undefined;
    await knex.destroy();
    process.env = environment;
    await simulator.stop();
  });

  const now = (cluster: Cluster) =>
    simulator.model.findCluster(
      cluster.accountId,
      cluster.region,
      cluster.name,
    )!;

  function config(): JsonObject {
    const { apiUrl, url } = simulator.github;
    return {
      app: { baseUrl: 'https://portal.example.com' },
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
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
        gitLimits: {
          writesPerMinute: 6000,
          contentPerMinute: 6000,
          contentPerHour: 6000,
        },
        kubernetes: { dangerouslyAllowHosts: ['127.0.0.1'] },
        argocd: [{ id: 'hub', cluster: hub.arn, clusterSecrets: true }],
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
    };
  }

  async function start() {
    const started = await startFleet({
      // Signatures and certificates live in real time.
      calendar: 'runs',
      knex,
      entities: [hub, ...cells].map(({ accountId, name, tags, version }) =>
        clusterEntity({
          name,
          accountId,
          version,
          labels: { environment: tags.environment ?? 'other' },
        }),
      ),
      config: config(),
      aws: aws(),
    });
    fleet = started;
    await started.ready();
    simulator.github.addWebhook({
      url: `${started.url}/git/webhook`,
      secret: SECRET,
      events: ['push', 'pull_request'],
    });
    await started.putTarget(TARGET, { clusterCount: 4 });
    await report(started);
    return started;
  }

  function aws() {
    return DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
  }

  /** What discovery would say of them. */
  async function report(started: NonNullable<typeof fleet>) {
    const { cluster } = await aws()
      .eks({ partition: 'aws', accountId: hub.accountId, region: hub.region })
      .send(new DescribeClusterCommand({ name: hub.name }));
    const { status } = await started.putControlPlanes(TARGET, {
      observedAt: new Date().toISOString(),
      clusters: [hub, ...cells].map(each =>
        aControlPlane({
          name: each.name,
          version: now(each).version,
          ...(each === hub && {
            endpoint: cluster!.endpoint,
            certificateAuthority: cluster!.certificateAuthority!.data,
          }),
        }),
      ),
    });
    expect(status).toBe(204);
  }

  /** Lets time pass and something be heard of Git, until it is so. */
  async function until(
    started: NonNullable<typeof fleet>,
    id: string,
    holds: (rollout: Rollout) => boolean,
  ): Promise<Rollout> {
    for (;;) {
      const { body } = await started.get(`/rollouts/${id}`);
      if (holds(body)) {
        return body;
      }
      simulator.clock.advance!(30);
      simulator.model.clusters();
      await simulator.github.commit({
        user: 'pat',
        files: { 'README.md': `Heard of at ${Date.now()}` },
      });
      await simulator.github.deliveriesSettled();
    }
  }

  /** Asks until the record says that somebody has merged one. */
  async function untilMerged(
    started: NonNullable<typeof fleet>,
    id: string,
    by: string,
  ): Promise<void> {
    for (;;) {
      const { body } = await started.get(`/rollouts/${id}/cells`);
      const found = body.items.some(
        ({ clusters }: any) =>
          clusters[0].tracks[0].pullRequest?.mergedBy === by,
      );
      if (found) {
        return;
      }
    }
  }

  const open = () =>
    simulator.github.pulls().filter(({ state }) => state === 'open');

  it('moves three cells, over a lost answer and a restart', async () => {
    const begun = simulator.clock.now();
    const from = cells[0].version;
    const to = `1.${Number(from.split('.')[1]) + 1}`;
    let portal = await start();
    simulator.addFault({
      match: {
        service: 'github',
        operation: 'POST /graphql',
      },
      effect: 'lostAnswer',
      times: 1,
    });
    const { body: made, status } = await portal.post('/rollouts', {
      title: `To ${to}`,
      change: {
        kind: 'kubernetesVersion',
        version: to,
        addons: 'leave',
        nodes: 'leave',
      },
      selection: { filter: [`version=${from}`] },
      strategy: {
        name: 'quick',
        waves: [{ name: 'all', bake: '0s' }],
        concurrency: '3',
      },
      executor: 'gitops',
    });
    expect({ made, status }).toMatchObject({ status: 201 });
    const { body: planned } = await portal.post(`/rollouts/${made.id}/act`, {
      act: 'plan',
    });
    expect(planned).toMatchObject({ outcome: { total: 3 } });
    await portal.post(`/rollouts/${made.id}/act`, { act: 'start' });

    const waiting = await until(
      portal,
      made.id,
      ({ waiting: why }) =>
        why?.code === 'pullRequest.review' && open().length === 3,
    );
    expect(waiting.waiting!.message).toContain('waits for somebody to merge');
    expect(simulator.github.pulls()).toHaveLength(3);

    await portal.stop();
    for (const { number } of open().slice(0, 2)) {
      await simulator.github.merge({ number, user: 'alex' });
    }
    portal = await start();
    const [last] = open();
    const merges = simulator.github
      .pulls()
      .filter(({ mergedBy }) => mergedBy === 'alex');
    expect(merges).toHaveLength(2);

    await until(portal, made.id, ({ outcome }) => outcome.succeeded === 2);
    const mergedAt = performance.now();
    await simulator.github.merge({ number: last.number, user: 'pat' });
    await untilMerged(portal, made.id, 'pat');
    expect(performance.now() - mergedAt).toBeLessThan(3_000);
    const done = await until(
      portal,
      made.id,
      ({ lifecycle }) => lifecycle === 'done',
    );

    expect(done.outcome).toMatchObject({ total: 3, succeeded: 3, failed: 0 });
    expect(simulator.github.pulls()).toHaveLength(3);
    expect(cells.map(cell => now(cell).version)).toEqual([to, to, to]);
    const moves = cells.map(
      cell =>
        now(cell).updates.filter(
          ({ createdAt, type }) =>
            type === 'VersionUpdate' && createdAt >= begun,
        ).length,
    );
    expect(moves).toEqual([1, 1, 1]);
    const { body: list } = await portal.get(`/rollouts/${made.id}/cells`);
    expect(
      list.items.map(
        ({ clusters }: any) => clusters[0].tracks[0].pullRequest.mergedBy,
      ),
    ).toEqual(expect.arrayContaining(['alex', 'alex', 'pat']));
  });
});
