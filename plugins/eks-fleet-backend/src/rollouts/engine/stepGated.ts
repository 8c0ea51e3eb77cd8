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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { GateRecord } from '../records';
import { judgeApproval, judgeHold } from './approvals';
import { keepSince } from './sameWaiting';
import type { WaveStep } from './WaveStep';

/** A wave opens once all that is asked for before it holds at the same time. */
export function stepGated(step: WaveStep): void {
  const { observed, wave } = step;
  if (wave.lifecycle === 'planned') {
    step.set({ lifecycle: 'gated' });
    step.log('wave.gated', `Wave ${wave.name} is next`);
  }
  const open = lookAtGates(step, step.gatesOf('before'));
  if (!open) {
    return;
  }
  if (step.halted) {
    step.wait(step.halted);
    return;
  }
  if (!observed.opening.open) {
    step.wait(shut(step));
    return;
  }
  step.set({ lifecycle: 'running', startedAt: wave.startedAt ?? step.at });
  step.move({ from: 'planned', to: { state: 'queued' } });
  step.log('wave.running', `Wave ${wave.name} is open`);
  step.goOn();
}

/** Records what each gate is at; says whether all are open. */
export function lookAtGates(step: WaveStep, gates: GateRecord[]): boolean {
  let open = true;
  for (const gate of gates) {
    const since = gate.since ?? step.at;
    const seen = lookAt(step, { ...gate, since });
    step.setGate(gate.id, {
      since,
      state: seen.state,
      checkedAt: step.at,
      openedAt: seen.state === 'open' ? gate.openedAt ?? step.at : undefined,
      waiting: keepSince(seen.waiting, gate.waiting, step.now),
      ...(seen.evidence && { evidence: seen.evidence }),
    });
    if (seen.state === 'open' && gate.state !== 'open') {
      step.log('gate.open', `${gate.title} is open`);
    } else if (seen.state === 'expired' && gate.state !== 'expired') {
      step.log('gate.expired', `${gate.title} has expired`, 'warning');
    }
    if (seen.state !== 'open') {
      open = false;
      step.wait(seen.waiting);
    }
  }
  return open;
}

export function shut({
  observed: { opening },
}: WaveStep): Omit<Waiting, 'since'> {
  return {
    code: opening.by === 'freeze' ? 'gate.freeze' : 'window.closed',
    message: opening.message,
    ...(opening.until && { until: opening.until.toISOString() }),
  };
}

function lookAt(
  { now, observed, snapshot }: WaveStep,
  gate: GateRecord,
): Pick<GateRecord, 'state' | 'evidence'> & {
  waiting?: Omit<Waiting, 'since'>;
} {
  if (gate.type === 'approval') {
    const approvers = observed.gates.get(gate.id);
    return judgeApproval(gate, snapshot.rollout, now, approvers);
  }
  if (gate.type === 'hold') {
    return judgeHold(gate);
  }
  const result = observed.gates.get(gate.id) ?? {
    state: 'unknown' as const,
    code: 'gate.unreadable' as const,
    message: `${gate.title} was not looked at`,
  };
  const { code, evidence, message, state, until, who } = result;
  return {
    state,
    evidence,
    ...(state !== 'open' && {
      waiting: {
        code: code ?? (state === 'unknown' ? 'gate.unreadable' : 'gate.other'),
        message: `${gate.title}: ${message}`,
        gateId: gate.id,
        ...(until !== undefined && { until }),
        ...(who && { who }),
      },
    }),
  };
}
