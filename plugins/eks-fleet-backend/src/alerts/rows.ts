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

import type { ObservationErrorCode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import type {
  AlertSourceKind,
  AlertSourceRecord,
  Joined,
  ReceivedAlert,
  StoredAlert,
} from './types';

export interface AlertRow {
  source_id: string;
  fingerprint: string;
  source_kind: AlertSourceKind;
  name: string;
  severity: StoredAlert['severity'];
  state: StoredAlert['state'];
  sort_key: string;
  summary: string;
  description: string;
  starts_at: string;
  ends_at: string;
  last_seen_at: string;
  /** JSON. */
  labels: string;
  search_text: string;
  source_url: string;
  runbook_url: string;
  joined_by: string;
  ambiguous: boolean;
}

export interface AlertClusterRow {
  source_id: string;
  fingerprint: string;
  arn: string;
}

export interface AlertSourceRow {
  id: string;
  kind: AlertSourceKind;
  attempted_at: string;
  succeeded_at: string;
  watchdog_at: string;
  error_code: string;
  error_message: string;
  error_since: string;
}

const STATE_RANK = { firing: 0, silenced: 1, resolved: 2 };
const SEVERITY_RANK = { critical: 0, warning: 1, unknown: 2, info: 3 };
/** After all times of alerts; what is left until then sorts the newest first. */
const END_OF_TIME_MS = 9_999_999_999_999;

export function toAlertRow(
  source: { kind: AlertSourceKind; id: string },
  alert: ReceivedAlert,
  joined: Joined,
  now: Date,
): AlertRow {
  const startsAt = alert.startsAt || now.toISOString();
  const left = String(END_OF_TIME_MS - Date.parse(startsAt)).padStart(13, '0');
  return {
    source_id: source.id,
    source_kind: source.kind,
    fingerprint: alert.fingerprint,
    name: alert.name,
    severity: alert.severity,
    state: alert.state,
    sort_key: [
      STATE_RANK[alert.state],
      SEVERITY_RANK[alert.severity],
      left,
      source.id,
      alert.fingerprint,
    ].join(':'),
    summary: alert.summary,
    description: alert.description,
    starts_at: startsAt,
    ends_at:
      alert.state === 'resolved' ? alert.endsAt || now.toISOString() : '',
    last_seen_at: now.toISOString(),
    labels: JSON.stringify(alert.labels),
    search_text: [alert.name, alert.summary, ...Object.values(alert.labels)]
      .join('\n')
      .toLowerCase(),
    source_url: alert.sourceUrl,
    runbook_url: alert.runbookUrl,
    joined_by: joined.by,
    ambiguous: joined.ambiguous,
  };
}

/** Where an alert that ended sorts. */
export function resolvedSortKey(sortKey: string): string {
  return `${STATE_RANK.resolved}${sortKey.slice(1)}`;
}

export function fromAlertRow(row: AlertRow): StoredAlert {
  return {
    sourceId: row.source_id,
    sourceKind: row.source_kind,
    fingerprint: row.fingerprint,
    name: row.name,
    severity: row.severity,
    state: row.state,
    summary: row.summary,
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    lastSeenAt: row.last_seen_at,
    labels: JSON.parse(row.labels),
    sourceUrl: row.source_url,
    runbookUrl: row.runbook_url,
    joinedBy: row.joined_by,
    ambiguous: Boolean(row.ambiguous),
  };
}

export function fromSourceRow(row: AlertSourceRow): AlertSourceRecord {
  return {
    kind: row.kind,
    id: row.id,
    attemptedAt: row.attempted_at,
    succeededAt: row.succeeded_at,
    watchdogAt: row.watchdog_at,
    error: row.error_code
      ? {
          code: row.error_code as ObservationErrorCode,
          message: row.error_message,
          since: known(row.error_since),
        }
      : undefined,
  };
}
