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
  PlanProblem,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  PlanInput,
  PlannedWave,
  PlanningCluster,
  RolloutPlan,
} from '../types';
import { labelOf } from './matchWave';
import { nameOf } from './trackPlan';

/** Whether confidence grows before the waves do, and nobody is hit on both sides at once. */
export function lintWaves(plan: RolloutPlan, input: PlanInput): PlanProblem[] {
  return [
    ...findNothing(plan),
    ...findFirstProduction(plan),
    ...findTooLarge(plan),
    ...findWholeSystems(plan, input),
    ...findPairs(plan, input),
    ...findEmpty(plan, input),
    ...findSplitCells(plan, input),
    ...findUnassigned(plan),
    ...findOverlaps(plan, input),
  ];
}

function findNothing({ waves, unassigned }: RolloutPlan): PlanProblem[] {
  return waves.length > 0 || unassigned.length > 0
    ? []
    : [
        {
          code: 'plan.empty',
          severity: 'error',
          message: 'No cluster has to move',
        },
      ];
}

function findFirstProduction({ waves }: RolloutPlan): PlanProblem[] {
  const first = waves.find(({ production }) => production);
  return first && first.cells.length > 1
    ? [
        {
          code: 'wave.firstProductionNotOne',
          severity: 'warning',
          wave: first.index,
          message: `${first.name} is the first wave in production and has ${first.cells.length} cells; begin with one`,
        },
      ]
    : [];
}

function findTooLarge({ waves }: RolloutPlan): PlanProblem[] {
  let before = 0;
  let beforeInProduction = 0;
  return waves.flatMap(wave => {
    const { index, name, production, cells } = wave;
    const size = cells.length;
    const done = before;
    const isFirst = production && beforeInProduction === 0;
    before += size;
    beforeInProduction += production ? size : 0;
    // The first wave of all, and the first in production, have rules of their own.
    return production && !isFirst && done > 0 && size > done
      ? [
          {
            code: 'wave.largerThanAllBefore',
            severity: 'warning' as const,
            wave: index,
            message: `${name} has ${size} cells, more than the ${done} of all waves before it`,
          },
        ]
      : [];
  });
}

function findWholeSystems(
  { waves }: RolloutPlan,
  { clusters }: PlanInput,
): PlanProblem[] {
  const all = groupBy(clusters, ({ system }) => system);
  return waves.flatMap(wave =>
    [...groupBy(clustersOf(wave), ({ system }) => system)]
      .filter(
        ([system, own]) =>
          own.length > 1 && own.length === all.get(system)?.length,
      )
      .map(([system, own]) => ({
        code: 'wave.wholeSystem',
        severity: 'warning' as const,
        wave: wave.index,
        clusters: own.map(({ arn }) => arn),
        message: `${wave.name} holds all ${own.length} clusters of ${nameOf(
          system,
        )}; leave one for a later wave`,
      })),
  );
}

function findPairs(
  { waves }: RolloutPlan,
  { pairLabel }: PlanInput,
): PlanProblem[] {
  return pairLabel === undefined
    ? []
    : waves.flatMap(wave =>
        [
          ...groupBy(clustersOf(wave), cluster => labelOf(cluster, pairLabel)),
        ].flatMap(([pair, own]) =>
          own.length > 1
            ? [
                {
                  code: 'wave.bothOfPair',
                  severity: 'warning' as const,
                  wave: wave.index,
                  clusters: own.map(({ arn }) => arn),
                  message: `${wave.name} holds ${own
                    .slice(0, 5)
                    .map(({ name }) => nameOf(name))
                    .join(' and ')}, which are a pair by ${nameOf(
                    pairLabel,
                  )}=${nameOf(pair)}; put them in two waves`,
                },
              ]
            : [],
        ),
      );
}

function findEmpty(
  { waves }: RolloutPlan,
  { strategy }: PlanInput,
): PlanProblem[] {
  return strategy.waves
    .filter(rule => !waves.some(wave => wave.rule.name === rule.name))
    .map(({ name }) => ({
      code: 'wave.empty',
      severity: 'warning',
      message: `No cluster is left for ${name}, so it is not part of the plan`,
    }));
}

/** Cells of a label that several waves share. */
function findSplitCells(
  { waves }: RolloutPlan,
  { strategy }: PlanInput,
): PlanProblem[] {
  if (!strategy.cellBy?.startsWith('label:')) {
    return [];
  }
  const key = strategy.cellBy.slice('label:'.length);
  const homes = new Map<string, { waves: Set<string>; clusters: string[] }>();
  for (const wave of waves) {
    for (const cluster of clustersOf(wave)) {
      const value = labelOf(cluster, key);
      if (value !== undefined) {
        const home = homes.get(value) ?? { waves: new Set(), clusters: [] };
        homes.set(value, home);
        home.waves.add(wave.name);
        home.clusters.push(cluster.arn);
      }
    }
  }
  return [...homes]
    .filter(([, home]) => home.waves.size > 1)
    .map(([value, home]) => ({
      code: 'cell.split',
      severity: 'warning',
      clusters: home.clusters,
      message: `${nameOf(key)}=${nameOf(value)} is cut into cells of ${[
        ...home.waves,
      ].join(' and ')}`,
    }));
}

function findUnassigned({ unassigned }: RolloutPlan): PlanProblem[] {
  return unassigned.length === 0
    ? []
    : [
        {
          code: 'cluster.unassigned',
          severity: 'warning',
          clusters: unassigned.map(({ cluster }) => cluster.arn),
          message: `${
            unassigned.length === 1
              ? '1 cluster is'
              : `${unassigned.length} clusters are`
          } in no wave`,
        },
      ];
}

/** A rule without a condition takes the rest, as it is meant to. */
function findOverlaps(
  { overlaps }: RolloutPlan,
  { strategy }: PlanInput,
): PlanProblem[] {
  const namesOf = (fits: (rule: WaveRule) => boolean) =>
    new Set(strategy.waves.filter(fits).map(({ name }) => name));
  const rest = namesOf(({ match }) => Object.keys(match ?? {}).length === 0);
  const sized = namesOf(({ size }) => size !== undefined);
  const problems = new Map<string, PlanProblem & { clusters: string[] }>();
  for (const { arn, taken, also } of overlaps) {
    const others = also.filter(name => !rest.has(name));
    // A rule with a size leaves something to those after it on purpose.
    if (others.length > 0 && !sized.has(taken)) {
      const key = JSON.stringify([taken, others]);
      const problem = problems.get(key) ?? {
        code: 'wave.overlap',
        severity: 'warning' as const,
        clusters: [],
        message: '',
      };
      problems.set(key, problem);
      problem.clusters.push(arn);
      problem.message = `${taken} took ${
        problem.clusters.length === 1
          ? '1 cluster'
          : `${problem.clusters.length} clusters`
      } that ${others.join(
        ' and ',
      )} would have taken too; the first wave has them`;
    }
  }
  return [...problems.values()];
}

function clustersOf({ cells }: PlannedWave): PlanningCluster[] {
  return cells.flatMap(({ clusters }) => clusters.map(part => part.cluster));
}

function groupBy(
  clusters: PlanningCluster[],
  keyOf: (cluster: PlanningCluster) => string | undefined,
): Map<string, PlanningCluster[]> {
  const groups = new Map<string, PlanningCluster[]>();
  for (const cluster of clusters) {
    const key = keyOf(cluster);
    if (key !== undefined) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(cluster);
    }
  }
  return groups;
}
