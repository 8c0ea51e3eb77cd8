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

import { ConfigReader } from '@backstage/config';
import {
  DefaultEksFleetAwsService,
  DefaultEksFleetGitService,
  shippedProvisioners,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  DEMO_GITHUB_TOKEN,
  ManualClock,
  startSimulator,
  type Cluster,
  type Simulator,
} from '@eks-fleet/simulator';
import { hop } from './__testUtils__/hops';
import { runHop } from './__testUtils__/stepHop';
import { EksParts } from './EksParts';
import { GitopsExecutor } from './GitopsExecutor';

jest.setTimeout(60_000);

const ACCOUNT = '222233334444';
const PATH =
  'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.yaml';

describe('taking a cluster back by Git, where what provisions it can', () => {
  const environment = { ...process.env };
  const clock = new ManualClock('2026-11-25T12:00:00Z');
  let simulator: Simulator;
  let cluster: Cluster;

  beforeAll(async () => {
    simulator = await startSimulator({ limits: 'off', clock });
    simulator.clearFaults({ standing: true });
    Object.assign(process.env, simulator.environment());
    cluster = simulator.model
      .clusters({ accountId: ACCOUNT })
      .find(
        ({ status, version }) => status === 'ACTIVE' && version === '1.34',
      )!;
  });

  afterAll(async () => {
    process.env = environment;
    await simulator.stop();
  });

  function startExecutor(): GitopsExecutor {
    const { apiUrl, url } = simulator.github;
    const config = new ConfigReader({
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
        fleetRepositories: [
          {
            id: 'fleet',
            url: `${url}/acme/fleet`,
            branch: 'main',
            clusters: [
              {
                provisioner: 'kro',
                path: PATH,
                canRollBack: true,
                fields: {
                  version: '/spec/k8sVersion',
                  nodegroups: { version: '/spec/nodeGroups/{name}/version' },
                },
              },
            ],
          },
        ],
      },
    });
    return new GitopsExecutor({
      git: DefaultEksFleetGitService.fromConfig(config, {
        limits: {
          writesPerMinute: 60_000,
          contentPerMinute: 60_000,
          contentPerHour: 60_000,
          maxWaitSeconds: 5,
        },
      }),
      provisioners: shippedProvisioners,
      parts: new EksParts({
        aws: DefaultEksFleetAwsService.fromConfig(config),
        observations: { ofMany: async () => new Map() },
        refresh: async () => {},
      }),
      releases: { find: async () => undefined },
      portal: { appUrl: 'https://portal.example.com' },
    });
  }

  const workOf = (over: Partial<TrackWork>): TrackWork =>
    hop({
      cellId: 'cell',
      cluster: {
        arn: cluster.arn,
        entityRef: `resource:default/${cluster.name}`,
        name: cluster.name,
        partition: 'aws',
        accountId: ACCOUNT,
        region: cluster.region,
        labels: { environment: cluster.tags.environment ?? '' },
      },
      ...over,
    });
  const present = () =>
    simulator.model.findCluster(ACCOUNT, cluster.region, cluster.name)!;

  function pass(seconds: number) {
    for (let passed = 0; passed < seconds; passed += 5) {
      clock.advance(5);
      simulator.model.clusters();
    }
  }

  it('proposes the version before, and says once EKS is there', async () => {
    const from = cluster.version;
    const to = '1.35';
    expect(await startExecutor().abilityFor(workOf({}).cluster)).toMatchObject({
      canRollBack: true,
    });
    for (const [number, step] of [
      { from, to, direction: 'forward' as const },
      { from: to, to: from, direction: 'back' as const },
    ].entries()) {
      const proposed = await runHop(
        startExecutor(),
        workOf({ ...step, attempt: number + 1 }),
        { now: clock.now() },
      );
      expect(proposed.decision).toMatchObject({
        kind: 'wait',
        waiting: { code: 'pullRequest.review' },
      });
      const pull = simulator.github.pulls().at(-1)!;
      expect(pull.title).toContain(`${step.from} to ${step.to}`);
      await simulator.github.merge({ number: pull.number, user: 'pat' });
      pass(3600);
      const done = await runHop(startExecutor(), proposed.work, {
        now: clock.now(),
      });
      expect(done.decision).toMatchObject({ kind: 'succeeded', now: step.to });
      expect(present().version).toBe(step.to);
    }
    expect(
      present()
        .updates.filter(({ nodegroupName }) => !nodegroupName)
        .map(({ type }) => type)
        .slice(-2),
    ).toEqual(['VersionUpdate', 'VersionRollback']);
  });
});
