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
  type PlanProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PlanInput, RolloutPlan } from '../types';

/** Whether the change says enough, and what its clusters have to say to it. */
export function lintChange(plan: RolloutPlan, input: PlanInput): PlanProblem[] {
  return [...findIncomplete(input), ...gatherConcerns(plan)];
}

function findIncomplete({
  change,
  kubernetesVersions = [],
}: PlanInput): PlanProblem[] {
  const error = (code: string, message: string): PlanProblem[] => [
    { code, severity: 'error', message },
  ];
  if (change.kind === 'kubernetesVersion') {
    const { version } = change;
    if (version === undefined) {
      return error('change.incomplete', 'Say which version to reach');
    }
    const newest = kubernetesVersions.reduce(
      (best, item) => Math.max(best, versionRank(item)),
      -1,
    );
    return newest >= 0 && versionRank(version) > newest
      ? error('change.unknownVersion', `EKS has no Kubernetes ${version} yet`)
      : [];
  }
  if (change.kind === 'addons') {
    const { addons } = change;
    return typeof addons === 'object' && Object.keys(addons).length > 0
      ? []
      : error('change.incomplete', 'Say which add-ons go to which version');
  }
  return [];
}

/** One problem for all clusters that it is about. */
function gatherConcerns({ waves }: RolloutPlan): PlanProblem[] {
  const problems = new Map<string, PlanProblem & { clusters: string[] }>();
  for (const { cells } of waves) {
    for (const { cluster, concerns } of cells.flatMap(cell => cell.clusters)) {
      for (const concern of concerns) {
        const key = JSON.stringify([concern.code, concern.message]);
        const problem = problems.get(key) ?? { ...concern, clusters: [] };
        problems.set(key, problem);
        problem.clusters.push(cluster.arn);
      }
    }
  }
  return [...problems.values()];
}
