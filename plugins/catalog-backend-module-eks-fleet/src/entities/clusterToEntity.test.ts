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

import type { Cluster } from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readProviderConfigs } from '../config/readProviderConfigs';
import { accountToEntity, clusterToEntity } from './clusterToEntity';
import { validateEntity } from './validateEntity';

const TARGET: AwsTarget = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
};
const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/Orders_EU';

function config(provider: JsonObject = {}) {
  return readProviderConfigs(
    new ConfigReader({
      catalog: {
        providers: {
          eksFleet: {
            main: {
              accounts: ['111122223333'],
              regions: ['eu-west-1'],
              tags: {
                owner: 'team',
                system: 'system',
                labels: { environment: 'env', 'acme.com/tier': 'tier' },
              },
              defaultOwner: 'group:default/platform',
              kubernetesPlugin: {
                annotate: true,
                roleName: 'eks-fleet-kubernetes',
                externalId: 'acme',
              },
              ...provider,
            },
          },
        },
      },
    }),
  )[0];
}

const CLUSTER = {
  arn: ARN,
  name: 'Orders_EU',
  version: '1.33',
  platformVersion: 'eks.12',
  status: 'ACTIVE',
  createdAt: new Date('2025-03-01T10:00:00Z'),
  endpoint: 'https://ABC.gr7.eu-west-1.eks.amazonaws.com',
  certificateAuthority: { data: 'Q0E=' },
  upgradePolicy: { supportType: 'STANDARD' },
  tags: { team: 'orders', system: 'shop', env: 'prod', tier: 'gold' },
} satisfies Cluster;

describe('clusterToEntity', () => {
  it('makes the whole entity of a whole cluster', async () => {
    const entity = clusterToEntity(
      CLUSTER,
      TARGET,
      config({
        links: [
          {
            title: 'Grafana',
            url: 'https://g.example.com/{label.acme.com/tier}?c={cluster}',
            icon: 'dashboard',
          },
          { title: 'Cost', url: 'https://c.example.com/{label.costs}' },
        ],
      }),
    );
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        namespace: 'default',
        name: expect.stringMatching(/^orders_eu-[0-9a-f]{8}$/),
        title: 'Orders_EU',
        annotations: {
          'backstage.io/managed-by-location':
            'eks-fleet:main/111122223333/eu-west-1',
          'backstage.io/managed-by-origin-location':
            'eks-fleet:main/111122223333/eu-west-1',
          'amazonaws.com/account-id': '111122223333',
          'amazonaws.com/arn': ARN,
          'eks-fleet.io/region': 'eu-west-1',
          'eks-fleet.io/discovery-target': '111122223333/eu-west-1',
          'eks-fleet.io/kubernetes-version': '1.33',
          'eks-fleet.io/platform-version': 'eks.12',
          'eks-fleet.io/status': 'ACTIVE',
          'eks-fleet.io/created-at': '2025-03-01T10:00:00.000Z',
          'eks-fleet.io/support-type': 'STANDARD',
          'kubernetes.io/api-server':
            'https://ABC.gr7.eu-west-1.eks.amazonaws.com',
          'kubernetes.io/api-server-certificate-authority': 'Q0E=',
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': 'Orders_EU',
          'kubernetes.io/aws-assume-role':
            'arn:aws:iam::111122223333:role/eks-fleet-kubernetes',
          'kubernetes.io/aws-external-id': 'acme',
        },
        labels: { environment: 'prod', 'acme.com/tier': 'gold' },
        links: [
          {
            title: 'AWS console',
            url: 'https://eu-west-1.console.aws.amazon.com/eks/clusters/Orders_EU?region=eu-west-1&accountId=111122223333',
            icon: 'dashboard',
          },
          {
            title: 'CloudWatch control plane logs',
            url: expect.stringContaining('Orders_EU'),
            icon: 'docs',
          },
          {
            title: 'Grafana',
            url: 'https://g.example.com/gold?c=Orders_EU',
            icon: 'dashboard',
          },
        ],
      },
      spec: {
        type: 'kubernetes-cluster',
        owner: 'group:default/orders',
        system: 'system:default/shop',
        dependsOn: ['resource:default/aws-account-111122223333'],
      },
    });
    await expect(validateEntity(entity)).resolves.toBeUndefined();
  });

  it('holds no time of observation', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z') });
    const first = clusterToEntity(CLUSTER, TARGET, config());
    jest.setSystemTime(Date.parse('2027-01-01T00:00:00Z'));
    expect(clusterToEntity(CLUSTER, TARGET, config())).toEqual(first);
    jest.useRealTimers();
  });

  const annotationsOf = (cluster: object, provider?: JsonObject) =>
    Object.keys(
      clusterToEntity({ ...CLUSTER, ...cluster }, TARGET, config(provider))
        .metadata.annotations!,
    );

  it.each([
    ['without an endpoint', { endpoint: undefined }],
    ['with an empty endpoint', { endpoint: '' }],
    ['without a certificate', { certificateAuthority: undefined }],
  ])('hides a cluster %s from the kubernetes plugin', (_, cluster) => {
    expect(
      annotationsOf({ status: 'CREATING', ...cluster }),
    ).not.toContainEqual(expect.stringMatching(/^kubernetes\.io\//));
  });

  it('writes for the kubernetes plugin only when told to', () => {
    expect(annotationsOf({}, { kubernetesPlugin: {} })).not.toContainEqual(
      expect.stringMatching(/^kubernetes\.io\//),
    );
    const alone = annotationsOf({}, { kubernetesPlugin: { annotate: true } });
    expect(alone).toContain('kubernetes.io/api-server');
    expect(alone).not.toContain('kubernetes.io/aws-assume-role');
    expect(alone).not.toContain('kubernetes.io/aws-external-id');
  });

  it.each([
    ['aws', 'eu-west-1', 'console.aws.amazon.com'],
    ['aws-cn', 'cn-north-1', 'console.amazonaws.cn'],
    ['aws-us-gov', 'us-gov-west-1', 'console.amazonaws-us-gov.com'],
  ] as const)('keeps to the partition %s', (partition, region, host) => {
    const { metadata } = clusterToEntity(
      CLUSTER,
      { ...TARGET, partition, region },
      config({ partition, regions: [region] }),
    );
    expect(metadata.annotations!['kubernetes.io/aws-assume-role']).toBe(
      `arn:${partition}:iam::111122223333:role/eks-fleet-kubernetes`,
    );
    expect(new URL(metadata.links![0].url).host).toBe(`${region}.${host}`);
  });

  it.each([
    [{}, 'group:default/platform'],
    [{ team: '' }, 'group:default/platform'],
    [{ team: '日本' }, 'group:default/platform'],
    [{ team: 'Team Ä/1' }, 'group:default/Team-A-1'],
    [{ team: 7 as unknown as string }, 'group:default/7'],
    [{ Team: 'other' }, 'group:default/platform'],
  ])('with the tags %j is owned by %s', (tags, owner) => {
    expect(
      clusterToEntity({ ...CLUSTER, tags }, TARGET, config()).spec.owner,
    ).toBe(owner);
  });

  it('takes nothing for a tag that was not sent', async () => {
    const tags = JSON.parse('{"__proto__": "x", "constructor": "y"}');
    const entity = clusterToEntity(
      { ...CLUSTER, tags },
      TARGET,
      config({
        tags: {
          owner: 'toString',
          system: 'hasOwnProperty',
          labels: { a: 'valueOf', b: 'constructor', c: '__proto__' },
        },
      }),
    );
    expect(entity.spec).toMatchObject({ owner: 'group:default/platform' });
    expect(entity.spec.system).toBeUndefined();
    expect(entity.metadata.labels).toEqual({ b: 'y', c: 'x' });
    await expect(validateEntity(entity)).resolves.toBeUndefined();
  });

  it.each([
    'a'.repeat(256),
    '<script>alert(1)</script>',
    "'; drop table x;--",
    'a: [b, {c: d}]',
    '123',
    'null',
    '\u0000\ud800',
  ])('stays valid with the tag value %j everywhere', async value => {
    const tags = { team: value, system: value, env: value, tier: value };
    const entity = clusterToEntity(
      { ...CLUSTER, tags },
      TARGET,
      config({
        links: [
          { title: 'X', url: 'https://x.example.com/{label.environment}' },
        ],
      }),
    );
    await expect(validateEntity(entity)).resolves.toBeUndefined();
    expect(typeof entity.spec.owner).toBe('string');
  });

  it('has no labels where none are mapped', () => {
    const { metadata } = clusterToEntity(CLUSTER, TARGET, config({ tags: {} }));
    expect(metadata).not.toHaveProperty('labels');
  });
});

describe('accountToEntity', () => {
  it.each([
    ['payments <prod>', 'payments <prod>'],
    [undefined, '111122223333'],
  ])('names the account %s', async (name, title) => {
    const entity = accountToEntity({
      accountId: '111122223333',
      name,
      namespace: 'default',
      owner: 'group:default/platform',
    });
    expect(entity.metadata).toMatchObject({
      name: 'aws-account-111122223333',
      title,
      annotations: { 'amazonaws.com/account-id': '111122223333' },
    });
    await expect(validateEntity(entity)).resolves.toBeUndefined();
  });
});
