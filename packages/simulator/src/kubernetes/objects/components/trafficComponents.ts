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

import { chartLabels, customResources, type Component } from './types';

/** What brings traffic in, and names to it. */

export const awsLoadBalancerController: Component = {
  usualVersion: () => '2.14.1',
  parts: ({ spec, version }) => {
    const namespace = spec.namespace ?? 'kube-system';
    const name = 'aws-load-balancer-controller';
    const labels = chartLabels({ chart: name, version });
    const service = { namespace, name: 'aws-load-balancer-webhook-service' };
    const mutating = {
      kind: 'Mutating' as const,
      configuration: 'aws-load-balancer-webhook',
      timeoutSeconds: 10,
      labels,
    };
    return {
      workloads: [
        {
          namespace,
          name,
          replicas: spec.replicas ?? 2,
          crashing: spec.crashing,
          labels,
          images: {
            [name]: `public.ecr.aws/eks/aws-load-balancer-controller:v${version}`,
          },
          requests: { cpu: '100m', memory: '128Mi' },
          toleratesTaints: true,
          service: { name: service.name, port: 443, targetPort: 9443 },
        },
      ],
      webhooks: [
        {
          ...mutating,
          name: 'mpod.elbv2.k8s.aws',
          resources: ['pods'],
          operations: ['CREATE'],
          namespaceLabels: {
            'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled',
          },
          service: { ...service, path: '/mutate-v1-pod' },
        },
        {
          ...mutating,
          name: 'mservice.elbv2.k8s.aws',
          resources: ['services'],
          operations: ['CREATE'],
          service: { ...service, path: '/mutate-v1-service' },
        },
      ],
      customResources: customResources('elbv2.k8s.aws', 'v1beta1', [
        ['targetgroupbindings', 'TargetGroupBinding', true],
        ['ingressclassparams', 'IngressClassParams', false],
      ]),
    };
  },
};

export const ingressNginx: Component = {
  usualVersion: () => '1.13.3',
  parts: ({ spec, version }) => {
    const namespace = spec.namespace ?? 'ingress-nginx';
    const labels = chartLabels({
      chart: 'ingress-nginx',
      version,
      component: 'controller',
      partOf: 'ingress-nginx',
    });
    return {
      workloads: [
        {
          namespace,
          name: 'ingress-nginx-controller',
          replicas: spec.replicas ?? 2,
          crashing: spec.crashing,
          labels,
          images: {
            controller: `registry.k8s.io/ingress-nginx/controller:v${version}`,
          },
          requests: { cpu: '100m', memory: '90Mi' },
          service: {
            name: 'ingress-nginx-controller-admission',
            port: 443,
            targetPort: 8443,
          },
        },
      ],
      webhooks: [
        {
          configuration: 'ingress-nginx-admission',
          name: 'validate.nginx.ingress.kubernetes.io',
          resources: ['ingresses.networking.k8s.io'],
          service: {
            namespace,
            name: 'ingress-nginx-controller-admission',
            path: '/networking/v1/ingresses',
          },
          labels,
        },
      ],
    };
  },
};

export const externalDns: Component = {
  usualVersion: () => '0.19.0',
  parts: ({ spec, version }) => ({
    workloads: [
      {
        namespace: spec.namespace ?? 'external-dns',
        name: 'external-dns',
        replicas: 1,
        crashing: spec.crashing,
        labels: chartLabels({ chart: 'external-dns', version }),
        images: {
          'external-dns': `registry.k8s.io/external-dns/external-dns:v${version}`,
        },
        requests: { cpu: '50m', memory: '64Mi' },
      },
    ],
  }),
};
