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
  PolicyResult,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ObservedException,
  ObservedPolicy,
  PolicyDescription,
  PolicyName,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** Names a cluster and not the one that had its ARN before. */
export interface PolicyClusterKey {
  arn: string;
  /** ISO 8601; empty where EKS did not say. */
  createdAt: string;
}

/** What says whose a finding is. */
export type OwnerFrom = 'resource' | 'namespace' | 'component' | 'cluster';

/**
 * A result that does not pass, as it is kept: resolved to its owner, cut to
 * size, with controlled resources folded into what controls them.
 */
export interface NewFinding {
  /** 32 hex digits. */
  fingerprint: string;
  policy: PolicyName;
  rule: string;
  result: PolicyResult;
  severity: PolicySeverity;
  message: string;
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  /** Entity reference; empty where the cluster's owner is. */
  owner: string;
  ownerFrom: OwnerFrom;
  /** As `namespace/name`. */
  exceptions: string[];
  properties: Record<string, string>;
}

/** What is counted of one policy on one cluster by one feed. */
export interface PolicyTallies {
  policy: PolicyName;
  pass?: number;
  passes: PassCount;
  skip: number;
  /** Where more do not pass than could be read. */
  total?: number;
  /** ISO 8601. */
  evaluatedAt?: string;
}

/** A snapshot that was read to its end. */
export interface CompleteSnapshot {
  /** What the source gave to have back. */
  state?: string;
  policies: ObservedPolicy[];
  tallies: PolicyTallies[];
  exceptions: ObservedException[];
  engines: PolicyEngine[];
  passes?: PassCount;
  truncated: boolean;
  evaluatedAt?: string;
  notes: string[];
  /** When its reading began; what was there then and is not in it is gone. */
  observedAt: Date;
  freshUntil: Date;
}

/** What a snapshot has changed. */
export interface IngestReport {
  /** `superseded`: somebody else read it meanwhile, and later. */
  outcome: 'written' | 'unchanged' | 'superseded';
  added: number;
  changed: number;
  resolved: number;
}

/** How long a finding may stay. The first that fits counts. */
export interface DueRule {
  severities: PolicySeverity[];
  /** All where left out. */
  environments?: string[];
  days: number;
}

/** What is known of a policy over all clusters. */
export interface PolicyRecord extends PolicyName, PolicyDescription {
  /** 16 hex digits. */
  id: string;
  severity: PolicySeverity;
}

/** How a policy stands on one cluster, or on those that share something. */
export interface CellRecord {
  policyId: string;
  /** An ARN, or the value that its clusters share. */
  column: string;
  mode?: PolicyMode;
  ready?: boolean;
  notReadyBecause?: string;
  version?: string;
  /** What brings it, where a column is a cluster. */
  argocdApplication?: string;
  /** Whether its own object was seen. */
  seen: boolean;
  fail: number;
  warn: number;
  error: number;
  exempt: number;
  pass?: number;
  passes?: PassCount;
  atLeast: boolean;
  /** The worst of its findings that are not exempt; `unknown` where there is none. */
  severity: PolicySeverity;
  /** The oldest of what it rests on. ISO 8601. */
  observedAt?: string;
  freshUntil?: string;
  evaluatedAt?: string;
  /** For how many clusters it stands, and on how many its object was seen. */
  clusters: number;
  deployedOn: number;
}

/** What a feed last read of a cluster. */
export interface FeedRecord {
  arn: string;
  feed: string;
  observedAt: string;
  freshUntil: string;
  evaluatedAt?: string;
  engines: PolicyEngine[];
  passes?: PassCount;
  truncated: boolean;
  notes: string[];
}
