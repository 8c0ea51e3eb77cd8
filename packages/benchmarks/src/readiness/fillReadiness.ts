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
import {
  createFinding,
  DatabaseReadinessStore,
  SupportCalendar,
  targetsOf,
  verdictOf,
  type Assessment,
  type ClusterFacts,
  type Finding,
} from './internals';

const BATCH = 50;
const CLAIM = 'benchmark';
const DAY_MS = 86_400_000;

const CODES = [
  'deprecated-api',
  'addon-incompatible',
  'drain-blocked',
  'free-addresses',
  'kubelet-skew',
  'ami-ended',
  'cluster-health',
];

/**
 * Records verdicts and findings of each cluster for each version that it can
 * be moved to, through the store, as the assessor does.
 *
 * @returns how many findings there are
 */
export async function fillReadiness(knex: Knex): Promise<number> {
  const store = new DatabaseReadinessStore(knex);
  const now = new Date();
  const versions = new SupportCalendar().versions('aws');
  let number = 0;
  let afterArn: string | undefined;
  for (;;) {
    const due = await store.due({ now, limit: BATCH, afterArn });
    if (due.length === 0) {
      break;
    }
    afterArn = due.at(-1)!.facts.arn;
    await store.claim(
      due.map(({ facts }) => facts.arn),
      CLAIM,
    );
    for (const cluster of due) {
      const { facts } = cluster;
      const findings = findingsOf(facts, number);
      const assessments = targetsOf(versions, facts.version, now).map(
        (target, index): Assessment => ({
          target,
          // What blocks the next version blocks those after it, and some more.
          verdict: verdictOf(findings.slice(0, 5 + index)),
          hops: [target],
          steps: [],
          findings: findings.slice(0, 5 + index),
          inputs: [],
          assessedAt: now.toISOString(),
        }),
      );
      await store.replace(cluster, assessments, {
        claim: CLAIM,
        now,
        dueAt: new Date(now.getTime() + DAY_MS),
      });
      number += 1;
    }
  }
  if (knex.client.config.client === 'pg') {
    // As autovacuum does a minute later.
    await knex.raw('analyze');
  }
  const row = await knex('readiness_findings').count({ count: '*' }).first();
  return Number(row?.count);
}

/** A fifth of the clusters is ready, a fifth unknown, and the rest blocked. */
function findingsOf(cluster: ClusterFacts, number: number): Finding[] {
  const share = number % 5;
  const gravest = share === 1 ? 'unknown' : 'blocking';
  return Array.from({ length: 7 }, (_, index) =>
    createFinding(
      { cluster },
      {
        code: CODES[index],
        about: [`part-${index}`, `cause-${(number * 7 + index) % 40}`],
        severity: share === 0 || index >= 2 ? 'warning' : gravest,
        title: `${CODES[index]} of part ${index}`,
        message: `Part ${index} of ${cluster.name} is not what the next version needs, as was seen when it was last observed`,
        subject: { kind: 'addon', name: `part-${index}` },
        evidence: { source: 'addons', facts: { version: 'v1.2.3' } },
        owner: index % 2 === 0 ? undefined : `group:default/w${number % 30}`,
        fix: 'Update it first, and see what its release notes say',
      },
    ),
  );
}
