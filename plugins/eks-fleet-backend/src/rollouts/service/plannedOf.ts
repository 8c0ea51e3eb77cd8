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

import type { RolloutRecord } from '../records';
import type { MadePlan } from './RolloutPlanner';
import { subjectsOf } from './subjectsOf';

/** What a plan that was made says of its rollout. */
export function plannedOf(
  { forecast, plan }: MadePlan,
  before: RolloutRecord,
  at: string,
): Partial<RolloutRecord> {
  const clusters = plan.waves.flatMap(({ cells }) =>
    cells.flatMap(cell => cell.clusters),
  );
  const { waves, ...whole } = forecast;
  return {
    planHash: plan.hash,
    plan: {
      madeAt: at,
      problems: plan.problems,
      skipped: plan.skipped,
      from: [
        ...new Set(
          clusters.flatMap(
            ({ tracks }) =>
              tracks.find(({ kind }) => kind === 'controlPlane')?.from ?? [],
          ),
        ),
      ].sort(),
      rolloutFailureBudget: plan.rolloutFailureBudget,
      forecast: whole,
    },
    unassigned: plan.unassigned.map(({ cluster }) => cluster.arn),
    ...subjectsOf(
      clusters.map(({ cluster }) => cluster),
      before.createdBy,
    ),
  };
}

/** What the log says of a plan that was made. */
export function wordPlan({ plan }: MadePlan): string {
  const cells = plan.waves.reduce((sum, wave) => sum + wave.cells.length, 0);
  return `Planned ${cells} cells in ${plan.waves.length} waves`;
}
