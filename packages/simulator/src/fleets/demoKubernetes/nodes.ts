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

import { DEV, PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';
import type { KubernetesThread } from './types';

/** Nodes beside those of node groups, and nodes that stay where they are. */
export function nodeThread(): KubernetesThread {
  return {
    [`${PROD}/checkout-eu`]: {
      nodes: [
        {
          owner: { kind: 'karpenter', name: 'default' },
          count: 4,
          instanceType: 'm7g.2xlarge',
          capacityType: 'SPOT',
        },
      ],
    },
    [`${PROD}/checkout-de`]: {
      nodes: [
        {
          owner: { kind: 'karpenter', name: 'default' },
          count: 3,
          instanceType: 'c7g.2xlarge',
          // They were to be replaced after the last upgrade.
          version: '1.32',
          doNotDisrupt: 2,
        },
      ],
    },
    [`${PROD}/search-eu`]: {
      nodes: [
        {
          owner: { kind: 'karpenter', name: 'search' },
          count: 5,
          instanceType: 'r7g.2xlarge',
        },
      ],
    },
    // Beside its one GPU: what everything else runs on.
    [`${DEV}/data-dev`]: {
      components: [{ name: 'karpenter' }],
      nodes: [
        {
          owner: { kind: 'karpenter', name: 'default' },
          count: 3,
          instanceType: 'm7i.xlarge',
        },
      ],
    },
    [`${PROD}/search-us`]: {
      nodes: [{ owner: { kind: 'nodegroup', name: 'general' }, notReady: 1 }],
    },
    [`${DEV}/data-ml-dev`]: {
      nodes: [
        {
          owner: { kind: 'autoMode', name: 'general-purpose' },
          count: 3,
          instanceType: 'c6g.xlarge',
          doNotDisrupt: 1,
        },
      ],
      // A training that must not be moved.
      workloads: [
        {
          namespace: 'data',
          name: 'training',
          kind: 'StatefulSet',
          replicas: 1,
          podAnnotations: { 'karpenter.sh/do-not-disrupt': 'true' },
          requests: { cpu: '3', memory: '6Gi' },
        },
      ],
    },
    [`${PROD}/batch-legacy`]: {
      nodes: [
        {
          owner: { kind: 'selfManaged', name: 'batch-2023' },
          count: 2,
          version: '1.29',
          instanceType: 'm5.2xlarge',
          labels: { 'alpha.eksctl.io/nodegroup-name': 'batch-2023' },
        },
      ],
    },
    [`${PAYMENTS_PROD}/ledger`]: {
      nodes: [
        {
          owner: { kind: 'hybrid', name: 'datacentre' },
          count: 2,
          version: '1.33',
          taints: [{ key: 'site', value: 'datacentre', effect: 'NoSchedule' }],
        },
      ],
    },
    // Cordoned by the update that failed.
    [`${STAGING}/mobile-staging`]: {
      nodes: [{ owner: { kind: 'nodegroup', name: 'general' }, cordoned: 1 }],
    },
    [`${DEV}/checkout-dev`]: {
      workloads: [
        { namespace: 'previews-4711', name: 'web', replicas: 2 },
        { namespace: 'previews-4712', name: 'web', replicas: 1 },
      ],
    },
  };
}
