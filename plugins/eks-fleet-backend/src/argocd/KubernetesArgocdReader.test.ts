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
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { createArgocd } from './createArgocd';
import { applicationsOfCluster, applicationsOfFile } from './joinApplications';
import type { KubernetesArgocdReader } from './KubernetesArgocdReader';

const PROD = '444455556666';

describe('KubernetesArgocdReader', () => {
  const environment = process.env;
  let simulator: Simulator;
  let controlPlane: ControlPlaneDocument;
  let now: Date;

  beforeAll(async () => {
    simulator = await startSimulator({ limits: 'off' });
    process.env = { ...environment, ...simulator.environment() };
    const { cluster } = await aws()
      .eks({ partition: 'aws', accountId: PROD, region: 'eu-west-1' })
      .send(new DescribeClusterCommand({ name: 'platform-tools' }));
    controlPlane = {
      endpoint: cluster!.endpoint,
      certificateAuthority: cluster!.certificateAuthority!.data,
    } as ControlPlaneDocument;
  });

  beforeEach(() => {
    now = new Date();
    simulator.clearFaults();
    simulator.resetCalls();
  });

  afterAll(async () => {
    process.env = environment;
    await simulator.stop();
  });

  const config = (clusterSecrets: boolean) =>
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      eksFleet: {
        kubernetes: { dangerouslyAllowHosts: ['127.0.0.1'] },
        argocd: [
          {
            id: 'hub',
            cluster: simulator.argocd.hubArn!,
            url: 'https://argocd.example.com',
            clusterSecrets,
          },
        ],
      },
    });

  function aws() {
    return DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
  }

  function start(
    options: { clusterSecrets?: boolean; isObserved?: boolean } = {},
  ): KubernetesArgocdReader {
    const { clusterSecrets = true, isObserved = true } = options;
    return createArgocd({
      aws: aws(),
      config: config(clusterSecrets),
      observations: {
        of: async () =>
          isObserved
            ? { controlPlane: { source: 'discovery', document: controlPlane } }
            : {},
      },
      now: () => now,
    });
  }

  const lists = (what: string) =>
    simulator
      .calls()
      .filter(
        ({ operation, service }) =>
          service === 'kubernetes' && operation.endsWith(what),
      )
      .reduce((sum, { count }) => sum + count, 0);

  it('joins applications to clusters by ARN, address and Secret', async () => {
    const looks = await start().look();

    expect(looks[0].applications).toHaveLength(56);
    const joined = simulator.model
      .clusters()
      .map(
        ({ arn }) => applicationsOfCluster(looks, { arn }).applications.length,
      );
    expect(joined.filter(count => count === 1)).toHaveLength(47);
    // Of three a namespace too, and nothing else.
    expect(joined.filter(count => count > 1)).toEqual([2, 2, 2]);
    expect(looks[0].destinations).toHaveLength(50);
    expect(JSON.stringify(looks)).not.toContain('awsAuthConfig');
  });

  it('finds the application that delivers a file', async () => {
    const { applications } = applicationsOfFile(await start().look(), {
      repositoryUrl: `${simulator.github.url}/acme/fleet`,
      path: 'clusters/prod/444455556666/eu-west-1/search-eu/cluster.yaml',
    });
    expect(applications).toMatchObject([
      {
        name: 'search-eu-444455556666-eu-west-1',
        sync: 'Synced',
        url: 'https://argocd.example.com/applications/argocd/search-eu-444455556666-eu-west-1',
      },
    ]);
  });

  it('lists once for all who ask at about the same time', async () => {
    const reader = start();
    await Promise.all([reader.look(), reader.look(), reader.look()]);
    now = new Date(now.getTime() + 10_000);
    await reader.look();
    expect(lists('/applications')).toBe(1);

    now = new Date(now.getTime() + 10_000);
    await reader.look();
    expect(lists('/applications')).toBe(2);
    expect(lists('/secrets')).toBe(1);
  });

  it('reads no Secrets where it is not told to', async () => {
    const [look] = await start({ clusterSecrets: false }).look();
    expect(look.applications).toHaveLength(56);
    expect(look.destinations).toEqual([]);
    expect(lists('/secrets')).toBe(0);
  });

  it.each([
    ['deny' as const, 'forbidden'],
    ['reset' as const, 'unreachable'],
  ])(
    'after %s says %s, and shows nothing that was so before',
    async (effect, code) => {
      const reader = start();
      await reader.look();
      simulator.addFault({ match: { service: 'kubernetes' }, effect });
      now = new Date(now.getTime() + 60_000);

      expect(await reader.look()).toMatchObject([
        { applications: [], error: { code } },
      ]);

      simulator.clearFaults();
      now = new Date(now.getTime() + 60_000);
      const [mended] = await reader.look();
      expect(mended.error).toBeUndefined();
      expect(mended.applications).toHaveLength(56);
    },
    30_000,
  );

  it('says so where nobody knows where the hub is', async () => {
    expect(await start({ isObserved: false }).look()).toMatchObject([
      { error: { code: 'unreachable' } },
    ]);
  });
});
