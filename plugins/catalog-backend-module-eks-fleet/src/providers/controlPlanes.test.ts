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
  startDiscovery,
  type Discovery,
  type DiscoveryOptions,
} from '../__testUtils__/discovery';

const A = '100000000001';
const TARGET = `${A}/eu-west-1`;

describe('What discovery tells of control planes', () => {
  const environment = { ...process.env };
  let discovery: Discovery;
  let now = new Date('2026-11-23T09:00:00Z');

  const start = async (options: Partial<DiscoveryOptions> = {}) => {
    discovery = await startDiscovery({
      fleet: '1x1x3',
      provider: { accounts: [A], regions: ['eu-west-1'] },
      now: () => now,
      ...options,
    });
  };
  const namesOf = (report: { names: string[] }) => [...report.names].sort();
  const describes = () => discovery.calls('DescribeCluster');

  afterEach(async () => {
    await discovery.stop();
    process.env = { ...environment };
  });

  it('is what DescribeCluster said to the scan, and costs no further call', async () => {
    await start();
    await discovery.provider.scan();
    expect(describes()).toBe(3);
    expect(discovery.controlPlaneReports).toEqual([
      {
        target: TARGET,
        observedAt: now.toISOString(),
        names: expect.arrayContaining(['cluster-0001', 'cluster-0002']),
      },
    ]);
    const [cluster] = discovery.simulator.model.clusters({ accountId: A });
    expect(discovery.controlPlanes.get(`${TARGET}/cluster-0001`)).toMatchObject(
      {
        name: 'cluster-0001',
        version: cluster.version,
        status: 'ACTIVE',
        endpoint: expect.stringMatching(/^https?:/),
        certificateAuthority: expect.any(String),
        oidcIssuer: expect.stringMatching(/^https?:/),
        subnetIds: cluster.subnets.map(({ id }) => id).sort(),
      },
    );
  });

  it('is said again after each scan: that it still holds is news', async () => {
    await start();
    await discovery.provider.scan();
    now = new Date(now.getTime() + 600_000);
    await discovery.provider.scan();
    expect(
      discovery.controlPlaneReports.map(({ observedAt }) => observedAt),
    ).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-23T09:10:00.000Z']);
    now = new Date('2026-11-23T09:00:00Z');
  });

  it('is said of one cluster that was read again', async () => {
    await start();
    await discovery.provider.scan();
    discovery.controlPlaneReports.length = 0;
    const [cluster] = discovery.simulator.model.clusters({ accountId: A });
    cluster.status = 'UPDATING';
    await discovery.provider.refreshClusters([cluster.arn]);
    expect(discovery.controlPlaneReports.map(namesOf)).toEqual([
      [cluster.name],
    ]);
    expect(
      discovery.controlPlanes.get(`${TARGET}/${cluster.name}`)?.status,
    ).toBe('UPDATING');
  });

  it('leaves out what cannot be described, and what the catalog does not get', async () => {
    await start({
      transformer: (entity, cluster) =>
        cluster.name === 'cluster-0001' ? undefined : entity,
    });
    discovery.simulator.addFault({
      match: { operation: 'DescribeCluster', cluster: 'cluster-0002' },
      effect: 'deny',
    });
    await discovery.provider.scan();
    expect(discovery.controlPlaneReports.map(namesOf)).toEqual([
      ['cluster-0003'],
    ]);
    expect(discovery.controlPlaneFailures).toEqual([]);
  });

  it('is why DescribeCluster alone fails, of clusters that the catalog has', async () => {
    await start();
    await discovery.provider.scan();
    expect(discovery.controlPlaneFailures).toEqual([]);
    discovery.simulator.addFault({
      match: { operation: 'DescribeCluster', cluster: 'cluster-0002' },
      effect: 'deny',
    });
    await discovery.provider.scan({ force: true });
    const failure = {
      name: 'cluster-0002',
      error: {
        code: 'forbidden',
        message: expect.stringContaining('eks:DescribeCluster'),
      },
    };
    expect(discovery.controlPlaneFailures).toEqual([failure]);
    expect(namesOf(discovery.controlPlaneReports.at(-1)!)).toEqual([
      'cluster-0001',
      'cluster-0003',
    ]);

    const [{ arn }] = discovery.simulator.model
      .clusters({ accountId: A })
      .filter(({ name }) => name === 'cluster-0002');
    await discovery.provider.refreshClusters([arn]);
    expect(discovery.controlPlaneFailures).toEqual([failure, failure]);
  });

  it('is nothing where the target cannot be read', async () => {
    await start();
    discovery.simulator.addFault({
      match: { operation: 'ListClusters' },
      effect: 'deny',
    });
    await discovery.provider.scan();
    expect(discovery.controlPlaneReports).toEqual([]);
  });
});
