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
import { readRequestConfig } from './readRequestConfig';

const read = (requests?: object) =>
  readRequestConfig(new ConfigReader({ eksFleet: { requests } } as never));

describe('readRequestConfig', () => {
  it('asks a person for everything where nothing is said', () => {
    expect(read()).toEqual({
      enabled: true,
      quotas: [],
      approvals: [],
      applications: {},
      approvers: [],
      ticket: 'optional',
      clusters: {
        requiredTags: [],
        roles: ['arn:{partition}:iam::{account}:role/team-{owner}-*'],
        principals: ['arn:{partition}:iam::{account}:role/team-{owner}-*'],
        accessPolicies: ['AmazonEKSViewPolicy', 'AmazonEKSEditPolicy'],
        kubernetesGroups: ['team-{owner}', 'team-{owner}-*'],
        cidrPools: [],
        environments: {},
        instanceSizes: new Map(),
      },
      namespaces: {
        reservedNames: [],
        podSecurity: {},
        sizes: expect.objectContaining({
          small: { cpu: '2', memory: '4Gi', storage: '20Gi' },
        }),
        maxTtlDays: {},
        roles: ['arn:{partition}:iam::{account}:role/team-{owner}-*'],
        principals: ['arn:{partition}:iam::{account}:role/team-{owner}-*'],
        kubernetesGroups: ['team-{owner}', 'team-{owner}-*'],
      },
      costs: {
        nodeVolumeGib: 20,
        natGateways: 'perZone',
        loadBalancersPerCluster: 1,
      },
      ttl: { remove: true, warnDays: [14, 3, 1] },
      keepDays: 400,
    });
  });

  it('knows owners by their whole names, and amounts from the environment', () => {
    const { quotas } = read({
      quotas: [
        { owners: ['payments', 'group:acme/search'], vcpu: '64' },
        { default: true, namespaces: 3 },
      ],
    });
    expect(quotas).toEqual([
      {
        owners: ['group:default/payments', 'group:acme/search'],
        limits: { vcpu: 64 },
      },
      { limits: { namespaces: 3 } },
    ]);
  });

  it('fills in what a rule by increase leaves out', () => {
    const [{ increase, match }] = read({
      approvals: [{ approval: 'increase', increase: { percent: 25 } }],
    }).approvals;
    expect(match).toEqual({});
    expect(increase).toEqual({
      above: { vcpu: 1, memoryGib: 2, storageGib: 32 },
      percent: 25,
      usedPercent: { vcpu: 35, memoryGib: 35, storageGib: 80 },
    });
  });

  it('warns of an end in order, each day once', () => {
    expect(read({ ttl: { warnDays: [1, 7, 30, 7] } }).ttl.warnDays).toEqual([
      30, 7, 1,
    ]);
  });

  it('takes pools by hand and of IPAM', () => {
    const ipam = {
      poolId: 'ipam-pool-0123456789abcdef0',
      accountId: '111122223333',
      region: 'eu-west-1',
    };
    expect(
      read({
        clusters: {
          cidrPools: [{ cidr: '10.64.0.0/12', prefix: 18 }, { ipam }],
        },
      }).clusters.cidrPools,
    ).toEqual([
      { cidr: '10.64.0.0/12', prefix: 18 },
      { ipam, prefix: 16 },
    ]);
  });

  it.each<[object, string]>([
    [{ quota: [] }, 'eksFleet.requests: has no "quota"; there are enabled,'],
    [
      { quotas: [{ clusters: 1 }] },
      'eksFleet.requests.quotas[0]: must have owners, or default: true',
    ],
    [
      { quotas: [{ owners: ['component:web'], clusters: 1 }] },
      'eksFleet.requests.quotas[0].owners[0]: "component:web" is no group and no user',
    ],
    [
      { quotas: [{ owners: [], clusters: 1 }] },
      'eksFleet.requests.quotas[0].owners: must name at least one',
    ],
    [
      { quotas: [{ default: true }, { default: true }] },
      'eksFleet.requests.quotas[1]: all others has a quota already, in quotas[0]',
    ],
    [
      {
        quotas: [
          { owners: ['payments'] },
          { owners: ['group:default/payments'] },
        ],
      },
      'eksFleet.requests.quotas[1]: group:default/payments has a quota already',
    ],
    [
      { approvals: [{ approval: 'maybe' }] },
      'eksFleet.requests.approvals[0].approval: "maybe" is none of automatic, required, increase',
    ],
    [
      { approvals: [{ approval: 'automatic', match: { kind: 'cluster' } }] },
      'eksFleet.requests.approvals[0].match: has no "kind"; there are kinds,',
    ],
    [
      { clusters: { accounts: [111122223333] } },
      'eksFleet.requests.clusters.accounts[0]: 111122223333 is no account: twelve digits, in quotes',
    ],
    [
      { clusters: { accounts: [] } },
      'eksFleet.requests.clusters.accounts: must name at least one; leave it out for all',
    ],
    [
      { clusters: { roles: ['arn:aws:iam::{acount}:role/x'] } },
      'eksFleet.requests.clusters.roles[0]: {acount} stands for nothing; there are {partition}, {account}',
    ],
    [
      { clusters: { roles: ['team-*'] } },
      'eksFleet.requests.clusters.roles[0]: must be the pattern of an ARN',
    ],
    [
      { clusters: { cidrPools: [{ cidr: '10.0.0.0/20', prefix: 18 }] } },
      'eksFleet.requests.clusters.cidrPools[0]: ',
    ],
    [
      { clusters: { instanceFamilies: ['m7g.large'] } },
      'eksFleet.requests.clusters.instanceFamilies[0]: "m7g.large" is no family of instances, such as "m7g"',
    ],
    [
      { namespaces: { podSecurity: { prod: 'strict' } } },
      'eksFleet.requests.namespaces.podSecurity.prod: "strict" is none of privileged, baseline, restricted',
    ],
    [
      { namespaces: { sizes: { small: { cpu: 'two', memory: '1Gi' } } } },
      'eksFleet.requests.namespaces.sizes.small.cpu: "two" is no amount',
    ],
    [
      {
        costs: {
          autoMode: {
            instanceType: 'm7g.large',
            minimumNodes: 3,
            expectedNodes: 2,
            maximumNodes: 4,
          },
        },
      },
      'eksFleet.requests.costs.autoMode: must have expectedNodes from minimumNodes to maximumNodes',
    ],
    [{ keepDays: 0 }, 'eksFleet.requests.keepDays: 0 is not from 1 to 3650'],
    [{ keepDays: 1.5 }, 'eksFleet.requests.keepDays: 1.5 is no whole number'],
  ])('refuses %j', (requests, message) => {
    expect(() => read(requests)).toThrow(message);
  });
});
