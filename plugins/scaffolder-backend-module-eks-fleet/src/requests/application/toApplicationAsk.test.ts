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

import { checkApplicationSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { madeCurrent } from '../../__testUtils__/answers';
import { deployAsk, promoteAsk } from './toApplicationAsk';

const SOURCE = {
  repoUrl: 'https://github.com/acme/orders',
  path: 'deploy',
  targetRevision: 'v2',
};
const INPUT = {
  owner: 'group:default/payments',
  reason: 'r',
  name: 'orders',
  environment: 'prod',
};
const CLUSTERS = [
  { accountId: '111122223333', region: 'eu-west-1', name: 'prod-1' },
];
const current = (environment: string, spec: object) =>
  madeCurrent(`application/payments/orders/${environment}`, spec);
const STAGING = current('staging', {
  name: 'orders',
  owner: INPUT.owner,
  environment: 'staging',
  namespace: 'orders-staging',
  clusters: [{ ...CLUSTERS[0], name: 'staging-1' }],
  source: SOURCE,
  parameters: { 'image.tag': 'v2', replicas: '2' },
});
const PROMOTED = { environment: 'staging', targetRevision: 'v2' };

describe('deployAsk', () => {
  it.each([
    ['all', undefined, 'all'],
    ['some', CLUSTERS, CLUSTERS],
  ])('asks for it on %s of the clusters', (_, clusters, wanted) => {
    const { spec } = deployAsk(
      {
        ...INPUT,
        namespace: 'orders',
        source: SOURCE,
        parameters: { replicas: 3, debug: false },
      },
      clusters,
    );
    expect(checkApplicationSpec(spec)).toMatchObject({
      spec: {
        environment: 'prod',
        clusters: wanted,
        parameters: { replicas: '3', debug: 'false' },
      },
    });
  });

  it.each([
    [{ namespace: 'x' }, 'source: is missing'],
    [{ source: SOURCE }, 'namespace: is missing'],
  ])('refuses only %j', (input, words) => {
    expect(() => deployAsk({ ...INPUT, ...input }, undefined)).toThrow(words);
  });
});

describe('promoteAsk', () => {
  it('brings it where it is not yet, to clusters of that environment', () => {
    const ask = promoteAsk(
      { ...INPUT, promoteFrom: 'staging', namespace: 'orders-prod' },
      STAGING,
      undefined,
      undefined,
    );
    expect(ask.operation).toBe('create');
    expect(checkApplicationSpec(ask.spec)).toMatchObject({
      spec: {
        environment: 'prod',
        namespace: 'orders-prod',
        clusters: 'all',
        source: SOURCE,
        parameters: { 'image.tag': 'v2', replicas: '2' },
        promotedFrom: PROMOTED,
      },
    });
  });

  it('moves what is there already, and leaves what is its own', () => {
    const prod = current('prod', {
      source: { repoUrl: 'x', chart: 'orders', targetRevision: '1.0.0' },
      parameters: { 'image.tag': 'v1', replicas: '9' },
    });
    expect(
      promoteAsk(
        {
          ...INPUT,
          promoteFrom: 'staging',
          promoteParameters: ['image.tag'],
        },
        STAGING,
        prod,
        undefined,
      ),
    ).toEqual({
      kind: 'application',
      operation: 'change',
      owner: INPUT.owner,
      thing: 'application/payments/orders/prod',
      base: { specHash: prod.specHash, commit: 'c0ffee' },
      patch: {
        // A chart and a folder are not both.
        source: { ...SOURCE, chart: null },
        parameters: { 'image.tag': 'v2' },
        promotedFrom: PROMOTED,
      },
    });
  });

  it('refuses parameters that there are none of', () => {
    expect(() =>
      promoteAsk(
        { ...INPUT, promoteFrom: 'staging', promoteParameters: ['x'] },
        STAGING,
        current('prod', {}),
        undefined,
      ),
    ).toThrow('promoteParameters: there is no parameter x');
  });
});
