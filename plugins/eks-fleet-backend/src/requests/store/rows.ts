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
  ClusterThing,
  RequestSource,
  RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isRequestOver } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../../database/text';
import type { LeasedRow } from '../../proposals/claimDue';
import type { Reservation } from '../preflight';
import { specOf, type RequestEventRecord, type RequestRecord } from '../types';
import type { RequestClaims } from './types';

export const REQUESTS = 'requests';
export const RESERVATIONS = 'request_reservations';
export const LOCKS = 'request_locks';
export const EVENTS = 'request_events';
export const DURATIONS = 'request_durations';

export interface RequestRow extends LeasedRow {
  kind: string;
  operation: string;
  thing_key: string;
  active_key: string | null;
  submission_key: string | null;
  title: string;
  state: string;
  owner: string;
  requested_by: string;
  amended_by: string;
  environment: string;
  cluster_key: string;
  verdict: string;
  waiting: string;
  expires_on: string;
  search: string;
  requested_at: string;
  updated_at: string;
  asked: string;
  acts: string;
  progress: string;
}

export interface ReservationRow {
  request_id: string;
  claim: string;
  exclusive_key: string | null;
  owner: string;
  detail: string;
}

export interface EventRow {
  request_id: string;
  at: string;
  actor: string;
  source: string;
  state: string;
  message: string;
}

const MOST_SEARCHED = 4000;

export function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

export function toRecord(row: RequestRow): RequestRecord {
  return {
    state: row.state as RequestState,
    asked: JSON.parse(row.asked),
    acts: JSON.parse(row.acts),
    progress: JSON.parse(row.progress),
    updatedAt: row.updated_at,
  };
}

/** `<account>/<region>/<name>`; empty where it is of no one cluster. */
export function toClusterKey(cluster: ClusterThing | undefined): string {
  return cluster
    ? `${cluster.accountId}/${cluster.region}/${cluster.name}`
    : '';
}

/** What of a request changes. */
export function toChangingRow(
  record: RequestRecord,
): Pick<
  RequestRow,
  | 'acts'
  | 'active_key'
  | 'amended_by'
  | 'expires_on'
  | 'progress'
  | 'state'
  | 'updated_at'
  | 'verdict'
  | 'waiting'
> {
  const { acts, asked, progress, state, updatedAt } = record;
  const { expiresOn } = specOf(record);
  return {
    state,
    active_key: isRequestOver(state) ? null : asked.thing.key,
    amended_by: lower(acts.amended?.by ?? ''),
    verdict: progress.assessment.verdict.outcome,
    waiting: progress.waiting?.code ?? '',
    expires_on: typeof expiresOn === 'string' ? expiresOn : '',
    updated_at: updatedAt,
    acts: JSON.stringify(acts),
    progress: JSON.stringify(progress),
  };
}

/** What never changes, and what does. */
export function toRow(
  record: RequestRecord,
  submission: string | undefined,
): Partial<RequestRow> {
  const { asked } = record;
  return {
    id: asked.id,
    kind: asked.kind,
    operation: asked.operation,
    thing_key: asked.thing.key,
    submission_key: submission ?? null,
    title: asked.title,
    owner: lower(asked.owner),
    requested_by: lower(asked.requestedBy),
    environment: asked.environment,
    cluster_key: toClusterKey(asked.cluster),
    search: lower(
      [asked.title, asked.owner, asked.id, asked.ticket ?? '', asked.reason]
        .join('\n')
        .slice(0, MOST_SEARCHED),
    ),
    requested_at: asked.requestedAt,
    asked: JSON.stringify(asked),
    ...toChangingRow(record),
    next_at: isRequestOver(record.state) ? '' : asked.requestedAt,
  };
}

export function toReservationRows(
  requestId: string,
  { exclusive, reservation }: RequestClaims,
): ReservationRow[] {
  const owner = lower(reservation.owner);
  const quota: ReservationRow = {
    request_id: requestId,
    claim: 'quota',
    exclusive_key: null,
    owner,
    detail: JSON.stringify({ ...reservation, requestId }),
  };
  return [
    quota,
    ...[...new Set(exclusive)].map(claim => ({
      request_id: requestId,
      claim,
      exclusive_key: claim,
      owner,
      detail: '{}',
    })),
  ];
}

export function toReservation({ detail }: ReservationRow): Reservation {
  return JSON.parse(detail);
}

export function toEventRow(
  requestId: string,
  { at, by = '', message, source, state }: RequestEventRecord,
): EventRow {
  return {
    request_id: requestId,
    at,
    actor: by,
    source,
    state: state ?? '',
    message,
  };
}

export function fromEventRow(row: EventRow): RequestEventRecord {
  const state = known(row.state) as RequestState | undefined;
  return {
    at: row.at,
    by: known(row.actor),
    source: row.source as RequestSource,
    ...(state && { state }),
    message: row.message,
  };
}
