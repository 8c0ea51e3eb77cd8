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

import { startBake } from './bakeClock';
import { overBudget } from './failureBudget';
import { isAtRest } from './isAtRest';
import { shut } from './stepGated';
import type { WaveStep } from './WaveStep';

/** Cells take slots as these come free, until none is left. */
export function stepRunning(step: WaveStep): void {
  const { observed, snapshot, wave } = step;
  const { counts } = wave;
  const tooMany = overBudget(snapshot.rollout, snapshot.waves, wave);
  if (tooMany) {
    step.pause(
      'failures',
      `${tooMany}. Retry or skip what failed, or resume and leave it as it is`,
    );
    return;
  }
  if (isAtRest(wave)) {
    beginBake(step);
    return;
  }
  if (counts.queued > 0) {
    const keeps = keptBack(step);
    if (keeps) {
      step.wait(keeps);
    } else {
      step.grant();
    }
  }
  step.wait(observed.cellWaiting);
}

/** What keeps cells from starting, besides slots. */
function keptBack(step: WaveStep) {
  if (step.halted) {
    return step.halted;
  }
  const { alarms } = step.state;
  if (alarms && alarms.state !== 'quiet') {
    return {
      code: 'alarm.hold' as const,
      message: alarms.message,
      ...(alarms.until !== undefined && { until: alarms.until }),
    };
  }
  return step.observed.opening.open ? undefined : shut(step);
}

function beginBake(step: WaveStep): void {
  const { wave } = step;
  const { plan } = wave;
  const { failed, parked, rolledBack, succeeded } = wave.counts;
  // What was tried again while nodes followed has a bake of its own before its own do.
  const stage = parked > 0 ? 'first' : step.state.stage;
  // Of what was skipped half-way something may be other than before, too.
  const changed =
    failed + parked + rolledBack + succeeded > 0 || step.observed.touched;
  const seconds =
    stage === 'nodes' ? plan.nodesBakeSeconds ?? 0 : plan.bakeSeconds;
  step.set({ lifecycle: 'baking' });
  step.setState({
    stage,
    bake: startBake(
      // Where nothing was changed there is nothing to wait for.
      changed
        ? { seconds, minimumSamples: plan.minimumSamples }
        : { seconds: 0, minimumSamples: 0 },
      {
        quiet: (step.state.alarms?.state ?? 'quiet') === 'quiet',
        now: step.now,
      },
    ),
  });
  step.log('wave.baking', `Wave ${wave.name} bakes`);
  step.goOn();
}
