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

import { shellOption, shellQuote } from './shell';

/** What lets the portal read a cluster, as docs/kubernetes-access.md has it. */
export const READER_ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: eks-fleet-reader
rules:
  - apiGroups: ['']
    resources: [namespaces, nodes, pods]
    verbs: [list]
  - apiGroups: [apps]
    resources: [daemonsets, deployments, replicasets, statefulsets]
    verbs: [list]
  - apiGroups: [policy]
    resources: [poddisruptionbudgets]
    verbs: [list]
  - apiGroups: [discovery.k8s.io]
    resources: [endpointslices]
    verbs: [list]
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations, validatingwebhookconfigurations]
    verbs: [list]
  - apiGroups: [apiregistration.k8s.io]
    resources: [apiservices]
    verbs: [list]
  - nonResourceURLs: [/metrics, /version]
    verbs: [get]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: eks-fleet-reader
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: eks-fleet-reader
subjects:
  - kind: Group
    apiGroup: rbac.authorization.k8s.io
    name: eks-fleet-readers
`;

/** What lets the portal read a cluster's policies, as docs/kubernetes-access.md has it. */
export const POLICY_ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: eks-fleet-policies
rules:
  - apiGroups: [wgpolicyk8s.io]
    resources: [clusterpolicyreports, policyreports]
    verbs: [get, list]
  - apiGroups: [openreports.io]
    resources: [clusterreports, reports]
    verbs: [get, list]
  - apiGroups: [kyverno.io]
    resources: [clusterpolicies, policies, policyexceptions]
    verbs: [list]
  - apiGroups: [policies.kyverno.io, constraints.gatekeeper.sh]
    resources: ['*']
    verbs: [list]
  - apiGroups: [templates.gatekeeper.sh]
    resources: [constrainttemplates]
    verbs: [list]
  - apiGroups: [config.gatekeeper.sh]
    resources: [configs]
    verbs: [list]
  - apiGroups: [admissionregistration.k8s.io]
    resources: [validatingadmissionpolicies, validatingadmissionpolicybindings]
    verbs: [list]
  - apiGroups: [batch]
    resources: [cronjobs, jobs]
    verbs: [list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: eks-fleet-policies
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: eks-fleet-policies
subjects:
  - kind: Group
    apiGroup: rbac.authorization.k8s.io
    name: eks-fleet-readers
`;

/** Of which cluster a command speaks. */
export interface ClusterPlace {
  arn: string;
  name: string;
  accountId: string;
  region: string;
}

/** The command that makes a cluster know the role of the portal. */
export function accessEntryCommand(cluster: ClusterPlace): string {
  const partition = cluster.arn.split(':')[1] || 'aws';
  return lines([
    'aws eks create-access-entry',
    shellOption('region', cluster.region),
    shellOption('cluster-name', cluster.name),
    shellOption(
      'principal-arn',
      `arn:${partition}:iam::${cluster.accountId}:role/eks-fleet-kubernetes`,
    ),
    shellOption('kubernetes-groups', 'eks-fleet-readers'),
  ]);
}

/** The command that makes a cluster report by itself. */
export function reporterInstallCommand(
  cluster: Pick<ClusterPlace, 'arn'>,
  portalUrl: string,
): string {
  return lines([
    'helm upgrade --install fleet-reporter gitops/charts/fleet-reporter',
    '--namespace eks-fleet --create-namespace',
    `--set-string ${shellQuote(`portalUrl=${portalUrl}`)}`,
    `--set-string ${shellQuote(`clusterArn=${cluster.arn}`)}`,
    `--set-string ${shellQuote(
      'image.repository=<image of packages/reporter/Dockerfile>',
    )}`,
  ]);
}

/** The commands that show how a cluster's reporter is. */
export const REPORTER_LOOK = `kubectl --namespace eks-fleet get cronjobs,jobs,pods
kubectl --namespace eks-fleet logs --selector app.kubernetes.io/name=fleet-reporter --tail 50
`;

function lines(parts: string[]): string {
  return parts.join(' \\\n  ');
}
