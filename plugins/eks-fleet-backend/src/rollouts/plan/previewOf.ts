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
  GateSpec,
  PlannedCluster,
  PreviewWave,
  RolloutPreview,
  RolloutStrategy,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Forecast } from '../forecast/types';
import type { PlannedClusterPart, RolloutPlan } from '../types';

/** A plan and its forecast, as the API tells them. */
export function previewOf(
  plan: RolloutPlan,
  forecast: Forecast,
  strategy: RolloutStrategy,
): RolloutPreview {
  const { waves: waveForecasts, ...whole } = forecast;
  const byIndex = new Map(waveForecasts.map(item => [item.index, item]));
  return {
    hash: plan.hash,
    waves: plan.waves.map(({ rule, cells, ...wave }): PreviewWave => {
      const { start, end } = byIndex.get(wave.index) ?? {
        start: whole.end,
        end: whole.end,
      };
      return {
        index: wave.index,
        name: wave.name,
        rule: rule.name,
        cells: cells.length,
        clusters: cells.reduce((sum, { clusters }) => sum + clusters.length, 0),
        production: wave.production,
        concurrency: wave.concurrency,
        failureBudget: wave.failureBudget,
        bakeSeconds: wave.bakeSeconds,
        gates: gatesOf(rule, strategy),
        forecast: { start, end },
      };
    }),
    cells: plan.waves.flatMap(({ index, cells }) =>
      cells.map(({ name, clusters }) => ({
        name,
        wave: index,
        clusters: clusters.map(presentCluster),
      })),
    ),
    unassigned: plan.unassigned.map(({ cluster, reason }) => ({
      arn: cluster.arn,
      entityRef: cluster.entityRef,
      name: cluster.name,
      reason,
    })),
    skipped: plan.skipped,
    problems: plan.problems,
    forecast: whole,
  };
}

/** The gates of a wave in the order in which they are shown: the strategy's, then its own. */
export function gatesOf(
  rule: WaveRule,
  strategy: RolloutStrategy,
): Array<{ phase: 'before' | 'after'; type: string; title: string }> {
  return (['before', 'after'] as const).flatMap(phase =>
    [...(strategy[phase] ?? []), ...(rule[phase] ?? [])].map(gate => ({
      phase,
      type: gate.type,
      title: titleOf(gate),
    })),
  );
}

const TITLES: Record<string, string | undefined> = {
  approval: 'Approval',
  readiness: 'Readiness',
  schedule: 'Schedule',
  freeze: 'Freeze calendar',
  alarms: 'Alarms silent',
  prometheus: 'Prometheus query',
  argocd: 'Argo CD applications',
  http: 'HTTP check',
  zonalShift: 'No zonal shift',
  hold: 'Manual hold',
};

function titleOf({ title, type }: GateSpec): string {
  return title ?? (Object.hasOwn(TITLES, type) ? TITLES[type]! : type);
}

function presentCluster({
  cluster,
  tracks,
  trace,
}: PlannedClusterPart): PlannedCluster {
  const { arn, entityRef, name, accountId, region, owner, environment } =
    cluster;
  return {
    arn,
    entityRef,
    name,
    accountId,
    region,
    owner,
    environment,
    from: tracks.find(({ kind }) => kind === 'controlPlane')?.from,
    tracks: tracks.map(track => ({
      kind: track.kind,
      name: track.name,
      from: track.from,
      to: track.to,
      now: track.from,
      hops: track.hops,
      state: 'planned',
    })),
    trace,
  };
}
