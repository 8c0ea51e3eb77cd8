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
  FindingSeverity,
  FindingSubject,
  ReadinessVerdict,
  Waiver,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord, ClusterSelection } from '../../inventory/types';
import type { Assessment, ClusterFacts, Finding } from '../types';

/**
 * Which version of each cluster is meant: its next minor version, the oldest
 * one in standard support, or one that is named.
 */
export type ReadinessTarget = 'next' | 'supported' | (string & {});

/** Verdicts that a cluster is counted under. */
export type CountedVerdict = ReadinessVerdict | 'done';

/** Which clusters and which of their verdicts a question is about. */
export interface ReadinessSelection extends ClusterSelection {
  target: ReadinessTarget;
  /** Only clusters that this cause keeps from the target. */
  cause?: string;
}

export const READINESS_ORDER_FIELDS = [
  'name',
  'verdict',
  'version',
  'owner',
  'environment',
  'blockers',
  'supportEnds',
] as const;

export interface ReadinessOrder {
  field: (typeof READINESS_ORDER_FIELDS)[number];
  direction: 'asc' | 'desc';
}

export interface ReadinessPosition {
  key: string | number;
  entityRef: string;
}

export interface ReadinessPageRequest {
  order: ReadinessOrder;
  limit: number;
  verdicts?: ReadinessVerdict[];
  after?: ReadinessPosition;
  before?: ReadinessPosition;
}

/** One cluster in a list of verdicts. */
export interface ReadinessRecord {
  cluster: ClusterRecord;
  verdict: CountedVerdict;
  /** Of the target's version for this cluster; -1 where there is none. */
  targetRank: number;
  blockers: number;
  unknowns: number;
  warnings: number;
  waived: number;
  firstBlocker: string;
  assessedAt: string;
}

export interface ReadinessPage {
  records: ReadinessRecord[];
  first?: ReadinessPosition;
  last?: ReadinessPosition;
  hasMore: boolean;
}

/** How many clusters of a partition have a verdict. */
export interface VerdictGroup {
  partition: string;
  verdict: CountedVerdict;
  clusters: number;
  /** Of the oldest of them. */
  versionRank: number;
}

/** One cause over all clusters of a selection. */
export interface BlockerRecord {
  causeKey: string;
  code: string;
  severity: FindingSeverity;
  clusters: number;
  /** Of them, those where a waiver holds for all of it. */
  waived: number;
  since: string;
  /** Empty where it does not end by itself on each of them. */
  clearsAt: string;
  owners: Array<{ owner: string; clusters: number }>;
  /** The cluster that has had it longest, and what is said there. */
  example: { accountId: string; message: string; title: string; fix?: string };
}

/** One cluster that a cause hits. */
export interface HitRecord {
  cluster: ClusterRecord;
  owner: string;
  since: string;
  /** Empty where it does not clear by itself. */
  clearsAt: string;
  message: string;
  waived: boolean;
  subject: FindingSubject;
}

/** A cluster whose verdicts are to be made anew. */
export interface DueCluster {
  facts: ClusterFacts;
  /** Of its row in the inventory. */
  hash: string;
  /** What marked it; empty where time alone did. */
  mark: string;
}

/** What a cluster's new verdicts changed. */
export interface TargetChange {
  assessment: Assessment;
  /** Left out at the first assessment for this target. */
  before?: ReadinessVerdict;
  newBlockers: Finding[];
  clearedBlockers: Array<{ key: string; causeKey: string; message: string }>;
}

export type ReplaceOutcome =
  | { outcome: 'replaced'; written: number; changes: TargetChange[] }
  /** Somebody began later and knows more. */
  | { outcome: 'superseded' };

/** Verdicts and findings, kept so that SQL can filter, count, sort and page. */
export interface ReadinessStore {
  /** What is known of these clusters has changed. */
  mark(arns: string[]): Promise<void>;
  /** Clusters to be assessed, in the order of their ARNs. */
  due(options: {
    now: Date;
    limit: number;
    afterArn?: string;
  }): Promise<DueCluster[]>;
  /** Those of these ARNs that are ours, due or not. */
  find(arns: string[]): Promise<DueCluster[]>;
  /** From now on only what carries this claim may be written. */
  claim(arns: string[], claim: string): Promise<void>;
  /** Makes these the cluster's verdicts, writing only what differs. */
  replace(
    cluster: DueCluster,
    assessments: Assessment[],
    options: { claim: string; now: Date; dueAt: Date },
  ): Promise<ReplaceOutcome>;
  /** Forgets clusters that are gone and were last assessed before a time. */
  prune(before: Date): Promise<void>;
  /** Since when each finding of a cluster is there, by its key. */
  sinceByKey(arn: string): Promise<Map<string, string>>;
  list(
    selection: ReadinessSelection,
    page: ReadinessPageRequest,
  ): Promise<ReadinessPage>;
  countVerdicts(selection: ReadinessSelection): Promise<VerdictGroup[]>;
  /** The most clusters first. */
  blockers(
    selection: ReadinessSelection,
    limit: number,
  ): Promise<BlockerRecord[]>;
  hits(
    selection: ReadinessSelection & { cause: string },
    limit: number,
  ): Promise<HitRecord[]>;
}

/** Names a cluster and not the one that had its ARN before. */
export type ClusterIdentity = Pick<ClusterFacts, 'arn' | 'createdAt'>;

export interface WaiverRecord extends Waiver {
  arn: string;
}

/** Waivers; none is ever deleted. */
export interface WaiverStore {
  add(
    cluster: ClusterIdentity,
    waiver: Pick<Waiver, 'findingKey' | 'reason' | 'until' | 'by'>,
    now: Date,
  ): Promise<Waiver>;
  find(
    cluster: ClusterIdentity,
    id: string,
    now: Date,
  ): Promise<Waiver | undefined>;
  /** @returns whether it still held */
  end(id: string, by: string, now: Date): Promise<boolean>;
  /** Those that hold, by ARN. */
  active(
    clusters: ClusterIdentity[],
    now: Date,
  ): Promise<Map<string, Waiver[]>>;
  /** Ends those whose time is up; each is handed out once. */
  expire(now: Date): Promise<WaiverRecord[]>;
  /** Forgets those that ended before then. */
  prune(before: Date): Promise<number>;
}
