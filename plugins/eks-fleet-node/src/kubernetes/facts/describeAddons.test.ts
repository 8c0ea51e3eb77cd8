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

import { describeAddons } from './describeAddons';
import { reduceWorkloads, type WorkloadKind } from './reduceWorkloads';

const workload = (
  name: string,
  images: string[],
  labels: Record<string, string> = {},
  namespace = 'kube-system',
) => ({
  metadata: { name, namespace, labels },
  spec: {
    replicas: 2,
    template: { spec: { containers: images.map(image => ({ image })) } },
  },
  status: { readyReplicas: 1, desiredNumberScheduled: 9, numberReady: 8 },
});

const addonsOf = (
  items: Array<ReturnType<typeof workload>>,
  kind: WorkloadKind = 'Deployment',
) => {
  const reducer = reduceWorkloads(kind, []);
  return describeAddons(reducer.add(reducer.start(), items)).addons;
};

const ECR = '602401143452.dkr.ecr.eu-west-1.amazonaws.com';

describe('describeAddons', () => {
  it.each([
    [
      'karpenter',
      'public.ecr.aws/karpenter/controller:1.6.3@sha256:01',
      '1.6.3',
    ],
    [
      'vpc-cni',
      `${ECR}/amazon-k8s-cni:v1.20.1-eksbuild.1`,
      'v1.20.1-eksbuild.1',
    ],
    ['coredns', `${ECR}/eks/coredns:v1.12.2-eksbuild.4`, 'v1.12.2-eksbuild.4'],
    [
      'kube-proxy',
      `${ECR}/eks/kube-proxy:v1.33.3-minimal-eksbuild.4`,
      'v1.33.3-minimal-eksbuild.4',
    ],
    [
      'aws-load-balancer-controller',
      'public.ecr.aws/eks/aws-load-balancer-controller:v2.13.4',
      'v2.13.4',
    ],
    [
      'cert-manager',
      'quay.io/jetstack/cert-manager-controller:v1.18.2',
      'v1.18.2',
    ],
    ['kyverno', 'reg.kyverno.io/kyverno/kyverno:v1.15.1', 'v1.15.1'],
    ['gatekeeper', 'openpolicyagent/gatekeeper:v3.20.0', 'v3.20.0'],
    ['argo-cd', 'quay.io/argoproj/argocd:v3.1.4', 'v3.1.4'],
    [
      'metrics-server',
      'registry.k8s.io/metrics-server/metrics-server:v0.8.0',
      'v0.8.0',
    ],
    [
      'cluster-autoscaler',
      'registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.0',
      'v1.33.0',
    ],
    [
      'external-dns',
      'registry.k8s.io/external-dns/external-dns:v0.18.0',
      'v0.18.0',
    ],
    [
      'ingress-nginx',
      'registry.k8s.io/ingress-nginx/controller:v1.13.2@sha256:02',
      'v1.13.2',
    ],
    [
      'karpenter',
      'mirror.acme.example:5000/public.ecr.aws/karpenter/controller:1.5.0',
      '1.5.0',
    ],
  ])('knows %s by its image %s', (component, image, version) => {
    expect(addonsOf([workload('any', ['sidecar:1', image])])).toEqual([
      {
        component,
        version,
        namespace: 'kube-system',
        workload: 'Deployment/any',
        image,
        replicas: 2,
        ready: 1,
      },
    ]);
  });

  it.each([
    ['a renamed image', 'acme/kp:1.6.3', '0.1', '1.6.3'],
    ['a tag that is no version', 'acme/kp:latest', '1.6.3', '1.6.3'],
    ['a digest alone', 'acme/kp@sha256:01', 'v1.6.3', 'v1.6.3'],
    ['nothing that tells the version', 'acme/kp:stable', 'next', undefined],
  ])('knows a component by its labels with %s', (_, image, label, version) => {
    const labels = {
      'app.kubernetes.io/name': 'karpenter',
      'app.kubernetes.io/version': label,
    };
    const [addon] = addonsOf([workload('kp', [image], labels)]);
    expect([addon.component, addon.version]).toEqual(['karpenter', version]);
  });

  it('counts the nodes of a DaemonSet', () => {
    const image = `${ECR}/amazon-k8s-cni:v1.20.1`;
    expect(
      addonsOf([workload('aws-node', [image])], 'DaemonSet'),
    ).toMatchObject([
      { workload: 'DaemonSet/aws-node', replicas: 9, ready: 8 },
    ]);
  });

  it('lists a component of several workloads once for each namespace and version, by the main one', () => {
    const argo = (name: string, version: string, namespace: string) =>
      workload(name, [`quay.io/argoproj/argocd:${version}`], {}, namespace);
    expect(
      addonsOf([
        argo('argocd-repo-server', 'v3.1.4', 'argocd'),
        argo('argocd-applicationset-controller', 'v3.1.4', 'argocd'),
        argo('argocd-server', 'v3.1.4', 'argocd'),
        argo('argocd-dex', 'v3.0.0', 'argocd'),
        argo('argocd-server', 'v3.1.4', 'team-argo'),
      ]).map(addon => [addon.namespace, addon.version, addon.workload]),
    ).toEqual([
      ['argocd', 'v3.0.0', 'Deployment/argocd-dex'],
      ['argocd', 'v3.1.4', 'Deployment/argocd-server'],
      ['team-argo', 'v3.1.4', 'Deployment/argocd-server'],
    ]);
  });

  it.each([
    ['an application', workload('web', ['registry.acme.example/web:1.0.0'])],
    [
      'a name that only contains one',
      workload('x', ['acme/my-karpenter/controllers:1']),
    ],
    [
      'a workload without containers',
      workload('karpenter', [], { 'app.kubernetes.io/name': 'karpenter' }),
    ],
  ])('leaves out %s', (_, item) => {
    expect(addonsOf([item])).toEqual([]);
  });
});
