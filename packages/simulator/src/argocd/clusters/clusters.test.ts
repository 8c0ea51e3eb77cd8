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
  ListNodegroupsCommand,
} from '@aws-sdk/client-eks';
import { readerOf } from '../../__testUtils__/clients';
import { goldenFile } from '../__testUtils__/goldenFiles';
import {
  KRO_FILE,
  startHub,
  TERRAFORM_FILE,
  type StartedHub,
} from '../__testUtils__/startHub';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const MINUTE = 60;

interface Case {
  file: string;
  golden: string;
  kind: string;
}

const PROVISIONERS: [string, Case][] = [
  [
    'terraform',
    {
      file: 'cluster.auto.tfvars.json',
      golden: 'terraform/node-groups-prod.auto.tfvars.json',
      kind: 'Terraform',
    },
  ],
  [
    'ack',
    {
      file: 'cluster.yaml',
      golden: 'ack/node-groups-prod.yaml',
      kind: 'Cluster',
    },
  ],
  [
    'crossplane',
    {
      file: 'cluster.yaml',
      golden: 'crossplane-namespaced/node-groups-prod.yaml',
      kind: 'Cluster',
    },
  ],
  [
    'crossplane of the whole cluster',
    {
      file: 'cluster.yaml',
      golden: 'crossplane-cluster-scoped/node-groups-prod.yaml',
      kind: 'Cluster',
    },
  ],
  [
    'capa',
    {
      file: 'cluster.yaml',
      golden: 'capa/node-groups-prod.yaml',
      kind: 'Cluster',
    },
  ],
];

const FOLDER = `clusters/prod/${ACCOUNT}/${REGION}/orders-prod`;
const TERRAFORM = `${FOLDER}/cluster.auto.tfvars.json`;
const ACTIVE = goldenFile('terraform/node-groups-prod.auto.tfvars.json');
/** All that are in `clusters/`. */
const FILES = [TERRAFORM, TERRAFORM_FILE, KRO_FILE];
const DELETING = ACTIVE.replace('"create": true', '"create": false').replace(
  '"lifecycle": "active"',
  '"lifecycle": "deleting"',
);

describe('clusters that are described in Git', () => {
  let hub: StartedHub;

  beforeEach(async () => {
    hub = await startHub();
  });

  afterEach(() => hub.simulator.stop());

  const cluster = (name = 'orders-prod') =>
    hub.simulator.model.findCluster(ACCOUNT, REGION, name);

  const stateOf = async (name = 'orders-prod') => {
    const found = await hub.applicationOf({ name });
    return found && [found.status.sync.status, found.status.health.status];
  };

  const secretNames = async () => {
    const { body } = await hub.get('/api/v1/namespaces/argocd/secrets');
    return body.items.map(({ metadata }: any) => metadata.name);
  };

  const callsOf = (pattern: RegExp) =>
    hub.simulator
      .calls()
      .filter(({ operation }) => pattern.test(operation))
      .map(({ operation, count, caller }) => [operation, count, caller]);

  const create = async () => {
    await hub.push({ [TERRAFORM]: ACTIVE });
    await hub.pass(30 * MINUTE);
  };

  it('come up in their time, and are registered when all of them is there', async () => {
    await hub.push({ [TERRAFORM]: ACTIVE });
    await hub.pass(2);
    expect(await stateOf()).toEqual(['OutOfSync', 'Missing']);
    expect(cluster()).toBeUndefined();
    await hub.pass(8);
    expect(await stateOf()).toEqual(['Synced', 'Progressing']);
    expect(cluster()?.status).toBe('CREATING');
    const { eks } = await readerOf(hub.simulator, ACCOUNT, REGION);
    const { cluster: seen } = await eks.send(
      new DescribeClusterCommand({ name: 'orders-prod' }),
    );
    expect(seen).toMatchObject({
      status: 'CREATING',
      version: '1.33',
      tags: { team: 'orders' },
      upgradePolicy: { supportType: 'STANDARD' },
      resourcesVpcConfig: {
        endpointPublicAccess: false,
        subnetIds: [
          'subnet-0a1b2c3d4e5f60001',
          'subnet-0a1b2c3d4e5f60002',
          'subnet-0a1b2c3d4e5f60003',
        ],
      },
    });
    expect(seen?.endpoint).toBeUndefined();
    await hub.pass(9 * MINUTE);
    expect(cluster()?.status).toBe('ACTIVE');
    expect(await secretNames()).not.toContain(
      `cluster-orders-prod-${ACCOUNT}-${REGION}`,
    );
    await hub.pass(15 * MINUTE);
    expect(await stateOf()).toEqual(['Synced', 'Healthy']);
    expect(await secretNames()).toContain(
      `cluster-orders-prod-${ACCOUNT}-${REGION}`,
    );
    const { nodegroups } = await eks.send(
      new ListNodegroupsCommand({ clusterName: 'orders-prod' }),
    );
    expect(nodegroups).toEqual(['general', 'spot']);
  });

  it.each(PROVISIONERS)(
    'are made as the portal writes them for %s',
    async (_, { file, golden, kind }) => {
      await hub.push({ [`${FOLDER}/${file}`]: goldenFile(golden) });
      await hub.pass(40 * MINUTE);
      expect(await stateOf()).toEqual(['Synced', 'Healthy']);
      const { status } = await hub.applicationOf({ name: 'orders-prod' });
      expect(status.resources).toMatchObject([{ kind }]);
      expect(cluster()).toMatchObject({
        status: 'ACTIVE',
        version: '1.33',
        supportType: 'STANDARD',
        autoMode: false,
        deletionProtection: false,
        endpointPublicAccess: false,
        authenticationMode: 'API',
        logging: ['api', 'audit'],
        encryption: true,
        tags: { 'cost-center': '4711', team: 'orders' },
        nodegroups: [
          {
            name: 'general',
            status: 'ACTIVE',
            amiType: 'AL2023_ARM_64_STANDARD',
            instanceTypes: ['m7g.large'],
            releaseVersion: '1.33.5-20261020',
            minSize: 3,
            desiredSize: 4,
            maxSize: 12,
            labels: { 'acme.io/tier': 'gold' },
          },
          {
            name: 'spot',
            capacityType: 'SPOT',
            desiredSize: 0,
            taints: [
              { key: 'acme.io/spot', value: 'true', effect: 'NO_SCHEDULE' },
            ],
          },
        ],
        access: [
          {
            principalArn: `arn:aws:iam::${ACCOUNT}:role/Admin`,
            policies: [
              {
                policyArn:
                  'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
              },
            ],
          },
          {
            principalArn: `arn:aws:iam::${ACCOUNT}:role/team-orders-dev`,
            kubernetesGroups: ['team-orders'],
            policies: [{ namespaces: ['orders', 'orders-*'] }],
          },
        ],
      });
      expect(cluster()!.addons.map(({ name }) => name)).toEqual([
        'vpc-cni',
        'coredns',
        'kube-proxy',
        'aws-ebs-csi-driver',
      ]);
    },
  );

  it('are made with a VPC and Auto Mode as the portal writes them for kro', async () => {
    await hub.push({
      [`${FOLDER}/cluster.yaml`]: goldenFile('kro/node-groups-prod.yaml'),
    });
    await hub.pass(20 * MINUTE);
    expect(await stateOf()).toEqual(['Synced', 'Healthy']);
    expect(cluster()).toMatchObject({
      status: 'ACTIVE',
      autoMode: true,
      nodegroups: [],
    });
    expect(cluster()!.subnets.map(({ cidrBlock }) => cidrBlock)).toEqual([
      '10.8.0.0/20',
      '10.8.16.0/20',
    ]);
    expect(cluster()!.access.map(({ principalArn }) => principalArn)).toEqual([
      `arn:aws:iam::${ACCOUNT}:role/Admin`,
      'arn:aws:iam::444455556666:role/argocd-hub',
      'arn:aws:iam::444455556666:role/argocd-capability',
    ]);
  });

  it('say what kept them from coming up', async () => {
    hub.simulator.addFault({
      match: { operation: 'CreateCluster', cluster: 'orders-prod' },
      effect: 'failUpdate',
      error: { code: 'Ec2SubnetNotFound', message: 'Subnet is gone.' },
    });
    await create();
    expect(cluster()?.status).toBe('FAILED');
    expect(await hub.applicationOf({ name: 'orders-prod' })).toMatchObject({
      status: {
        health: {
          status: 'Degraded',
          message: 'Ec2SubnetNotFound: Subnet is gone.',
        },
      },
    });
    expect(await secretNames()).toHaveLength(2);
  });

  it('say which node group did not come up', async () => {
    hub.simulator.addFault({
      match: { operation: 'CreateNodegroup', cluster: 'orders-prod' },
      effect: 'failUpdate',
      error: {
        code: 'AsgInstanceLaunchFailures',
        message: 'No instance of the type is left.',
      },
      times: 1,
    });
    await create();
    expect(cluster()?.nodegroups[0].status).toBe('CREATE_FAILED');
    expect(
      (await hub.applicationOf({ name: 'orders-prod' })).status.health,
    ).toMatchObject({
      status: 'Degraded',
      message: 'AsgInstanceLaunchFailures: No instance of the type is left.',
    });
  });

  it.each([
    [
      'a version that EKS has not',
      ACTIVE.replaceAll('1.33"', '1.12"'),
      'unsupported Kubernetes version',
    ],
    [
      'subnets in one zone',
      ACTIVE.replace(/"subnet_ids": \[[^\]]*\]/, '"subnet_ids": ["subnet-1"]'),
      'Subnets specified must be in at least two different AZs',
    ],
  ])('say why EKS does not take %s', async (_, text, message) => {
    await hub.push({ [TERRAFORM]: text });
    await hub.pass(MINUTE);
    expect(cluster()).toBeUndefined();
    const { status } = await hub.applicationOf({ name: 'orders-prod' });
    expect(status.health).toMatchObject({ status: 'Degraded', message });
  });

  it('stay without a registration where that fails', async () => {
    await hub.push({ [TERRAFORM]: ACTIVE });
    await hub.pass(2);
    await hub.simulator.argocd.setFault(
      `orders-prod-${ACCOUNT}-${REGION}`,
      'unregistered',
    );
    await hub.pass(30 * MINUTE);
    expect(await stateOf()).toEqual(['Synced', 'Healthy']);
    expect(await secretNames()).toHaveLength(2);
  });

  it('are found again where they were there before their file', async () => {
    const text = goldenFile('terraform/auto-mode-small.auto.tfvars.json');
    hub.simulator.model.addCluster(ACCOUNT, {
      name: 'checkout-dev',
      region: REGION,
      version: '1.33',
      autoMode: true,
    });
    await hub.push({
      [`clusters/dev/${ACCOUNT}/${REGION}/checkout-dev/cluster.auto.tfvars.json`]:
        text,
    });
    await hub.pass(10 * MINUTE);
    expect(await stateOf('checkout-dev')).toEqual(['Synced', 'Healthy']);
    expect(callsOf(/^CreateCluster$/)).toEqual([]);
    expect(cluster('checkout-dev')?.access).toHaveLength(1);
  });

  describe('by absence', () => {
    const UNHARMED = { deletions: [], clusters: 4, status: 'ACTIVE' };

    const hoursLater = async () => {
      await hub.pass(2 * 60 * MINUTE);
      return {
        deletions: callsOf(/^Delete/),
        clusters: hub.simulator.model.clusters().length,
        status: cluster()?.status,
      };
    };

    beforeEach(create);

    it('deletes nothing when the file is removed', async () => {
      await hub.push({ [TERRAFORM]: undefined });
      expect(await hoursLater()).toEqual(UNHARMED);
      expect(await stateOf()).toEqual(['Unknown', 'Healthy']);
    });

    it('deletes nothing when the whole of clusters/ is removed', async () => {
      await hub.push(Object.fromEntries(FILES.map(path => [path, undefined])));
      expect(await hoursLater()).toEqual(UNHARMED);
    });

    it('deletes nothing when clusters/ is renamed', async () => {
      const renamed: Record<string, string | undefined> = {};
      for (const path of FILES) {
        renamed[path.replace('clusters/', 'eks/')] =
          await hub.simulator.github.file(path);
        renamed[path] = undefined;
      }
      await hub.push(renamed);
      expect(await hoursLater()).toEqual(UNHARMED);
    });

    it('deletes nothing when the file is broken', async () => {
      await hub.push({ [TERRAFORM]: '{ "name": ' });
      expect(await hoursLater()).toEqual(UNHARMED);
      expect(await stateOf()).toEqual(['Unknown', 'Healthy']);
    });

    it('deletes nothing when the file is empty', async () => {
      await hub.push({ [TERRAFORM]: '{}' });
      expect(await hoursLater()).toEqual(UNHARMED);
    });

    it('deletes nothing when the ApplicationSet is deleted', async () => {
      await hub.push({ 'argocd/applicationset.yaml': undefined });
      expect(await hoursLater()).toEqual(UNHARMED);
      expect(await stateOf()).toEqual(['Synced', 'Healthy']);
    });

    it('deletes nothing when the mark and the removal come as one', async () => {
      await hub.push({ [TERRAFORM]: DELETING });
      await hub.push({ [TERRAFORM]: undefined });
      expect(await hoursLater()).toEqual(UNHARMED);
    });

    it('deletes nothing when the mark is there and the guards too', async () => {
      await hub.push({
        [TERRAFORM]: ACTIVE.replace(
          '"lifecycle": "active"',
          '"lifecycle": "deleting"',
        ),
      });
      expect(await hoursLater()).toEqual(UNHARMED);
    });
  });

  it('go once their file lets go of them, protection and nodes first', async () => {
    await hub.push({
      [TERRAFORM]: ACTIVE.replace(
        '"deletion_protection": false',
        '"deletion_protection": true',
      ),
    });
    await hub.pass(30 * MINUTE);
    expect(cluster()?.deletionProtection).toBe(true);
    hub.simulator.resetCalls();
    await hub.push({ [TERRAFORM]: DELETING });
    await hub.pass(MINUTE);
    expect(cluster()?.status).toBe('UPDATING');
    await hub.pass(30 * MINUTE);
    expect(cluster()).toBeUndefined();
    expect(callsOf(/^(Delete|UpdateClusterConfig)/)).toEqual([
      ['UpdateClusterConfig', 1, 'fleet-provisioner'],
      ['DeleteNodegroup', 2, 'fleet-provisioner'],
      ['DeleteCluster', 1, 'fleet-provisioner'],
    ]);
    expect(await stateOf()).toBeUndefined();
    await hub.push({ [TERRAFORM]: undefined });
    await hub.pass(MINUTE);
    expect(await stateOf()).toBeUndefined();
  });

  it.each([
    ['ack', 'ack/deleting.yaml', 'cluster.yaml'],
    ['crossplane', 'crossplane-namespaced/deleting.yaml', 'cluster.yaml'],
    ['capa', 'capa/deleting.yaml', 'cluster.yaml'],
    ['kro', 'kro/deleting.yaml', 'cluster.yaml'],
    [
      'terraform',
      'terraform/deleting.auto.tfvars.json',
      'cluster.auto.tfvars.json',
    ],
  ])('go as the portal writes it for %s', async (_, golden, file) => {
    const folder = `clusters/stage/${ACCOUNT}/${REGION}/search-stage`;
    const deleting = goldenFile(golden);
    const active = deleting
      .replaceAll(/(lifecycle"?: "?)deleting/g, '$1active')
      .replace('"create": false', '"create": true');
    await hub.push({ [`${folder}/${file}`]: active });
    await hub.pass(40 * MINUTE);
    expect(await stateOf('search-stage')).toEqual(['Synced', 'Healthy']);
    await hub.push({ [`${folder}/${file}`]: deleting });
    await hub.pass(40 * MINUTE);
    expect(cluster('search-stage')).toBeUndefined();
    expect(callsOf(/^DeleteCluster$/)).toEqual([
      ['DeleteCluster', 1, 'fleet-provisioner'],
    ]);
  });

  it('do not go while EKS protects them against the file', async () => {
    await create();
    cluster()!.deletionProtection = true;
    const file = DELETING.replace(/ {2}"deletion_protection": false,\n/, '');
    await hub.push({ [TERRAFORM]: file });
    await hub.pass(60 * MINUTE);
    expect(cluster()?.status).toBe('ACTIVE');
    const { status } = await hub.applicationOf({ name: 'orders-prod' });
    expect(status.health).toMatchObject({
      status: 'Degraded',
      message: expect.stringContaining('deletion protection is enabled'),
    });
  });
});
