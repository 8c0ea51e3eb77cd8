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
  DescribeInsightCommand,
  DescribeInsightsRefreshCommand,
  ListInsightsCommand,
  StartInsightsRefreshCommand,
  paginateListInsights,
  type EKSClient,
  type InsightsFilter,
} from '@aws-sdk/client-eks';
import { ManualClock } from '../../clock';
import type { ClusterSpec } from '../../model/types';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';
const clusterName = 'one';

describe('insights', () => {
  let simulator: Simulator;
  let clock: ManualClock;
  let eks: EKSClient;

  beforeEach(async () => {
    clock = new ManualClock('2026-11-23T09:00:00Z');
    simulator = await startSimulator({ fleet: '1x1x0', clock });
    const role = simulator.model.findRole(ACCOUNT, 'eks-fleet-reader')!;
    simulator.model.setRole(ACCOUNT, {
      ...role,
      allow: [...role.allow, 'eks:StartInsightsRefresh'],
    });
    ({ eks } = await readerOf(simulator, ACCOUNT));
  });

  afterEach(() => simulator.stop());

  const add = (spec: Partial<ClusterSpec> = {}) =>
    simulator.model.addCluster(ACCOUNT, {
      name: clusterName,
      region: 'eu-west-1',
      version: '1.33',
      createdAt: '2026-01-15T08:00:00Z',
      nodegroups: [],
      updates: [],
      ...spec,
    });
  const list = async (filter?: InsightsFilter) =>
    (await eks.send(new ListInsightsCommand({ clusterName, filter })))
      .insights!;
  const statusOf = async (name: string) =>
    (await list()).find(insight => insight.name === name)?.insightStatus
      ?.status;

  it('pass on a cluster without troubles, for the next version', async () => {
    add();
    const insights = await list();
    expect(insights.map(({ name }) => name).sort()).toEqual([
      'Amazon Linux 2 compatibility',
      'Cluster health issues',
      'EKS add-on version compatibility',
      'Kubelet version skew',
      'kube-proxy version skew',
    ]);
    for (const insight of insights) {
      expect(insight).toMatchObject({
        category: 'UPGRADE_READINESS',
        kubernetesVersion: '1.34',
        insightStatus: { status: 'PASSING', reason: expect.any(String) },
        lastRefreshTime: expect.any(Date),
        lastTransitionTime: new Date('2026-01-15T08:00:00Z'),
      });
    }
  });

  it.each<[string, InsightsFilter, string[]]>([
    ['nothing', {}, ['error', 'future', 'hybrid', 'unknown']],
    ['empty lists', { statuses: [] }, ['error', 'future', 'hybrid', 'unknown']],
    ['a status', { statuses: ['ERROR'] }, ['error']],
    ['statuses', { statuses: ['ERROR', 'UNKNOWN'] }, ['error', 'unknown']],
    ['a category', { categories: ['MISCONFIGURATION'] }, ['hybrid']],
    ['a version', { kubernetesVersions: ['1.35'] }, ['unknown']],
    [
      'all of them',
      {
        categories: ['UPGRADE_READINESS'],
        statuses: ['ERROR', 'WARNING'],
        kubernetesVersions: ['1.34', '1.35'],
      },
      ['error'],
    ],
  ])('are found by %s', async (_, filter, expected) => {
    add({
      insights: [
        { name: 'error', status: 'ERROR' },
        { name: 'unknown', status: 'UNKNOWN', kubernetesVersion: '1.35' },
        { name: 'hybrid', status: 'WARNING', category: 'MISCONFIGURATION' },
        { name: 'future', status: 'WARNING', category: 'FUTURE_CHECKS' },
      ],
    });
    const names = (await list(filter))
      .filter(({ insightStatus }) => insightStatus?.status !== 'PASSING')
      .map(({ name }) => name);
    expect(names.sort()).toEqual(expected);
  });

  it.each([
    [{ statuses: ['BROKEN'] }],
    [{ categories: 'UPGRADE_READINESS' }],
    ['ERROR'],
  ])('refuse the filter %j', async filter => {
    add();
    await expect(list(filter as InsightsFilter)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('come in pages', async () => {
    add({
      insights: Array.from({ length: 101 }, (_, index) => ({
        name: `insight ${index}`,
        status: 'WARNING' as const,
      })),
    });
    const sizes = [];
    for await (const page of paginateListInsights(
      { client: eks },
      { clusterName, filter: { statuses: ['WARNING'] } },
    )) {
      sizes.push(page.insights!.length);
    }
    expect(sizes).toEqual([100, 1]);
  });

  it('tell who calls a deprecated API, and forget it after 30 days', async () => {
    add({
      insights: [
        {
          name: 'Deprecated APIs removed in Kubernetes v1.34',
          status: 'ERROR',
          deprecations: [
            {
              usage: '/apis/old/v1beta1/things',
              replacedWith: '/apis/old/v1/things',
              stopServingVersion: '1.34',
              startServingReplacementVersion: '1.30',
              clients: [
                {
                  userAgent: 'early/1',
                  requestsLast30Days: 7,
                  lastRequestTime: '2026-11-01T00:00:00Z',
                },
                {
                  userAgent: 'late/1',
                  requestsLast30Days: 9,
                  lastRequestTime: '2026-11-20T00:00:00Z',
                },
              ],
            },
          ],
        },
      ],
    });
    const describe = async () => {
      const [{ id }] = (await list()).filter(({ name }) =>
        name!.startsWith('Deprecated'),
      );
      return (await eks.send(new DescribeInsightCommand({ clusterName, id })))
        .insight!;
    };
    expect(await describe()).toMatchObject({
      insightStatus: { status: 'ERROR' },
      categorySpecificSummary: {
        deprecationDetails: [
          {
            usage: '/apis/old/v1beta1/things',
            replacedWith: '/apis/old/v1/things',
            stopServingVersion: '1.34',
            startServingReplacementVersion: '1.30',
            clientStats: [
              {
                userAgent: 'early/1',
                numberOfRequestsLast30Days: 7,
                lastRequestTime: new Date('2026-11-01T00:00:00Z'),
              },
              { userAgent: 'late/1' },
            ],
          },
        ],
      },
    });
    clock.advance(10 * 86_400);
    expect(
      (await describe()).categorySpecificSummary!.deprecationDetails![0]
        .clientStats,
    ).toMatchObject([{ userAgent: 'late/1' }]);
    clock.advance(20 * 86_400);
    expect(await describe()).toMatchObject({
      insightStatus: { status: 'PASSING' },
      lastTransitionTime: new Date('2026-12-20T00:00:00Z'),
      categorySpecificSummary: { deprecationDetails: [] },
    });
  });

  it('of a version end with the upgrade to it', async () => {
    add({
      insights: [{ name: 'old', status: 'ERROR', kubernetesVersion: '1.34' }],
    });
    expect(await statusOf('old')).toBe('ERROR');
    simulator.model.updateCluster(ACCOUNT, 'eu-west-1', clusterName, {
      version: '1.34',
    });
    expect(await statusOf('old')).toBeUndefined();
    expect(await statusOf('Kubelet version skew')).toBe('PASSING');
  });

  it('are refreshed once a day, and on demand', async () => {
    add();
    const refreshedAt = async () => (await list())[0].lastRefreshTime!;
    const daily = await refreshedAt();
    expect(daily <= clock.now()).toBe(true);
    expect(clock.now().getTime() - daily.getTime()).toBeLessThan(86_400_000);

    const describe = () =>
      eks.send(new DescribeInsightsRefreshCommand({ clusterName }));
    await expect(describe()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const started = await eks.send(
      new StartInsightsRefreshCommand({ clusterName }),
    );
    expect(started.status).toBe('IN_PROGRESS');
    clock.advance(5);
    expect(
      await eks.send(new StartInsightsRefreshCommand({ clusterName })),
    ).toMatchObject({ status: 'IN_PROGRESS' });
    expect(await describe()).toMatchObject({
      status: 'IN_PROGRESS',
      startedAt: new Date('2026-11-23T09:00:00Z'),
    });
    expect(await refreshedAt()).toEqual(daily);
    clock.advance(5);
    expect(await describe()).toMatchObject({
      status: 'COMPLETED',
      endedAt: new Date('2026-11-23T09:00:10Z'),
    });
    expect(await refreshedAt()).toEqual(new Date('2026-11-23T09:00:10Z'));
  });

  it('are not found by an id that none has', async () => {
    add();
    await expect(
      eks.send(new DescribeInsightCommand({ clusterName, id: 'none' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
