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

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import {
  checkApplicationSpec,
  checkClusterSpec,
  checkNamespaceSpec,
  type RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleEksFleet from '.';
import { Contract } from './__testUtils__/contractBackend';
import { madeCurrent } from './__testUtils__/answers';
import { clusterEntity, fleetEntity } from './__testUtils__/runAction';

jest.setTimeout(120_000);

const FOLDER = resolve(__dirname, '../../../templates');
const CLUSTER_REF = 'resource:default/prod-1-1a2b3c4d';
const NAMESPACE_REF = 'resource:default/payments-dev-5e6f7a8b';
const CLUSTER = 'cluster/111122223333/eu-west-1/prod-1';
const NAMESPACE = 'namespace/111122223333/eu-west-1/prod-1/payments-dev';

const WHY = { reason: 'Because of the sale.', ticket: 'PAY-17' };
const QUOTA = {
  cpuRequests: '17',
  memoryRequests: '18Gi',
  memoryLimits: '19Gi',
  pods: 23,
  storage: '29Gi',
  persistentVolumeClaims: 31,
  loadBalancers: 1,
};

/** What a day-two form was opened on. */
const REVIEW = { specHash: 'hash-17', commit: 'c0ffee17' };

/** A value for each field of each template, no two alike. */
const VALUES: Record<string, JsonObject> = {
  'request-namespace': {
    owner: 'group:default/orders',
    name: 'orders-seven',
    environment: 'staging',
    cluster: CLUSTER_REF,
    quota: QUOTA,
    expiresOn: '2027-03-31',
    costCenter: 'cc-4711',
    sourceRepos: ['https://github.com/acme/orders'],
    access: [{ kubernetesGroup: 'team-orders', level: 'edit' }],
    podSecurity: 'baseline',
    allowFromIngress: true,
    allowToInternet: true,
    review: {},
  },
  'change-quota': { namespace: NAMESPACE_REF, quota: QUOTA, review: REVIEW },
  'extend-life': {
    namespace: NAMESPACE_REF,
    expiresOn: '2027-04-30',
    review: REVIEW,
  },
  'delete-namespace': {
    namespace: NAMESPACE_REF,
    confirm: 'payments-dev',
    review: REVIEW,
  },
  'request-cluster': {
    owner: 'group:default/orders',
    name: 'orders-nine',
    place: { accountId: '222233334444', region: 'us-east-1' },
    environment: 'staging',
    kubernetesVersion: '1.35',
    autoMode: ['system'],
    nodeGroups: [
      {
        name: 'workers',
        instanceTypes: ['m7g.large'],
        capacityType: 'SPOT',
        amiType: 'AL2023_ARM_64_STANDARD',
        minSize: 3,
        maxSize: 37,
      },
    ],
    vpcCidr: '10.44.0.0/18',
    availabilityZones: 2,
    addons: ['vpc-cni'],
    gitopsAddons: ['kyverno'],
    supportType: 'EXTENDED',
    deletionProtection: false,
    expiresOn: '2027-05-31',
    review: {},
  },
  'resize-node-group': {
    cluster: CLUSTER_REF,
    nodeGroup: 'workers',
    minSize: 5,
    maxSize: 41,
    review: REVIEW,
  },
  'manage-addons': {
    cluster: CLUSTER_REF,
    add: ['metrics-server'],
    remove: ['coredns'],
    gitopsAdd: ['kyverno'],
    gitopsRemove: ['cert_manager'],
    review: REVIEW,
  },
  'delete-cluster': { cluster: CLUSTER_REF, confirm: 'prod-1', review: REVIEW },
  'adopt-cluster': {
    cluster: CLUSTER_REF,
    owner: 'group:default/orders',
    environment: 'staging',
  },
  'upgrade-cluster': {
    cluster: CLUSTER_REF,
    version: '1.35',
    addons: 'leave',
    nodes: 'follow',
    bake: '12h',
  },
  'deploy-application': {
    owner: 'group:default/orders',
    name: 'checkout',
    environment: 'staging',
    namespace: 'orders-eleven',
    repoUrl: 'https://github.com/acme/checkout',
    path: 'deploy/here',
    targetRevision: 'v1.4.2',
    automated: false,
  },
  'promote-application': {
    owner: 'group:default/orders',
    name: 'checkout',
    promoteFrom: 'dev',
    environment: 'staging',
    namespace: 'orders-twelve',
    promoteParameters: ['image.tag'],
  },
};

/** What of a field arrives, where it is not its value. */
const ARRIVES: Record<string, string[]> = {
  cluster: ['prod-1'],
  namespace: ['payments-dev'],
  // Those that stay.
  remove: ['"addons":[{"name":"vpc-cni"'],
  gitopsRemove: ['"gitopsAddons":["kyverno"]'],
  promoteParameters: ['"image.tag":"v7"'],
};

const templates = readdirSync(FOLDER, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

const read = (name: string) =>
  parse(readFileSync(resolve(FOLDER, name, 'template.yaml'), 'utf8'));

describe('the templates', () => {
  const contract = new Contract();
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    const entities: Entity[] = [
      ...templates.map(read),
      clusterEntity(),
      fleetEntity('aws-account', 'aws-account-222233334444', {
        'amazonaws.com/account-id': '222233334444',
      }),
      fleetEntity('kubernetes-namespace', 'payments-dev-5e6f7a8b', {
        'amazonaws.com/account-id': '111122223333',
        'eks-fleet.io/region': 'eu-west-1',
        'eks-fleet.io/cluster': 'prod-1',
        'eks-fleet.io/namespace': 'payments-dev',
      }),
    ];
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleEksFleet,
        contract.plugin(),
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
  });

  beforeEach(() => {
    contract.reset();
    contract.options = {
      cidrPools: [
        { cidr: '10.0.0.0/8', prefix: 18, next: '10.8.0.0/18', free: 9 },
      ],
      versions: [{ version: '1.34', state: 'standard', isDefault: true }],
    };
    contract.current = {
      [NAMESPACE]: madeCurrent(NAMESPACE, {}),
      [CLUSTER]: madeCurrent(CLUSTER, {
        compute: {
          nodeGroups: [
            { name: 'workers', minSize: 1, desiredSize: 1, maxSize: 3 },
          ],
        },
        addons: [{ name: 'vpc-cni' }, { name: 'coredns' }],
        gitopsAddons: ['cert_manager'],
      }),
      'application/orders/checkout/dev': madeCurrent(
        'application/orders/checkout/dev',
        {
          name: 'checkout',
          owner: 'group:default/orders',
          environment: 'dev',
          namespace: 'orders-dev',
          source: {
            repoUrl: 'https://github.com/acme/checkout',
            path: 'deploy',
            targetRevision: 'v7',
          },
          parameters: { 'image.tag': 'v7' },
        },
      ),
      'application/orders/checkout/staging': madeCurrent(
        'application/orders/checkout/staging',
        { source: { repoUrl: 'x', path: 'y', targetRevision: 'v6' } },
      ),
    };
  });

  afterAll(async () => {
    await backend.stop();
  });

  const api = (method: 'get' | 'post', path: string) =>
    request(backend.server)[method](`/api/scaffolder${path}`);
  const dryRun = (name: string, values: JsonObject) =>
    api('post', '/v2/dry-run').send({
      template: read(name),
      values,
      directoryContents: [],
    });
  const execute = async (name: string, values: JsonObject) => {
    const { body, status } = await api('post', '/v2/tasks').send({
      templateRef: `template:default/eks-fleet-${name}`,
      values,
    });
    expect([status, body.errors]).toEqual([201, undefined]);
    let task: any;
    do {
      task = (await api('get', `/v2/tasks/${body.id}`)).body;
    } while (['open', 'processing'].includes(task.status));
    const events = (await api('get', `/v2/tasks/${body.id}/events`)).body;
    return { id: body.id, status: task.status, events };
  };
  const said = (calls: typeof contract.asked) =>
    JSON.stringify(calls.map(({ body }) => body));

  it('are all in the location that a portal registers, and have values here', () => {
    const { spec } = parse(readFileSync(resolve(FOLDER, 'all.yaml'), 'utf8'));
    expect(spec.targets).toEqual(
      templates.map(name => `./${name}/template.yaml`),
    );
    expect(Object.keys(VALUES).sort()).toEqual(templates);
  });

  it('have steps like those that the README shows', async () => {
    const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
    const documents = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(([, text]) => parse(text))
      .filter(document =>
        (document.steps ?? document.spec?.steps)?.some(
          ({ action }: { action: string }) => action.endsWith(':request'),
        ),
      );
    expect(documents).toHaveLength(3);
    contract.current['application/orders/orders/staging'] =
      contract.current['application/orders/checkout/dev'];
    for (const document of documents) {
      const template = read('request-namespace');
      Object.assign(template.spec, document.spec ?? document, {
        parameters: [],
      });
      const { body, status } = await api('post', '/v2/dry-run').send({
        template,
        values: {
          ...WHY,
          owner: 'group:default/orders',
          name: 'orders-try',
          cluster: CLUSTER_REF,
          expiresOn: '2027-03-31',
        },
        directoryContents: [],
      });
      expect([status, body.error]).toEqual([200, undefined]);
    }
    expect(contract.calls()).toEqual(
      expect.arrayContaining(['POST /requests/preview']),
    );
  });

  describe.each(templates)('%s', name => {
    const values = { ...VALUES[name], ...WHY };
    const isUpgrade = name === 'upgrade-cluster';
    const { metadata, spec } = read(name);
    const properties: Record<string, any> = Object.assign(
      {},
      ...spec.parameters.map((page: any) => page.properties),
    );
    const required = spec.parameters.flatMap(
      (page: any) => page.required ?? [],
    );

    it('is owned, uses our steps only, and registers nothing that is not there yet', () => {
      expect(metadata.name).toBe(`eks-fleet-${name}`);
      expect(spec.owner).toMatch(/^group:default\/[a-z]+$/);
      for (const { action } of spec.steps) {
        expect(action).toMatch(/^eks-fleet:/);
      }
    });

    it('lets nobody type freely what is closed', () => {
      const { reason, ...others } = properties;
      expect(reason).toMatchObject({ maxLength: 2000 });
      expect(openTexts(others)).toEqual([]);
    });

    it('has a value here for each field that it collects', () => {
      expect(Object.keys(values).sort()).toEqual(
        Object.keys(properties).sort(),
      );
    });

    it('shows in a dry run what it would ask for, and asks for nothing', async () => {
      const { body, status } = await dryRun(name, values);

      expect([status, body.error]).toEqual([200, undefined]);
      const calls = contract.calls();
      expect(calls).not.toContain('POST /requests');
      expect(calls).not.toContain('POST /rollouts');
      const log = body.log
        .map(({ body: { message } }: any) => message)
        .join('\n');
      expect(log).toContain(
        isUpgrade ? 'it would end at' : 'Dry run: It is allowed',
      );
      const paths: string[] = body.directoryContents.map(
        ({ path }: any) => path,
      );
      expect(paths.filter(path => path.endsWith('.diff'))).toEqual(
        isUpgrade ? [] : ['.eks-fleet/requests/request/request.diff'],
      );
    });

    it('asks for the same with no more than it must be given', async () => {
      const least = Object.fromEntries(
        Object.entries(values).filter(([field]) => required.includes(field)),
      );
      const { body, status } = await dryRun(name, least);
      expect([status, body.error]).toEqual([200, undefined]);
    });

    it('asks for the same where its own fields are not installed', async () => {
      // An object without a field of its own is filled in as an empty one.
      const plain = 'review' in values ? { ...values, review: {} } : values;
      const { body, status } = await dryRun(name, plain);
      expect([status, body.error]).toEqual([200, undefined]);
    });

    it('hands over each field that it collects', async () => {
      const { events, id, status } = await execute(name, values);

      expect([status, status === 'completed' ? '' : events]).toEqual([
        'completed',
        '',
      ]);
      const json = said(contract.asked);
      const lost = Object.entries(values)
        // It is held against the name, and goes no further.
        .filter(([field]) => field !== 'confirm')
        .filter(([field, value]) =>
          arrivalsOf(name, field, value).some(part => !json.includes(part)),
        );
      expect(lost).toEqual([]);
      const asked = contract.bodies(
        isUpgrade ? 'POST /rollouts' : 'POST /requests',
      );
      expect(asked.map(({ task }) => task)).toEqual([
        isUpgrade ? undefined : id,
      ]);
      expect(asked.flatMap(wrongFields)).toEqual([]);
      const completion = events.find(({ type }: any) => type === 'completion');
      expect(completion.body.output.links[0].url).toMatch(
        /^\/eks-fleet\/go\?(request|rollout)=/,
      );
      for (const { user } of contract.asked) {
        expect(user).toBe('user:default/mock');
      }
    });
  });

  it.each(['delete-cluster', 'delete-namespace'])(
    '%s goes no further with another name than that of what is to go',
    async name => {
      const values = { ...VALUES[name], ...WHY, confirm: 'other' };
      const { body } = await dryRun(name, values);
      expect(JSON.stringify(body)).toContain('confirm: must be');
      expect(contract.calls()).not.toContain('POST /requests/preflight');
    },
  );
});

const CHECKS = {
  application: checkApplicationSpec,
  cluster: checkClusterSpec,
  namespace: checkNamespaceSpec,
};

/** What the backend would find wrong with a whole spec, where one is asked for. */
function wrongFields({ kind, spec }: RequestSubmission) {
  const checked = spec ? CHECKS[kind](spec) : { problems: [] };
  return 'problems' in checked ? checked.problems : [];
}

function arrivalsOf(name: string, field: string, value: unknown): string[] {
  const isNew = name === 'request-namespace' || name.endsWith('-application');
  if (ARRIVES[field] && !(field === 'namespace' && isNew)) {
    return ARRIVES[field];
  }
  if (typeof value === 'boolean') {
    return [`"${field}":${value}`];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(each => arrivalsOf(name, '', each));
  }
  return [typeof value === 'string' ? value : `:${value}`];
}

/** Paths of texts that are neither chosen nor held to a pattern. */
function openTexts(properties: Record<string, any>, at = ''): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${at}${name}`;
    if (schema.type === 'object') {
      return openTexts(schema.properties, `${path}.`);
    }
    if (schema.type === 'array') {
      return openTexts({ items: schema.items }, `${path}.`);
    }
    const isClosed =
      schema.type !== 'string' ||
      schema.pattern ||
      schema.enum ||
      schema.format ||
      schema['ui:options']?.allowArbitraryValues === false;
    return isClosed ? [] : [path];
  });
}
