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
  PolicyMode,
  PolicyResult,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ObservedException } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterRecord, ClusterSelection } from '../../inventory/types';
import type {
  CellRecord,
  CompleteSnapshot,
  DueRule,
  FeedRecord,
  IngestReport,
  NewFinding,
  OwnerFrom,
  PolicyClusterKey,
  PolicyRecord,
} from '../types';

/** One reading of one feed of one cluster. */
export interface SnapshotSession {
  /** What the feed's last complete snapshot gave to have back. */
  readonly previous?: { state?: string; observedAt: string };
  /** Writes where there is enough of it; nothing that was there is gone by this. */
  add(findings: NewFinding[]): Promise<void>;
  /** Nothing differs from the snapshot before: writes that it was seen, and no finding. */
  same(seen: { observedAt: Date; freshUntil: Date }): Promise<IngestReport>;
  /** Resolves what was not among the findings, and counts what is there. */
  complete(snapshot: CompleteSnapshot): Promise<IngestReport>;
}

/** Takes what feeds read. */
export interface PolicyIngestStore {
  begin(
    cluster: PolicyClusterKey & { environment: string },
    feed: string,
    options: {
      due: DueRule[];
      now: Date;
      /** Feeds in whose place it stands: it goes on with what they have found. */
      insteadOf?: readonly string[];
    },
  ): Promise<SnapshotSession>;
  /** Forgets clusters that are gone, and what was resolved before then. */
  prune(options: { resolvedBefore: Date; now: Date }): Promise<void>;
  /** Makes weeks of days that are older than 90 days, and drops what is older than two years. */
  compactTrend(now: Date): Promise<void>;
}

/** Which policies on which clusters a question is about. */
export interface PolicySelection extends ClusterSelection {
  policyIds?: string[];
  names?: string[];
  engines?: string[];
  categories?: string[];
  severities?: PolicySeverity[];
  modes?: PolicyMode[];
  /** In a policy's name, title or category. */
  policyText?: string;
}

export type ColumnKind = 'cluster' | 'environment' | 'account' | 'owner';

/** A column of the matrix. */
export interface ColumnRecord {
  key: string;
  title: string;
  clusters: number;
  /** Where it is one cluster. */
  cluster?: ClusterRecord;
}

/** By the key of their column, then by the id of their policy. */
export type MatrixCells = ReadonlyMap<string, ReadonlyMap<string, CellRecord>>;

export interface MatrixRecords {
  columns: ColumnRecord[];
  policies: PolicyRecord[];
  cells: MatrixCells;
  /**
   * Of each cluster by its ARN, then of each policy that was counted there by
   * its id, whether or not it was asked for.
   */
  quiet: ReadonlyMap<string, ReadonlyMap<string, QuietRecord>>;
  /** Of the clusters of the columns. */
  feeds: FeedRecord[];
}

export interface WeekRecord {
  policyId: string;
  added: number;
  resolved: number;
}

/** Which findings a question is about. */
export interface FindingSelection extends PolicySelection {
  /** In the resource's name or namespace, the rule, or the policy's name. */
  findingText?: string;
  results?: PolicyResult[];
  state: 'open' | 'resolved';
  /** Entity references; a finding's own, else its cluster's. */
  owners?: string[];
  namespaces?: string[];
  kinds?: string[];
  resources?: string[];
  rules?: string[];
  assignees?: string[];
  exceptions?: string[];
  dueBefore?: string;
  firstSeenAfter?: string;
  resolvedAfter?: string;
  fingerprints?: string[];
}

export const FINDING_ORDER_FIELDS = [
  'severity',
  'firstSeen',
  'due',
  'policy',
  'cluster',
  'namespace',
] as const;

export interface FindingOrder {
  field: (typeof FINDING_ORDER_FIELDS)[number];
  direction: 'asc' | 'desc';
}

export interface FindingPosition {
  key: string | number;
  fingerprint: string;
}

export interface FindingPageRequest {
  order: FindingOrder;
  limit: number;
  after?: FindingPosition;
  before?: FindingPosition;
}

export interface FindingRecord {
  fingerprint: string;
  policy: PolicyRecord;
  cluster: ClusterRecord;
  rule: string;
  result: PolicyResult;
  severity: PolicySeverity;
  mode?: PolicyMode;
  message: string;
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  owner: string;
  ownerFrom: OwnerFrom;
  firstSeen: string;
  lastSeen: string;
  /** Until when its feed's last snapshot counts as fresh. */
  freshUntil: string;
  resolvedAt: string;
  dueAt: string;
  exceptions: string[];
  properties: Record<string, string>;
  feed: string;
  assignment?: { assignee: string; note: string; by: string; at: string };
}

export interface FindingPage {
  records: FindingRecord[];
  first?: FindingPosition;
  last?: FindingPosition;
  hasMore: boolean;
}

export const FINDING_FACETS = [
  'name',
  'policy',
  'engine',
  'category',
  'severity',
  'result',
  'cluster',
  'account',
  'region',
  'environment',
  'owner',
  'namespace',
  'kind',
] as const;

export type FindingFacet = (typeof FINDING_FACETS)[number];

export interface BoundedCount {
  count: number;
  /** Whether there are more than were counted. */
  isAtLeast: boolean;
}

/** An exception that is the same on several clusters. */
export interface ExceptionRecord extends ObservedException {
  id: string;
  clusters: ClusterRecord[];
  /** Open findings that name it. */
  exempted: number;
  policyIds: Record<string, string>;
}

export interface TrendPoint {
  /** `2026-11-29`. */
  day: string;
  fail: number;
  warn: number;
  error: number;
  exempt: number;
}

/** When something not exempt of a policy last failed on a cluster. */
export interface QuietRecord {
  /** ISO 8601; left out where nothing has failed since the policy is known. */
  lastFailedAt?: string;
  /** Since when the policy is seen there. */
  knownSince: string;
}

/** Reads what feeds wrote; each answer holds under the selection's scope. */
export interface PolicyStore {
  matrix(selection: PolicySelection, by: ColumnKind): Promise<MatrixRecords>;
  /** What was first seen, and what was resolved, from then on. */
  week(selection: PolicySelection, from: Date): Promise<WeekRecord[]>;
  trend(
    selection: PolicySelection,
    days: number,
  ): Promise<{ points: TrendPoint[]; since?: string }>;
  policy(id: string): Promise<PolicyRecord | undefined>;
  rules(
    selection: PolicySelection,
    limit: number,
  ): Promise<Array<{ rule: string; findings: number }>>;
  namespaces(
    selection: PolicySelection,
    limit: number,
  ): Promise<Array<{ namespace: string; findings: number }>>;
  findings(
    selection: FindingSelection,
    page: FindingPageRequest,
  ): Promise<FindingPage>;
  countFindings(selection: FindingSelection): Promise<BoundedCount>;
  /** Findings by severity that fail, warn or could not be evaluated. */
  countBySeverity(
    selection: PolicySelection,
  ): Promise<Map<PolicySeverity, number>>;
  facet(
    selection: FindingSelection,
    facet: FindingFacet,
    limit: number,
  ): Promise<{
    values: Array<{ value: string; count: number; title?: string }>;
    isAtLeast: boolean;
  }>;
  exceptions(selection: PolicySelection): Promise<ExceptionRecord[]>;
  feeds(arns: string[]): Promise<FeedRecord[]>;
  assign(
    fingerprint: string,
    assignment:
      | { assignee: string; note: string; by: string; at: string }
      | undefined,
  ): Promise<void>;
}
