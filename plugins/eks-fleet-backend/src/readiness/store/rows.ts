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

import {
  versionRank,
  type FindingSeverity,
  type FindingSubject,
  type ReadinessVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { utc } from '../../database/text';
import { counts } from '../assess/findings';
import type { Assessment, ClusterFacts, Finding } from '../types';

export interface ReadinessRow {
  arn: string;
  target_rank: number;
  cluster_created_at: string;
  target_version: string;
  verdict: ReadinessVerdict;
  verdict_since: string;
  blockers: number;
  unknowns: number;
  warnings: number;
  waived: number;
  first_blocker: string;
}

export interface FindingRow {
  arn: string;
  target_rank: number;
  finding_key: string;
  cause_key: string;
  code: string;
  severity: FindingSeverity;
  owner: string;
  since: string;
  clears_at: string;
  waived: number;
  message: string;
  document: string;
}

export interface WorkRow {
  arn: string;
  cluster_created_at: string;
  cluster_hash: string;
  mark: string;
  claim: string;
  assessed_at: string;
  due_at: string;
}

/** What lists need of a finding besides its columns. */
export interface FindingDocument {
  title: string;
  subject: FindingSubject;
  fix?: string;
  hop?: string;
}

export function toReadinessRow(
  cluster: ClusterFacts,
  { findings, target, verdict }: Assessment,
): Omit<ReadinessRow, 'verdict_since'> {
  const counting = findings.filter(counts);
  const count = (severity: FindingSeverity) =>
    counting.filter(finding => finding.severity === severity).length;
  const gravest = counting.find(
    ({ severity }) => severity === 'blocking' || severity === 'unknown',
  );
  return {
    arn: cluster.arn,
    target_rank: versionRank(target),
    cluster_created_at: utc(cluster.createdAt),
    target_version: target,
    verdict,
    blockers: count('blocking'),
    unknowns: count('unknown'),
    warnings: count('warning'),
    waived: findings.length - counting.length,
    first_blocker: gravest?.message ?? '',
  };
}

export function toFindingRow(
  cluster: ClusterFacts,
  target: string,
  finding: Finding,
): Omit<FindingRow, 'since'> {
  const { title, subject, fix, hop, owner } = finding;
  const document: FindingDocument = { title, subject, fix, hop };
  return {
    arn: cluster.arn,
    target_rank: versionRank(target),
    finding_key: finding.key,
    cause_key: finding.causeKey,
    code: finding.code,
    severity: finding.severity,
    owner: owner === undefined || owner === cluster.owner ? '' : owner,
    clears_at: utc(finding.clearsAt),
    waived: counts(finding) ? 0 : 1,
    message: finding.message,
    document: JSON.stringify(document),
  };
}

/** Whether a stored row says the same as a new one. */
export function isSame<T extends object>(stored: T, row: Partial<T>): boolean {
  return Object.entries(row).every(
    ([column, value]) => stored[column as keyof T] === value,
  );
}
