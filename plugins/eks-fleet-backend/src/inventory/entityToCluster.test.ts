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

import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { entityToCluster } from './entityToCluster';

const ACCOUNT = '111111111111';
const options = {
  environmentLabel: 'env',
  accountNames: new Map([[ACCOUNT, 'payments-prod']]),
};

const own = clusterEntity({
  name: 'Prod_Payments',
  accountId: ACCOUNT,
  labels: { env: 'prod' },
});

function withAnnotations(annotations: Record<string, unknown>) {
  return {
    ...own,
    metadata: {
      ...own.metadata,
      annotations: { ...own.metadata.annotations, ...annotations },
    },
  };
}

describe('entityToCluster', () => {
  it('reads a cluster of our own discovery', () => {
    expect(entityToCluster(own, options)).toMatchObject({
      entityRef: 'resource:default/prod_payments-1111',
      origin: 'eks-fleet',
      provider: 'main',
      arn: `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/Prod_Payments`,
      partition: 'aws',
      accountId: ACCOUNT,
      accountName: 'payments-prod',
      region: 'eu-west-1',
      name: 'Prod_Payments',
      version: '1.34',
      status: 'ACTIVE',
      createdAt: '2025-01-02T03:04:05.000Z',
      owner: 'group:default/platform',
      environment: 'prod',
    });
  });

  it('takes the owner from the relation that the catalog resolved', () => {
    const related = {
      ...own,
      relations: [{ type: 'ownedBy', targetRef: 'group:Default/Payments' }],
    };
    expect(entityToCluster(related, options)?.owner).toBe(
      'group:default/payments',
    );
  });

  it.each([
    [
      'another location',
      { 'backstage.io/managed-by-origin-location': 'url:x' },
    ],
    [
      'a location that only looks alike',
      { 'backstage.io/managed-by-origin-location': 'url:eks-fleet:main/1/x' },
    ],
    [
      'the location of another account',
      {
        'backstage.io/managed-by-origin-location':
          'eks-fleet:main/222222222222/eu-west-1',
      },
    ],
    ['an account that is not the ARN’s', { 'amazonaws.com/account-id': '2' }],
    ['a Region that is not the ARN’s', { 'eks-fleet.io/region': 'us-east-1' }],
    ['no ARN', { 'amazonaws.com/arn': undefined }],
    [
      'the ARN of another account',
      { 'amazonaws.com/arn': 'arn:aws:eks:eu-west-1:222222222222:cluster/x' },
    ],
  ])('treats %s as foreign', (_, annotations) => {
    const cluster = entityToCluster(withAnnotations(annotations), options);
    expect(cluster).toMatchObject({
      origin: 'foreign',
      provider: '',
      version: '',
      accountName: '',
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an array', []],
    ['no metadata', { kind: 'Resource' }],
    ['a name that is no text', { metadata: { name: { a: 1 } } }],
    ['an empty name', { metadata: { name: '' } }],
  ])('finds no cluster in %s', (_, entity) => {
    expect(entityToCluster(entity, options)).toBeUndefined();
  });

  it('survives any shape and keeps texts short and clean', () => {
    const long = 'x'.repeat(10_000);
    const cluster = entityToCluster(
      {
        metadata: {
          name: 'odd',
          namespace: ['a'],
          title: `nul\u0000 and \ud800 ${long}`,
          annotations: {
            'amazonaws.com/arn': long,
            'amazonaws.com/account-id': 42,
            'eks-fleet.io/region': ['eu'],
            'backstage.io/managed-by-origin-location': { a: 1 },
          },
          labels: { ok: 'yes', number: 7, list: ['a'], __proto__: { x: 'y' } },
          links: [null, 7, { url: 'data:text/html,hi' }, { url: long }],
        },
        spec: { owner: ['a', 'b'], system: { c: 1 } },
        relations: [null, { type: 'ownedBy', targetRef: '::://' }],
      },
      options,
    );
    expect(cluster).toMatchObject({
      entityRef: 'resource:default/odd',
      origin: 'foreign',
      accountId: '42',
      region: '',
      owner: '',
      system: '',
      labels: { ok: 'yes', number: '7' },
      links: [],
    });
    expect(cluster?.name).toHaveLength(200);
    expect(cluster?.name).toMatch(/^nul {2}and/);
    expect(cluster?.arn).toHaveLength(400);
  });

  it('gives a foreign cluster what its ARN says', () => {
    const arn = `arn:aws:eks:eu-west-1:${ACCOUNT}:cluster/theirs`;
    const entity = foreignEntity('theirs', {
      annotations: { 'amazonaws.com/arn': arn },
    });
    expect(entityToCluster(entity, options)).toMatchObject({
      origin: 'foreign',
      arn,
      accountId: ACCOUNT,
      accountName: '',
      region: 'eu-west-1',
    });
  });
});
