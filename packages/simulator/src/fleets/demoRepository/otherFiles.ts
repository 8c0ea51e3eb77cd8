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

import type { GitopsClusterSpec } from '../../argocd/types';

function readme(count: number): string {
  return `# The fleet of Acme

What is wanted of our EKS clusters, ${count} of them. Argo CD syncs it; for files of
variables it runs Terraform, for \`EksCluster\` kro and ACK do the work.

    clusters/<environment>/<account>/<region>/<cluster>/
      cluster.auto.tfvars.json   Terraform
      cluster.yaml               kro and ACK
    charts/fleet-policies/           the chart of policies
    policies/
      default.yaml               values of the chart fleet-policies for all
      environments/<environment>.yaml
      clusters/<account>/<region>/<cluster>.yaml
    exceptions/<environment>/<account>/<region>/<cluster>/<exception>.yaml
    namespaces/<team>/<environment>/<account>/<region>/<cluster>/<namespace>/
      namespace.yaml             what is in the cluster
      project.yaml               what Argo CD may bring there

Changes come as pull requests. \`main\` takes them when the commit status
\`eks-fleet/gates\` is green and somebody has approved.

- A control plane moves one minor at a time. Terraform fails on more; kro walks.
- Node groups have a version of their own, so that they can follow later.
- Clusters in the sandbox account belong to who made them, and are not here.
`;
}

const CODEOWNERS = `# Whoever runs the fleet looks at everything.
*                                    @acme/platform
/clusters/prod/                      @acme/platform @acme/approvers
/clusters/prod/666677778888/         @acme/payments
/policies/                           @acme/platform
/exceptions/                         @acme/approvers
/namespaces/                         @acme/platform
/argocd/                             @acme/platform
`;

const TEMPLATE = `## What changes

## How it goes back
`;

const APPLICATION_SET = `# One application for each cluster's folder.
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: clusters
  namespace: argocd
spec:
  goTemplate: true
  generators:
    - git:
        repoURL: https://github.com/acme/fleet.git
        revision: main
        directories:
          - path: clusters/*/*/*/*
  template:
    metadata:
      name: '{{ .path.basenameNormalized }}'
    spec:
      project: clusters
      source:
        repoURL: https://github.com/acme/fleet.git
        targetRevision: main
        path: '{{ .path.path }}'
      syncPolicy:
        automated:
          prune: false
          selfHeal: true
`;

/** What is in the repository beside the clusters. */
export function otherFiles(
  clusters: GitopsClusterSpec[],
): Record<string, string> {
  return {
    'README.md': readme(clusters.length),
    '.github/CODEOWNERS': CODEOWNERS,
    '.github/pull_request_template.md': TEMPLATE,
    'argocd/applicationset.yaml': APPLICATION_SET,
  };
}
