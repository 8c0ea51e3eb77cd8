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
  type Cluster as EksCluster,
} from '@aws-sdk/client-eks';
import type {
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type {
  ClusterDrift,
  ClusterSpec,
  ObservationAge,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  DefaultEksFleetAwsService,
  shippedProvisioners,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  DEMO_GITHUB_TOKEN,
  startSimulator,
  type Cluster,
} from '@eks-fleet/simulator';
import { clusterEntity } from '../../__testUtils__/entities';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { aControlPlane } from '../../__testUtils__/observations';
import { startFleet } from '../../__testUtils__/startFleet';

const ACCOUNT = '100000000001';
const REGION = 'eu-west-1';
const AWS_CONFIG = { accountDefaults: { roleName: 'eks-fleet-reader' } };
const FILE = 'cluster.auto.tfvars.json';
/** Of EKS, besides the control plane. */
const COLLECTED = ['nodegroups', 'addons', 'updates'];

export type DriftWorld = Awaited<ReturnType<typeof startDrift>>;

/**
 * A cloud with Argo CD over a fleet repository, of which one file says all of
 * its cluster, and a portal whose tasks run when a test says so.
 */
export async function startDrift() {
  const environment = process.env;
  const simulator = await startSimulator({
    fleet: '1x1x2',
    gitops: 'on',
    limits: 'off',
  });
  process.env = { ...environment, ...simulator.environment() };
  const [hub, { name, tags }] = simulator.model.clusters();
  const cluster = () => simulator.model.findCluster(ACCOUNT, REGION, name)!;
  const path = `clusters/${tags.environment}/${ACCOUNT}/${REGION}/${name}/${FILE}`;
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({ aws: AWS_CONFIG }),
  );
  const eks = aws.eks({ partition: 'aws', accountId: ACCOUNT, region: REGION });
  const describe = async (of: string) =>
    (await eks.send(new DescribeClusterCommand({ name: of }))).cluster!;
  const commit = (text: string) =>
    simulator.github.commit({ user: 'pat', files: { [path]: text } });
  const terraform = shippedProvisioners.find(({ id }) => id === 'terraform')!;
  cluster().tags = { environment: tags.environment, team: 'payments' };
  cluster().deletionProtection = true;
  const spec = specOf(cluster(), await describe(name));
  const [{ text }] = terraform.render!(spec, { path, settings: {} });
  await commit(text);

  const knex = memoryDatabase();
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const { apiUrl, url } = simulator.github;
  const fleet = await startFleet({
    // Signatures and certificates live in real time.
    calendar: 'runs',
    knex,
    aws,
    scheduler: mockServices.scheduler.mock({
      scheduleTask: async ({ fn, id }) => {
        tasks.set(id, fn);
      },
    }) as SchedulerService,
    entities: [
      ...[hub, cluster()].map(each =>
        clusterEntity({
          name: each.name,
          accountId: ACCOUNT,
          entityName: each.name,
          version: each.version,
          labels: { environment: each.tags.environment ?? 'other' },
        }),
      ),
      clusterEntity({
        name: 'nowhere',
        accountId: ACCOUNT,
        entityName: 'nowhere',
        labels: {},
      }),
      person('User', 'ada', { memberOf: ['payments'] }),
      person('User', 'sam', { memberOf: ['approvers'] }),
      person('Group', 'payments', { type: 'team', children: [] }),
      person('Group', 'approvers', { type: 'team', children: [] }),
    ],
    config: {
      app: { baseUrl: 'https://portal.example.com' },
      aws: AWS_CONFIG,
      integrations: {
        github: [
          {
            host: new URL(url).host,
            apiBaseUrl: apiUrl,
            token: DEMO_GITHUB_TOKEN,
          },
        ],
      },
      eksFleet: {
        writes: 'on',
        gitLimits: { writesPerMinute: 6000 },
        kubernetes: { dangerouslyAllowHosts: ['127.0.0.1'] },
        requests: {},
        fleetRepositories: [
          {
            id: 'fleet',
            url: `${url}/acme/fleet`,
            branch: 'main',
            clusters: [
              {
                provisioner: 'terraform',
                path: `clusters/{label.environment}/{account}/{region}/{cluster}/${FILE}`,
              },
            ],
          },
        ],
      },
    },
  });
  const run = async (task: string) =>
    tasks.get(task)!(new AbortController().signal);
  await run('eks-fleet-inventory');
  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);
  const of = (part: string, which = name) =>
    `/clusters/by-name/default/${which}/${part}`;

  /** Has the portal look at EKS, and wait until it has. */
  async function observe(): Promise<void> {
    const start = new Date().toISOString();
    let last: unknown;
    await fleet.putControlPlanes(`main/${ACCOUNT}/${REGION}`, {
      observedAt: start,
      clusters: [toControlPlane(await describe(name))],
    });
    await fleet.post(of('refresh'));
    await run('eks-fleet-collection');
    for (let left = 2000; left > 0; left -= 1) {
      const { body } = await fleet.get(of('bill-of-materials'));
      const read = body.observations.filter(
        ({ attemptedAt = '', kind }: ObservationAge) =>
          COLLECTED.includes(kind) && attemptedAt > start,
      );
      if (read.length === COLLECTED.length) {
        return;
      }
      last = body.observations;
    }
    throw new Error(`It is not read: ${JSON.stringify(last)}`);
  }

  return {
    simulator,
    fleet,
    name,
    path,
    spec,
    cluster,
    commit,
    run,
    /** Of all of it, once both sides were read. */
    async compare(): Promise<ClusterDrift> {
      await observe();
      await run('eks-fleet-drift');
      const { body, status } = await fleet.get(of('drift'));
      expect({ body, status }).toMatchObject({ status: 200 });
      return body;
    },
    drift: async (which = name) => (await fleet.get(of('drift', which))).body,
    get: (at: string, user = 'ada') =>
      fleet.get(at).set('Authorization', as(user)),
    post: (at: string, body: object, user = 'ada') =>
      fleet.post(at, body).set('Authorization', as(user)),
    async stop() {
      await fleet.stop();
      await knex.destroy();
      process.env = environment;
      await simulator.stop();
    },
  };
}

/** What Git is to say of a cluster that is there. */
function specOf(cluster: Cluster, found: EksCluster): ClusterSpec {
  const vpc = found.resourcesVpcConfig!;
  const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
  return {
    name: cluster.name,
    accountId: ACCOUNT,
    region: REGION,
    environment: cluster.tags.environment,
    owner: 'group:default/payments',
    kubernetesVersion: cluster.version,
    network: { vpcId: vpc.vpcId!, subnetIds: vpc.subnetIds! },
    compute: {
      nodeGroups: cluster.nodegroups.map(group => ({
        name: group.name,
        instanceTypes: group.instanceTypes,
        capacityType: group.capacityType as 'ON_DEMAND',
        amiType: group.amiType,
        minSize: group.minSize,
        desiredSize: group.desiredSize,
        maxSize: group.maxSize,
        labels: {},
        taints: [],
        nodeRoleArn: role('eks-node'),
      })),
    },
    addons: cluster.addons.map(addon => ({
      name: addon.name,
      podIdentityAssociations: [],
    })),
    gitopsAddons: [],
    podIdentityAssociations: [],
    authenticationMode: cluster.authenticationMode as 'API',
    accessEntries: [],
    upgradePolicy: { supportType: cluster.supportType as 'STANDARD' },
    endpointAccess: {
      private: true,
      public: cluster.endpointPublicAccess,
      publicCidrs: cluster.endpointPublicAccess
        ? cluster.publicAccessCidrs
        : [],
    },
    logTypes: [...cluster.logging].sort() as ClusterSpec['logTypes'],
    zonalShift: cluster.zonalShift,
    roleArn: found.roleArn,
    tags: cluster.tags,
    deletionProtection: true,
    lifecycle: 'active',
  };
}

/** As discovery hands it over. */
function toControlPlane(cluster: EksCluster) {
  const vpc = cluster.resourcesVpcConfig!;
  return aControlPlane({
    name: cluster.name,
    version: cluster.version,
    status: cluster.status,
    createdAt: '2025-01-02T03:04:05Z',
    supportType: cluster.upgradePolicy?.supportType,
    deletionProtection: cluster.deletionProtection,
    roleArn: cluster.roleArn,
    vpcId: vpc.vpcId,
    subnetIds: vpc.subnetIds,
    endpointPublicAccess: vpc.endpointPublicAccess,
    endpointPrivateAccess: vpc.endpointPrivateAccess,
    publicAccessCidrs: vpc.publicAccessCidrs,
    logTypes: cluster.logging?.clusterLogging
      ?.filter(({ enabled }) => enabled)
      .flatMap(({ types }) => types ?? []),
    secretsKeyArn: cluster.encryptionConfig?.[0]?.provider?.keyArn,
    authenticationMode: cluster.accessConfig?.authenticationMode,
    autoMode: cluster.computeConfig?.enabled === true,
    zonalShift: cluster.zonalShiftConfig?.enabled,
    tags: cluster.tags,
  });
}

function person(kind: string, name: string, spec: object): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { ...spec } as Entity['spec'],
    relations: ((spec as { memberOf?: string[] }).memberOf ?? []).map(
      group => ({
        type: 'memberOf',
        targetRef: `group:default/${group}`,
      }),
    ),
  };
}
