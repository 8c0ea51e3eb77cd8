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

import type { PolicyRule } from '../model/kubernetesStory';

/** What the portal's collectors read. */
const FLEET_RULES: PolicyRule[] = [
  {
    apiGroups: [''],
    resources: ['namespaces', 'nodes', 'pods', 'services'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['apps'],
    resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['policy'],
    resources: ['poddisruptionbudgets'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: [
      'mutatingwebhookconfigurations',
      'validatingwebhookconfigurations',
    ],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['apiregistration.k8s.io'],
    resources: ['apiservices'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['karpenter.sh'],
    resources: ['nodeclaims', 'nodepools'],
    verbs: ['get', 'list'],
  },
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
];

/** What sources of policies read: policies, exceptions and results of every engine. */
const POLICY_RULES: PolicyRule[] = [
  {
    apiGroups: ['wgpolicyk8s.io'],
    resources: ['clusterpolicyreports', 'policyreports'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['openreports.io'],
    resources: ['clusterreports', 'reports'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['kyverno.io'],
    resources: ['clusterpolicies', 'policies', 'policyexceptions'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['policies.kyverno.io'],
    resources: ['*'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['templates.gatekeeper.sh'],
    resources: ['constrainttemplates'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['constraints.gatekeeper.sh'],
    resources: ['*'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['config.gatekeeper.sh'],
    resources: ['configs'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['admissionregistration.k8s.io'],
    resources: [
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
    ],
    verbs: ['get', 'list'],
  },
];

/** What a team's namespace is made of, beside what the kubernetes plugin reads. */
const NAMESPACE_RULES: PolicyRule[] = [
  {
    apiGroups: ['networking.k8s.io'],
    resources: ['networkpolicies'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['rolebindings'],
    verbs: ['get', 'list'],
  },
];

/** What Backstage's kubernetes plugin reads beyond that. */
const KUBERNETES_PLUGIN_RULES: PolicyRule[] = [
  {
    apiGroups: [''],
    resources: ['configmaps', 'events', 'limitranges', 'resourcequotas'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['autoscaling'],
    resources: ['horizontalpodautoscalers'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['batch'],
    resources: ['cronjobs', 'jobs'],
    verbs: ['get', 'list'],
  },
  {
    apiGroups: ['networking.k8s.io'],
    resources: ['ingresses'],
    verbs: ['get', 'list'],
  },
];

/**
 * What a role with an access entry may do where the cluster says nothing else:
 * read what the portal shows. No Secrets, no watching, no writing.
 *
 * @public
 */
export const READER_CLUSTER_ROLE: readonly PolicyRule[] = [
  ...FLEET_RULES,
  ...POLICY_RULES,
  ...NAMESPACE_RULES,
  ...KUBERNETES_PLUGIN_RULES,
];

/** What everybody may do whom the API server knows (`system:discovery`). */
export const DISCOVERY_RULES: readonly PolicyRule[] = [
  {
    nonResourceURLs: [
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/healthz',
      '/livez',
      '/openapi',
      '/openapi/*',
      '/readyz',
      '/version',
      '/version/',
    ],
    verbs: ['get'],
  },
];
