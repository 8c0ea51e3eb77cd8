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

import { madeCurrent } from '../../__testUtils__/answers';
import type { AskGround } from '../types';
import { makeChangeAsk, type ChangeInput } from './makeChangeAsk';

const CLUSTER = 'cluster/111122223333/eu-west-1/prod-1';
const NAMESPACE = 'namespace/111122223333/eu-west-1/prod-1/payments-dev';
const APPLICATION = 'application/payments/orders/prod';
const BASE = { specHash: `hash of ${CLUSTER}`, commit: 'c0ffee' };

describe('makeChangeAsk', () => {
  const make = (input: Partial<ChangeInput>) =>
    makeChangeAsk({ thing: NAMESPACE, reason: 'r', ...input }, {
      findEntity: async () => undefined,
      backend: {
        requests: {
          getRequestCurrent: async (key: string) =>
            madeCurrent(key, { gitopsAddons: ['kyverno'], addons: [] }),
        },
      },
    } as unknown as AskGround);
  const owner = 'group:default/payments';

  it.each<[string, Partial<ChangeInput>, object]>([
    [
      'a patch as it is, for whom Git says',
      { patch: { quota: { pods: 9 } } },
      {
        kind: 'namespace',
        operation: 'change',
        owner,
        thing: NAMESPACE,
        patch: { quota: { pods: 9 } },
      },
    ],
    [
      'what a form was opened on',
      { patch: { a: 1 }, base: { specHash: 'h' }, owner: 'group:default/x' },
      {
        kind: 'namespace',
        operation: 'change',
        owner: 'group:default/x',
        thing: NAMESPACE,
        patch: { a: 1 },
        base: { specHash: 'h' },
      },
    ],
    [
      'a list that nobody else may have changed meanwhile',
      { thing: CLUSTER, gitopsAddons: { add: ['keda'] } },
      {
        kind: 'cluster',
        operation: 'change',
        owner,
        thing: CLUSTER,
        patch: { gitopsAddons: ['keda', 'kyverno'] },
        base: BASE,
      },
    ],
    [
      'a later end',
      { operation: 'extend', expiresOn: '2027-03-31' },
      {
        kind: 'namespace',
        operation: 'extend',
        owner,
        thing: NAMESPACE,
        expiresOn: '2027-03-31',
      },
    ],
    [
      'an end, of what was named',
      { thing: APPLICATION, operation: 'delete', confirm: 'orders' },
      { kind: 'application', operation: 'delete', owner, thing: APPLICATION },
    ],
  ])('asks for %s', async (_, input, ask) => {
    expect(await make(input)).toEqual(ask);
  });

  it.each<[Partial<ChangeInput>, string]>([
    [{}, 'patch: is missing'],
    [{ operation: 'extend' }, 'expiresOn: is missing'],
    [{ operation: 'delete' }, 'confirm: is missing'],
    [
      { operation: 'delete', confirm: 'payments' },
      'confirm: must be payments-dev',
    ],
    [{ operation: 'delete', patch: {} }, 'patch: is not known to delete'],
    [
      { patch: {}, expiresOn: '2027-03-31' },
      'expiresOn: is not known to change',
    ],
    [{ addons: {} }, 'only clusters have them'],
    [{ operation: 'adopt', environment: 'dev' }, 'must be a cluster'],
  ])('refuses %j', async (input, words) => {
    await expect(make(input)).rejects.toThrow(words);
  });
});

describe('the adoption of a cluster', () => {
  it('asks for what EKS has, with what EKS does not know', async () => {
    const ask = await makeChangeAsk(
      {
        thing: 'resource:default/prod-1-1a2b3c4d',
        operation: 'adopt',
        owner: 'group:default/payments',
        environment: 'prod',
        patch: { expiresOn: '2027-03-31' },
        reason: 'r',
      },
      {
        findEntity: async () => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name: 'prod-1-1a2b3c4d',
            annotations: {
              'backstage.io/managed-by-origin-location': 'eks-fleet:main/x',
              'amazonaws.com/arn':
                'arn:aws:eks:eu-west-1:111122223333:cluster/prod-1',
            },
          },
          spec: { type: 'kubernetes-cluster' },
        }),
      } as unknown as AskGround,
    );
    expect(ask).toEqual({
      kind: 'cluster',
      operation: 'adopt',
      owner: 'group:default/payments',
      thing: 'cluster/111122223333/eu-west-1/prod-1',
      patch: { environment: 'prod', expiresOn: '2027-03-31' },
    });
  });
});
