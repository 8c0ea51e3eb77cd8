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

import { customResources, chartLabels, type Component } from './types';

/** What adds and removes nodes. */

export const karpenter: Component = {
  usualVersion: () => '1.8.1',
  parts: ({ spec, version }) => {
    const namespace = spec.namespace ?? 'kube-system';
    const [major, minor] = version.split('.').map(Number);
    const isStable = major >= 1;
    const labels = {
      ...chartLabels({ chart: 'karpenter', version }),
      'app.kubernetes.io/version': version,
    };
    // Until 0.34 tags began with a v.
    const tag = isStable || minor > 34 ? version : `v${version}`;
    const resourceVersion = isStable ? 'v1' : 'v1beta1';
    return {
      workloads: [
        {
          namespace,
          name: 'karpenter',
          replicas: spec.replicas ?? 2,
          crashing: spec.crashing,
          labels,
          images: {
            controller: `public.ecr.aws/karpenter/controller:${tag}@sha256:6a5f0b1c6f0f0e0f1d8a4a2f6a6f5b0c9f9f4fd1f0a6f7c28c3e3d0e0a1b2c3d`,
          },
          requests: { cpu: '1', memory: '1Gi' },
          toleratesTaints: true,
          service: { port: 8443, targetPort: 8443 },
        },
      ],
      budgets: [
        {
          namespace,
          name: 'karpenter',
          workload: 'karpenter',
          maxUnavailable: 1,
        },
      ],
      webhooks: isStable
        ? []
        : [
            {
              configuration: 'validation.webhook.karpenter.sh',
              name: 'validation.webhook.karpenter.sh',
              resources: ['nodepools.karpenter.sh', 'nodeclaims.karpenter.sh'],
              service: { namespace, name: 'karpenter' },
              labels,
            },
          ],
      customResources: [
        ...customResources('karpenter.sh', resourceVersion, [
          ['nodepools', 'NodePool', false],
          ['nodeclaims', 'NodeClaim', false],
        ]),
        ...customResources('karpenter.k8s.aws', resourceVersion, [
          ['ec2nodeclasses', 'EC2NodeClass', false],
        ]),
      ],
    };
  },
};

export const clusterAutoscaler: Component = {
  usualVersion: ({ version }) => `${version}.0`,
  parts: ({ spec, version }) => ({
    workloads: [
      {
        namespace: spec.namespace ?? 'kube-system',
        name: 'cluster-autoscaler',
        replicas: 1,
        crashing: spec.crashing,
        labels: {
          'app.kubernetes.io/name': 'aws-cluster-autoscaler',
          'app.kubernetes.io/instance': 'cluster-autoscaler',
          'app.kubernetes.io/version': version,
        },
        images: {
          'aws-cluster-autoscaler': `registry.k8s.io/autoscaling/cluster-autoscaler:v${version}`,
        },
        requests: { cpu: '100m', memory: '600Mi' },
        toleratesTaints: true,
      },
    ],
  }),
};
