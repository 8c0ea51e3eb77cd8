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
  CellCluster,
  Gate,
  Rollout,
  RolloutCell,
  RolloutOutcome,
  RolloutRights,
  RolloutWave,
  Track,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { bakeEnd } from '../engine/bakeClock';
import { judgeApproval, parseApproval } from '../engine/approvals';
import {
  NO_CELLS,
  type CellClusterRecord,
  type CellCounts,
  type CellRecord,
  type GateRecord,
  type RolloutSnapshot,
  type TrackRecord,
  type WaveRecord,
} from '../records';

/** What a reader may see of a rollout. */
export interface RolloutView {
  may: RolloutRights;
  /** By wave, of cells that the reader may see; left out where that is all. */
  counts?: Map<number, CellCounts>;
  /** Of the ARNs that it names, those that the reader may see; left out for all. */
  readable?: Set<string>;
  /** Cells that the reader may see, of those that something waits for. */
  readableCells?: Set<string>;
  movedOutside: number;
  strategyChanged: boolean;
  /** Of the reader, for `mayDecide`. */
  mayDecide: (gate: GateRecord) => boolean;
}

export function presentRollout(
  { gates, rollout, waves }: RolloutSnapshot,
  view: RolloutView,
): Rollout {
  const counts = waves.map(wave => countsOf(wave, view));
  const whole = sum(counts);
  const { plan } = rollout;
  const isReadable = (arn: string) => view.readable?.has(arn) ?? true;
  return {
    id: rollout.id,
    name: rollout.name,
    title: rollout.title,
    revision: rollout.revision,
    lifecycle: rollout.lifecycle,
    outcome: outcomeOf(whole),
    running: whole.running + whole.rollingBack,
    waiting: presentWaiting(rollout.waiting, view),
    change: rollout.change,
    from: plan?.from,
    selection: {
      ...rollout.selection,
      ...(rollout.selection.clusters && {
        clusters: rollout.selection.clusters.filter(isReadable),
      }),
      ...(rollout.selection.exclude && {
        exclude: rollout.selection.exclude.filter(isReadable),
      }),
    },
    strategy: rollout.strategy,
    strategyChanged: view.strategyChanged,
    executor: rollout.executor,
    environments: rollout.environments.filter(Boolean),
    owners: rollout.owners.filter(Boolean),
    plan: plan && {
      madeAt: plan.madeAt,
      hash: rollout.planHash,
      problems: plan.problems.filter(
        ({ clusters }) =>
          view.readable === undefined || (clusters ?? []).every(isReadable),
      ),
    },
    waves: waves.map((wave, index) =>
      presentWave(
        wave,
        counts[index],
        gates.filter(gate => gate.wave === wave.index),
        rollout.planHash,
        view,
      ),
    ),
    // Money and dates are of all clusters.
    forecast: view.readable === undefined ? plan?.forecast : undefined,
    unassigned: rollout.unassigned.filter(isReadable).length,
    movedOutside: view.movedOutside,
    stragglersOf: rollout.stragglersOf,
    createdBy: rollout.createdBy,
    createdAt: rollout.createdAt,
    updatedBy: rollout.updatedBy,
    updatedAt: rollout.updatedAt,
    startedBy: rollout.startedBy,
    startedAt: rollout.startedAt,
    endedAt: rollout.endedAt,
    may: view.may,
  };
}

function presentWave(
  wave: WaveRecord,
  counts: CellCounts,
  gates: GateRecord[],
  planHash: string,
  view: RolloutView,
): RolloutWave {
  const { plan } = wave;
  return {
    index: wave.index,
    name: wave.name,
    rule: plan.rule,
    lifecycle: wave.lifecycle,
    outcome: outcomeOf(counts),
    running: counts.running + counts.rollingBack,
    cells: outcomeOf(counts).total,
    production: plan.production,
    concurrency: plan.concurrency,
    failureBudget: plan.failureBudget,
    bake: presentBake(wave),
    gates: gates.map(gate => presentGate(gate, planHash, view)),
    waiting: presentWaiting(wave.waiting, view),
    startedAt: wave.startedAt,
    endedAt: wave.endedAt,
    forecast: plan.forecast,
  };
}

function presentBake({ plan, state }: WaveRecord): RolloutWave['bake'] {
  const bake = state.bake ?? state.baked?.at(-1);
  if (!bake) {
    return {
      seconds: plan.bakeSeconds,
      healthySeconds: 0,
      stoodStillSeconds: 0,
      samples: 0,
      minimumSamples: plan.minimumSamples,
    };
  }
  return {
    seconds: bake.seconds,
    healthySeconds: Math.floor(bake.healthySeconds),
    stoodStillSeconds: Math.floor(bake.stoodStillSeconds),
    samples: bake.samples,
    minimumSamples: bake.minimumSamples,
    startedAt: bake.startedAt,
    endsAt: bake.endedAt ?? bakeEnd(bake).toISOString(),
    endedAt: bake.endedAt,
  };
}

function presentGate(
  gate: GateRecord,
  planHash: string,
  view: RolloutView,
): Gate {
  const approval =
    gate.type === 'approval'
      ? judgeApproval(gate, { planHash }, new Date(0))
      : undefined;
  // What evidence names is not taken apart by clusters.
  const evidence = view.readable === undefined ? gate.evidence : undefined;
  return {
    id: gate.id,
    wave: gate.wave,
    phase: gate.phase,
    type: gate.type,
    title: gate.title,
    state: gate.state,
    waiting: presentWaiting(gate.waiting, view),
    checkedAt: gate.checkedAt,
    openedAt: gate.openedAt,
    evidence,
    decisions: gate.decisions
      .filter(({ decision }) => decision === 'approve' || decision === 'reject')
      .map(({ decision, ...rest }) => ({
        ...rest,
        decision: decision as 'approve' | 'reject',
        evidence: view.readable === undefined ? rest.evidence : undefined,
        voidedBecause:
          rest.voidedBecause ??
          (rest.planHash === planHash
            ? undefined
            : 'The plan is another by now'),
      })),
    needed:
      gate.type === 'approval' ? parseApproval(gate.asked).needed : undefined,
    expiresAt: approval?.expiresAt,
    mayDecide: view.mayDecide(gate),
  };
}

/** A sentence about a cell that the reader may not see says only that there is one. */
function presentWaiting(
  waiting: Waiting | undefined,
  { readable, readableCells }: RolloutView,
): Waiting | undefined {
  if (
    !waiting ||
    readable === undefined ||
    (waiting.cellId ? readableCells?.has(waiting.cellId) : !names(waiting))
  ) {
    return waiting;
  }
  const { cellId, who, ...rest } = waiting;
  return {
    ...rest,
    message: 'It waits for clusters some of which you may not see',
  };
}

/** Codes whose sentence may name clusters that a reader may not see. */
function names({ code }: Waiting): boolean {
  return ![
    'gate.approval',
    'gate.hold',
    'gate.schedule',
    'gate.freeze',
    'window.closed',
    'bake.time',
    'bake.samples',
    'paused',
    'failures',
    'fleet.stop',
  ].includes(code);
}

export function presentCell(
  cell: CellRecord,
  readable?: Set<string>,
): RolloutCell {
  return {
    id: cell.id,
    wave: cell.wave,
    index: cell.place,
    name: cell.name,
    state: cell.state,
    clusters: cell.clusters
      .filter(({ cluster }) => readable?.has(cluster.arn) ?? true)
      .map(record => presentCluster(record, cell)),
    attempt: Math.max(
      cell.attempt,
      ...cell.clusters.flatMap(({ tracks }) =>
        tracks.map(({ attempt }) => attempt),
      ),
    ),
    revision: cell.changed,
    waiting: cell.waiting ?? queuedWaiting(cell),
    error: cell.error,
    startedAt: cell.startedAt,
    endedAt: cell.endedAt,
  };
}

function queuedWaiting({ id, state }: CellRecord): Waiting | undefined {
  return state === 'queued'
    ? {
        code: 'slot.wave',
        message: 'It starts once a cell of its wave before it is done',
        cellId: id,
      }
    : undefined;
}

function presentCluster(
  { cluster, movedOutside, tracks, vanished }: CellClusterRecord,
  cell: CellRecord,
): CellCluster {
  const over = cell.state === 'skipped';
  return {
    arn: cluster.arn,
    entityRef: cluster.entityRef,
    name: cluster.name,
    accountId: cluster.accountId,
    region: cluster.region,
    owner: cluster.owner,
    environment: cluster.environment,
    tracks: tracks.map(track => presentTrack(track, over)),
    movedOutside,
    vanished,
  };
}

function presentTrack(track: TrackRecord, skipped: boolean): Track {
  const over = track.done >= track.hops.length;
  return {
    kind: track.kind,
    name: track.name,
    from: track.from,
    to: track.to,
    now: track.now,
    hops: track.hops,
    hop: Math.min(track.done + (over ? 0 : 1), track.hops.length),
    state: skipped && !over ? 'skipped' : track.state,
    startedAt: track.startedAt,
    endedAt: track.endedAt,
    attempt: track.attempt,
    updateId: track.updateId,
    pullRequest: track.pullRequest,
    waiting: track.waiting,
    error: track.error,
  };
}

function countsOf(wave: WaveRecord, { counts }: RolloutView): CellCounts {
  return counts ? counts.get(wave.index) ?? NO_CELLS : wave.counts;
}

function sum(all: CellCounts[]): CellCounts {
  const total = { ...NO_CELLS };
  for (const counts of all) {
    for (const key of Object.keys(total) as Array<keyof CellCounts>) {
      total[key] += counts[key];
    }
  }
  return total;
}

function outcomeOf(counts: CellCounts): RolloutOutcome {
  const { failed, rolledBack, skipped, succeeded } = counts;
  const notReached =
    counts.planned +
    counts.queued +
    counts.running +
    counts.parked +
    counts.rollingBack;
  return {
    total: notReached + failed + rolledBack + skipped + succeeded,
    succeeded,
    failed,
    skipped,
    rolledBack,
    notReached,
  };
}
