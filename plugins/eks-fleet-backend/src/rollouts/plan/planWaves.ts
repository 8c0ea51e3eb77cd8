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
  SkippedCluster,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  PlanInput,
  PlannedClusterPart,
  PlannedWave,
  PlanningCluster,
  PlanOverlap,
  RolloutPlan,
} from '../types';
import { bakeOfWave, nodesBakeOf } from './bakeSeconds';
import { lintPlan } from './lintPlan';
import { makeCells, spreadCells } from './makeCells';
import { matchWave } from './matchWave';
import { planHash } from './planHash';
import { planTracks } from './planTracks';
import {
  countOf,
  DEFAULT_CONCURRENCY,
  DEFAULT_FAILURE_BUDGET,
  resolveBudget,
  resolveConcurrency,
} from './resolveShare';
import { splitWave } from './splitWave';
import { TrackContext } from './TrackContext';
import { compareText, nameOf } from './trackPlan';

/** Which cluster moves when, and how. The same input gives the same plan. */
export function planWaves(input: PlanInput): RolloutPlan {
  const { strategy } = input;
  const { parts, skipped } = planClusters(input);
  const { drafts, left, overlaps } = takeClusters(input, parts);
  const total = drafts.reduce((sum, { cells }) => sum + cells.length, 0);
  let done = 0;
  const waves = drafts.map((draft, index): PlannedWave => {
    const cells = draft.cells.length;
    const bakeSeconds = bakeOfWave(draft.rule, strategy.bake, done, total);
    done += cells;
    return {
      ...draft,
      index: index + 1,
      concurrency: resolveConcurrency(
        draft.rule.concurrency ?? strategy.concurrency ?? DEFAULT_CONCURRENCY,
        cells,
      ),
      failureBudget: resolveBudget(
        draft.rule.failureBudget ??
          strategy.failureBudget ??
          DEFAULT_FAILURE_BUDGET,
        cells,
      ),
      bakeSeconds,
      ...(nodesFollow(draft) && {
        nodesBakeSeconds: nodesBakeOf(bakeSeconds, strategy.bake),
      }),
    };
  });
  const plan: RolloutPlan = {
    hash: planHash(input, { waves }),
    waves,
    ...(strategy.rolloutFailureBudget !== undefined && {
      rolloutFailureBudget: resolveBudget(strategy.rolloutFailureBudget, total),
    }),
    overlaps,
    unassigned: left.map(({ cluster, trace }) => ({ cluster, reason: trace })),
    skipped,
    problems: [],
  };
  return { ...plan, problems: lintPlan(plan, input) };
}

type WaveDraft = Pick<PlannedWave, 'name' | 'rule' | 'production' | 'cells'>;

function planClusters(input: PlanInput): {
  parts: PlannedClusterPart[];
  skipped: SkippedCluster[];
} {
  const context = new TrackContext(input);
  const excluded = new Set(input.selection.exclude);
  const parts: PlannedClusterPart[] = [];
  const skipped: SkippedCluster[] = [];
  const skip = (
    { arn, entityRef, name }: PlanningCluster,
    why: Pick<SkippedCluster, 'code' | 'reason'>,
  ) => skipped.push({ arn, entityRef, name, ...why });
  const clusters = [...input.clusters].sort((a, b) =>
    compareText(a.arn, b.arn),
  );
  for (const cluster of clusters) {
    if (excluded.has(cluster.arn)) {
      skip(cluster, {
        code: 'excluded',
        reason: 'The selection leaves it out',
      });
      continue;
    }
    const plan = planTracks(cluster, context);
    if ('skip' in plan) {
      skip(cluster, plan.skip);
    } else {
      const { tracks, concerns, notes } = plan;
      parts.push({ cluster, tracks, concerns, trace: notes.join('. ') });
    }
  }
  return { parts, skipped };
}

/** Lets each rule take what it matches of what those before it left. */
function takeClusters(
  input: PlanInput,
  parts: PlannedClusterPart[],
): {
  drafts: WaveDraft[];
  left: PlannedClusterPart[];
  overlaps: PlanOverlap[];
} {
  const { strategy, pairLabel } = input;
  const names = new Set(strategy.waves.map(({ name }) => name));
  const overlaps = new Map<string, PlanOverlap>();
  const sizes = new Map<string, string>();
  const drafts: WaveDraft[] = [];
  let left = parts;
  for (const rule of strategy.waves) {
    const by = new Map<string, string>();
    for (const { cluster } of parts) {
      const match = matchWave(rule, cluster);
      if (match !== undefined) {
        by.set(cluster.arn, match);
        overlaps.get(cluster.arn)?.also.push(rule.name);
      }
    }
    const matching = left.filter(({ cluster }) => by.has(cluster.arn));
    const gone = new Set<string>();
    for (const share of splitWave(rule, matching, names)) {
      const all = spreadCells(
        makeCells(share.parts, strategy.cellBy),
        pairLabel,
      );
      const count = sizeOf(rule, all.length);
      const cells = all.slice(0, count).map(cell => ({
        ...cell,
        clusters: cell.clusters.map(part => ({
          ...part,
          trace: traceOf(part, {
            wave: share.name,
            by: [by.get(part.cluster.arn), share.by],
            size: rule.size && `${count} of ${all.length} cells`,
          }),
        })),
      }));
      for (const { cluster } of cells.flatMap(({ clusters }) => clusters)) {
        gone.add(cluster.arn);
        overlaps.set(cluster.arn, {
          arn: cluster.arn,
          taken: rule.name,
          also: [],
        });
      }
      for (const { cluster } of all
        .slice(count)
        .flatMap(({ clusters }) => clusters)) {
        sizes.set(
          cluster.arn,
          `${rule.name} took ${count} of ${all.length} cells`,
        );
      }
      if (cells.length > 0) {
        const production = isProduction(rule, cells, input);
        drafts.push({ name: share.name, rule, production, cells });
      }
    }
    left = left.filter(({ cluster }) => !gone.has(cluster.arn));
  }
  return {
    drafts,
    left: left.map(part => ({
      ...part,
      trace: whyLeft(part.cluster, sizes.get(part.cluster.arn)),
    })),
    overlaps: [...overlaps.values()].filter(({ also }) => also.length > 0),
  };
}

function nodesFollow({ cells }: WaveDraft): boolean {
  return cells.some(({ clusters }) =>
    clusters.some(({ tracks }) => tracks.some(({ afterBake }) => afterBake)),
  );
}

/** A share that comes to less than one cell is one. */
function sizeOf({ size }: WaveRule, cells: number): number {
  return size === undefined
    ? cells
    : Math.min(Math.max(countOf(size, cells), 1), cells);
}

function isProduction(
  { production }: WaveRule,
  cells: WaveDraft['cells'],
  { productionEnvironments }: PlanInput,
): boolean {
  return (
    production ??
    cells.some(({ clusters }) =>
      clusters.some(
        ({ cluster }) =>
          cluster.environment !== undefined &&
          productionEnvironments.includes(cluster.environment),
      ),
    )
  );
}

function traceOf(
  { trace: notes }: PlannedClusterPart,
  options: { wave: string; by: Array<string | undefined>; size?: string },
): string {
  const by = options.by.filter(item => item !== undefined).join(', ');
  const size = options.size ? `, ${options.size}` : '';
  const sentence = `Wave ${options.wave} took it by ${by}${size}`;
  return notes ? `${sentence}. ${notes}` : sentence;
}

function whyLeft(
  { environment, labels }: PlanningCluster,
  size: string | undefined,
): string {
  if (size !== undefined) {
    return `${size}, and no wave after it takes the rest`;
  }
  const facts = [
    environment === undefined
      ? 'no environment'
      : `environment ${nameOf(environment)}`,
    ...Object.entries(labels)
      .slice(0, 5)
      .map(([key, value]) => `${nameOf(key)}=${nameOf(value)}`),
  ];
  return `No wave matches it: it has ${facts.join(', ')}`;
}
