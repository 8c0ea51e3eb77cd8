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

import { bakeEnd, isBaked, tickBake } from './bakeClock';
import { overBudget } from './failureBudget';
import { lookAtGates } from './stepGated';
import type { WaveStep } from './WaveStep';

/** Healthy time goes by; then the nodes follow, or what is asked for after the wave. */
export function stepBaking(step: WaveStep): void {
  const { snapshot, wave } = step;
  const { counts } = wave;
  const { alarms, bake: before, stage } = step.state;
  if (!before || counts.queued + counts.running + counts.rollingBack > 0) {
    // A cell was tried again: what bakes is not whole any more.
    step.set({ lifecycle: 'running' });
    step.setState({ bake: undefined });
    step.goOn();
    return;
  }
  const tooMany = overBudget(snapshot.rollout, snapshot.waves, wave);
  if (tooMany) {
    step.pause('failures', tooMany);
    return;
  }
  const quiet = (alarms?.state ?? 'quiet') === 'quiet' && !step.halted;
  const bake = tickBake(before, { quiet, now: step.now });
  step.setState({ bake });
  const nodesFollow = stage === 'first' && counts.parked > 0;
  const gatesOpen = nodesFollow || lookAtGates(step, step.gatesOf('after'));
  if (step.halted) {
    step.wait(step.halted);
    return;
  }
  if (!isBaked(bake)) {
    waitForBake(step);
    return;
  }
  if (!gatesOpen) {
    return;
  }
  const over = { ...bake, endedAt: step.at };
  if (nodesFollow) {
    step.set({ lifecycle: 'running' });
    step.setState({
      stage: 'nodes',
      bake: undefined,
      baked: [...(step.state.baked ?? []), over],
    });
    step.move({
      from: 'running',
      stage: 'parked',
      to: { state: 'queued', stage: 'nodes' },
    });
    step.log('wave.nodes', `Wave ${wave.name} has baked; its nodes follow`);
    step.goOn();
    return;
  }
  step.setState({ bake: over });
  step.endWave('is done');
}

function waitForBake(step: WaveStep): void {
  const { alarms, bake } = step.state;
  if (alarms && alarms.state !== 'quiet') {
    step.wait({
      code: 'alarm.hold',
      message: alarms.message,
      ...(alarms.until !== undefined && { until: alarms.until }),
    });
  }
  if (bake!.healthySeconds < bake!.seconds) {
    const until = bakeEnd(bake!);
    step.wait({
      code: 'bake.time',
      message: `Wave ${step.wave.name} bakes until it has been healthy for as long as it must`,
      until: until.toISOString(),
    });
  } else {
    step.wait({
      code: 'bake.samples',
      message: `Wave ${step.wave.name} bakes until it was found healthy ${
        bake!.minimumSamples
      } times; it was ${bake!.samples} times`,
    });
  }
}
