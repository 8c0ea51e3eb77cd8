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

import { findVersion } from '../../../model/versions';
import { customResources, type Component, type ComponentParts } from './types';

/** What every node or every pod needs; EKS manages it as add-ons, or somebody does by hand. */
const SYSTEM = 'kube-system';

export const vpcCni: Component = {
  usualVersion: () => '1.20.4-eksbuild.1',
  parts: ({ spec, version, eksRegistry }) => ({
    workloads: [
      {
        namespace: SYSTEM,
        name: 'aws-node',
        kind: 'DaemonSet',
        crashing: spec.crashing,
        labels: {
          'k8s-app': 'aws-node',
          'app.kubernetes.io/name': 'aws-node',
          'app.kubernetes.io/instance': 'aws-vpc-cni',
          'app.kubernetes.io/version': `v${version.split('-')[0]}`,
        },
        images: {
          'aws-node': `${eksRegistry}/amazon-k8s-cni:v${version}`,
          'aws-eks-nodeagent': `${eksRegistry}/amazon/aws-network-policy-agent:v1.2.7-eksbuild.1`,
        },
        initImages: {
          'aws-vpc-cni-init': `${eksRegistry}/amazon-k8s-cni-init:v${version}`,
        },
        requests: { cpu: '25m', memory: '40Mi' },
        toleratesTaints: true,
      },
    ],
    customResources: customResources('crd.k8s.amazonaws.com', 'v1alpha1', [
      ['eniconfigs', 'ENIConfig', false],
    ]),
  }),
};

const COREDNS: Record<string, string> = {
  '1.31': '1.11.4-eksbuild.24',
  '1.32': '1.11.4-eksbuild.24',
  '1.33': '1.12.4-eksbuild.1',
  '1.34': '1.12.4-eksbuild.1',
};

export const coredns: Component = {
  usualVersion: ({ version }) => COREDNS[version] ?? '1.13.1-eksbuild.1',
  parts: ({ spec, version, eksRegistry }) => ({
    workloads: [
      {
        namespace: SYSTEM,
        name: 'coredns',
        replicas: spec.replicas ?? 2,
        crashing: spec.crashing,
        labels: {
          'k8s-app': 'kube-dns',
          'eks.amazonaws.com/component': 'coredns',
          'kubernetes.io/name': 'CoreDNS',
        },
        images: { coredns: `${eksRegistry}/eks/coredns:v${version}` },
        requests: { cpu: '100m', memory: '70Mi' },
        toleratesTaints: true,
        service: { name: 'kube-dns', port: 53, targetPort: 53 },
      },
    ],
    budgets: [
      {
        namespace: SYSTEM,
        name: 'coredns',
        workload: 'coredns',
        maxUnavailable: 1,
      },
    ],
  }),
};

export const kubeProxy: Component = {
  usualVersion: ({ version }) =>
    `${findVersion(version)?.patchVersion ?? `${version}.0`}-eksbuild.2`,
  parts: ({ spec, version, eksRegistry }) => ({
    workloads: [
      {
        namespace: SYSTEM,
        name: 'kube-proxy',
        kind: 'DaemonSet',
        crashing: spec.crashing,
        labels: { 'k8s-app': 'kube-proxy' },
        images: {
          'kube-proxy': `${eksRegistry}/eks/kube-proxy:v${version.replace(
            '-eksbuild',
            '-minimal-eksbuild',
          )}`,
        },
        requests: { cpu: '100m', memory: '45Mi' },
        toleratesTaints: true,
      },
    ],
  }),
};

export const ebsCsiDriver: Component = {
  usualVersion: () => '1.51.0',
  parts: ({ spec, version, eksRegistry }): ComponentParts => {
    const labels = (component: string, app: string) => ({
      app,
      'app.kubernetes.io/name': 'aws-ebs-csi-driver',
      'app.kubernetes.io/component': component,
    });
    const [tag] = version.split('-');
    const image = `${eksRegistry}/eks/aws-ebs-csi-driver:v${tag}`;
    return {
      workloads: [
        {
          namespace: SYSTEM,
          name: 'ebs-csi-controller',
          replicas: spec.replicas ?? 2,
          crashing: spec.crashing,
          labels: labels('csi-driver', 'ebs-csi-controller'),
          images: {
            'ebs-plugin': image,
            'csi-provisioner': `${eksRegistry}/eks/csi-provisioner:v5.3.0-eks-1-34-7`,
          },
          requests: { cpu: '10m', memory: '40Mi' },
          toleratesTaints: true,
        },
        {
          namespace: SYSTEM,
          name: 'ebs-csi-node',
          kind: 'DaemonSet',
          labels: labels('csi-driver', 'ebs-csi-node'),
          images: { 'ebs-plugin': image },
          requests: { cpu: '10m', memory: '40Mi' },
          toleratesTaints: true,
        },
      ],
      budgets: [
        {
          namespace: SYSTEM,
          name: 'ebs-csi-controller',
          workload: 'ebs-csi-controller',
          maxUnavailable: 1,
        },
      ],
    };
  },
};

export const podIdentityAgent: Component = {
  usualVersion: () => '1.3.9-eksbuild.3',
  parts: ({ spec, version, eksRegistry }) => ({
    workloads: [
      {
        namespace: SYSTEM,
        name: 'eks-pod-identity-agent',
        kind: 'DaemonSet',
        crashing: spec.crashing,
        labels: {
          'app.kubernetes.io/name': 'eks-pod-identity-agent',
          'app.kubernetes.io/instance': 'eks-pod-identity-agent',
          'app.kubernetes.io/version': version.split('-')[0],
        },
        images: {
          'eks-pod-identity-agent': `${eksRegistry}/eks/eks-pod-identity-agent:v0.1.34`,
        },
        requests: { cpu: '10m', memory: '20Mi' },
        toleratesTaints: true,
      },
    ],
  }),
};

export const metricsServer: Component = {
  usualVersion: () => '0.8.0',
  parts: ({ spec, version, eksRegistry }) => ({
    workloads: [
      {
        namespace: SYSTEM,
        name: 'metrics-server',
        replicas: spec.replicas ?? 2,
        crashing: spec.crashing,
        labels: {
          'k8s-app': 'metrics-server',
          'app.kubernetes.io/name': 'metrics-server',
          'app.kubernetes.io/instance': 'metrics-server',
          'app.kubernetes.io/version': version.split('-')[0],
        },
        images: {
          'metrics-server': version.includes('eksbuild')
            ? `${eksRegistry}/eks/metrics-server:v${version}`
            : `registry.k8s.io/metrics-server/metrics-server:v${version}`,
        },
        requests: { cpu: '100m', memory: '200Mi' },
        toleratesTaints: true,
        service: { port: 443, targetPort: 10250 },
      },
    ],
    budgets:
      (spec.replicas ?? 2) > 1
        ? [
            {
              namespace: SYSTEM,
              name: 'metrics-server',
              workload: 'metrics-server',
              maxUnavailable: 1,
            },
          ]
        : [],
    apiServices: [
      {
        name: 'v1beta1.metrics.k8s.io',
        service: { namespace: SYSTEM, name: 'metrics-server' },
      },
    ],
  }),
};
