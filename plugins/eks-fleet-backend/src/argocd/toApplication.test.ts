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

import { toApplication, toDestination } from './toApplication';
import type { ArgocdHub } from './types';

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';
const HUB: ArgocdHub = {
  id: 'hub',
  cluster: ARN,
  namespace: 'argocd',
  url: 'https://argocd.example.com',
  clusterSecrets: true,
};

describe('toApplication', () => {
  it('says how it stands, and where it is to be looked at', () => {
    expect(
      toApplication(
        {
          metadata: {
            name: 'orders',
            namespace: 'argocd',
            annotations: { 'eks-fleet.io/cluster-arn': ARN },
          },
          spec: {
            source: { repoURL: 'https://github.com/acme/fleet', path: 'live' },
            destination: { server: 'https://kubernetes.default.svc' },
            syncPolicy: { automated: {} },
          },
          status: {
            sync: { status: 'OutOfSync', revision: 'abc' },
            health: { status: 'Degraded', message: 'EKS refuses' },
            operationState: { phase: 'Failed', message: 'no' },
            reconciledAt: '2026-11-25T12:00:00Z',
          },
        },
        HUB,
      ),
    ).toEqual({
      hub: 'hub',
      namespace: 'argocd',
      name: 'orders',
      url: 'https://argocd.example.com/applications/argocd/orders',
      sources: [{ repoUrl: 'https://github.com/acme/fleet', path: 'live' }],
      destination: { server: 'https://kubernetes.default.svc' },
      clusterArn: ARN,
      sync: 'OutOfSync',
      health: 'Degraded',
      revision: 'abc',
      operation: 'Failed',
      message: 'EKS refuses',
      reconciledAt: '2026-11-25T12:00:00Z',
      automated: true,
    });
  });

  it('takes an application of which nothing is known yet for unknown', () => {
    expect(toApplication({}, HUB)).toMatchObject({
      sync: 'Unknown',
      health: 'Unknown',
      sources: [],
      automated: false,
    });
  });

  it.each([
    ['health', { health: { status: 'Degraded', message: 'a' } }, 'a'],
    [
      'a resource',
      {
        health: { status: 'Degraded' },
        resources: [
          { health: { status: 'Healthy', message: 'fine' } },
          { health: { status: 'Degraded', message: 'b' } },
        ],
      },
      'b',
    ],
    [
      'the operation',
      { operationState: { phase: 'Error', message: 'c' } },
      'c',
    ],
    [
      'the comparison',
      {
        sync: { status: 'Unknown' },
        conditions: [{ type: 'ComparisonError', message: 'd' }],
      },
      'd',
    ],
    [
      'nothing, where all is well',
      {
        sync: { status: 'Synced' },
        operationState: { phase: 'Succeeded', message: 'e' },
        conditions: [{ type: 'OrphanedResourceWarning', message: 'f' }],
      },
      undefined,
    ],
  ])('has its message from %s', (_, status, message) => {
    expect(toApplication({ status }, HUB).message).toBe(message);
  });

  it.each([
    [{ automated: {} }, true],
    [{ automated: { enabled: false } }, false],
    [{}, false],
  ])('with sync policy %j syncs by itself: %s', (syncPolicy, automated) => {
    expect(toApplication({ spec: { syncPolicy } }, HUB).automated).toBe(
      automated,
    );
  });

  it('believes no annotation that is no ARN, and cuts what is long', () => {
    const one = toApplication(
      {
        metadata: {
          labels: { 'eks-fleet.io/cluster-arn': 'orders' },
        },
        status: { health: { message: 'x'.repeat(5_000) } },
      },
      HUB,
    );
    expect(one.clusterArn).toBeUndefined();
    expect(one.message).toHaveLength(500);
  });
});

describe('toDestination', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it('is a name with a server, and never what it gets in with', () => {
    const destination = toDestination({
      metadata: { annotations: { 'eks-fleet.io/cluster-arn': ARN } },
      data: {
        name: base64('orders'),
        server: base64('https://api'),
        config: base64('{"bearerToken":"secret"}'),
      } as never,
    });
    expect(destination).toEqual({
      name: 'orders',
      server: 'https://api',
      clusterArn: ARN,
    });
  });

  it('is nothing without either', () => {
    expect(toDestination({ data: { name: base64('a') } })).toBeUndefined();
    expect(toDestination({})).toBeUndefined();
  });
});
