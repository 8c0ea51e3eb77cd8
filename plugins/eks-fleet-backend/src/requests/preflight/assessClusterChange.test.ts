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

import { assessCluster } from './assessCluster';
import {
  aCluster,
  ACCOUNT,
  aGround,
  aNamespaceThere,
  PAYMENTS,
  type GroundParts,
} from './__testUtils__/grounds';
import { aClusterSpec, aNodeGroup } from './__testUtils__/specs';

describe('a change of a cluster', () => {
  const there = [aCluster({ name: 'orders', owner: PAYMENTS })];
  const change = (spec: object, base: object, parts: GroundParts = {}) =>
    assessCluster(
      {
        operation: 'change',
        spec: aClusterSpec(spec),
        base: aClusterSpec(base),
      },
      aGround({ clusters: there, ...parts }),
    );

  it('is not refused for what it leaves as it is', () => {
    const old = { kubernetesVersion: '1.31', tags: {} };
    const { outcome, reasons } = change({ ...old, zonalShift: true }, old, {
      requests: { clusters: { requiredTags: ['cost-center'] } },
    });
    expect(outcome).toBe('allow');
    expect(reasons.map(({ code }) => code)).toEqual([
      'versionUnsupported',
      'tagMissing',
      'automaticApproval',
    ]);
    expect(reasons[1].message).toBe(
      'It is so already: The tag cost-center is missing; it must be anything but empty.',
    );
  });

  it('moves no version', () => {
    expect(change({}, { kubernetesVersion: '1.34' })).toMatchObject({
      outcome: 'deny',
      reasons: [{ code: 'versionByRollout', field: 'kubernetesVersion' }, {}],
    });
  });

  it('makes no other cluster of it', () => {
    expect(
      change({ region: 'us-east-1' }, {}).reasons.map(({ code }) => code),
    ).toEqual(expect.arrayContaining(['anotherCluster']));
  });

  it('may make something smaller although the quota was lowered below use', () => {
    const bigger = {
      compute: { nodeGroups: [aNodeGroup({ maxSize: 30 })] },
    };
    const parts = {
      requests: { quotas: [{ default: true, vcpu: 10, clusters: 0 }] },
    };
    expect(change({}, bigger, parts).outcome).toBe('allow');
    expect(change(bigger, {}, parts)).toMatchObject({
      outcome: 'deny',
      reasons: [
        {
          code: 'quotaExceeded',
          limit: { resource: 'vcpu', limit: 10, used: 6, asked: 54, left: 4 },
        },
        {},
      ],
    });
  });

  it('needs the cluster to be there', () => {
    expect(change({}, {}, { clusters: [] }).reasons[0]).toMatchObject({
      code: 'notThere',
    });
  });
});

describe('a deletion of a cluster', () => {
  const remove = (parts: GroundParts) =>
    assessCluster(
      { operation: 'delete', spec: aClusterSpec() },
      aGround(parts),
    );
  const on = { accountId: ACCOUNT, region: 'eu-west-1', name: 'orders' };

  it('waits for the namespaces of others to go', () => {
    const own = aNamespaceThere({ cluster: on });
    expect(
      remove({ clusters: [aCluster({ name: 'orders' })], namespaces: [own] })
        .outcome,
    ).toBe('allow');
    expect(
      remove({
        clusters: [aCluster({ name: 'orders' })],
        namespaces: [
          own,
          { ...own, name: 'search', owner: 'group:default/search' },
        ],
      }).reasons[0],
    ).toMatchObject({
      code: 'othersLiveThere',
      message:
        '1 namespace of others is on orders, of group:default/search; they must go first.',
    });
  });

  it('takes no quota, and needs no price', () => {
    expect(
      remove({
        clusters: [aCluster({ name: 'orders', owner: PAYMENTS })],
        requests: {
          quotas: [{ default: true, clusters: 0 }],
          costs: {},
        },
      }).outcome,
    ).toBe('allow');
  });
});

it('needs somebody who agrees to adopt what no standard allows', () => {
  expect(
    assessCluster(
      {
        operation: 'adopt',
        spec: aClusterSpec({ kubernetesVersion: '1.31' }),
      },
      aGround({ clusters: [aCluster({ name: 'orders', owner: PAYMENTS })] }),
    ),
  ).toMatchObject({
    outcome: 'needsApproval',
    reasons: [
      {
        code: 'versionUnsupported',
        message: expect.stringMatching(/^It is so already: EKS does not/),
      },
      {},
    ],
  });
});

it('has somebody agree where the tags of what is adopted say another owner', () => {
  const of = (owner: string) =>
    assessCluster(
      { operation: 'adopt', spec: aClusterSpec() },
      aGround({ clusters: [aCluster({ name: 'orders', owner })] }),
    ).reasons.map(({ code }) => code);
  expect(of('group:default/platform')).toContain('clusterOfOthers');
  expect(of(PAYMENTS)).not.toContain('clusterOfOthers');
});
