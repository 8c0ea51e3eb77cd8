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

/** The bill of materials of a cluster. */
export const billOfMaterialsMessages = {
  bom: {
    what: 'The bill of materials',
    table: 'Bill of materials',
    empty: 'Nothing has been observed yet',
    emptyDetail:
      'The parts of the cluster appear here after it was read for the first time.',
    part: 'Part',
    version: 'Version',
    newest: 'Newest',
    asControlPlane: 'as control plane',
    health: 'Health',
    compatible: 'With Kubernetes',
    nodes: 'Nodes',
    seen: 'Seen',
    group: {
      controlPlane: 'Control plane',
      compute: 'Compute',
      addons: 'Add-ons',
      capabilities: 'Capabilities',
      other: 'Other',
    },
    kind: {
      controlPlane: 'control plane',
      nodegroup: 'node group',
      fargateProfile: 'Fargate profile',
      autoMode: 'Auto Mode',
      karpenter: 'Karpenter',
      hybrid: 'hybrid nodes',
      selfManaged: 'nodes that nobody manages',
      addon: 'EKS add-on',
      selfManagedAddon: 'add-on outside EKS',
      ARGOCD: 'Argo CD',
      ACK: 'ACK',
      KRO: 'kro',
    },
    minorsBehind_one: '{{count}} minor behind',
    minorsBehind_other: '{{count}} minors behind',
    outlier: 'differs',
    outlierDetail:
      'Usual is {{usual}}: {{percent}} of {{clusters}} clusters of this version have it.',
    compatibleWith: '{{version}}: {{word}}',
    problems: 'What could not be read',
    problem: '{{kind}}: {{word}}',
    problemSince: 'since {{age}}',
    settings: 'Settings',
    capacity: 'Room',
    cpu: 'CPU',
    memory: 'Memory',
    requestedOf: '{{requested}} of {{allocatable}} requested',
    requestedUnknown: '{{allocatable}}, what is requested is not known',
    runsNothing: 'No workload runs here.',
    subnets: 'Free addresses',
    subnetFree_one: '{{count}} free',
    subnetFree_other: '{{count}} free',
  },
} as const;
