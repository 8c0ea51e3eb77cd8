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

import { currentWave } from '../../rollouts/engine/nextRolloutStep';
import {
  ENGINE,
  type GateRecord,
  type RolloutControl,
  type RolloutSnapshot,
  type WaveRecord,
} from '../../rollouts/records';

/** Where a rollout stands, as far as people are told of it; the latest alone. */
export type Standing =
  | { is: 'done' | 'cancelled'; at: string }
  | {
      /** By itself: whoever pauses it by hand knows. */
      is: 'paused';
      at: string;
      code: NonNullable<RolloutControl['paused']>['code'];
      message: string;
      wave?: WaveRecord;
    }
  | { is: 'waveDone'; at: string; wave: WaveRecord };

/** A gate that waits for people. */
export interface Asking {
  gate: GateRecord;
  wave: WaveRecord;
  /** `approve` by those who may, or what became of that, for who planned it. */
  for: 'approve' | 'release' | 'missing' | 'rejected' | 'expired';
  /** Another one is asked anew. */
  round: string;
}

/** What there is to tell of where a rollout stands. Pure. */
export function standingOf(snapshot: RolloutSnapshot): Standing | undefined {
  const { rollout, waves } = snapshot;
  const { control, endedAt = '', lifecycle, startedAt } = rollout;
  if (!startedAt) {
    return undefined;
  }
  if (lifecycle === 'done' || lifecycle === 'cancelled') {
    return { is: lifecycle, at: endedAt };
  }
  const { paused } = control;
  if (lifecycle === 'paused' && paused) {
    const { at, by, code, message } = paused;
    return by === ENGINE
      ? { is: 'paused', at, code, message, wave: currentWave(snapshot) }
      : undefined;
  }
  const wave = waves
    .filter(item => item.lifecycle === 'done' && !item.state.skipped)
    .at(-1);
  return wave && { is: 'waveDone', at: wave.endedAt ?? '', wave };
}

/** Which gates of a running rollout wait for somebody. Pure. */
export function askingOf(snapshot: RolloutSnapshot): Asking[] {
  const wave = currentWave(snapshot);
  if (snapshot.rollout.lifecycle !== 'running' || !wave) {
    return [];
  }
  return snapshot.gates.flatMap(gate => {
    const what = whatFor(gate);
    return gate.wave === wave.index && gate.since && what
      ? [{ gate, wave, for: what, round: roundOf(gate) }]
      : [];
  });
}

function whatFor({
  state,
  type,
  waiting,
}: GateRecord): Asking['for'] | undefined {
  if (type === 'hold') {
    return state === 'shut' ? 'release' : undefined;
  }
  if (type !== 'approval') {
    return undefined;
  }
  if (state === 'rejected' || state === 'expired') {
    return state;
  }
  if (state !== 'shut') {
    return undefined;
  }
  return waiting?.code === 'approver.missing' ? 'missing' : 'approve';
}

/** A decision that became void is asked for again. */
function roundOf({ decisions, since }: GateRecord): string {
  const voided = decisions.filter(
    ({ voidedBecause }) => voidedBecause !== undefined,
  );
  return `${since}/${voided.length}`;
}
