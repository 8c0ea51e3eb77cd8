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
  AppsV1Api,
  CoreV1Api,
  CustomObjectsApi,
  PolicyV1Api,
} from '@kubernetes/client-node';
import {
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';
import { READER_CLUSTER_ROLE } from './clusterRoles';

const USER =
  /"arn:aws:sts::111122223333:assumed-role\/eks-fleet-kubernetes\/[^"]+"/;

describe('access to the Kubernetes API', () => {
  let started: StartedCluster;

  afterEach(() => started.simulator.stop());

  /** The refusal's body; whoever it names is called <user>. */
  const refusal = async (path: string, method = 'GET') => {
    const { status, body } = await started.get(path, { method });
    return { status, ...body, message: body.message?.replace(USER, '<user>') };
  };

  it('lets the portal read what it needs, and nothing else', async () => {
    started = await startCluster();
    const statuses = await Promise.all(
      [
        '/api/v1/nodes',
        '/apis/apps/v1/deployments',
        '/api/v1/namespaces/kube-system/pods',
        '/metrics',
        '/api/v1/secrets',
        '/api/v1/namespaces/kube-system/secrets/any',
        '/api/v1/persistentvolumes',
        '/api/v1/pods?watch=true',
        '/api/v1/namespaces/kube-system/pods/coredns-0/log',
        '/logs/',
      ].map(async path => (await started.get(path)).status),
    );
    expect(statuses).toEqual([
      200, 200, 200, 200, 403, 403, 403, 403, 403, 403,
    ]);
  });

  it.each<[string, string, string]>([
    [
      'GET',
      '/api/v1/nodes',
      'nodes is forbidden: User <user> cannot list resource "nodes" in API group "" at the cluster scope',
    ],
    [
      'GET',
      '/apis/policy/v1/poddisruptionbudgets',
      'poddisruptionbudgets.policy is forbidden: User <user> cannot list resource "poddisruptionbudgets" in API group "policy" at the cluster scope',
    ],
    [
      'GET',
      '/api/v1/namespaces/kube-system/pods',
      'pods is forbidden: User <user> cannot list resource "pods" in API group "" in the namespace "kube-system"',
    ],
    [
      'GET',
      '/apis/apps/v1/namespaces/kube-system/deployments/coredns',
      'deployments.apps "coredns" is forbidden: User <user> cannot get resource "deployments" in API group "apps" in the namespace "kube-system"',
    ],
    [
      'DELETE',
      '/api/v1/namespaces/kube-system/pods/coredns',
      'pods "coredns" is forbidden: User <user> cannot delete resource "pods" in API group "" in the namespace "kube-system"',
    ],
    [
      'POST',
      '/api/v1/namespaces/kube-system/pods/coredns/eviction',
      'pods "coredns" is forbidden: User <user> cannot create resource "pods/eviction" in API group "" in the namespace "kube-system"',
    ],
    [
      'GET',
      '/apis/none.example/v1/things',
      'things.none.example is forbidden: User <user> cannot list resource "things" in API group "none.example" at the cluster scope',
    ],
    ['GET', '/metrics', 'forbidden: User <user> cannot get path "/metrics"'],
  ])('refuses %s %s in the words of RBAC', async (method, path, message) => {
    started = await startCluster({ kubernetes: { clusterRole: [] } });
    expect(await refusal(path, method)).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      reason: 'Forbidden',
      code: 403,
      message,
    });
  });

  it('can refuse one resource alone', async () => {
    started = await startCluster({
      kubernetes: {
        clusterRole: READER_CLUSTER_ROLE.map(rule => ({
          ...rule,
          resources: rule.resources?.filter(name => name !== 'nodes'),
        })),
      },
    });
    const core = started.kubeConfig.makeApiClient(CoreV1Api);
    await expect(core.listNode()).rejects.toMatchObject({
      code: 403,
      body: expect.stringContaining('cannot list resource \\"nodes\\"'),
    });
    await expect(core.listPodForAllNamespaces()).resolves.toBeDefined();
    await expect(
      started.kubeConfig
        .makeApiClient(PolicyV1Api)
        .listPodDisruptionBudgetForAllNamespaces(),
    ).resolves.toBeDefined();
  });

  it('can refuse one call by a fault, in the same words', async () => {
    started = await startCluster();
    started.simulator.addFault({
      match: { operation: 'GET /apis/apps/v1/daemonsets' },
      effect: 'deny',
    });
    const apps = started.kubeConfig.makeApiClient(AppsV1Api);
    await expect(apps.listDaemonSetForAllNamespaces()).rejects.toMatchObject({
      code: 403,
      body: expect.stringContaining(
        'cannot list resource \\"daemonsets\\" in API group \\"apps\\"',
      ),
    });
    await expect(apps.listDeploymentForAllNamespaces()).resolves.toBeDefined();
  });

  it.each<[string, string, object]>([
    [
      'everything of a group',
      '/api/v1/nodes',
      { apiGroups: [''], resources: ['*'], verbs: ['list'] },
    ],
    [
      'every verb',
      '/api/v1/nodes',
      { apiGroups: ['*'], resources: ['nodes'], verbs: ['*'] },
    ],
    [
      'paths by their beginning',
      '/metrics',
      { nonResourceURLs: ['/met*'], verbs: ['get'] },
    ],
  ])('takes rules of %s', async (_, path, rule) => {
    started = await startCluster({
      kubernetes: { clusterRole: [rule as any] },
    });
    expect((await started.get(path)).status).toBe(200);
    expect((await started.get('/apis/apps/v1/deployments')).status).toBe(403);
  });

  it('says 404 of kinds that are not installed, and lists them where they are', async () => {
    const nodePools = {
      group: 'karpenter.sh',
      version: 'v1',
      plural: 'nodepools',
    };
    started = await startCluster();
    const custom = started.kubeConfig.makeApiClient(CustomObjectsApi);
    await expect(
      custom.listClusterCustomObject(nodePools),
    ).rejects.toMatchObject({ code: 404 });
    expect(await started.get('/apis/karpenter.sh/v1/nodepools')).toMatchObject({
      status: 404,
      body: '404 page not found\n',
    });
    started.cluster.kubernetes = { components: [{ name: 'karpenter' }] };
    await expect(
      custom.listClusterCustomObject(nodePools),
    ).resolves.toMatchObject({ kind: 'NodePoolList', items: [] });
    // Karpenter before 1.0 had another version of the API.
    started.cluster.kubernetes = {
      components: [{ name: 'karpenter', version: '0.37.6' }],
    };
    await expect(
      custom.listClusterCustomObject(nodePools),
    ).rejects.toMatchObject({ code: 404 });
  });

  it('names what it does not find', async () => {
    started = await startCluster();
    const apps = started.kubeConfig.makeApiClient(AppsV1Api);
    await expect(
      apps.readNamespacedDeployment({ namespace: 'kube-system', name: 'x' }),
    ).rejects.toMatchObject({
      code: 404,
      body: expect.stringContaining('deployments.apps \\"x\\" not found'),
    });
  });

  it('takes paths that are no paths for what they are', async () => {
    started = await startCluster();
    expect((await started.get('/api/v1/nodes/%zz')).status).toBe(404);
    expect((await started.get('/api/v1/namespaces/x/nodes')).status).toBe(404);
    expect((await started.get('/apis/none.example')).status).toBe(404);
  });
});
