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

import type { ClusterFileContext, FileDocument, SettingRule } from '../types';

/** Add-ons that `EksclusterWithVpc` has a switch for, in its order. */
export const KRO_ADDONS = [
  'ingress_class_alb',
  'argo_rollouts',
  'metrics_server',
  'external_secrets',
  'external_dns',
  'adot_collector',
  'cw_prometheus',
  'kyverno',
  'kyverno_policies',
  'kyverno_policy_reporter',
  'cni_metrics_helper',
  'prometheus_node_exporter',
  'kube_state_metrics',
  'opentelemetry_operator',
  'cert_manager',
  'aws_efs_csi_driver',
  'crossplane',
  'crossplane_aws',
  'flux',
  'ingress_nginx',
  'aws_for_fluentbit',
  'kro_manifests',
  'platform_manifests',
  'platform_manifests_bootstrap',
  'kubevela',
];

const ROLE: Omit<SettingRule, 'required'> = {
  pattern: /^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
  right: 'the ARN of a role of the hub’s account',
};

/** What is the platform's, not a cluster's. */
export const kroSettings: Record<string, SettingRule> = {
  managementAccountId: {
    pattern: /^\d{12}$/,
    right: 'the twelve digits of the account that the hub is in',
    required: true,
  },
  argoCdHubRoleArn: { ...ROLE, required: true },
  argoCdCapabilityRoleArn: { ...ROLE, required: true },
  tenant: {
    pattern: /^[a-z][a-z0-9-]{0,30}$/,
    right: 'a tenant of the fleet repository, such as tenant1',
    required: true,
  },
  domainName: {
    pattern: /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/,
    right: 'the name of a domain',
    required: true,
  },
  resourcePrefix: {
    pattern: /^[a-z][a-z0-9-]{0,30}$/,
    right: 'lower-case letters, digits and dashes, such as acme',
    required: true,
  },
  repoUrl: {
    pattern: /^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?\/[A-Za-z0-9._/-]{1,200}$/,
    right: 'the address of the repository that add-ons and workloads come from',
    required: true,
  },
  repoRevision: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]{0,100}$/,
    right: 'a branch or a tag of it',
    required: true,
  },
};

/** Repositories that the instance names; each would be AWS's own otherwise. */
export function writeGitops(
  settings: ClusterFileContext['settings'],
): FileDocument {
  const { repoRevision, repoUrl, ...own } = settings;
  return {
    ...own,
    gitops: Object.fromEntries(
      ['addons', 'fleet', 'platform', 'workload'].flatMap(each => [
        [`${each}RepoRevision`, repoRevision],
        [`${each}RepoUrl`, repoUrl],
      ]),
    ),
  };
}
