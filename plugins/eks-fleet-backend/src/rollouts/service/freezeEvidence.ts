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

import type { Readiness } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { JsonObject } from '@backstage/types';
import type {
  BakeClock,
  GateRecord,
  RolloutSnapshot,
  WaveRecord,
} from '../records';

/** What a cluster's readiness was. */
export interface ReadinessLook {
  /** Of the cluster. */
  name: string;
  verdict: Readiness['verdict'];
  /** Of the first finding against it. */
  reason?: string;
  /** When the oldest was seen of what it rests on. */
  seenAt?: string;
}

/** The commit that a pull request would merge. */
export interface ProposedHead {
  /** Of the cell. */
  name: string;
  head: string;
  url: string;
}

/** What was read for a decision, besides what is recorded of the rollout. */
export interface Surroundings {
  /** Left out where readiness says nothing of the change. */
  readiness?: ReadinessLook[];
  /** Clusters of the wave whose readiness was not looked at, as it has so many. */
  notRead: number;
  heads: ProposedHead[];
}

const NAMED = 10;

/**
 * What somebody who decides goes by, as it is at that moment: the plan, what
 * became of the waves, their bakes and alarms, the other gates, readiness, and
 * in Git what would be merged; each with when it was seen. Pure.
 */
export function freezeEvidence(
  gate: GateRecord,
  { gates, rollout, waves }: RolloutSnapshot,
  { heads, notRead, readiness }: Surroundings,
  now: Date,
): JsonObject {
  return {
    takenAt: now.toISOString(),
    plan: {
      hash: rollout.planHash,
      ...(rollout.plan && { madeAt: rollout.plan.madeAt }),
    },
    ...(readiness && { readiness: { ...sumUp(readiness), notRead } }),
    waves: waves
      .filter(({ index }) => index <= gate.wave)
      .map(wave => ({ ...evidenceOf(wave) })),
    gates: gates
      .filter(other => other.wave === gate.wave && other.id !== gate.id)
      .map(({ checkedAt, phase, state, title, waiting }) => ({
        title,
        phase,
        state,
        ...(checkedAt && { seenAt: checkedAt }),
        ...(waiting && { message: waiting.message }),
      })),
    ...(heads.length > 0 && { heads: heads.map(head => ({ ...head })) }),
  };
}

/** How many are of each verdict, and what is against the worst of them. */
function sumUp(looks: ReadinessLook[]): JsonObject {
  const of = (verdict: Readiness['verdict']) =>
    looks.filter(look => look.verdict === verdict);
  const against = [...of('blocked'), ...of('unknown')];
  const seen = looks.flatMap(({ seenAt }) => seenAt ?? []).sort();
  return {
    ready: of('ready').length,
    blocked: of('blocked').length,
    unknown: of('unknown').length,
    ...(seen.length > 0 && { oldestSeenAt: seen[0] }),
    ...(against.length > 0 && {
      worst: against
        .slice(0, NAMED)
        .map(({ name, reason, verdict }) => `${name}: ${reason ?? verdict}`),
    }),
  };
}

function evidenceOf({
  counts,
  lifecycle,
  name,
  state,
}: WaveRecord): JsonObject {
  const { alarms, bake, baked = [] } = state;
  const bakes = [...baked, ...(bake ? [bake] : [])];
  return {
    name,
    lifecycle,
    succeeded: counts.succeeded,
    failed: counts.failed,
    skipped: counts.skipped,
    rolledBack: counts.rolledBack,
    ...(bakes.length > 0 && { bakes: bakes.map(toBake) }),
    alarms: alarms?.state ?? 'notLooked',
    ...(alarms && { alarmsSince: alarms.since }),
    ...(alarms?.message && { alarmsMessage: alarms.message }),
  };
}

function toBake(bake: BakeClock): JsonObject {
  return {
    askedSeconds: bake.seconds,
    healthySeconds: Math.floor(bake.healthySeconds),
    stoodStillSeconds: Math.floor(bake.stoodStillSeconds),
    samples: bake.samples,
    seenAt: bake.lookedAt,
    ...(bake.endedAt && { endedAt: bake.endedAt }),
  };
}
