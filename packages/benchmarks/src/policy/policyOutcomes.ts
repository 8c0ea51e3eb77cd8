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

import type {
  ObservedPolicy,
  PolicyOutcome,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

export const POLICIES = 60;

const ENGINES = [
  ['kyverno', 'ClusterPolicy'],
  ['gatekeeper', 'K8sRequiredLabels'],
  ['kyverno', 'ValidatingPolicy'],
] as const;
const SEVERITIES = ['high', 'medium', 'low', 'critical', 'info'] as const;
const CATEGORIES = [
  'pod-security',
  'upgrade-safety',
  'best-practices',
  'supply-chain',
];
const TEAMS = ['platform', 'payments', 'checkout', 'search', 'identity'];
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Service'];
const NAMES = 20_000;
const NAMESPACES = 400;

/** Policies as each cluster has them, enforced here and audited there. */
export function policyObjects(cluster: number): ObservedPolicy[] {
  return Array.from({ length: POLICIES }, (_, index) => ({
    ...nameOf(index),
    title: `What workloads must keep to, part ${index}`,
    category: CATEGORIES[index % CATEGORIES.length],
    severity: SEVERITIES[index % SEVERITIES.length],
    mode: (cluster + index) % 3 === 0 ? 'enforce' : 'audit',
    ready: (cluster * 7 + index) % 50 !== 0,
    version:
      cluster % 20 === 0 ? 'fleet-policies-1.3.0' : 'fleet-policies-1.4.0',
  }));
}

/**
 * Results that do not pass, as many as are asked for, each of another resource
 * or rule; a few policies have most of them, as in real fleets.
 */
export function policyOutcomes(
  cluster: number,
  count: number,
): PolicyOutcome[] {
  return Array.from({ length: count }, (_, index) => {
    const share = ((index * 7919) % count) / count;
    const policy = Math.min(POLICIES - 1, Math.floor(share ** 2 * POLICIES));
    const name = (cluster * 31 + index * 17) % NAMES;
    const namespace = `${pick(TEAMS, name)}-${name % NAMESPACES}`;
    return {
      policy: nameOf(policy),
      rule: `rule-${policy % 7}`,
      result: resultOf(index),
      severity: pick(SEVERITIES, policy),
      category: pick(CATEGORIES, policy),
      message: `validation error: what runs in ${namespace} must not be what it is, and has to set what its policy asks for. rule rule-${
        policy % 7
      } failed at path /spec/template/spec/containers/${
        index % 4
      }/securityContext/`,
      resource: {
        apiVersion: 'apps/v1',
        kind: pick(KINDS, name),
        namespace,
        name: `${pick(TEAMS, name)}-service-${name}-${Math.floor(
          index / NAMES,
        )}`,
      },
      ...(index % 20 === 0 ? { exceptions: ['exceptions/legacy'] } : {}),
      properties: { process: 'background scan' },
    };
  });
}

/** Whose each finding is: a group for most, else the cluster's. */
export function ownersOf(outcomes: PolicyOutcome[]) {
  return outcomes.map(({ resource: { namespace = '' } }) => {
    const [team] = namespace.split('-');
    return team === 'platform'
      ? { owner: '', ownerFrom: 'cluster' as const }
      : { owner: `group:default/${team}`, ownerFrom: 'namespace' as const };
  });
}

function nameOf(index: number) {
  const [engine, kind] = pick(ENGINES, index);
  return { engine, kind, name: `policy-${String(index).padStart(2, '0')}` };
}

function resultOf(index: number): PolicyOutcome['result'] {
  if (index % 20 === 0) {
    return 'exempt';
  }
  if (index % 17 === 0) {
    return 'warn';
  }
  return index % 53 === 0 ? 'error' : 'fail';
}

function pick<T>(items: readonly T[], index: number): T {
  return items[index % items.length];
}
