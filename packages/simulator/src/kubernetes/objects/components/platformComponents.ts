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

import type { WorkloadSpec } from '../../../model/kubernetesStory';
import { kyvernoResources } from './kyvernoResources';
import { chartLabels, customResources, type Component } from './types';

/** What a platform team puts on top: certificates, policies, delivery. */

export const certManager: Component = {
  usualVersion: () => '1.18.2',
  parts: ({ spec, version, eksRegistry }) => {
    const namespace = spec.namespace ?? 'cert-manager';
    const registry = version.includes('eksbuild')
      ? `${eksRegistry}/eks`
      : 'quay.io/jetstack';
    const workload = (
      name: string,
      appName: string,
      component: string,
      image: string,
    ): WorkloadSpec => ({
      namespace,
      name,
      replicas: 1,
      labels: {
        app: appName,
        ...chartLabels({
          chart: 'cert-manager',
          version,
          name: appName,
          component,
        }),
        'app.kubernetes.io/version': `v${version}`,
      },
      images: { [name]: `${registry}/${image}:v${version}` },
      requests: { cpu: '10m', memory: '64Mi' },
    });
    const service = { namespace, name: 'cert-manager-webhook' };
    const resources = [
      'certificates.cert-manager.io',
      'issuers.cert-manager.io',
      'orders.acme.cert-manager.io',
    ];
    return {
      workloads: [
        {
          ...workload(
            'cert-manager',
            'cert-manager',
            'controller',
            'cert-manager-controller',
          ),
          replicas: spec.replicas ?? 1,
          crashing: spec.crashing,
        },
        workload(
          'cert-manager-cainjector',
          'cainjector',
          'cainjector',
          'cert-manager-cainjector',
        ),
        {
          ...workload(
            'cert-manager-webhook',
            'webhook',
            'webhook',
            'cert-manager-webhook',
          ),
          service: { port: 443, targetPort: 10250 },
        },
      ],
      webhooks: [
        {
          configuration: 'cert-manager-webhook',
          name: 'webhook.cert-manager.io',
          resources,
          service: { ...service, path: '/validate' },
          timeoutSeconds: 30,
        },
        {
          kind: 'Mutating',
          configuration: 'cert-manager-webhook',
          name: 'webhook.cert-manager.io',
          resources,
          service: { ...service, path: '/mutate' },
          timeoutSeconds: 30,
        },
      ],
      customResources: customResources('cert-manager.io', 'v1', [
        ['certificates', 'Certificate', true],
        ['certificaterequests', 'CertificateRequest', true],
        ['issuers', 'Issuer', true],
        ['clusterissuers', 'ClusterIssuer', false],
      ]),
    };
  },
};

export const kyverno: Component = {
  usualVersion: () => '1.15.2',
  parts: ({ spec, cluster, version }) => {
    const namespace = spec.namespace ?? 'kyverno';
    const workload = (component: string, image: string): WorkloadSpec => ({
      namespace,
      name: `kyverno-${component}`,
      replicas: 1,
      labels: {
        'app.kubernetes.io/component': component,
        'app.kubernetes.io/instance': 'kyverno',
        'app.kubernetes.io/part-of': 'kyverno',
        'app.kubernetes.io/version': `v${version}`,
        'helm.sh/chart': 'kyverno-3.5.2',
      },
      images: { [image]: `reg.kyverno.io/kyverno/${image}:v${version}` },
      requests: { cpu: '100m', memory: '128Mi' },
    });
    const admission = workload('admission-controller', 'kyverno');
    const service = { namespace, name: 'kyverno-svc' };
    const onResources = {
      resources: ['*'],
      exceptNamespaces: ['kube-system', namespace],
      timeoutSeconds: 10,
    };
    return {
      workloads: [
        {
          ...admission,
          replicas: spec.replicas ?? 3,
          crashing: spec.crashing,
          service: { name: service.name, port: 443, targetPort: 9443 },
        },
        workload('background-controller', 'background-controller'),
        workload('cleanup-controller', 'cleanup-controller'),
        workload('reports-controller', 'reports-controller'),
      ],
      budgets:
        (spec.replicas ?? 3) > 1
          ? [
              {
                namespace,
                name: 'kyverno-admission-controller',
                workload: 'kyverno-admission-controller',
                minAvailable: 1,
              },
            ]
          : [],
      webhooks: [
        {
          configuration: 'kyverno-resource-validating-webhook-cfg',
          name: 'validate.kyverno.svc-fail',
          ...onResources,
          service: { ...service, path: '/validate/fail' },
        },
        {
          kind: 'Mutating',
          configuration: 'kyverno-resource-mutating-webhook-cfg',
          name: 'mutate.kyverno.svc-fail',
          ...onResources,
          service: { ...service, path: '/mutate/fail' },
        },
      ],
      customResources: kyvernoResources(cluster, version),
    };
  },
};

export const gatekeeper: Component = {
  usualVersion: () => '3.20.1',
  parts: ({ spec, version }) => {
    const namespace = spec.namespace ?? 'gatekeeper-system';
    const workload = (name: string, plane: string): WorkloadSpec => ({
      namespace,
      name,
      replicas: 1,
      labels: {
        app: 'gatekeeper',
        chart: 'gatekeeper',
        'control-plane': plane,
        'gatekeeper.sh/system': 'yes',
        heritage: 'Helm',
        release: 'gatekeeper',
      },
      images: { manager: `openpolicyagent/gatekeeper:v${version}` },
      requests: { cpu: '100m', memory: '512Mi' },
    });
    const service = { namespace, name: 'gatekeeper-webhook-service' };
    return {
      workloads: [
        {
          ...workload('gatekeeper-controller-manager', 'controller-manager'),
          replicas: spec.replicas ?? 3,
          crashing: spec.crashing,
          service: { name: service.name, port: 443, targetPort: 8443 },
        },
        workload('gatekeeper-audit', 'audit-controller'),
      ],
      budgets: [
        {
          namespace,
          name: 'gatekeeper-controller-manager',
          workload: 'gatekeeper-controller-manager',
          minAvailable: 1,
        },
      ],
      webhooks: [
        {
          configuration: 'gatekeeper-validating-webhook-configuration',
          name: 'validation.gatekeeper.sh',
          failurePolicy: 'Ignore',
          resources: ['*'],
          exceptNamespaces: [namespace],
          service: { ...service, path: '/v1/admit' },
          timeoutSeconds: 3,
        },
        {
          configuration: 'gatekeeper-validating-webhook-configuration',
          name: 'check-ignore-label.gatekeeper.sh',
          resources: ['namespaces'],
          service: { ...service, path: '/v1/admitlabel' },
          timeoutSeconds: 3,
        },
      ],
      customResources: [
        ...customResources(
          'templates.gatekeeper.sh',
          'v1',
          [['constrainttemplates', 'ConstraintTemplate', false]],
          ['v1beta1'],
        ),
        ...customResources('config.gatekeeper.sh', 'v1alpha1', [
          ['configs', 'Config', true],
        ]),
      ],
    };
  },
};

export const argoCd: Component = {
  usualVersion: () => '3.1.9',
  parts: ({ spec, version }) => {
    const namespace = spec.namespace ?? 'argocd';
    const workload = (
      name: string,
      component: string,
      more: Partial<WorkloadSpec> = {},
    ): WorkloadSpec => ({
      namespace,
      name: `argocd-${name}`,
      replicas: 1,
      labels: chartLabels({
        chart: 'argo-cd',
        version,
        name: `argocd-${name}`,
        component,
        partOf: 'argocd',
      }),
      images: { [name]: `quay.io/argoproj/argocd:v${version}` },
      requests: { cpu: '100m', memory: '256Mi' },
      ...more,
    });
    return {
      workloads: [
        workload('server', 'server', {
          replicas: spec.replicas ?? 2,
          crashing: spec.crashing,
          service: { port: 443, targetPort: 8080 },
        }),
        workload('repo-server', 'repo-server'),
        workload('applicationset-controller', 'applicationset-controller'),
        workload('application-controller', 'application-controller', {
          kind: 'StatefulSet',
        }),
        workload('redis', 'redis', {
          images: { redis: 'public.ecr.aws/docker/library/redis:7.2.8-alpine' },
        }),
      ],
      customResources: customResources('argoproj.io', 'v1alpha1', [
        ['applications', 'Application', true],
        ['applicationsets', 'ApplicationSet', true],
        ['appprojects', 'AppProject', true],
      ]),
    };
  },
};
