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
  DescribeAccessEntryCommand,
  DescribeAddonCommand,
  DescribeCapabilityCommand,
  DescribeFargateProfileCommand,
  DescribeNodegroupCommand,
  DescribePodIdentityAssociationCommand,
  ListAccessEntriesCommand,
  ListAddonsCommand,
  ListAssociatedAccessPoliciesCommand,
  ListCapabilitiesCommand,
  ListFargateProfilesCommand,
  ListNodegroupsCommand,
  ListPodIdentityAssociationsCommand,
  paginateListNodegroups,
  type EKSClient,
} from '@aws-sdk/client-eks';
import { ManualClock } from '../../clock';
import type { ClusterSpec } from '../../model/types';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

const ACCOUNT = '100000000001';

describe('what a cluster has', () => {
  let simulator: Simulator;
  let eks: EKSClient;

  beforeEach(async () => {
    simulator = await startSimulator({
      fleet: '1x1x0',
      clock: new ManualClock('2026-11-23T09:00:00Z'),
    });
    ({ eks } = await readerOf(simulator, ACCOUNT));
  });

  afterEach(() => simulator.stop());

  const add = (spec: Partial<ClusterSpec> = {}) =>
    simulator.model.addCluster(ACCOUNT, {
      name: 'one',
      region: 'eu-west-1',
      version: '1.34',
      createdAt: '2026-01-15T08:00:00Z',
      ...spec,
    });

  it('is listed by name', async () => {
    add({
      nodegroups: [{ name: 'b' }, { name: 'a' }],
      fargateProfiles: [{ name: 'f', selectors: [{ namespace: 'default' }] }],
      addons: [{ name: 'vpc-cni' }, { name: 'coredns' }],
      capabilities: [{ name: 'argocd', type: 'ARGOCD', version: '3.2.1' }],
    });
    const of = { clusterName: 'one' };
    expect(await eks.send(new ListNodegroupsCommand(of))).toMatchObject({
      nodegroups: ['a', 'b'],
    });
    expect(await eks.send(new ListFargateProfilesCommand(of))).toMatchObject({
      fargateProfileNames: ['f'],
    });
    expect(await eks.send(new ListAddonsCommand(of))).toMatchObject({
      addons: ['coredns', 'vpc-cni'],
    });
    expect(await eks.send(new ListCapabilitiesCommand(of))).toMatchObject({
      capabilities: [
        { capabilityName: 'argocd', type: 'ARGOCD', status: 'ACTIVE' },
      ],
    });
  });

  it('comes in pages of 100 and of the size that is asked for', async () => {
    add({
      nodegroups: Array.from({ length: 101 }, (_, index) => ({
        name: `group-${index}`,
      })),
    });
    const namesOf = async (pageSize?: number) => {
      const pages = [];
      for await (const page of paginateListNodegroups(
        { client: eks, pageSize },
        { clusterName: 'one' },
      )) {
        pages.push(page.nodegroups!);
      }
      return pages;
    };
    const pages = await namesOf();
    expect(pages.map(page => page.length)).toEqual([100, 1]);
    expect(new Set(pages.flat()).size).toBe(101);
    expect((await namesOf(40)).map(page => page.length)).toEqual([40, 40, 21]);
  });

  it('is described: a node group', async () => {
    add({
      subnets: [{ id: 'subnet-1' }],
      nodegroups: [
        {
          name: 'batch',
          version: '1.33',
          amiType: 'BOTTLEROCKET_ARM_64',
          capacityType: 'SPOT',
          instanceTypes: ['m7g.large', 'm7g.xlarge'],
          desiredSize: 4,
          updateConfig: { maxUnavailablePercentage: 20 },
          taints: [{ key: 'batch', effect: 'NO_SCHEDULE' }],
          healthIssues: [
            {
              code: 'NodeCreationFailure',
              message: 'No.',
              resourceIds: ['i-1'],
            },
          ],
        },
      ],
    });
    const { nodegroup } = await eks.send(
      new DescribeNodegroupCommand({
        clusterName: 'one',
        nodegroupName: 'batch',
      }),
    );
    expect(nodegroup).toMatchObject({
      nodegroupArn: expect.stringMatching(
        /^arn:aws:eks:eu-west-1:100000000001:nodegroup\/one\/batch\/[0-9a-f-]{36}$/,
      ),
      clusterName: 'one',
      version: '1.33',
      releaseVersion: expect.any(String),
      createdAt: new Date('2026-01-15T08:00:00Z'),
      status: 'ACTIVE',
      amiType: 'BOTTLEROCKET_ARM_64',
      capacityType: 'SPOT',
      instanceTypes: ['m7g.large', 'm7g.xlarge'],
      scalingConfig: { desiredSize: 4 },
      updateConfig: { maxUnavailablePercentage: 20 },
      subnets: ['subnet-1'],
      taints: [{ key: 'batch', effect: 'NO_SCHEDULE' }],
      health: {
        issues: [
          { code: 'NodeCreationFailure', message: 'No.', resourceIds: ['i-1'] },
        ],
      },
      diskSize: 20,
    });
  });

  it('is described: a node group with an AMI of its own', async () => {
    add({
      nodegroups: [
        {
          name: 'own',
          amiType: 'CUSTOM',
          launchTemplate: { id: 'lt-1', name: 'own', version: '3' },
        },
      ],
    });
    const { nodegroup } = await eks.send(
      new DescribeNodegroupCommand({
        clusterName: 'one',
        nodegroupName: 'own',
      }),
    );
    expect(nodegroup).toMatchObject({
      amiType: 'CUSTOM',
      launchTemplate: { id: 'lt-1', name: 'own', version: '3' },
    });
    expect(nodegroup).not.toHaveProperty('releaseVersion');
    expect(nodegroup).not.toHaveProperty('diskSize');
  });

  it('is described: a Fargate profile', async () => {
    add({
      fargateProfiles: [
        {
          name: 'apps',
          selectors: [{ namespace: 'apps', labels: { on: 'fargate' } }],
        },
      ],
    });
    const { fargateProfile } = await eks.send(
      new DescribeFargateProfileCommand({
        clusterName: 'one',
        fargateProfileName: 'apps',
      }),
    );
    expect(fargateProfile).toMatchObject({
      status: 'ACTIVE',
      selectors: [{ namespace: 'apps', labels: { on: 'fargate' } }],
      health: { issues: [] },
    });
  });

  it('is described: an add-on of AWS, and one of the Marketplace', async () => {
    add({
      addons: [
        { name: 'coredns' },
        { name: 'kubecost_kubecost', version: 'v2.8.2-eksbuild.1' },
      ],
    });
    const describe = async (addonName: string) =>
      (
        await eks.send(
          new DescribeAddonCommand({ clusterName: 'one', addonName }),
        )
      ).addon;
    expect(await describe('coredns')).toMatchObject({
      addonVersion: 'v1.13.2-eksbuild.1',
      publisher: 'eks',
      owner: 'aws',
      status: 'ACTIVE',
      namespaceConfig: { namespace: 'kube-system' },
    });
    expect(await describe('kubecost_kubecost')).toMatchObject({
      addonVersion: 'v2.8.2-eksbuild.1',
      publisher: 'kubecost',
      owner: 'aws-marketplace',
      marketplaceInformation: { productId: expect.any(String) },
    });
  });

  it.each([
    ['ARGOCD' as const, { argoCd: { namespace: 'argocd' } }],
    ['ACK' as const, { ack: { enableCrossNamespace: false } }],
    ['KRO' as const, {}],
  ])('is described: the capability %s', async (type, configuration) => {
    add({ capabilities: [{ name: 'c', type, version: '1.0.0' }] });
    const { capability } = await eks.send(
      new DescribeCapabilityCommand({
        clusterName: 'one',
        capabilityName: 'c',
      }),
    );
    expect(capability).toMatchObject({ type, version: '1.0.0', configuration });
  });

  it('is described: who may enter', async () => {
    add();
    const reader = `arn:aws:iam::${ACCOUNT}:role/eks-fleet-kubernetes`;
    const { accessEntries } = await eks.send(
      new ListAccessEntriesCommand({ clusterName: 'one' }),
    );
    expect(accessEntries).toEqual([
      reader,
      `arn:aws:iam::${ACCOUNT}:role/eks-node`,
    ]);
    const { accessEntry } = await eks.send(
      new DescribeAccessEntryCommand({
        clusterName: 'one',
        principalArn: reader,
      }),
    );
    expect(accessEntry).toMatchObject({
      principalArn: reader,
      type: 'STANDARD',
      kubernetesGroups: ['eks-fleet:readers'],
    });
  });

  it('is described: what EKS itself lets somebody do', async () => {
    const principalArn = `arn:aws:iam::${ACCOUNT}:role/team-orders`;
    const policyArn =
      'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy';
    add({
      nodegroups: [],
      access: [
        {
          principalArn,
          kubernetesGroups: ['team-orders'],
          policies: [{ policyArn, namespaces: ['orders', 'orders-*'] }],
        },
      ],
    });
    const of = { clusterName: 'one', principalArn };
    const { accessEntry } = await eks.send(new DescribeAccessEntryCommand(of));
    expect(accessEntry).toMatchObject({
      kubernetesGroups: ['team-orders'],
      type: 'STANDARD',
    });
    const { associatedAccessPolicies } = await eks.send(
      new ListAssociatedAccessPoliciesCommand(of),
    );
    expect(associatedAccessPolicies).toMatchObject([
      {
        policyArn,
        accessScope: { type: 'namespace', namespaces: ['orders', 'orders-*'] },
        associatedAt: new Date('2026-01-15T08:00:00Z'),
      },
    ]);
    const having = async (associatedPolicyArn: string) => {
      const { accessEntries } = await eks.send(
        new ListAccessEntriesCommand({
          clusterName: 'one',
          associatedPolicyArn,
        }),
      );
      return accessEntries;
    };
    expect(await having(policyArn)).toEqual([principalArn]);
    expect(await having(policyArn.replace('Edit', 'View'))).toEqual([]);
    await expect(
      eks.send(
        new ListAssociatedAccessPoliciesCommand({
          ...of,
          principalArn: `${principalArn}-2`,
        }),
      ),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('is described: roles of service accounts', async () => {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/orders-indexer`;
    add({
      podIdentityAssociations: [
        { namespace: 'orders', serviceAccount: 'indexer', roleArn },
        { namespace: 'search', serviceAccount: 'indexer', roleArn },
      ],
    });
    const listed = async (filter: { namespace?: string } = {}) => {
      const { associations } = await eks.send(
        new ListPodIdentityAssociationsCommand({
          clusterName: 'one',
          ...filter,
        }),
      );
      return associations!;
    };
    expect(await listed()).toHaveLength(2);
    const [association] = await listed({ namespace: 'orders' });
    expect(association).toMatchObject({
      namespace: 'orders',
      serviceAccount: 'indexer',
      associationId: expect.stringMatching(/^a-[0-9a-f]{17}$/),
    });
    expect(association).not.toHaveProperty('roleArn');
    const describe = (associationId: string | undefined) =>
      eks.send(
        new DescribePodIdentityAssociationCommand({
          clusterName: 'one',
          associationId,
        }),
      );
    const { association: whole } = await describe(association.associationId);
    expect(whole).toMatchObject({ ...association, roleArn });
    await expect(describe('a-1')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('tells nobody who may enter where only a ConfigMap says so', async () => {
    add({ authenticationMode: 'CONFIG_MAP' });
    await expect(
      eks.send(new ListAccessEntriesCommand({ clusterName: 'one' })),
    ).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('follows from the cluster where nobody says', async () => {
    const cluster = add();
    expect([2, 3]).toContain(cluster.nodegroups.length);
    expect([5, 6]).toContain(cluster.addons.length);
    expect(cluster.subnets).toHaveLength(3);
    expect(cluster.updates).toHaveLength(1);
    expect(add({ name: 'auto', autoMode: true })).toMatchObject({
      nodegroups: [],
      addons: [{ name: 'metrics-server' }],
    });
    expect(add({ name: 'new', status: 'CREATING' })).toMatchObject({
      nodegroups: [],
      addons: [],
      updates: [],
    });
  });
});
