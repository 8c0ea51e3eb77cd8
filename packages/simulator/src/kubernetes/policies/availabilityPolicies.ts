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

import {
  blockingBudget,
  removedApi,
  singleReplica,
  withoutBudget,
  withoutOwner,
} from './checks';
import type { LibraryPolicy } from './types';

/** What keeps upgrades from hurting, and findings from staying without an owner. */
export const AVAILABILITY_POLICIES: readonly LibraryPolicy[] = [
  {
    name: 'removed-apis',
    kind: 'FleetRemovedApis',
    title: 'No APIs that the next Kubernetes versions remove',
    category: 'upgrade-safety',
    severity: 'high',
    subject: 'Kubernetes APIs',
    description:
      'Refuses objects that are written in an API which Kubernetes no longer serves at the target version. Looks at what is written while it is written: what is stored has no version any more, so that nothing of it is audited.',
    remediation:
      'Write the manifest in the API that the message names. `kubectl convert` does it for most kinds; charts often have it in a newer version.',
    documentation:
      'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    match: 'removedApis',
    admissionOnly: true,
    rule: 'served-apis',
    defaults: {
      enabled: true,
      parameters: { targetVersion: '1.36' },
      excludedNamespaces: [],
    },
    validations: [{ expression: 'size(variables.removed) == 0' }],
    check: removedApi,
  },
  {
    name: 'require-disruption-budget',
    kind: 'FleetRequireDisruptionBudget',
    title: 'Workloads with several replicas have a disruption budget',
    category: 'upgrade-safety',
    severity: 'high',
    subject: 'Deployment, StatefulSet',
    description:
      "Without a budget an upgrade may drain all nodes of a workload at once. The workload's pods must be selected by a PodDisruptionBudget of its namespace.",
    remediation:
      "Add a PodDisruptionBudget (policy/v1) with `maxUnavailable: 1` whose selector is the workload's.",
    documentation:
      'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    match: 'scaled',
    rule: 'has-budget',
    defaults: {
      enabled: true,
      parameters: { minReplicas: 2 },
      excludedNamespaces: [],
    },
    validations: [
      {
        expression:
          'variables.replicas < variables.params.minReplicas || size(variables.budgets) > 0',
      },
    ],
    check: withoutBudget,
  },
  {
    name: 'no-blocking-budget',
    kind: 'FleetNoBlockingBudget',
    title: 'Disruption budgets let something be disrupted',
    category: 'upgrade-safety',
    severity: 'high',
    subject: 'PodDisruptionBudget',
    description:
      'A budget that allows no disruption keeps nodes from being drained, so that upgrades of node groups fail or wait for their time to be up. That is one with `maxUnavailable` 0, with `minAvailable` 100 %, or with a `minAvailable` that all replicas of what it selects are needed for.',
    remediation:
      'Set `maxUnavailable: 1`, or give the workload more replicas than `minAvailable`.',
    documentation:
      'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    match: 'budgets',
    rule: 'allows-disruption',
    defaults: {
      enabled: true,
      parameters: {},
      excludedNamespaces: [],
    },
    validations: [
      {
        expression:
          "!(variables.maxUnavailable in ['0', '0%']) && variables.minAvailable != '100%'",
      },
      {
        expression:
          "variables.minAvailable == '' || variables.replicas == 0 || variables.needed < variables.replicas",
      },
    ],
    check: blockingBudget,
  },
  {
    name: 'no-single-replica',
    kind: 'FleetNoSingleReplica',
    title: 'Workloads have more than one replica',
    category: 'availability',
    severity: 'medium',
    subject: 'Deployment, StatefulSet',
    description:
      'A workload of one replica is down whenever its node is replaced, as each upgrade does with all of them. Workloads that are scaled to zero are left out.',
    remediation:
      "Set `spec.replicas`, or the autoscaler's `minReplicas`, to 2 or more, and give the workload a disruption budget.",
    documentation:
      'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
    match: 'scaled',
    rule: 'several-replicas',
    defaults: {
      enabled: false,
      parameters: { minimum: 2 },
      excludedNamespaces: ['kube-system'],
    },
    validations: [
      {
        expression:
          'variables.replicas == 0 || variables.replicas >= variables.params.minimum',
      },
    ],
    check: singleReplica,
  },
  {
    name: 'require-owner',
    kind: 'FleetRequireOwner',
    title: 'Namespaces and workloads name their owner',
    category: 'ownership',
    severity: 'low',
    subject: 'Namespace, Deployment, StatefulSet, DaemonSet, CronJob',
    description:
      'Every namespace, and every workload whose namespace does not, has one of the labels that name an owner. Findings, alerts and upgrade blockers go to that owner.',
    remediation:
      'Label the namespace, or the workload where several teams share a namespace, with its owner, such as `backstage.io/owner: team-orders`.',
    documentation:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
    match: 'owned',
    rule: 'has-owner',
    defaults: {
      enabled: true,
      parameters: { labels: ['backstage.io/owner', 'team'], workloads: true },
      excludedNamespaces: [
        'default',
        'kube-system',
        'kube-public',
        'kube-node-lease',
      ],
    },
    validations: [
      {
        expression:
          "(object.kind != 'Namespace' && !variables.params.workloads) || variables.params.labels.exists(l, (l in variables.ownLabels && variables.ownLabels[l] != '') || (l in variables.namespaceLabels && variables.namespaceLabels[l] != ''))",
      },
    ],
    check: withoutOwner,
  },
];
