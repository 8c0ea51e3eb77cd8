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

import { createCluster } from './createCluster';
import { insightsOf } from './insightsOf';
import type { Cluster, ClusterSpec } from './types';

const NOW = new Date('2026-11-23T09:00:00Z');

function clusterWith(spec: Partial<ClusterSpec>): Cluster {
  const accountId = '111122223333';
  const region = 'eu-west-1';
  const name = 'one';
  return createCluster(
    { name, region, version: '1.33', nodegroups: [], updates: [], ...spec },
    {
      id: '0123456789ABCDEF0123456789ABCDEF',
      arn: `arn:aws:eks:${region}:${accountId}:cluster/${name}`,
      name,
      accountId,
      partition: 'aws',
      region,
    },
    new Date('2026-01-15T08:00:00Z'),
  );
}

function statusOf(cluster: Cluster, name: string, now = NOW) {
  return insightsOf(cluster, now).find(insight => insight.name === name)
    ?.status;
}

describe('insights', () => {
  it.each<[string, Partial<ClusterSpec>, string, string]>([
    [
      'kubelets as old as the cluster',
      { nodegroups: [{ name: 'a', version: '1.33' }] },
      'Kubelet version skew',
      'PASSING',
    ],
    [
      'kubelets that may be one more behind',
      { nodegroups: [{ name: 'a', version: '1.31' }] },
      'Kubelet version skew',
      'WARNING',
    ],
    [
      'kubelets that may not be any more behind',
      { nodegroups: [{ name: 'a' }, { name: 'b', version: '1.30' }] },
      'Kubelet version skew',
      'ERROR',
    ],
    [
      'an old kube-proxy',
      { addons: [{ name: 'kube-proxy', version: 'v1.30.14-eksbuild.2' }] },
      'kube-proxy version skew',
      'ERROR',
    ],
    [
      'an add-on version that stays behind',
      { addons: [{ name: 'vpc-cni', version: 'v1.19.5-eksbuild.1' }] },
      'EKS add-on version compatibility',
      'ERROR',
    ],
    [
      'a Marketplace add-on that stays behind',
      {
        addons: [{ name: 'kubecost_kubecost', version: 'v2.8.2-eksbuild.1' }],
      },
      'EKS add-on version compatibility',
      'PASSING',
    ],
    [
      'a health issue',
      {
        healthIssues: [
          { code: 'IamRoleNotFound', message: 'Gone.', resourceIds: [] },
        ],
      },
      'Cluster health issues',
      'ERROR',
    ],
    [
      'Amazon Linux 2 two minors before its end',
      { version: '1.31', nodegroups: [{ name: 'a', amiType: 'AL2_x86_64' }] },
      'Amazon Linux 2 compatibility',
      'WARNING',
    ],
    [
      'Amazon Linux 2 at its end',
      { version: '1.32', nodegroups: [{ name: 'a', amiType: 'AL2_x86_64' }] },
      'Amazon Linux 2 compatibility',
      'ERROR',
    ],
  ])('follow from %s', (_, spec, name, status) => {
    expect(statusOf(clusterWith(spec), name)).toBe(status);
  });

  it.each<[string, Partial<ClusterSpec>]>([
    ['for a version after the newest', { version: '1.36' }],
    ['before a cluster is there', { status: 'CREATING' }],
  ])('are none %s', (_, spec) => {
    expect(insightsOf(clusterWith(spec), NOW)).toEqual([]);
  });

  describe('on going back', () => {
    const upgraded = clusterWith({
      version: '1.34',
      nodegroups: [{ name: 'a', version: '1.33' }, { name: 'b' }],
      addons: [{ name: 'coredns' }],
      updates: [
        {
          type: 'VersionUpdate',
          createdAt: '2026-11-20T09:00:00Z',
          params: { Version: '1.34' },
        },
      ],
    });
    const rollback = (now: Date) =>
      insightsOf(upgraded, now).filter(
        ({ category }) => category === 'ROLLBACK_READINESS',
      );

    it('are about the version before', () => {
      expect(rollback(NOW)).toEqual([
        expect.objectContaining({
          name: 'Kubelet version rollback compatibility',
          kubernetesVersion: '1.33',
          status: 'ERROR',
          resources: [{ arn: upgraded.nodegroups[1].arn, status: 'ERROR' }],
        }),
        ...[
          'EKS add-on version rollback compatibility',
          'kube-proxy version rollback compatibility',
          'Incompatible API usage',
          'Cluster health issues',
        ].map(name =>
          expect.objectContaining({
            name,
            kubernetesVersion: '1.33',
            status: 'PASSING',
          }),
        ),
      ]);
    });

    it.each([
      ['2026-11-27T08:59:59Z', 5],
      ['2026-11-27T09:00:00Z', 0],
    ])('end after seven days: %s', (now, count) => {
      expect(rollback(new Date(now))).toHaveLength(count);
    });
  });

  it('keep their ids, which differ from each other', () => {
    const cluster = clusterWith({});
    const ids = (now: Date) => insightsOf(cluster, now).map(({ id }) => id);
    expect(new Set(ids(NOW)).size).toBe(5);
    expect(ids(new Date('2026-12-24T09:00:00Z'))).toEqual(ids(NOW));
  });

  it('give way to those that the cluster has under the same name', () => {
    const cluster = clusterWith({
      insights: [{ name: 'Kubelet version skew', status: 'UNKNOWN' }],
    });
    expect(insightsOf(cluster, NOW)).toHaveLength(5);
    expect(statusOf(cluster, 'Kubelet version skew')).toBe('UNKNOWN');
  });
});
