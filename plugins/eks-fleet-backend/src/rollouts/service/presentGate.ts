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

import type { Gate } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { judgeApproval, parseApproval } from '../engine/approvals';
import type { GateRecord, RolloutSnapshot } from '../records';
import { presentWaiting } from './presentWaiting';
import type { RolloutView } from './RolloutView';

/** A gate as a reader may see it. */
export function presentGate(
  gate: GateRecord,
  rollout: RolloutSnapshot['rollout'],
  view: RolloutView,
): Gate {
  const approval =
    gate.type === 'approval'
      ? judgeApproval(gate, rollout, new Date(0))
      : undefined;
  // What evidence names is not taken apart by clusters.
  const evidence = view.readable === undefined ? gate.evidence : undefined;
  return {
    id: gate.id,
    wave: gate.wave,
    phase: gate.phase,
    type: gate.type,
    title: gate.title,
    state: gate.state,
    waiting: presentWaiting(gate.waiting, view),
    checkedAt: gate.checkedAt,
    openedAt: gate.openedAt,
    evidence,
    decisions: gate.decisions
      .filter(({ decision }) => decision === 'approve' || decision === 'reject')
      .map(({ decision, ...rest }) => ({
        ...rest,
        decision: decision as 'approve' | 'reject',
        evidence: view.readable === undefined ? rest.evidence : undefined,
        voidedBecause:
          rest.voidedBecause ??
          (rest.planHash === rollout.planHash
            ? undefined
            : 'The plan is another by now'),
      })),
    needed:
      gate.type === 'approval' ? parseApproval(gate.asked).needed : undefined,
    expiresAt: approval?.expiresAt,
    mayDecide: view.mayDecide(gate),
  };
}
