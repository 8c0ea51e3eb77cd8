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
  DescribeClusterCommand,
  DescribeClusterVersionsCommand,
  ListClustersCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  paginateListClusters,
} from '@aws-sdk/client-eks';
import { ManualClock } from '../../clock';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { clientsOf, readerKeys, readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';

describe('Amazon EKS', () => {
  let simulator: Simulator;
  const clock = new ManualClock('2026-11-23T09:00:00Z');
  const start = async (clusters: number) => {
    simulator = await startSimulator({
      fleet: `1x2x${clusters}`,
      clock,
      limits: 'off',
    });
    return readerOf(simulator, ACCOUNT);
  };

  afterEach(() => simulator.stop());

  it.each([
    [0, 1],
    [1, 1],
    [99, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('lists %d clusters in %d pages', async (clusters, pages) => {
    const { eks } = await start(clusters);
    const found: string[] = [];
    for await (const page of paginateListClusters({ client: eks }, {})) {
      found.push(...page.clusters!);
    }
    expect(new Set(found).size).toBe(clusters);
    expect(simulator.calls()).toContainEqual({
      service: 'eks',
      operation: 'ListClusters',
      accountId: ACCOUNT,
      region: 'eu-west-1',
      status: 200,
      count: pages,
    });
  });

  it('neither repeats nor hides a cluster when another one goes between two pages', async () => {
    const { eks } = await start(101);
    const first = await eks.send(new ListClustersCommand({}));
    simulator.model.removeCluster(ACCOUNT, 'eu-west-1', 'cluster-0001');
    const { nextToken } = first;
    const second = await eks.send(new ListClustersCommand({ nextToken }));
    expect(second).toMatchObject({ clusters: ['cluster-0101'] });
    expect(second.nextToken ?? undefined).toBeUndefined();
  });

  it('takes a page token only in time, and only for the list that gave it', async () => {
    const { eks } = await start(101);
    const { nextToken } = await eks.send(new ListClustersCommand({}));
    const credentials = await readerKeys(simulator, ACCOUNT);
    const elsewhere = clientsOf(simulator, {
      region: 'us-east-1',
      credentials,
    }).eks;
    const invalid = {
      name: 'InvalidParameterException',
      $metadata: expect.objectContaining({ httpStatusCode: 400 }),
    };
    await expect(
      elsewhere.send(new ListClustersCommand({ nextToken })),
    ).rejects.toMatchObject(invalid);
    await expect(
      eks.send(new ListClustersCommand({ nextToken: 'bm90IGEgdG9rZW4' })),
    ).rejects.toMatchObject(invalid);
    clock.advance(14 * 60);
    await eks.send(new ListClustersCommand({ nextToken }));
    clock.advance(60);
    await expect(
      eks.send(new ListClustersCommand({ nextToken })),
    ).rejects.toMatchObject(invalid);
  });

  it('refuses a page size that EKS does not have', async () => {
    const { eks } = await start(1);
    await expect(
      eks.send(new ListClustersCommand({ maxResults: 101 })),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining('maxResults'),
    });
  });

  it('describes a cluster', async () => {
    const { eks } = await start(1);
    const { cluster } = await eks.send(
      new DescribeClusterCommand({ name: 'cluster-0001' }),
    );
    expect(cluster).toMatchObject({
      arn: 'arn:aws:eks:eu-west-1:100000000001:cluster/cluster-0001',
      createdAt: expect.any(Date),
      status: 'ACTIVE',
      endpoint: expect.stringMatching(
        /^https:\/\/127\.0\.0\.1:\d+\/clusters\/[0-9A-F]{32}$/,
      ),
      upgradePolicy: { supportType: 'EXTENDED' },
      health: { issues: [] },
    });
    expect(
      Buffer.from(cluster!.certificateAuthority!.data!, 'base64').toString(),
    ).toContain('BEGIN CERTIFICATE');
  });

  it('says which cluster it did not find', async () => {
    const { eks } = await start(1);
    await expect(
      eks.send(new DescribeClusterCommand({ name: 'gone' })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'No cluster found for name: gone.',
      $metadata: expect.objectContaining({
        httpStatusCode: 404,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      }),
    });
  });

  it.each(['a b', '-a', '../clusters', `a${'b'.repeat(100)}`, '<b>'])(
    'takes %s for no cluster name',
    async name => {
      const { eks } = await start(1);
      await expect(
        eks.send(new DescribeClusterCommand({ name })),
      ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    },
  );

  it('gives a cluster that was made again another endpoint and creation date', async () => {
    const { eks } = await start(1);
    const describe = async () =>
      (await eks.send(new DescribeClusterCommand({ name: 'cluster-0001' })))
        .cluster!;
    const before = await describe();
    simulator.model.removeCluster(ACCOUNT, 'eu-west-1', 'cluster-0001');
    simulator.model.addCluster(ACCOUNT, {
      name: 'cluster-0001',
      region: 'eu-west-1',
      version: '1.36',
    });
    const after = await describe();
    expect(after.arn).toBe(before.arn);
    expect(after.endpoint).not.toBe(before.endpoint);
    expect(after.createdAt).toEqual(clock.now());
  });

  it('keeps hostile tag values as they are', async () => {
    const { eks } = await start(1);
    const resourceArn = `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/cluster-0001`;
    const tags = {
      html: '<script>alert(1)</script>',
      sql: "'; DROP TABLE clusters; --",
      'ключ ☃': 'a: &b\n- *b',
      long: 'x'.repeat(256),
    };
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, {
      ...role,
      allow: [...role.allow, 'eks:*Tag*'],
    });
    await eks.send(new TagResourceCommand({ resourceArn, tags }));
    const listed = await eks.send(
      new ListTagsForResourceCommand({ resourceArn }),
    );
    expect(listed.tags).toMatchObject(tags);
    await eks.send(
      new UntagResourceCommand({ resourceArn, tagKeys: ['html', 'ключ ☃'] }),
    );
    const { cluster } = await eks.send(
      new DescribeClusterCommand({ name: 'cluster-0001' }),
    );
    expect(Object.keys(cluster!.tags!)).toEqual(
      expect.arrayContaining(['sql', 'long']),
    );
    expect(cluster!.tags).not.toHaveProperty('html');
    await expect(
      eks.send(
        new TagResourceCommand({ resourceArn, tags: { a: 'x'.repeat(257) } }),
      ),
    ).rejects.toMatchObject({ name: 'BadRequestException' });
    await expect(
      eks.send(
        new ListTagsForResourceCommand({ resourceArn: `${resourceArn}x` }),
      ),
    ).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  describe('DescribeClusterVersions', () => {
    it.each([
      [{}, ['1.36', '1.35', '1.34', '1.33', '1.32', '1.31']],
      [{ defaultOnly: true }, ['1.35']],
      [{ clusterVersions: ['1.29', '1.34'] }, ['1.34', '1.29']],
      [{ versionStatus: 'EXTENDED_SUPPORT' }, ['1.33', '1.32', '1.31']],
      [{ status: 'unsupported' }, ['1.30', '1.29']],
      [{ clusterType: 'eks-local-outposts' }, []],
    ] as const)('answers %j', async (filter, expected) => {
      simulator = await startSimulator({
        fleet: '1x1x0',
        clock: new ManualClock('2026-11-23T09:00:00Z'),
      });
      const { eks } = await readerOf(simulator, ACCOUNT);
      const { clusterVersions } = await eks.send(
        new DescribeClusterVersionsCommand({
          ...filter,
          clusterVersions:
            'clusterVersions' in filter
              ? [...filter.clusterVersions]
              : undefined,
        }),
      );
      expect(clusterVersions!.map(v => v.clusterVersion)).toEqual(expected);
    });

    it('moves versions through their support as time goes by', async () => {
      const moving = new ManualClock('2026-11-25T23:59:59Z');
      simulator = await startSimulator({ fleet: '1x1x0', clock: moving });
      const { eks } = await readerOf(simulator, ACCOUNT);
      const statusOf = async () => {
        const { clusterVersions } = await eks.send(
          new DescribeClusterVersionsCommand({ clusterVersions: ['1.31'] }),
        );
        return clusterVersions![0].versionStatus;
      };
      expect(await statusOf()).toBe('EXTENDED_SUPPORT');
      moving.advance(1);
      expect(await statusOf()).toBe('UNSUPPORTED');
    });

    it('pages', async () => {
      const { eks } = await start(0);
      const first = await eks.send(
        new DescribeClusterVersionsCommand({ includeAll: true, maxResults: 5 }),
      );
      const second = await eks.send(
        new DescribeClusterVersionsCommand({
          includeAll: true,
          maxResults: 5,
          nextToken: first.nextToken,
        }),
      );
      expect(second.clusterVersions!.map(v => v.clusterVersion)).toEqual([
        '1.31',
        '1.30',
        '1.29',
      ]);
    });
  });
});
