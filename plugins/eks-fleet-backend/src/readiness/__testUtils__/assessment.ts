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
  Addon,
  BlockedDrain,
  Insight,
  Nodegroup,
  NodeSet,
  ObservationDocuments,
  Update,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../../__testUtils__/clock';
import type {
  AddonVersions,
  ClusterObservations,
  Observation,
} from '../../collection/types';
import { SupportCalendar } from '../../versions/SupportCalendar';
import { DEFAULT_SETTINGS } from '../readReadinessConfig';
import { SHIPPED_COMPATIBILITY } from '../shippedCompatibility';
import { assessReadiness } from '../assess/assessReadiness';
import type { AssessmentInput, Finding, ListedAddons } from '../types';

const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export const ago = (ms: number) => new Date(NOW.getTime() - ms).toISOString();

/** Observed five minutes ago, and fresh for another 25. */
export function observed<T>(
  document: T,
  extra: Partial<Observation<T>> = {},
): Observation<T> {
  return {
    source: 'collector',
    observedAt: ago(5 * MINUTE_MS),
    attemptedAt: ago(5 * MINUTE_MS),
    freshUntil: ago(-25 * MINUTE_MS),
    document,
    ...extra,
  };
}

export function nodegroup(extra: Partial<Nodegroup> = {}): Nodegroup {
  return {
    name: 'workers',
    status: 'ACTIVE',
    version: '1.33',
    releaseVersion: '1.33.5-20261101',
    amiType: 'AL2023_x86_64_STANDARD',
    instanceTypes: ['m7i.large'],
    desiredSize: 3,
    subnetIds: ['subnet-a'],
    healthIssues: [],
    ...extra,
  };
}

export function addon(name: string, extra: Partial<Addon> = {}): Addon {
  return {
    name,
    version: 'v1.0.0-eksbuild.1',
    status: 'ACTIVE',
    healthIssues: [],
    marketplace: false,
    ...extra,
  };
}

export function insight(extra: Partial<Insight> = {}): Insight {
  return {
    id: 'insight',
    name: 'Kubelet version skew',
    category: 'UPGRADE_READINESS',
    status: 'PASSING',
    kubernetesVersion: '1.34',
    lastRefreshTime: ago(6 * 60 * MINUTE_MS),
    resources: [],
    deprecations: [],
    addons: [],
    links: {},
    ...extra,
  };
}

export function update(extra: Partial<Update> = {}): Update {
  return {
    id: '8b2f4b0e',
    type: 'VersionUpdate',
    status: 'Successful',
    createdAt: ago(DAY_MS),
    parameters: {},
    errors: [],
    ...extra,
  };
}

export function nodeSet(extra: Partial<NodeSet> = {}): NodeSet {
  return {
    owner: { kind: 'nodegroup', name: 'workers' },
    kubeletVersion: 'v1.33.5-eks-113cf36',
    nodes: 3,
    notReady: 0,
    doNotDisrupt: 0,
    ...extra,
  };
}

export function blockedDrain(extra: Partial<BlockedDrain> = {}): BlockedDrain {
  return {
    workload: {
      namespace: 'checkout',
      kind: 'Deployment',
      name: 'api',
      owner: 'group:default/checkout',
    },
    reason: 'budgetAllowsNone',
    budgets: ['checkout/api'],
    pods: 3,
    disruptionsAllowed: 0,
    currentHealthy: 3,
    desiredHealthy: 3,
    nodeOwners: [{ kind: 'nodegroup', name: 'workers' }],
    nodes: 2,
    ...extra,
  };
}

/** A cluster of 1.33 of which all that is required is known, and good. */
export function healthyDocuments(): Pick<
  ObservationDocuments,
  'controlPlane' | 'nodegroups' | 'addons' | 'insights' | 'subnets' | 'updates'
> {
  return {
    controlPlane: {
      name: 'payments',
      version: '1.33',
      platformVersion: 'eks.9',
      status: 'ACTIVE',
      healthIssues: [],
      subnetIds: ['subnet-a', 'subnet-b'],
      securityGroupIds: [],
      publicAccessCidrs: [],
      logTypes: [],
      autoMode: false,
      autoModeNodePools: [],
      hybridNodes: false,
    },
    nodegroups: { nodegroups: [nodegroup()], unreadable: [] },
    addons: {
      addons: [addon('coredns', { version: 'v1.11.4-eksbuild.2' })],
      unreadable: [],
    },
    insights: { insights: [insight()], unreadable: [] },
    subnets: {
      subnets: [
        { id: 'subnet-a', availabilityZone: 'eu-west-1a', freeAddresses: 100 },
        { id: 'subnet-b', availabilityZone: 'eu-west-1b', freeAddresses: 90 },
      ],
      missing: [],
    },
    updates: { updates: [], unreadable: [] },
  };
}

export function listed(
  addons: Record<string, string[]>,
  observedAt = ago(DAY_MS / 2),
): ListedAddons {
  return {
    observedAt,
    addons: Object.fromEntries(
      Object.entries(addons).map(([name, versions]) => [
        name,
        versions.map((version, index) => ({ version, default: index === 0 })),
      ]),
    ) satisfies AddonVersions,
  };
}

/** The healthy cluster on its way to 1.34, with some of it made otherwise. */
export function assessmentInput(
  change: {
    documents?: Partial<ObservationDocuments>;
    observations?: Record<string, Observation | undefined>;
  } & Partial<Omit<AssessmentInput, 'observations'>> = {},
): AssessmentInput {
  const { documents, observations, ...rest } = change;
  const all: Record<string, unknown> = { ...healthyDocuments(), ...documents };
  const coredns = { coredns: ['v1.12.1-eksbuild.1', 'v1.11.4-eksbuild.2'] };
  return {
    cluster: {
      arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/payments',
      entityRef: 'resource:default/payments-1111',
      name: 'payments',
      partition: 'aws',
      accountId: '111111111111',
      region: 'eu-west-1',
      owner: 'group:default/payments',
      version: '1.33',
      status: 'ACTIVE',
      createdAt: '2025-01-02T03:04:05.000Z',
    },
    observations: {
      ...Object.fromEntries(
        Object.entries(all).map(([kind, document]) => [
          kind,
          observed(document),
        ]),
      ),
      ...observations,
    } as ClusterObservations,
    target: '1.34',
    versions: new SupportCalendar().versions('aws'),
    addonVersions: new Map(
      ['1.32', '1.33', '1.34', '1.35', '1.36'].map(version => [
        version,
        listed(coredns),
      ]),
    ),
    compatibility: SHIPPED_COMPATIBILITY,
    waivers: [],
    settings: DEFAULT_SETTINGS,
    now: NOW,
    ...rest,
  };
}

export type Change = Parameters<typeof assessmentInput>[0];

/** What is found on the healthy cluster with some of it made otherwise. */
export function findingsOf(change: Change): Finding[] {
  return assessReadiness(assessmentInput(change)).findings;
}

/** Severity and key of what is found, without what the healthy one has too. */
export function news(change: Change): string[] {
  const known = new Set(findingsOf({}).map(({ key }) => key));
  return findingsOf(change)
    .filter(({ key }) => !known.has(key))
    .map(({ key, severity }) => `${severity} ${key}`);
}

export function findingOf(change: Change, code: string): Finding {
  const found = findingsOf(change).find(finding => finding.code === code);
  if (!found) {
    throw new Error(`There is no finding ${code}`);
  }
  return found;
}
