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

import type { ObservedPolicy } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { NOW } from '../../../__testUtils__/clock';
import { clusterEntity } from '../../../__testUtils__/entities';
import { DatabaseClusterStore } from '../../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../../inventory/entityToCluster';
import type { ClusterRecord } from '../../../inventory/types';
import { SupportCalendar } from '../../../versions/SupportCalendar';
import type { CompleteSnapshot, IngestReport, NewFinding } from '../../types';
import type { DatabasePolicyIngestStore } from '../DatabasePolicyIngestStore';
import type { FindingSelection, PolicySelection } from '../types';

export const LABELS = {
  engine: 'gatekeeper',
  kind: 'K8sRequiredLabels',
  name: 'owner-label',
} as const;
export const PODS = {
  engine: 'kyverno',
  kind: 'ClusterPolicy',
  name: 'run-as-nonroot',
} as const;

const MINUTE_MS = 60_000;

export function minutes(count: number): Date {
  return new Date(NOW.getTime() + count * MINUTE_MS);
}

export function days(count: number): Date {
  return minutes(count * 24 * 60);
}

const TABLES = [
  'finding_exceptions',
  'finding_texts',
  'findings',
  'policies',
  'policy_assignments',
  'policy_cells',
  'policy_clusters',
  'policy_counts',
  'policy_exceptions',
  'policy_feeds',
  'policy_trend',
  'policy_words',
];

/** Making a database for each test would take most of their time. */
export async function emptyTables(knex: Knex): Promise<void> {
  for (const table of TABLES) {
    await knex(table).delete();
  }
}

/** Makes these the clusters of the inventory. */
export async function putClusters(
  knex: Knex,
  clusters: ClusterRecord[],
): Promise<void> {
  const store = new DatabaseClusterStore(knex);
  await store.replaceAll(clusters, await store.generation());
}

export function fleetCluster(
  name: string,
  options: { environment?: string; owner?: string; accountId?: string } = {},
): ClusterRecord {
  const { environment = 'prod', ...rest } = options;
  return entityToCluster(
    clusterEntity({
      name,
      accountId: '111111111111',
      labels: { environment },
      ...rest,
    }),
    { environmentLabel: 'environment', accountNames: new Map() },
  )!;
}

export function observedPolicy(
  policy: Partial<ObservedPolicy> = {},
): ObservedPolicy {
  return { ...LABELS, mode: 'audit', ready: true, severity: 'high', ...policy };
}

/** A finding; which one it is follows from what it is on. */
export function newFinding(extra: Partial<NewFinding> = {}): NewFinding {
  const finding = {
    policy: LABELS,
    rule: '',
    result: 'fail' as const,
    severity: 'high' as const,
    message: 'you must provide labels: {"owner"}',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'cart',
    owner: '',
    ownerFrom: 'cluster' as const,
    exceptions: [],
    properties: {},
    ...extra,
  };
  const { kind, name, namespace, policy, rule } = finding;
  return {
    fingerprint: createHash('sha256')
      .update(JSON.stringify([policy, rule, kind, namespace, name]))
      .digest('hex')
      .slice(0, 32),
    ...finding,
  };
}

export function snapshot(
  extra: Partial<CompleteSnapshot> = {},
): CompleteSnapshot {
  const observedAt = extra.observedAt ?? NOW;
  return {
    policies: [],
    tallies: [],
    exceptions: [],
    engines: [],
    truncated: false,
    notes: [],
    observedAt,
    freshUntil: new Date(observedAt.getTime() + 30 * MINUTE_MS),
    ...extra,
  };
}

/** Reads a snapshot in, from its beginning to its end. */
export async function ingest(
  store: DatabasePolicyIngestStore,
  cluster: ClusterRecord,
  options: {
    feed?: string;
    findings?: NewFinding[];
    due?: Parameters<DatabasePolicyIngestStore['begin']>[2]['due'];
  } & Partial<CompleteSnapshot> = {},
): Promise<IngestReport> {
  const {
    due = [],
    feed = 'policyGatekeeper',
    findings = [],
    ...rest
  } = options;
  const whole = snapshot(rest);
  const session = await store.begin(cluster, feed, {
    due,
    now: whole.observedAt,
  });
  await session.add(findings);
  return session.complete(whole);
}

export function policySelection(
  extra: Partial<PolicySelection> = {},
): PolicySelection {
  return {
    scope: 'all',
    filters: [],
    calendar: new SupportCalendar(),
    now: NOW,
    ...extra,
  };
}

export function findingSelection(
  extra: Partial<FindingSelection> = {},
): FindingSelection {
  return { ...policySelection(), state: 'open', ...extra };
}
