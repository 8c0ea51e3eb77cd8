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

/** The day on which the tables below were read. */
const AS_OF = '2026-11-24';

/** Cluster Autoscaler has a release for each Kubernetes minor version. */
const AUTOSCALER_MINORS = [28, 29, 30, 31, 32, 33, 34, 35];

/**
 * What makers publish about their components. It is left out where it was not
 * found: what is not here is not known, and an operator can say more
 * (`eksFleet.readiness.compatibility`).
 */
export const SHIPPED_COMPATIBILITY: CompatibilityTable = [
  {
    component: 'karpenter',
    source:
      'karpenter.sh, Upgrading, Compatibility; endoflife.date for 1.10 and 1.11',
    asOf: AS_OF,
    outside: 'incompatible',
    releases: [
      releases('0.34', '0.37', '1.23', '1.29'),
      releases('0.37', '1.0.5', '1.23', '1.30'),
      releases('1.0.5', '1.2', '1.29', '1.31'),
      releases('1.2', '1.5', '1.29', '1.32'),
      releases('1.5', '1.6', '1.29', '1.33'),
      releases('1.6', '1.9', '1.29', '1.34'),
      releases('1.9', '1.12', '1.29', '1.35'),
    ],
  },
  {
    component: 'cert-manager',
    source: 'cert-manager.io, Supported Releases',
    asOf: AS_OF,
    outside: 'untested',
    releases: [
      releases('1.18', '1.19', '1.29', '1.33'),
      releases('1.19', '1.20', '1.31', '1.35'),
      releases('1.20', '1.21', '1.32', '1.35'),
      releases('1.21', '1.22', '1.33', '1.36'),
    ],
  },
  {
    component: 'kyverno',
    source:
      'kyverno.io, Installation, Compatibility Matrix; endoflife.date from 1.16 on',
    asOf: AS_OF,
    outside: 'untested',
    releases: [
      releases('1.12', '1.13', '1.26', '1.29'),
      releases('1.13', '1.14', '1.28', '1.31'),
      releases('1.14', '1.15', '1.29', '1.32'),
      releases('1.16', '1.17', '1.31', '1.34'),
      releases('1.17', '1.18', '1.32', '1.35'),
      releases('1.18', '1.20', '1.33', '1.35'),
    ],
  },
  {
    component: 'argo-cd',
    source: 'argo-cd.readthedocs.io, Installation, Tested versions',
    asOf: AS_OF,
    outside: 'untested',
    releases: [
      releases('3.0', '3.1', '1.29', '1.32'),
      releases('3.1', '3.3', '1.31', '1.34'),
    ],
  },
  {
    component: 'aws-load-balancer-controller',
    source:
      'kubernetes-sigs.github.io/aws-load-balancer-controller, Supported Kubernetes versions',
    asOf: AS_OF,
    outside: 'untested',
    releases: [releases('2.4', '2.5', '1.19'), releases('2.5', '3.0', '1.22')],
  },
  {
    component: 'cluster-autoscaler',
    source:
      'kubernetes/autoscaler, Cluster Autoscaler, Releases: the same minor version',
    asOf: AS_OF,
    outside: 'untested',
    releases: AUTOSCALER_MINORS.map(minor =>
      releases(`1.${minor}`, `1.${minor + 1}`, `1.${minor}`, `1.${minor}`),
    ),
  },
  {
    component: 'metrics-server',
    source: 'kubernetes-sigs/metrics-server, Compatibility Matrix',
    asOf: AS_OF,
    outside: 'untested',
    releases: [releases('0.6', '0.7', '1.25'), releases('0.7', '0.8', '1.27')],
  },
  untold('gatekeeper', 'Gatekeeper publishes no table of Kubernetes versions'),
  untold('vpc-cni', 'EKS lists versions of the managed add-on only'),
  untold('coredns', 'EKS lists versions of the managed add-on only'),
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

function untold(component: string, source: string) {
  return {
    component,
    source,
    asOf: AS_OF,
    outside: 'untested' as const,
    releases: [],
  };
}
