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
  PassCount,
  PolicyEngine,
  PolicyMode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { OwnerFrom } from '../types';

export interface PolicyClusterRow {
  id: number;
  arn: string;
  created_at: string;
  due_key: string;
  known_since: string;
}

export interface FeedRow {
  id: number;
  cluster_id: number;
  feed: string;
  observed_at: string;
  fresh_until: string;
  evaluated_at: string;
  engines: string;
  passes: PassCount | '';
  truncated: number;
  notes: string;
  source_state: string;
  content_hash: string;
  claim: string;
  claimed_at: string;
}

export interface PolicyRow {
  id: number;
  key: string;
  engine: PolicyEngine;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  category: string;
  severity: number;
  description: string;
  remediation: string;
  documentation: string;
  search_text: string;
  described_at: string;
  seen_at: string;
}

/** How many findings there are of each result. */
export interface Counts {
  fail: number;
  warn: number;
  error: number;
  exempt: number;
}

export interface CellRow extends Counts {
  feed_id: number;
  policy_id: number;
  cluster_id: number;
  seen: number;
  mode: PolicyMode | '';
  ready: number;
  not_ready_because: string;
  version: string;
  argocd_application: string;
  skip: number;
  pass: number;
  passes: PassCount | '';
  at_least: number;
  severity: number;
  evaluated_at: string;
  known_since: string;
  last_failed_at: string;
}

export interface CountRow extends Counts {
  feed_id: number;
  policy_id: number;
  severity: number;
  cluster_id: number;
}

export interface FindingRow {
  id: number;
  first_seen: number;
  due_at: number;
  resolved_at: number;
  last_seen: number;
  feed_id: number;
  cluster_id: number;
  policy_id: number;
  name_id: number;
  rule_id: number;
  severity: number;
  result: number;
  namespace: string;
  kind: string;
  owner: string;
}

export interface FindingTextRow {
  id: number;
  feed_id: number;
  fingerprint: string;
  content_hash: string;
  api_version: string;
  owner_from: OwnerFrom;
  message: string;
  exceptions: string;
  properties: string;
}

export interface TrendRow extends Counts {
  cluster_id: number;
  policy_id: number;
  day: number;
  added: number;
  resolved: number;
}

export interface ExceptionRow {
  feed_id: number;
  key: string;
  cluster_id: number;
  spec_key: string;
  document: string;
}

export interface AssignmentRow {
  cluster_id: number;
  fingerprint: string;
  assignee: string;
  note: string;
  assigned_by: string;
  assigned_at: string;
}
