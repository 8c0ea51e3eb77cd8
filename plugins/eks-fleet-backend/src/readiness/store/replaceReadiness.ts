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

import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import { utc } from '../../database/text';
import type { Assessment, Finding } from '../types';
import {
  isSame,
  toFindingRow,
  toReadinessRow,
  type FindingRow,
  type ReadinessRow,
  type WorkRow,
} from './rows';
import type { DueCluster, ReplaceOutcome, TargetChange } from './types';

const ROWS_PER_STATEMENT = 200;

/**
 * Makes these a cluster's verdicts and findings, writing only what differs;
 * what stays keeps its `since`.
 */
export async function replaceReadiness(
  knex: Knex,
  cluster: DueCluster,
  assessments: Assessment[],
  options: { claim: string; now: Date; dueAt: Date },
): Promise<ReplaceOutcome> {
  const { facts } = cluster;
  const { arn } = facts;
  const now = options.now.toISOString();
  return knex.transaction<ReplaceOutcome>(async transaction => {
    const claimed = await transaction<WorkRow>('readiness_clusters')
      .where({ arn, claim: options.claim })
      .update({
        cluster_created_at: utc(facts.createdAt),
        cluster_hash: cluster.hash,
        assessed_at: now,
        due_at: options.dueAt.toISOString(),
        mark: transaction.raw(`case when mark = ? then '' else mark end`, [
          cluster.mark,
        ]) as never,
      });
    if (claimed === 0) {
      return { outcome: 'superseded' };
    }
    const stored = await read(transaction, cluster);
    const plan = compare(cluster, assessments, stored, now);
    await write(transaction, arn, plan);
    return {
      outcome: 'replaced',
      written: plan.verdicts.length + plan.findings.length,
      changes: plan.changes,
    };
  });
}

interface Stored {
  verdicts: ReadinessRow[];
  findings: FindingRow[];
}

/** What is stored of this cluster; a recreated one inherits nothing. */
async function read(knex: Knex, { facts }: DueCluster): Promise<Stored> {
  const { arn } = facts;
  const verdicts = await knex<ReadinessRow>('readiness').where({ arn });
  const findings = await knex<FindingRow>('readiness_findings').where({ arn });
  const createdAt = utc(facts.createdAt);
  if (verdicts.some(row => row.cluster_created_at !== createdAt)) {
    await knex('readiness').where({ arn }).delete();
    await knex('readiness_findings').where({ arn }).delete();
    return { verdicts: [], findings: [] };
  }
  return { verdicts, findings };
}

interface Plan {
  verdicts: ReadinessRow[];
  findings: FindingRow[];
  goneTargets: number[];
  goneFindings: FindingRow[];
  changes: TargetChange[];
}

function compare(
  { facts }: DueCluster,
  assessments: Assessment[],
  stored: Stored,
  now: string,
): Plan {
  const plan: Plan = {
    verdicts: [],
    findings: [],
    goneTargets: [],
    goneFindings: [],
    changes: [],
  };
  const since = firstSeen(stored.findings);
  const present = new Set<number>();
  for (const assessment of assessments) {
    const row = toReadinessRow(facts, assessment);
    present.add(row.target_rank);
    const old = stored.verdicts.find(
      item => item.target_rank === row.target_rank,
    );
    const oldFindings = new Map(
      stored.findings
        .filter(item => item.target_rank === row.target_rank)
        .map(item => [item.finding_key, item]),
    );
    if (!old || !isSame(old, row)) {
      const kept = old?.verdict === row.verdict ? old.verdict_since : now;
      plan.verdicts.push({ ...row, verdict_since: kept });
    }
    const newBlockers: Finding[] = [];
    const cleared = new Map(
      [...oldFindings].filter(([, item]) => blocks(item)),
    );
    for (const finding of assessment.findings) {
      const next: FindingRow = {
        ...toFindingRow(facts, assessment.target, finding),
        since: since.get(finding.key) ?? now,
      };
      const known = oldFindings.get(finding.key);
      oldFindings.delete(finding.key);
      if (!known || !isSame(known, next)) {
        plan.findings.push(next);
      }
      if (blocks(next)) {
        cleared.delete(finding.key);
        if (!known || !blocks(known)) {
          newBlockers.push({ ...finding, since: next.since });
        }
      }
    }
    plan.goneFindings.push(...oldFindings.values());
    plan.changes.push({
      assessment,
      before: old?.verdict,
      newBlockers,
      clearedBlockers: [...cleared.values()].map(item => ({
        key: item.finding_key,
        causeKey: item.cause_key,
        message: item.message,
      })),
    });
  }
  plan.goneTargets = stored.verdicts
    .map(row => row.target_rank)
    .filter(rank => !present.has(rank));
  return plan;
}

/** A finding is as old as its key, whatever target it was first found for. */
function firstSeen(findings: FindingRow[]): Map<string, string> {
  const since = new Map<string, string>();
  for (const { finding_key: key, since: time } of findings) {
    const known = since.get(key);
    if (known === undefined || time < known) {
      since.set(key, time);
    }
  }
  return since;
}

function blocks({ severity, waived }: FindingRow): boolean {
  return severity === 'blocking' && waived === 0;
}

async function write(knex: Knex, arn: string, plan: Plan): Promise<void> {
  if (plan.goneTargets.length > 0) {
    for (const table of ['readiness_findings', 'readiness']) {
      await knex(table)
        .where({ arn })
        .whereIn('target_rank', plan.goneTargets)
        .delete();
    }
  }
  for (const rank of new Set(plan.goneFindings.map(row => row.target_rank))) {
    const keys = plan.goneFindings
      .filter(row => row.target_rank === rank)
      .map(row => row.finding_key);
    for (const part of chunks(keys, ROWS_PER_STATEMENT)) {
      await knex('readiness_findings')
        .where({ arn, target_rank: rank })
        .whereIn('finding_key', part)
        .delete();
    }
  }
  if (plan.verdicts.length > 0) {
    await knex('readiness')
      .insert(plan.verdicts)
      .onConflict(['arn', 'target_rank'])
      .merge();
  }
  for (const part of chunks(plan.findings, ROWS_PER_STATEMENT)) {
    await knex('readiness_findings')
      .insert(part)
      .onConflict(['arn', 'target_rank', 'finding_key'])
      .merge();
  }
}
