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

import type { KubernetesStory } from '../../model/kubernetesStory';
import { listOf, modelCluster } from '../__testUtils__/modelCluster';
import { keyOf, objectsOf } from './objectsOf';

const clusterOf = (kubernetes: KubernetesStory) => modelCluster({ kubernetes });

describe('the objects of a cluster', () => {
  const cluster = clusterOf({
    components: [
      { name: 'karpenter' },
      { name: 'argo-cd' },
      { name: 'kyverno' },
      { name: 'gatekeeper' },
      { name: 'cert-manager' },
    ],
  });
  const list = (resource: string) => listOf(cluster, resource);

  it('belong together', () => {
    const uids = (resource: string) =>
      new Set(list(resource).map(({ metadata }) => metadata.uid));
    const ownersOf = {
      ReplicaSet: uids('replicasets.apps'),
      StatefulSet: uids('statefulsets.apps'),
      DaemonSet: uids('daemonsets.apps'),
      Deployment: uids('deployments.apps'),
    };
    const nodes = new Set(list('nodes').map(({ metadata }) => metadata.name));
    const owned = [...list('pods'), ...list('replicasets.apps')];
    expect(owned.length).toBeGreaterThan(60);
    for (const { metadata } of owned) {
      const [owner] = metadata.ownerReferences;
      expect(ownersOf[owner.kind as 'Deployment']).toContain(owner.uid);
    }
    const pods = new Map(list('pods').map(pod => [pod.metadata.uid, pod]));
    for (const { spec } of pods.values()) {
      expect(nodes).toContain(spec.nodeName);
    }
    const endpoints = list('endpointslices.discovery.k8s.io').flatMap(
      slice => slice.endpoints,
    );
    expect(endpoints.length).toBeGreaterThan(10);
    for (const { targetRef, nodeName, conditions } of endpoints) {
      expect(pods.get(targetRef.uid).spec.nodeName).toBe(nodeName);
      expect(conditions.ready).toBe(true);
    }
    const namespaces = new Set(
      list('namespaces').map(({ metadata }) => metadata.name),
    );
    for (const { metadata } of pods.values()) {
      expect(namespaces).toContain(metadata.namespace);
    }
  });

  it('have webhooks whose Services there are', () => {
    const services = list('services').map(keyOf);
    const webhooks = [
      ...list('validatingwebhookconfigurations.admissionregistration.k8s.io'),
      ...list('mutatingwebhookconfigurations.admissionregistration.k8s.io'),
    ].flatMap(configuration => configuration.webhooks);
    expect(webhooks.length).toBeGreaterThan(6);
    for (const { clientConfig } of webhooks) {
      const { namespace, name } = clientConfig.service;
      expect(services).toContain(`${namespace}/${name}`);
    }
  });

  it('are the same ones until the cluster changes', () => {
    const one = modelCluster();
    const before = objectsOf(one);
    expect(objectsOf(one)).toBe(before);
    one.version = '1.35';
    one.nodegroups[0].version = '1.35';
    one.nodegroups[0].releaseVersion = undefined;
    const after = objectsOf(one);
    expect(after).not.toBe(before);
    expect(listOf(one, 'nodes')[0].status.nodeInfo.kubeletVersion).toBe(
      'v1.35.4-eks-113cf36',
    );
    expect(JSON.stringify([...objectsOf(modelCluster()).byResource])).toBe(
      JSON.stringify([...before.byResource]),
    );
  });

  it('are in the order of their keys', () => {
    for (const [, objects] of objectsOf(cluster).byResource) {
      const keys = objects.map(keyOf);
      expect(keys).toEqual([...keys].sort());
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('take the usual ones’ place where the story names them', () => {
    const apis = listOf(
      clusterOf({
        workloads: [
          {
            namespace: 'apps',
            name: 'api',
            replicas: 9,
            labels: { app: 'api' },
          },
        ],
      }),
      'deployments.apps',
    ).filter(({ metadata }) => metadata.name === 'api');
    expect(apis.map(({ spec }) => spec.replicas)).toEqual([9]);
  });

  it.each([1, 2, 30])('ask for no more than %d nodes have', desiredSize => {
    const small = modelCluster({
      nodegroups: [{ name: 'general', desiredSize }],
    });
    const asked = listOf(small, 'pods')
      .flatMap(({ spec }) => spec.containers)
      .map(({ resources }) => resources.requests.cpu as string)
      .map(cpu => (cpu.endsWith('m') ? parseInt(cpu, 10) : 1000 * Number(cpu)))
      .reduce((sum, millis) => sum + millis, 0);
    expect(asked).toBeLessThan(3900 * desiredSize);
  });

  it('crash where the story says so', () => {
    const crashing = clusterOf({
      workloads: [{ namespace: 'x', name: 'y', replicas: 3, crashing: 1 }],
    });
    const pods = listOf(crashing, 'pods').filter(
      ({ metadata }) => metadata.namespace === 'x',
    );
    expect(
      pods.map(
        ({ status }) =>
          status.containerStatuses[0].state.waiting?.reason ?? 'Running',
      ),
    ).toEqual(expect.arrayContaining(['CrashLoopBackOff', 'Running']));
    const deployment = listOf(crashing, 'deployments.apps').find(
      ({ metadata }) => metadata.namespace === 'x',
    );
    expect(deployment.status).toMatchObject({ replicas: 3, readyReplicas: 2 });
  });

  it.each<[string, KubernetesStory, string, object]>([
    [
      'True with endpoints',
      {},
      'v1beta1.metrics.k8s.io',
      { status: 'True', reason: 'Passed' },
    ],
    [
      'False without endpoints',
      { components: [{ name: 'metrics-server', replicas: 1, crashing: 1 }] },
      'v1beta1.metrics.k8s.io',
      { status: 'False', reason: 'MissingEndpoints' },
    ],
    [
      'False without a Service',
      {
        apiServices: [
          {
            name: 'v1beta1.external.metrics.k8s.io',
            service: { namespace: 'keda', name: 'keda' },
          },
        ],
      },
      'v1beta1.external.metrics.k8s.io',
      {
        status: 'False',
        reason: 'ServiceNotFound',
        message: 'service/keda in "keda" is not present',
      },
    ],
    ['True of the server itself', {}, 'v1.apps', { reason: 'Local' }],
  ])('have APIServices that are Available: %s', (_, story, name, expected) => {
    const service = listOf(
      clusterOf(story),
      'apiservices.apiregistration.k8s.io',
    ).find(({ metadata }) => metadata.name === name);
    expect(service.status.conditions).toEqual([
      expect.objectContaining({ type: 'Available', ...expected }),
    ]);
  });

  it('have EndpointSlices without endpoints, and slices of a hundred', () => {
    const slicesOf = (replicas: number) =>
      listOf(
        clusterOf({
          workloads: [{ namespace: 'x', name: 'y', replicas, service: {} }],
        }),
        'endpointslices.discovery.k8s.io',
      )
        .filter(({ metadata }) => metadata.namespace === 'x')
        .map(({ endpoints }) => endpoints?.length ?? endpoints);
    expect(slicesOf(0)).toEqual([null]);
    expect(slicesOf(250).sort()).toEqual([100, 100, 50]);
  });

  it('have images as their makers publish them', () => {
    const images = listOf(
      clusterOf({
        components: [
          { name: 'karpenter', version: '0.32.10' },
          { name: 'cert-manager', version: '1.12.9' },
          { name: 'kube-proxy', version: '1.29.0-eksbuild.1' },
        ],
      }),
      'pods',
    ).flatMap(({ spec }) => spec.containers.map((one: any) => one.image));
    expect(images).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^public\.ecr\.aws\/karpenter\/controller:v0\.32\.10@sha256:[0-9a-f]{64}$/,
        ),
        'quay.io/jetstack/cert-manager-controller:v1.12.9',
        '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.29.0-minimal-eksbuild.1',
      ]),
    );
  });

  it('are made quickly for 5,000 nodes', () => {
    const huge = modelCluster({
      nodegroups: [{ name: 'huge', desiredSize: 5000 }],
    });
    const before = performance.now();
    objectsOf(huge);
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(listOf(huge, 'nodes')).toHaveLength(5000);
    expect(listOf(huge, 'pods').length).toBeGreaterThan(15_000);
    expect(
      new Set(listOf(huge, 'nodes').map(({ metadata }) => metadata.name)).size,
    ).toBe(5000);
  });
});
