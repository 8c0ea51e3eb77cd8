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

import type { RolloutRecord, WaveRecord } from '../records';

/** What is wrong where more has failed than was allowed, in one sentence. */
export function overBudget(
  { control, plan }: Pick<RolloutRecord, 'control' | 'plan'>,
  waves: WaveRecord[],
  wave: WaveRecord,
): string | undefined {
  const { failed } = wave.counts;
  const allowed = Math.max(
    wave.plan.failureBudget.resolved,
    wave.state.acceptedFailures ?? 0,
  );
  if (failed > allowed) {
    return `${cells(failed)} of wave ${wave.name} failed, and ${
      wave.plan.failureBudget.resolved
    } may`;
  }
  const budget = plan?.rolloutFailureBudget?.resolved;
  if (budget === undefined) {
    return undefined;
  }
  const all = waves.reduce((sum, { counts }) => sum + counts.failed, 0);
  return all > Math.max(budget, control.acceptedFailures ?? 0)
    ? `${cells(all)} of the rollout failed, and ${budget} may`
    : undefined;
}

function cells(count: number): string {
  return count === 1 ? 'One cell' : `${count} cells`;
}
