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
  AdmissionregistrationV1Api,
  ApiextensionsV1Api,
  ApiregistrationV1Api,
  AppsV1Api,
  CoreV1Api,
  DiscoveryV1Api,
  PolicyV1Api,
} from '@kubernetes/client-node';
import {
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';

/** What the portal reads with the real client. */
function apisOf({ kubeConfig }: StartedCluster) {
  return {
    core: kubeConfig.makeApiClient(CoreV1Api),
    apps: kubeConfig.makeApiClient(AppsV1Api),
    policy: kubeConfig.makeApiClient(PolicyV1Api),
    discovery: kubeConfig.makeApiClient(DiscoveryV1Api),
    admission: kubeConfig.makeApiClient(AdmissionregistrationV1Api),
    registration: kubeConfig.makeApiClient(ApiregistrationV1Api),
    extensions: kubeConfig.makeApiClient(ApiextensionsV1Api),
  };
}

type Apis = ReturnType<typeof apisOf>;

describe('lists of the Kubernetes API', () => {
  let started: StartedCluster;
  let apis: Apis;

  const start = async (
    ...options: Parameters<typeof startCluster>
  ): Promise<void> => {
    started = await startCluster(...options);
    apis = apisOf(started);
  };

  afterEach(() => started.simulator.stop());

  it('are read by the real client, kind by kind', async () => {
    await start({
      kubernetes: {
        components: [{ name: 'kyverno' }],
        workloads: [
          { namespace: 'apps', name: 'db', kind: 'StatefulSet', replicas: 2 },
        ],
      },
    });
    const lists = await Promise.all([
      apis.core.listNamespace(),
      apis.core.listNode(),
      apis.core.listPodForAllNamespaces(),
      apis.core.listServiceForAllNamespaces(),
      apis.apps.listDeploymentForAllNamespaces(),
      apis.apps.listReplicaSetForAllNamespaces(),
      apis.apps.listStatefulSetForAllNamespaces(),
      apis.apps.listDaemonSetForAllNamespaces(),
      apis.policy.listPodDisruptionBudgetForAllNamespaces(),
      apis.discovery.listEndpointSliceForAllNamespaces(),
      apis.admission.listMutatingWebhookConfiguration(),
      apis.admission.listValidatingWebhookConfiguration(),
      apis.registration.listAPIService(),
      apis.extensions.listCustomResourceDefinition(),
    ]);
    expect(lists.map(({ kind }) => kind)).toEqual([
      'NamespaceList',
      'NodeList',
      'PodList',
      'ServiceList',
      'DeploymentList',
      'ReplicaSetList',
      'StatefulSetList',
      'DaemonSetList',
      'PodDisruptionBudgetList',
      'EndpointSliceList',
      'MutatingWebhookConfigurationList',
      'ValidatingWebhookConfigurationList',
      'APIServiceList',
      'CustomResourceDefinitionList',
    ]);
    for (const { kind, items } of lists) {
      expect([kind, items.length]).not.toEqual([kind, 0]);
    }
  });

  it('come in pages that make up the whole, with what is left', async () => {
    await start();
    const { items: all } = await apis.core.listPodForAllNamespaces();
    const found: string[] = [];
    let next: string | undefined;
    do {
      const page = await apis.core.listPodForAllNamespaces({
        limit: 7,
        _continue: next,
      });
      found.push(...page.items.map(({ metadata }) => metadata!.uid!));
      next = page.metadata?._continue;
      expect(page.metadata?.remainingItemCount).toBe(
        next ? all.length - found.length : undefined,
      );
    } while (next);
    expect(found).toEqual(all.map(({ metadata }) => metadata!.uid));
  });

  it('do not say what is left where a selector was given', async () => {
    await start();
    const page = await apis.core.listPodForAllNamespaces({
      limit: 1,
      labelSelector: 'k8s-app in (kube-dns, kube-proxy)',
    });
    expect(page.metadata?._continue).toBeDefined();
    expect(page.metadata?.remainingItemCount).toBeUndefined();
  });

  it.each<[string, { labelSelector?: string; fieldSelector?: string }, number]>(
    [
      ['a label', { labelSelector: 'k8s-app=kube-dns' }, 2],
      ['no such label', { labelSelector: 'k8s-app=none' }, 0],
      ['a set', { labelSelector: 'k8s-app in (kube-dns,none)' }, 2],
      ['a set and more', { labelSelector: 'k8s-app in (kube-dns,x),!app' }, 2],
      ['existence', { labelSelector: 'eks.amazonaws.com/component' }, 2],
      ['a field', { fieldSelector: 'metadata.name=nobody' }, 0],
      ['a phase', { fieldSelector: 'status.phase=Pending' }, 0],
    ],
  )('are selected by %s', async (_, selector, count) => {
    await start();
    const { items } = await apis.core.listPodForAllNamespaces(selector);
    expect(items).toHaveLength(count);
  });

  it('refuse a selector that they do not know', async () => {
    await start();
    await expect(
      apis.core.listPodForAllNamespaces({ fieldSelector: 'spec.x=1' }),
    ).rejects.toMatchObject({ code: 400 });
    await expect(
      apis.core.listPodForAllNamespaces({ labelSelector: 'a b' }),
    ).rejects.toMatchObject({ code: 400 });
  });

  describe('that got too old', () => {
    const firstPage = async (): Promise<string> => {
      const page = await apis.core.listPodForAllNamespaces({ limit: 5 });
      return page.metadata!._continue!;
    };
    const goOn = (token: string) =>
      apis.core.listPodForAllNamespaces({ limit: 500, _continue: token });

    const expired = async (token: string): Promise<any> => {
      const error = await goOn(token).then(
        () => undefined,
        thrown => thrown,
      );
      expect(error).toMatchObject({ code: 410 });
      return JSON.parse(error.body);
    };

    it('are Gone after five minutes, and may be gone on with all the same', async () => {
      await start();
      const all = await apis.core.listPodForAllNamespaces();
      const token = await firstPage();
      started.simulator.clock.advance!(300);
      await expect(goOn(token)).resolves.toBeDefined();
      started.simulator.clock.advance!(2);

      const status = await expired(token);
      expect(status).toMatchObject({
        kind: 'Status',
        reason: 'Expired',
        code: 410,
        message: expect.stringContaining('too old to display a consistent'),
      });
      const rest = await goOn(status.metadata.continue);
      expect(rest.items).toHaveLength(all.items.length - 5);
      expect(rest.items[0].metadata!.uid).toBe(all.items[5].metadata!.uid);
    });

    it('are Gone in the middle where a fault says so', async () => {
      await start();
      const token = await firstPage();
      started.simulator.addFault({
        match: { service: 'kubernetes', operation: 'GET /api/v1/pods' },
        effect: 'expireToken',
        times: 1,
      });
      // Only a list that is under way can be too old.
      await expect(firstPage()).resolves.toBeDefined();
      await expired(token);
      await expect(goOn(token)).resolves.toBeDefined();
    });

    it('are refused where the token is no token', async () => {
      await start();
      await expect(goOn('bm9uc2Vuc2U')).rejects.toMatchObject({ code: 400 });
    });
  });

  it('show metadata alone to who asks for that', async () => {
    await start({
      kubernetes: {
        customResourceDefinitions: { count: 20, kilobytes: 10 },
      },
    });
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const { body } = await started.get(path, {
      headers: {
        accept:
          'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json',
      },
    });
    expect(body.kind).toBe('PartialObjectMetadataList');
    expect(body.items.length).toBeGreaterThan(20);
    expect(body.items[0]).toEqual({
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
      metadata: expect.objectContaining({ name: expect.any(String) }),
    });
  });

  it('hold 40 MB of definitions, page by page', async () => {
    await start({
      kubernetes: {
        customResourceDefinitions: { count: 900, kilobytes: 45 },
      },
    });
    let bytes = 0;
    let definitions = 0;
    let next = '';
    do {
      const { body } = await started.get(
        `/apis/apiextensions.k8s.io/v1/customresourcedefinitions?limit=100&continue=${next}`,
      );
      bytes += JSON.stringify(body).length;
      definitions += body.items.length;
      next = body.metadata.continue ?? '';
    } while (next);
    expect(definitions).toBeGreaterThan(900);
    expect(bytes).toBeGreaterThan(40_000_000);
  });

  it('hold 5,000 nodes', async () => {
    await start({ nodegroups: [{ name: 'huge', desiredSize: 5000 }] });
    const page = await apis.core.listNode({ limit: 500 });
    expect(page.items).toHaveLength(500);
    expect(page.metadata?.remainingItemCount).toBe(4500);
  });
});
