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
import { NetworkIndex } from './ground/NetworkIndex';
import {
  aCluster,
  ACCOUNT,
  aGround,
  aReservation,
  PAYMENTS,
  type GroundParts,
} from './__testUtils__/grounds';
import { aClusterSpec, aNodeGroup } from './__testUtils__/specs';

const POOL = { cidrPools: [{ cidr: '10.40.0.0/13' }] };
const KEY = `cluster/${ACCOUNT}/eu-west-1/orders`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team-payments-nodes`;
const POLICY = 'arn:aws:eks::aws:cluster-access-policy';

/** `<outcome> <code> <field>` of each reason. */
function judge(spec: object, parts: GroundParts = {}) {
  const { outcome, reasons } = assessCluster(
    { operation: 'create', spec: aClusterSpec(spec) },
    aGround({
      ...parts,
      requests: {
        ...parts.requests,
        clusters: { ...POOL, ...(parts.requests?.clusters as object) },
      },
    }),
  );
  return {
    outcome,
    said: reasons
      .filter(({ code }) => code !== 'automaticApproval')
      .map(each => [each.outcome, each.code, each.field].join(' ').trim()),
    messages: reasons.map(({ message }) => message),
  };
}

describe('assessCluster', () => {
  it('allows what all rules are content with', () => {
    expect(judge({})).toMatchObject({ outcome: 'allow', said: [] });
  });

  it.each<[string, object, GroundParts, string, string]>([
    [
      'a name that is taken',
      {},
      { clusters: [aCluster({ name: 'orders' })] },
      'deny nameTaken name',
      `There is a cluster orders in ${ACCOUNT} and eu-west-1 already; it must have another name.`,
    ],
    [
      'a second request for it',
      {},
      { reservations: [aReservation({ kind: 'cluster', key: KEY })] },
      'deny requestUnderWay',
      'There is a request for it already (r-other); it must end or be cancelled first.',
    ],
    [
      'an account that is not allowed',
      {},
      { requests: { clusters: { accounts: ['444455556666'] } } },
      'deny accountNotAllowed accountId',
      `Clusters may not be in the account ${ACCOUNT}; it must be 444455556666.`,
    ],
    [
      'an account of another environment',
      {},
      {
        requests: {
          clusters: {
            environments: { prod: { accounts: ['444455556666'] } },
          },
        },
      },
      'deny accountNotAllowed accountId',
      `Clusters of prod may not be in the account ${ACCOUNT}; it must be 444455556666.`,
    ],
    [
      'an environment that only every object has',
      { environment: 'constructor' },
      { requests: { clusters: { environments: { prod: {} } } } },
      'deny environmentNotAllowed environment',
      'There is no environment constructor; it must be prod.',
    ],
    [
      'a Region that is not allowed',
      {},
      { requests: { clusters: { regions: ['us-east-1', 'us-west-2'] } } },
      'deny regionNotAllowed region',
      'Clusters may not be in the Region eu-west-1; it must be us-east-1 or us-west-2.',
    ],
    [
      'an environment that there is not',
      { environment: 'sandbox' },
      { requests: { clusters: { environments: { dev: {}, prod: {} } } } },
      'deny environmentNotAllowed environment',
      'There is no environment sandbox; it must be dev or prod.',
    ],
    [
      'an account that discovery does not read',
      { accountId: '777788889999' },
      {},
      'deny notDiscovered accountId',
      'Discovery does not read the account 777788889999, so that the cluster would never be seen in the portal.',
    ],
    [
      'such an account that the operator names',
      { accountId: '777788889999' },
      { requests: { clusters: { accounts: ['777788889999'] } } },
      'needsApproval notDiscovered accountId',
      'Discovery does not read the account 777788889999, so that the cluster would never be seen in the portal.',
    ],
    [
      'a version in extended support',
      { kubernetesVersion: '1.33' },
      {},
      'needsApproval versionInExtendedSupport kubernetesVersion',
      'Kubernetes 1.33 is in extended support since 2026-07-29, which costs $365 a month more for each control plane; choose 1.35 or 1.34.',
    ],
    [
      'a version that EKS no longer has',
      { kubernetesVersion: '1.31' },
      {},
      'deny versionUnsupported kubernetesVersion',
      'EKS does not support Kubernetes 1.31 any more, since 2026-11-20; choose 1.35 or 1.34.',
    ],
    [
      'a version that EKS does not have',
      { kubernetesVersion: '1.99' },
      {},
      'deny versionNotOffered kubernetesVersion',
      'EKS does not offer Kubernetes 1.99; choose 1.35 or 1.34.',
    ],
    [
      'a version that ends soon',
      { kubernetesVersion: '1.34' },
      {},
      'note versionEndsSoon kubernetesVersion',
      'Standard support of Kubernetes 1.34 ends on 2026-12-02, in 8 days.',
    ],
    [
      'instances of another family',
      {},
      { requests: { clusters: { instanceFamilies: ['c7i', 'm7i'] } } },
      'deny instanceFamilyNotAllowed compute.nodeGroups[0].instanceTypes[0]',
      'Nodes may not be m7g.large; they must be of the family c7i or m7i.',
    ],
    [
      'a tag that is missing',
      {},
      { requests: { clusters: { requiredTags: ['cost-center'] } } },
      'deny tagMissing tags.cost-center',
      'The tag cost-center is missing; it must be anything but empty.',
    ],
    [
      'a tag that every object has',
      {},
      { requests: { clusters: { requiredTags: ['constructor'] } } },
      'deny tagMissing tags.constructor',
      'The tag constructor is missing; it must be anything but empty.',
    ],
    [
      'a tag with another value',
      { tags: { tier: 'gold' } },
      {
        requests: {
          clusters: { requiredTags: [{ key: 'tier', values: ['1', '2'] }] },
        },
      },
      'deny tagValueNotAllowed tags.tier',
      'The tag tier may not be gold; it must be 1 or 2.',
    ],
    [
      'a role of another team',
      { roleArn: `arn:aws:iam::${ACCOUNT}:role/team-search-cluster` },
      {},
      'deny roleNotAllowed roleArn',
      `The role arn:aws:iam::${ACCOUNT}:role/team-search-cluster is not for payments; it must fit arn:aws:iam::${ACCOUNT}:role/team-payments-*.`,
    ],
    [
      'a role of a team whose name begins alike',
      { roleArn: `arn:aws:iam::${ACCOUNT}:role/team-payments-eu-cluster` },
      { owner: { longerTeams: ['payments-eu'] } },
      'deny roleNotAllowed roleArn',
      `The role arn:aws:iam::${ACCOUNT}:role/team-payments-eu-cluster is for payments-eu, not for payments, though it fits the pattern.`,
    ],
    [
      'a role where nobody can tell whether there is such a team',
      { roleArn: ROLE },
      { owner: { longerTeams: undefined } },
      'needsApproval roleNotAllowedUnread roleArn',
      `Whether the role ${ROLE} is another team's, with a longer name, could not be read from the catalog.`,
    ],
    [
      'roles that are made without their boundary being known',
      { roleArn: ROLE },
      {
        requests: {
          clusters: {
            permissionsBoundary: 'arn:aws:iam::{account}:policy/bound',
          },
        },
      },
      'needsApproval permissionsBoundaryUnread compute.nodeGroups[0].nodeRoleArn',
      `The provisioner makes the roles that compute.nodeGroups[0].nodeRoleArn could name; whether it gives them the permissions boundary arn:aws:iam::${ACCOUNT}:policy/bound cannot be told from here.`,
    ],
    [
      'access of another principal',
      {
        accessEntries: [
          {
            principalArn: `arn:aws:iam::${ACCOUNT}:role/admins`,
            kubernetesGroups: ['team-payments'],
          },
        ],
      },
      {},
      'deny principalNotAllowed accessEntries[0].principalArn',
      `The principal arn:aws:iam::${ACCOUNT}:role/admins is not for payments; it must fit arn:aws:iam::${ACCOUNT}:role/team-payments-*.`,
    ],
    [
      'a Kubernetes group of others',
      {
        accessEntries: [
          { principalArn: ROLE, kubernetesGroups: ['cluster-admins'] },
        ],
      },
      {},
      'deny kubernetesGroupNotAllowed accessEntries[0].kubernetesGroups[0]',
      'The Kubernetes group cluster-admins is not for payments; it must fit team-payments or team-payments-*.',
    ],
    [
      'more than to edit',
      {
        accessEntries: [
          {
            principalArn: ROLE,
            accessPolicies: [
              {
                policyArn: `${POLICY}/AmazonEKSClusterAdminPolicy`,
                namespaces: ['checkout'],
              },
            ],
          },
        ],
      },
      {},
      'deny accessTooHigh accessEntries[0].accessPolicies[0].policyArn',
      'Nobody may be given AmazonEKSClusterAdminPolicy by a request; it must be AmazonEKSViewPolicy or AmazonEKSEditPolicy.',
    ],
    [
      'access to the whole cluster',
      {
        accessEntries: [
          {
            principalArn: ROLE,
            accessPolicies: [{ policyArn: `${POLICY}/AmazonEKSEditPolicy` }],
          },
        ],
      },
      {},
      'deny accessTooWide accessEntries[0].accessPolicies[0].namespaces',
      'AmazonEKSEditPolicy may not hold in the whole cluster; name the namespaces that it holds in.',
    ],
    [
      'access to all namespaces by a pattern',
      {
        accessEntries: [
          {
            principalArn: ROLE,
            accessPolicies: [
              {
                policyArn: `${POLICY}/AmazonEKSEditPolicy`,
                namespaces: ['team-*', '*'],
              },
            ],
          },
        ],
      },
      {},
      'deny accessTooWide accessEntries[0].accessPolicies[0].namespaces[1]',
      'AmazonEKSEditPolicy may not hold in *, which reaches namespaces of the platform; name those of the team.',
    ],
    [
      'no deletion protection where there must be',
      { deletionProtection: false },
      {
        requests: {
          clusters: { environments: { prod: { deletionProtection: true } } },
        },
      },
      'deny deletionProtectionMissing deletionProtection',
      'Clusters of prod must have deletion protection.',
    ],
    [
      'no end where there must be one',
      { environment: 'dev' },
      {
        requests: { clusters: { environments: { dev: { maxTtlDays: 30 } } } },
      },
      'deny ttlMissing expiresOn',
      'Nothing in dev lives for ever; it must end by 2026-12-23, after 30 days.',
    ],
    [
      'an end too far away',
      { environment: 'dev', expiresOn: '2026-12-24' },
      {
        requests: { clusters: { environments: { dev: { maxTtlDays: 30 } } } },
      },
      'deny ttlTooLong expiresOn',
      'It would end on 2026-12-24, after 31 days; in dev it must end by 2026-12-23, after 30 days.',
    ],
    [
      'an end that has come',
      { expiresOn: '2026-11-23' },
      {},
      'deny ttlPassed expiresOn',
      'It would end on 2026-11-23, which has come; it must end later than today.',
    ],
    [
      'addresses that a VPC has',
      {},
      {
        blocks: [
          { cidr: '10.40.128.0/20', name: 'the VPC vpc-1 of 444455556666' },
        ],
      },
      'deny cidrTaken network.vpcCidr',
      '10.40.0.0/16 overlaps the VPC vpc-1 of 444455556666; 10.41.0.0/16 is free.',
    ],
    [
      'addresses that another request holds',
      {},
      {
        reservations: [
          aReservation({
            kind: 'cluster',
            key: `cluster/${ACCOUNT}/us-east-1/other`,
            vpcCidr: '10.40.0.0/16',
          }),
        ],
      },
      'deny cidrTaken network.vpcCidr',
      `10.40.0.0/16 overlaps the request for cluster/${ACCOUNT}/us-east-1/other; 10.41.0.0/16 is free.`,
    ],
    [
      'addresses of no pool',
      { network: { vpcCidr: '10.0.0.0/16' } },
      {},
      'deny cidrOutsidePools network.vpcCidr',
      `10.0.0.0/16 is of no pool of addresses for prod in ${ACCOUNT} and eu-west-1; it must be of 10.40.0.0/13.`,
    ],
    [
      'addresses of another size',
      { network: { vpcCidr: '10.40.0.0/18' } },
      {},
      'deny cidrSize network.vpcCidr',
      'A VPC of the pool 10.40.0.0/13 gets a /16, and 10.40.0.0/18 is none.',
    ],
    [
      'addresses where there is no pool',
      {},
      { requests: { clusters: { cidrPools: [] } } },
      'needsApproval cidrWithoutPool network.vpcCidr',
      `No pool of addresses is for prod in ${ACCOUNT} and eu-west-1; whoever agrees makes sure that 10.40.0.0/16 may be used.`,
    ],
    [
      'addresses of a pool that could not be read',
      {},
      {
        requests: {
          clusters: {
            cidrPools: [
              {
                ipam: {
                  poolId: 'ipam-pool-0123456789abcdef0',
                  accountId: ACCOUNT,
                  region: 'eu-west-1',
                },
              },
            ],
          },
        },
      },
      'needsApproval cidrPoolUnread network.vpcCidr',
      'Whether 10.40.0.0/16 is of the pool ipam-pool-0123456789abcdef0 (nobody has read it yet) could not be read.',
    ],
    [
      'what costs more than the ceiling',
      {},
      { requests: { clusters: { costCeiling: 400 } } },
      'deny costCeiling',
      'It costs up to $429.40 a month; it may be $400 at most.',
    ],
    [
      'what has no price',
      {
        compute: { nodeGroups: [aNodeGroup({ instanceTypes: ['x8g.large'] })] },
      },
      {},
      'needsApproval priceUnknown compute.nodeGroups[0].instanceTypes',
      'What it costs is not known in full. Not in the sum: node group general: 1 to 3 nodes, 2 as meant, of x8g.large (missing: the price of x8g.large, in eksFleet.prices.instances).',
    ],
    [
      'more clusters than the quota',
      {},
      {
        clusters: [aCluster({ owner: PAYMENTS })],
        requests: { quotas: [{ owners: [PAYMENTS], clusters: 1 }] },
      },
      'deny quotaExceeded',
      `The quota of ${PAYMENTS} is 1 cluster; 1 used, 1 asked for, 0 left.`,
    ],
    [
      'more cores than the quota',
      {},
      {
        clusters: [aCluster({ owner: PAYMENTS })],
        requests: { quotas: [{ default: true, vcpu: 68 }] },
      },
      'deny quotaExceeded compute',
      `The quota of ${PAYMENTS} is 68 vCPUs; 64 used, 6 asked for, 4 left.`,
    ],
    [
      'more money than the quota, much of it reserved',
      {},
      {
        clusters: [aCluster({ owner: PAYMENTS })],
        reservations: [
          aReservation({
            kind: 'cluster',
            key: `cluster/${ACCOUNT}/eu-west-1/other`,
            monthlyCostUsd: 500.5,
          }),
        ],
        requests: { quotas: [{ default: true, monthlyCost: 3600 }] },
      },
      'deny quotaExceeded compute',
      `The quota of ${PAYMENTS} is $3,600 a month; 3500.5 used, 500.5 of it by requests under way, 429.4 asked for, 99.5 left.`,
    ],
    [
      'a quota where it is not known how much it takes',
      {
        compute: { nodeGroups: [aNodeGroup({ instanceTypes: ['x8g.large'] })] },
      },
      { requests: { quotas: [{ default: true, memoryGib: 1000 }] } },
      'needsApproval quotaUnknown compute',
      `How much this comes to is not known, and ${PAYMENTS} has a quota of 1000 GiB of memory.`,
    ],
    [
      'a quota where it is not known how much is used',
      {},
      {
        clusters: [aCluster({ owner: PAYMENTS, amounts: {} })],
        requests: { quotas: [{ default: true, vcpu: 100 }] },
      },
      'needsApproval quotaUseUnknown compute',
      `The quota of ${PAYMENTS} is 100 vCPUs; what 1 thing of theirs takes of it is not known, so that there may be less than the 100 left.`,
    ],
  ])('says no to %s, or asks', (_, spec, parts, said, message) => {
    const verdict = judge(spec, parts);
    expect(verdict.said).toContain(said);
    expect(verdict.messages).toContain(message);
    expect(verdict.outcome).toBe(
      said.startsWith('note') ? 'allow' : verdict.said[0].split(' ')[0],
    );
  });

  it('puts denials first', () => {
    expect(
      judge(
        { kubernetesVersion: '1.33' },
        { clusters: [aCluster({ name: 'orders' })] },
      ).said,
    ).toEqual([
      'deny nameTaken name',
      'needsApproval versionInExtendedSupport kubernetesVersion',
    ]);
  });

  it('lets nobody write down what nobody could see', () => {
    const { reasons } = assessCluster(
      { operation: 'create', spec: aClusterSpec() },
      aGround({
        requests: { clusters: POOL },
        more: {
          network: new NetworkIndex({
            blocks: [],
            unread: [
              { accountId: ACCOUNT, region: 'us-east-1', why: 'forbidden: no' },
            ],
          }),
        },
      }),
    );
    expect(reasons[0]).toMatchObject({
      outcome: 'needsApproval',
      code: 'vpcsUnread',
      message: `The VPCs of 1 account and Region could not be read, and may have the same addresses: ${ACCOUNT}/us-east-1 (forbidden: no).`,
    });
  });
});

describe('the permissions boundary of roles that are made', () => {
  const BOUNDARY = 'arn:aws:iam::{account}:policy/bound';
  const ground = aGround({
    requests: { clusters: { permissionsBoundary: BOUNDARY } },
  });
  const codes = (boundary?: string) => {
    const asked = { operation: 'create', spec: aClusterSpec() } as const;
    return assessCluster(
      { ...asked, ...(boundary && { boundary }) },
      ground,
    ).reasons.map(({ code }) => code);
  };

  it.each([
    ['is for somebody to look at where nobody says it', undefined, 'Unread'],
    [
      'must be that of the operator',
      'arn:aws:iam::{account}:policy/x',
      'Differs',
    ],
  ])('%s', (_, boundary, code) => {
    expect(codes(boundary)).toContain(`permissionsBoundary${code}`);
  });

  it('is no matter where the provisioner gives it', () => {
    expect(codes(BOUNDARY).filter(code => /Boundary/.test(code))).toEqual([]);
  });
});
