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

import type { ClusterSpec } from '@eks-fleet/simulator';
import { startCloud, type Cloud } from '../__testUtils__/startCloud';
import { addonsCollector } from './addons';
import { capabilitiesCollector } from './capabilities';
import { fargateProfilesCollector } from './fargateProfiles';
import { nodegroupsCollector } from './nodegroups';

jest.setTimeout(60_000);

describe('collectors of what a cluster is made of', () => {
  let cloud: Cloud;
  const start = async (cluster?: Partial<ClusterSpec>) => {
    cloud = await startCloud({ cluster });
    return cloud;
  };

  afterEach(() => cloud.stop());

  const isoDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

  it('read node groups', async () => {
    await start();
    const { nodegroups, unreadable } = await cloud.collect(
      nodegroupsCollector(cloud),
    );
    expect(unreadable).toEqual([]);
    expect(nodegroups.map(({ name }) => name)).toEqual(
      cloud
        .state()
        .nodegroups.map(({ name }) => name)
        .sort(),
    );
    expect(nodegroups[0]).toMatchObject({
      status: 'ACTIVE',
      version: cloud.cluster.version,
      releaseVersion: expect.stringContaining('.'),
      amiType: expect.any(String),
      capacityType: expect.any(String),
      instanceTypes: [expect.any(String)],
      minSize: expect.any(Number),
      maxSize: expect.any(Number),
      desiredSize: expect.any(Number),
      subnetIds: expect.arrayContaining([expect.stringMatching(/^subnet-/)]),
      healthIssues: [],
      createdAt: isoDate,
      modifiedAt: isoDate,
    });
  });

  it('read Fargate profiles', async () => {
    await start({
      fargateProfiles: [
        {
          name: 'payments',
          selectors: [
            { namespace: 'payments', labels: { tier: 'web', app: 'api' } },
            { namespace: 'batch' },
          ],
        },
      ],
    });
    expect(await cloud.collect(fargateProfilesCollector(cloud))).toEqual({
      profiles: [
        {
          name: 'payments',
          status: 'ACTIVE',
          subnetIds: expect.arrayContaining([expect.any(String)]),
          selectors: ['batch', 'payments (app=api, tier=web)'],
          healthIssues: [],
          createdAt: isoDate,
        },
      ],
      unreadable: [],
    });
  });

  it('read add-ons', async () => {
    await start({
      addons: [
        {
          name: 'coredns',
          status: 'DEGRADED',
          healthIssues: [
            {
              code: 'InsufficientNumberOfReplicas',
              message: 'The add-on is unhealthy',
              resourceIds: ['b', 'a'],
            },
          ],
        },
        { name: 'vpc-cni' },
      ],
    });
    const { addons } = await cloud.collect(addonsCollector(cloud));
    expect(addons).toMatchObject([
      {
        name: 'coredns',
        version: expect.stringMatching(/^v\d/),
        status: 'DEGRADED',
        healthIssues: [
          {
            code: 'InsufficientNumberOfReplicas',
            message: 'The add-on is unhealthy',
            resourceIds: ['a', 'b'],
          },
        ],
        marketplace: false,
        createdAt: isoDate,
      },
      { name: 'vpc-cni', status: 'ACTIVE', healthIssues: [] },
    ]);
  });

  it('read capabilities', async () => {
    await start({
      capabilities: [{ name: 'argocd', type: 'ARGOCD', version: 'v3.1' }],
    });
    const { capabilities } = await cloud.collect(capabilitiesCollector(cloud));
    expect(capabilities).toMatchObject([
      {
        name: 'argocd',
        type: 'ARGOCD',
        status: 'ACTIVE',
        serverUrl: expect.stringMatching(/^https:/),
        healthIssues: [],
      },
    ]);
  });

  it('have nothing to tell of a cluster without them', async () => {
    await start({ nodegroups: [], addons: [], autoMode: true });
    expect(await cloud.collect(nodegroupsCollector(cloud))).toEqual({
      nodegroups: [],
      unreadable: [],
    });
    expect(await cloud.collect(addonsCollector(cloud))).toEqual({
      addons: [],
      unreadable: [],
    });
  });

  it('read every page of a long list', async () => {
    cloud = await startCloud({
      limits: 'off',
      cluster: {
        nodegroups: Array.from({ length: 130 }, (_, index) => ({
          name: `group-${index}`,
        })),
      },
    });
    cloud.aws.setLimits(cloud.cluster, 'off');
    const { nodegroups } = await cloud.collect(nodegroupsCollector(cloud));
    expect(nodegroups).toHaveLength(130);
    expect(cloud.calls()).toEqual({
      ListNodegroups: 2,
      DescribeNodegroup: 130,
    });
  });
});
