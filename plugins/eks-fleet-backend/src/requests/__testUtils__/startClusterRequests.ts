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
  ListClustersCommand,
  type Cluster as EksCluster,
} from '@aws-sdk/client-eks';
import type {
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DefaultEksFleetAwsService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { DEMO_GITHUB_TOKEN, startSimulator } from '@eks-fleet/simulator';
import type { Knex } from 'knex';
import { stopCalendar } from '../../__testUtils__/clock';
import { clusterEntity } from '../../__testUtils__/entities';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { aControlPlane } from '../../__testUtils__/observations';
import { startFleet } from '../../__testUtils__/startFleet';
import { groupEntity, userEntity, type Portal } from './startRequests';

export const ACCOUNT = '100000000001';
export const REGION = 'eu-west-1';

export type ClusterRequests = Awaited<ReturnType<typeof startClusterRequests>>;

const AWS_CONFIG = { accountDefaults: { roleName: 'eks-fleet-reader' } };

/** What provisions, and where its files are. */
const RULES: Record<'ack' | 'terraform', JsonObject> = {
  ack: {
    provisioner: 'ack',
    path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.yaml',
  },
  terraform: {
    provisioner: 'terraform',
    path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.auto.tfvars.json',
  },
};

/**
 * A cloud with Argo CD over a fleet repository, and portals over it: what is
 * merged is made in EKS, and discovery sees it when a test says so. All of them
 * live in one time, which tests move.
 */
export async function startClusterRequests(
  provisioner: 'ack' | 'terraform' = 'terraform',
  knex: Knex = memoryDatabase(),
) {
  const environment = process.env;
  // Certificates are looked at by the time that it really is.
  stopCalendar(new Date());
  const simulator = await startSimulator({
    fleet: '1x1x2',
    gitops: 'on',
    limits: 'off',
  });
  process.env = { ...environment, ...simulator.environment() };
  const portals: Portal[] = [];
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({ aws: AWS_CONFIG }),
  );
  const eks = aws.eks({
    partition: 'aws',
    accountId: ACCOUNT,
    region: REGION,
  });
  const people = [
    groupEntity('payments'),
    groupEntity('approvers'),
    userEntity('ada', 'payments'),
    userEntity('sam', 'approvers'),
  ];
  let discovered: Entity[] = [];

  const readClusters = async (): Promise<EksCluster[]> => {
    const { clusters: names } = await eks.send(new ListClustersCommand({}));
    return Promise.all(
      names!.map(
        async name =>
          (await eks.send(new DescribeClusterCommand({ name }))).cluster!,
      ),
    );
  };

  /** Has discovery see what is there now. */
  async function discover(portal: Portal): Promise<void> {
    const clusters = await readClusters();
    discovered = clusters.map(({ name, status, tags, version }) =>
      clusterEntity({
        name: name!,
        accountId: ACCOUNT,
        status,
        version,
        owner: tags?.team ? `group:default/${tags.team}` : undefined,
        labels: tags?.environment ? { environment: tags.environment } : {},
        entityName: name!,
      }),
    );
    await portal.putTarget(`main/${ACCOUNT}/${REGION}`, {
      clusterCount: clusters.length,
      lastSuccessAt: new Date().toISOString(),
    });
    await portal.run('eks-fleet-inventory');
    await portal.putControlPlanes(`main/${ACCOUNT}/${REGION}`, {
      observedAt: new Date().toISOString(),
      clusters: clusters
        .filter(({ endpoint }) => endpoint)
        .map(cluster =>
          aControlPlane({
            name: cluster.name,
            version: cluster.version,
            status: cluster.status,
            endpoint: cluster.endpoint,
            certificateAuthority: cluster.certificateAuthority?.data,
          }),
        ),
    });
  }

  async function startPortal(
    options: { requests?: JsonObject } = {},
  ): Promise<Portal> {
    const { apiUrl, url } = simulator.github;
    const tasks = new Map<string, SchedulerServiceTaskFunction>();
    const [hub] = simulator.model.clusters();
    const fleet = await startFleet({
      calendar: 'runs',
      knex,
      aws,
      scheduler: mockServices.scheduler.mock({
        scheduleTask: async ({ fn, id }) => {
          tasks.set(id, fn);
        },
      }) as SchedulerService,
      catalog: livingCatalog(() => [...discovered, ...people]),
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
          argocd: [{ id: 'hub', cluster: hub.arn }],
          requests: options.requests ?? {},
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${url}/acme/fleet`,
              branch: 'main',
              clusters: [RULES[provisioner]],
              namespaces: [{}],
            },
          ],
        },
      },
    });
    const run = async (task: string) =>
      tasks.get(task)!(new AbortController().signal);
    const portal = { ...fleet, run };
    portals.push(portal);
    await discover(portal);
    return portal;
  }

  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);
  const get = (portal: Portal, path: string, user = 'ada') =>
    portal.get(path).set('Authorization', as(user));
  const post = (portal: Portal, path: string, body: object, user = 'ada') =>
    portal.post(path, body).set('Authorization', as(user));
  const open = () =>
    simulator.github.pulls().filter(({ state }) => state === 'open');

  return {
    simulator,
    startPortal,
    discover,
    get,
    post,
    open,
    /** What EKS has by that name. */
    cluster: (name: string) =>
      simulator.model.findCluster(ACCOUNT, REGION, name),
    async stop() {
      await Promise.all(portals.map(portal => portal.stop()));
      await knex.destroy();
      process.env = environment;
      await simulator.stop();
    },
    /** Asks as Ada. */
    async ask(portal: Portal, submission: object): Promise<FleetRequest> {
      const { body, status } = await post(portal, '/requests', submission);
      expect({ body, status }).toMatchObject({ status: 201 });
      return body;
    },
    /** Decides as Sam. */
    decide: (
      portal: Portal,
      { id, specHash }: FleetRequest,
      decision: object = { verdict: 'approve' },
    ) =>
      post(
        portal,
        `/requests/${id}/decisions`,
        { specHash, ...decision },
        'sam',
      ),
    merge: () =>
      simulator.github.merge({ number: open()[0].number, user: 'pat' }),
    /** Lets time pass, discovery look and requests be taken further until it is so. */
    async until(
      portal: Portal,
      { id }: FleetRequest,
      holds: (request: FleetRequest) => boolean,
      options: { discovers?: boolean } = {},
    ): Promise<FleetRequest> {
      const { discovers = true } = options;
      let last: FleetRequest | undefined;
      for (let left = 40; left > 0; left -= 1) {
        const { body } = await get(portal, `/requests/${id}`);
        last = body;
        if (holds(body)) {
          return body;
        }
        jest.setSystemTime(Date.now() + 121_000);
        simulator.model.clusters();
        if (discovers) {
          await discover(portal);
        }
        await portal.run('eks-fleet-requests');
      }
      throw new Error(`It never is: ${JSON.stringify(last)}`);
    },
  };
}

/** What Ada asks for: a cluster for her team. */
export function aClusterSubmission(
  part: JsonObject = {},
  spec: JsonObject = {},
): JsonObject {
  return {
    kind: 'cluster',
    operation: 'create',
    owner: 'group:default/payments',
    reason: 'A place for the new checkout',
    spec: {
      name: 'checkout-dev',
      accountId: ACCOUNT,
      region: REGION,
      environment: 'dev',
      owner: 'group:default/payments',
      kubernetesVersion: '1.35',
      network: {
        vpcId: 'vpc-0a1b2c3d',
        subnetIds: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
      },
      compute: {
        nodeGroups: [
          {
            name: 'general',
            instanceTypes: ['m7g.large'],
            capacityType: 'ON_DEMAND',
            amiType: 'AL2023_ARM_64_STANDARD',
            minSize: 1,
            desiredSize: 2,
            maxSize: 4,
            labels: {},
            taints: [],
            kubernetesVersion: '1.35',
            nodeRoleArn: role('team-payments-node'),
          },
        ],
      },
      addons: ['vpc-cni', 'kube-proxy', 'coredns'].map(name => ({
        name,
        podIdentityAssociations: [],
      })),
      gitopsAddons: [],
      podIdentityAssociations: [],
      authenticationMode: 'API',
      accessEntries: [],
      upgradePolicy: { supportType: 'STANDARD' },
      endpointAccess: { private: true, public: false, publicCidrs: [] },
      logTypes: ['api', 'audit'],
      zonalShift: false,
      roleArn: role('team-payments-cluster'),
      tags: { environment: 'dev', team: 'payments' },
      deletionProtection: false,
      lifecycle: 'active',
      ...spec,
    },
    ...part,
  };
}

export function role(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`;
}

/** A catalog that has what discovery saw last. */
function livingCatalog(entities: () => Entity[]) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      new Proxy({} as CatalogService, {
        get: (_, method) => {
          const catalog = catalogServiceMock({ entities: entities() });
          const member = Reflect.get(catalog, method);
          return typeof member === 'function' ? member.bind(catalog) : member;
        },
      }),
  });
}
