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

import type { ChaosCluster } from '../types';
import { findWrongs } from './findWrongs';
import type { ClusterOutcome } from './types';

const CLUSTER: ChaosCluster = {
  accountId: '100000000001',
  region: 'eu-west-1',
  name: 'cluster-0001',
  arn: 'arn:aws:eks:eu-west-1:100000000001:cluster/cluster-0001',
  createdAt: '2025-01-01T00:00:00.000Z',
  from: '1.34',
  to: '1.35',
  nodegroups: [{ name: 'general', from: '1.34' }],
};
const ONCE = { version: '1.35', updates: ['1.35 Successful'] };
const NOT_AT_ALL = { version: '1.34', updates: [] };
const BY_CALLS: ClusterOutcome = {
  arn: CLUSTER.arn,
  controlPlane: ONCE,
  nodes: { general: ONCE },
  pulls: [],
};
const BY_GIT: ClusterOutcome = {
  ...BY_CALLS,
  nodes: { general: NOT_AT_ALL },
  pulls: ['merged'],
};

describe('findWrongs', () => {
  it('has nothing against what was upgraded exactly once', () => {
    expect(findWrongs(CLUSTER, BY_CALLS, 'eks')).toEqual([]);
    expect(findWrongs(CLUSTER, BY_GIT, 'gitops')).toEqual([]);
  });

  it.each<[string, 'eks' | 'gitops', Partial<ClusterOutcome>]>([
    ['a control plane that stayed', 'eks', { controlPlane: NOT_AT_ALL }],
    [
      'a control plane that was asked for twice',
      'eks',
      {
        controlPlane: {
          version: '1.35',
          updates: ['1.35 Successful', '1.35 Failed'],
        },
      },
    ],
    [
      'a control plane that went too far',
      'eks',
      {
        controlPlane: {
          version: '1.36',
          updates: ['1.35 Successful', '1.36 Successful'],
        },
      },
    ],
    ['a node group that stayed', 'eks', { nodes: { general: NOT_AT_ALL } }],
    [
      'a node group that was rolled twice',
      'eks',
      {
        nodes: {
          general: {
            version: '1.35',
            updates: ['1.35 Successful', '1.35 Successful'],
          },
        },
      },
    ],
    ['a proposal that nobody asked for', 'eks', { pulls: ['open'] }],
    ['a cluster without a proposal', 'gitops', { pulls: [] }],
    ['a second proposal', 'gitops', { pulls: ['merged', 'closed'] }],
    ['two merges', 'gitops', { pulls: ['merged', 'merged'] }],
    ['nodes that moved along', 'gitops', { nodes: { general: ONCE } }],
  ])('finds %s', (_, executor, seen) => {
    const right = executor === 'eks' ? BY_CALLS : BY_GIT;
    const wrongs = findWrongs(CLUSTER, { ...right, ...seen }, executor);
    expect(wrongs).toEqual([expect.stringContaining(CLUSTER.arn)]);
  });
});
