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

import { ObservationFailure } from '../../observation/ObservationFailure';
import type {
  KubernetesReader,
  ListReducer,
  ListRequest,
} from '../client/types';
import { KubernetesFacts, type KubernetesFactKind } from './KubernetesFacts';

const NOW = new Date('2026-11-23T12:00:00Z');

const LISTS: Record<string, unknown[]> = {
  '/api/v1/nodes': [
    {
      metadata: { name: 'a', labels: { 'eks.amazonaws.com/nodegroup': 'g' } },
      status: { nodeInfo: { kubeletVersion: 'v1.33.9' } },
    },
  ],
  '/api/v1/pods': [
    {
      metadata: {
        name: 'web-1-x',
        namespace: 'shop',
        labels: { app: 'web' },
        ownerReferences: [
          { kind: 'ReplicaSet', name: 'web-1', controller: true },
        ],
      },
      spec: { nodeName: 'a' },
      status: { phase: 'Running' },
    },
  ],
  '/api/v1/namespaces': [
    { metadata: { name: 'shop', labels: { team: 'checkout' } } },
  ],
  '/apis/apps/v1/deployments': [],
  '/apis/apps/v1/statefulsets': [],
  '/apis/apps/v1/daemonsets': [],
  '/apis/apps/v1/replicasets': [
    {
      metadata: {
        name: 'web-1',
        namespace: 'shop',
        ownerReferences: [
          { kind: 'Deployment', name: 'web', controller: true },
        ],
      },
    },
  ],
  '/apis/policy/v1/poddisruptionbudgets': [
    {
      metadata: { name: 'web', namespace: 'shop' },
      spec: { selector: { matchLabels: { app: 'web' } } },
      status: { disruptionsAllowed: 0, desiredHealthy: 1, expectedPods: 1 },
    },
  ],
  '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations': [
    {
      metadata: { name: 'policies' },
      webhooks: ['one', 'two'].map(name => ({
        name,
        clientConfig: { service: { namespace: 'shop', name: 'hook' } },
        rules: [
          { apiGroups: [''], resources: ['pods'], operations: ['CREATE'] },
        ],
      })),
    },
  ],
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations': [],
  '/apis/apiregistration.k8s.io/v1/apiservices': [],
  '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices': [],
};

/** An API that answers from a table, but for what is forbidden. */
class FakeReader implements KubernetesReader {
  readonly asked: string[] = [];
  readonly failing: Record<string, ObservationFailure> = {};

  async list<TItem, TState>(
    { path }: ListRequest,
    reducer: ListReducer<TItem, TState>,
  ): Promise<TState> {
    this.#note(path);
    return reducer.add(reducer.start(), LISTS[path] as TItem[]);
  }

  async readPage<TItem>({ path }: ListRequest): Promise<TItem[]> {
    this.#note(path);
    return LISTS[path] as TItem[];
  }

  async get<T>(path: string): Promise<T> {
    this.#note(path);
    return { gitVersion: 'v1.34.3' } as T;
  }

  async readLines(path: string, onLine: (line: string) => void) {
    this.#note(path);
    onLine('# HELP');
    onLine(
      'apiserver_requested_deprecated_apis{group="batch",version="v1beta1",resource="cronjobs"} 1',
    );
  }

  #note(path: string): void {
    this.asked.push(path);
    if (this.failing[path]) {
      throw this.failing[path];
    }
  }
}

describe('KubernetesFacts', () => {
  let reader: FakeReader;
  let facts: KubernetesFacts;

  beforeEach(() => {
    reader = new FakeReader();
    facts = KubernetesFacts.create(reader);
  });

  const read = (kind: KubernetesFactKind) => facts.read(kind, { now: NOW });
  const forbid = (...paths: string[]) => {
    for (const path of paths) {
      reader.failing[path] = new ObservationFailure('forbidden', path);
    }
  };
  const asked = (path: string) =>
    reader.asked.filter(candidate => candidate === path).length;

  it('reads once what several kinds need', async () => {
    await Promise.all(
      (
        [
          'kubernetesNodes',
          'kubernetesDisruption',
          'kubernetesAdmission',
          'kubernetesAddons',
        ] as const
      ).map(read),
    );
    expect(Math.max(...Object.keys(LISTS).map(asked))).toBe(1);
  });

  it('puts nodes, pods and budgets together', async () => {
    expect(await read('kubernetesDisruption')).toMatchObject({
      blockedDrains: [
        {
          workload: {
            namespace: 'shop',
            kind: 'Deployment',
            name: 'web',
            owner: 'group:default/checkout',
          },
          nodeOwners: [{ kind: 'nodegroup', name: 'g' }],
        },
      ],
    });
  });

  it('does not list ReplicaSets where nothing holds a pod of one', async () => {
    reader.list = async function list(
      this: FakeReader,
      request: ListRequest,
      reducer: ListReducer<any, any>,
    ) {
      this.asked.push(request.path);
      return reducer.start();
    };
    await read('kubernetesDisruption');
    expect(asked('/apis/apps/v1/replicasets')).toBe(0);
  });

  it('asks for the endpoints of each service once', async () => {
    const { webhooks } = (await read('kubernetesAdmission')) as {
      webhooks: unknown[];
    };
    expect(webhooks).toHaveLength(2);
    expect(
      asked('/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices'),
    ).toBe(1);
  });

  it.each<[KubernetesFactKind, string[], object]>([
    [
      'kubernetesNodes',
      ['/api/v1/pods', '/version'],
      { nodes: 1, sets: [{ nodes: 1 }] },
    ],
    [
      'kubernetesDisruption',
      ['/api/v1/nodes', '/api/v1/namespaces', '/apis/apps/v1/replicasets'],
      {
        blockedDrains: [
          {
            workload: { namespace: 'shop', kind: 'ReplicaSet', name: 'web-1' },
            nodeOwners: [],
          },
        ],
      },
    ],
    ['kubernetesAdmission', ['/api/v1/namespaces'], { checkedWebhooks: 2 }],
  ])(
    'reads %s without %p where those are forbidden',
    async (kind, paths, part) => {
      forbid(...paths);
      expect(await read(kind)).toMatchObject(part);
    },
  );

  it('leaves out what pods ask for where they are forbidden', async () => {
    forbid('/api/v1/pods');
    expect(await read('kubernetesNodes')).not.toHaveProperty('requested');
  });

  it.each<[KubernetesFactKind, string]>([
    ['kubernetesNodes', '/api/v1/nodes'],
    ['kubernetesDisruption', '/api/v1/pods'],
    ['kubernetesDisruption', '/apis/policy/v1/poddisruptionbudgets'],
    ['kubernetesDisruption', '/apis/apps/v1/statefulsets'],
    [
      'kubernetesAdmission',
      '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
    ],
    ['kubernetesAdmission', '/apis/apiregistration.k8s.io/v1/apiservices'],
    [
      'kubernetesAdmission',
      '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices',
    ],
    ['kubernetesAddons', '/apis/apps/v1/daemonsets'],
    ['kubernetesDeprecatedApis', '/metrics'],
  ])('fails %s alone where %s is forbidden', async (kind, path) => {
    forbid(path);
    await expect(read(kind)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('does not take a failure for a missing right', async () => {
    reader.failing['/api/v1/pods'] = new ObservationFailure('timeout', 'slow');
    await expect(read('kubernetesNodes')).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  it('adds a scrape to what was known', async () => {
    const first = await facts.read('kubernetesDeprecatedApis', {
      now: new Date('2026-11-01T00:00:00Z'),
    });
    expect(
      await facts.read('kubernetesDeprecatedApis', {
        now: NOW,
        previousDeprecatedApis: first,
      }),
    ).toEqual({
      apis: [
        {
          group: 'batch',
          version: 'v1beta1',
          resource: 'cronjobs',
          firstSeenAt: '2026-11-01T00:00:00.000Z',
          lastSeenAt: '2026-11-23T12:00:00.000Z',
        },
      ],
      scrapes: 2,
      since: '2026-11-01T00:00:00.000Z',
    });
  });
});
