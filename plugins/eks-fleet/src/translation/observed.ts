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

/** What is observed of a cluster, in words. */
export const observedMessages = {
  observed: {
    controlPlane: 'control plane',
    nodegroups: 'node groups',
    fargateProfiles: 'Fargate profiles',
    addons: 'add-ons',
    capabilities: 'capabilities',
    insights: 'insights',
    updates: 'updates',
    subnets: 'subnets',
    kubernetesNodes: 'nodes',
    kubernetesDisruption: 'disruption budgets',
    kubernetesDeprecatedApis: 'deprecated APIs',
    kubernetesAdmission: 'webhooks',
    kubernetesAddons: 'add-ons outside EKS',
    policyAdmission: 'admission policies',
    policyGatekeeper: 'Gatekeeper',
    policyKyverno: 'Kyverno',
    policyReports: 'policy reports',
    policyReporter: 'Policy Reporter',
    policyKubeBench: 'kube-bench',
    policySecurityHub: 'Security Hub',
    policyReporterWebhook: 'Policy Reporter, pushed',
    policyKubeBenchPushed: 'kube-bench, pushed',
    calendar: 'support calendar',
  },
  observationWay: {
    pushed: 'pushed from the cluster',
  },
  observationSource: {
    discovery: 'seen by discovery',
    collector: 'read by a collector',
    reporter: 'posted by the reporter in the cluster',
  },
} as const;
