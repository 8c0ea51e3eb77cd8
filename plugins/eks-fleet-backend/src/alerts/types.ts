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
  Alert,
  AlertSeverity,
  AlertSource,
  ObservationError,
  RolloutStrategy,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterScope } from '../inventory/types';

/** What alarms say of clusters that a rollout has changed. */
export interface AlarmVerdict {
  /**
   * `quiet` lets the bake clock run; `hold` and `unknown` stand it still;
   * `pause` needs a person.
   */
  state: 'quiet' | 'hold' | 'pause' | 'unknown';
  /** One sentence, naming the alarm and the cluster, or the source that cannot be read. */
  message: string;
  /** The earliest time at which a hold ends by itself, ISO 8601. */
  until?: string;
  alerts: Array<{ fingerprint: string; name: string; arn: string }>;
}

/** Asked by rollouts: for the bake, before a cell starts, and by the gate `alarms`. */
export interface AlarmWatch {
  check(
    clusters: Pick<RolloutCluster, 'arn' | 'name'>[],
    rules: RolloutStrategy['alarms'],
    now: Date,
  ): Promise<AlarmVerdict>;
}

export type AlertSourceKind = 'alertmanager' | 'cloudwatch';

/** As its source tells it, before it is known which clusters it is about. */
export interface ReceivedAlert {
  fingerprint: string;
  name: string;
  severity: AlertSeverity;
  state: 'firing' | 'silenced' | 'resolved';
  summary: string;
  description: string;
  /** ISO 8601, UTC. */
  startsAt: string;
  endsAt: string;
  labels: Record<string, string>;
  /** Where its source shows it; empty where it does not say. */
  sourceUrl: string;
  /** `runbook_url` of its annotations. */
  runbookUrl: string;
}

/** What an alert is about. */
export interface Joined {
  arns: string[];
  /** Whether its name fits several clusters, so that it counts for each. */
  ambiguous: boolean;
  /** In words; empty where nothing fits. */
  by: string;
}

export interface StoredAlert extends ReceivedAlert {
  sourceKind: AlertSourceKind;
  sourceId: string;
  lastSeenAt: string;
  joinedBy: string;
  ambiguous: boolean;
}

/** A firing or lately ended alert of a cluster. */
export interface ClusterAlert {
  sourceId: string;
  fingerprint: string;
  arn: string;
  name: string;
  severity: AlertSeverity;
  state: ReceivedAlert['state'];
  labels: Record<string, string>;
  startsAt: string;
  endsAt: string;
}

export interface AlertSourceRecord {
  kind: AlertSourceKind;
  id: string;
  attemptedAt: string;
  succeededAt: string;
  watchdogAt: string;
  error?: ObservationError;
}

export interface AlertSelection {
  scope: ClusterScope;
  /** Of several, one must hold; each key's values are alternatives. */
  filters: Array<Map<AlertFilterKey, string[]>>;
  text?: string;
}

export const ALERT_FILTER_KEYS = [
  'state',
  'severity',
  'name',
  'cluster',
  'account',
  'region',
  'environment',
  'owner',
  'source',
  'fingerprint',
] as const;

export type AlertFilterKey = (typeof ALERT_FILTER_KEYS)[number];

export interface AlertPage {
  alerts: Array<{ alert: StoredAlert; clusters: Alert['clusters'] }>;
  total: number;
  /** Of the last one, where more follow. */
  next?: string;
  counts: { severity: Record<string, number>; state: Record<string, number> };
}

export interface AlertStore {
  /**
   * Records what a source said. With `complete`, what else it had firing has
   * ended.
   *
   * @returns whether anything is other than before
   */
  put(
    source: { kind: AlertSourceKind; id: string },
    alerts: Array<{ alert: ReceivedAlert; joined: Joined }>,
    options: { now: Date; complete: boolean },
  ): Promise<boolean>;
  list(
    selection: AlertSelection,
    page: { limit: number; after?: string },
  ): Promise<AlertPage>;
  /** Those of these clusters that fire, or ended after `since`. */
  ofClusters(arns: string[], since: Date): Promise<ClusterAlert[]>;
  attempted(
    source: { kind: AlertSourceKind; id: string },
    outcome: { now: Date; error?: ObservationError; watchdog?: boolean },
  ): Promise<void>;
  sources(): Promise<AlertSourceRecord[]>;
  /** @returns how many were forgotten */
  prune(before: Date): Promise<number>;
}

export type { AlertSource };
