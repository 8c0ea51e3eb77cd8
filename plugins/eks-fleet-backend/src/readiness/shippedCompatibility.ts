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

import type { CompatibilityTable, ComponentRelease } from './compatibility';

const EKS_ADDONS =
  'EKS User Guide, Networking add-ons: versions of the managed add-on, from which those of self-managed ones may differ';

/** Cluster Autoscaler has a release for each Kubernetes minor version. */
const AUTOSCALER_MINORS = Array.from({ length: 15 }, (_, index) => 22 + index);

/**
 * What makers publish about their components, each as of the day of the
 * document that it was read from. It is left out where it was not found: what
 * is not here is not known, and an operator can say more
 * (`eksFleet.readiness.compatibility`).
 */
export const SHIPPED_COMPATIBILITY: CompatibilityTable = [
  {
    component: 'karpenter',
    source:
      'aws/karpenter-provider-aws, website/content/en/*/upgrading/compatibility.md, of v0.35 to v1.14',
    asOf: '2026-08-21',
    outside: 'incompatible',
    releases: [
      releases('0.34', '0.37', '1.23', '1.29'),
      releases('0.37', '1.0', '1.24', '1.30'),
      // The table of 1.0 asks for 1.0.5 on 1.31.
      releases('1.0', '1.0.5', '1.25', '1.30'),
      releases('1.0.5', '1.2', '1.25', '1.31'),
      releases('1.2', '1.5', '1.26', '1.32'),
      releases('1.5', '1.6', '1.27', '1.33'),
      releases('1.6', '1.8', '1.27', '1.34'),
      releases('1.8', '1.9', '1.28', '1.34'),
      releases('1.9', '1.13', '1.29', '1.35'),
      releases('1.13', '1.15', '1.30', '1.36'),
    ],
  },
  {
    component: 'cert-manager',
    source: 'cert-manager/website, content/docs/releases/README.md',
    asOf: '2026-08-22',
    outside: 'untested',
    releases: [
      releases('1.11', '1.12', '1.21', '1.27'),
      releases('1.12', '1.13', '1.22', '1.32'),
      releases('1.13', '1.14', '1.21', '1.27'),
      releases('1.14', '1.15', '1.24', '1.31'),
      releases('1.15', '1.17', '1.25', '1.32'),
      releases('1.17', '1.19', '1.29', '1.33'),
      releases('1.19', '1.20', '1.31', '1.35'),
      releases('1.20', '1.21', '1.32', '1.35'),
      releases('1.21', '1.22', '1.33', '1.36'),
    ],
  },
  {
    component: 'kyverno',
    source:
      'kyverno/website, Installation, Compatibility Matrix, of 1.11 to 1.18; endoflife-date/endoflife.date, products/kyverno.md, for 1.19',
    asOf: '2026-08-20',
    outside: 'untested',
    releases: [
      releases('1.11', '1.12', '1.25', '1.28'),
      releases('1.12', '1.13', '1.26', '1.29'),
      releases('1.13', '1.14', '1.28', '1.31'),
      releases('1.14', '1.15', '1.29', '1.32'),
      releases('1.15', '1.16', '1.30', '1.33'),
      releases('1.16', '1.17', '1.31', '1.34'),
      releases('1.17', '1.18', '1.32', '1.35'),
      releases('1.18', '1.20', '1.33', '1.35'),
    ],
  },
  {
    component: 'argo-cd',
    source:
      'argoproj/argo-cd, docs/operator-manual/tested-kubernetes-versions.md, of 2.9 to 3.5',
    asOf: '2026-08-12',
    outside: 'untested',
    releases: [
      releases('2.9', '2.11', '1.25', '1.28'),
      releases('2.11', '2.12', '1.25', '1.29'),
      releases('2.12', '2.13', '1.26', '1.29'),
      releases('2.13', '2.14', '1.27', '1.30'),
      releases('2.14', '3.0', '1.28', '1.31'),
      releases('3.0', '3.1', '1.29', '1.32'),
      releases('3.1', '3.3', '1.31', '1.34'),
      releases('3.3', '3.5', '1.32', '1.35'),
      releases('3.5', '3.6', '1.33', '1.36'),
    ],
  },
  {
    component: 'aws-load-balancer-controller',
    source:
      'kubernetes-sigs/aws-load-balancer-controller, docs/deploy/installation.md, Supported Kubernetes versions ("requires"), at v3.5',
    asOf: '2026-08-17',
    outside: 'incompatible',
    releases: [
      releases('2.0', '2.2', '1.15', '1.21'),
      releases('2.2', '2.4', '1.16', '1.21'),
      releases('2.4', '2.5', '1.19'),
      releases('2.5', '3.6', '1.22'),
    ],
  },
  {
    component: 'cluster-autoscaler',
    source:
      'kubernetes/autoscaler, cluster-autoscaler/README.md, Releases: the same minor version; releases up to 1.36',
    asOf: '2026-08-22',
    outside: 'untested',
    releases: AUTOSCALER_MINORS.map(minor =>
      releases(`1.${minor}`, `1.${minor + 1}`, `1.${minor}`, `1.${minor}`),
    ),
  },
  {
    component: 'metrics-server',
    source: 'kubernetes-sigs/metrics-server, README.md, Compatibility Matrix',
    asOf: '2026-08-04',
    outside: 'untested',
    releases: [
      releases('0.3', '0.4', '1.8', '1.21'),
      releases('0.4', '0.6', '1.8'),
      releases('0.6', '0.7', '1.25'),
      releases('0.7', '0.8', '1.27'),
      releases('0.8', '0.9', '1.31'),
      releases('0.9', '0.10', '1.34'),
    ],
  },
  untold(
    'gatekeeper',
    'open-policy-agent/gatekeeper, docs/Release_Management.md: releases that are supported are assumed to go with Kubernetes versions that are; there is no table',
    '2026-08-19',
  ),
  untold('vpc-cni', EKS_ADDONS, '2024-12-18'),
  untold('coredns', EKS_ADDONS, '2024-12-18'),
];

function releases(
  from: string,
  before: string,
  kubernetesFrom: string,
  kubernetesTo?: string,
): ComponentRelease {
  return {
    from,
    before,
    kubernetes: { from: kubernetesFrom, to: kubernetesTo },
  };
}

function untold(component: string, source: string, asOf: string) {
  return {
    component,
    source,
    asOf,
    outside: 'untested' as const,
    releases: [],
  };
}
