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

import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { GateDecision } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { parseApproval } from '../engine/approvals';
import type {
  DecisionRecord,
  GateRecord,
  NewLogEntry,
  RolloutSnapshot,
} from '../records';
import { freezeEvidence, type Surroundings } from './freezeEvidence';
import { hasPart } from './hasPart';

/** Who decides, with the groups that person is in at this moment. */
export interface Decider {
  user: string;
  /** Entity references in lower case, the person's own among them. */
  memberOf: ReadonlySet<string>;
}

const NOTHING_READ: Surroundings = { notRead: 0, heads: [] };

const WORDS: Record<GateDecision['decision'], string> = {
  approve: 'Approved',
  reject: 'Rejected',
  hold: 'Holds',
  release: 'Released',
};

/**
 * What a decision on a gate is recorded as. Pure.
 *
 * @throws NotAllowedError where it is not this person's to decide
 * @throws ConflictError where it is not for this gate, or for another plan
 */
export function decideGate(
  gate: GateRecord,
  snapshot: RolloutSnapshot,
  decision: GateDecision,
  decider: Decider,
  now: Date,
  surroundings: Surroundings = NOTHING_READ,
): { decision: DecisionRecord; log: NewLogEntry[] } {
  const { rollout, waves } = snapshot;
  const { comment = '', planHash } = decision;
  const isApproval =
    decision.decision === 'approve' || decision.decision === 'reject';
  if (gate.type !== (isApproval ? 'approval' : 'hold')) {
    throw new ConflictError(
      `${gate.title} is a gate of type ${gate.type}; nobody can ${decision.decision} it`,
    );
  }
  if (isApproval) {
    demandEyes(gate, rollout, decider);
    if (planHash === undefined || planHash !== rollout.planHash) {
      throw new ConflictError(
        'planHash: the plan is another by now than the one that was looked at. Look again',
      );
    }
  }
  const at = now.toISOString();
  const wave = waves.find(({ index }) => index === gate.wave);
  return {
    decision: {
      by: decider.user,
      decision: decision.decision,
      comment,
      at,
      planHash: rollout.planHash,
      evidence: freezeEvidence(gate, snapshot, surroundings, now),
    },
    log: [
      {
        at,
        actor: decider.user,
        code: `gate.${decision.decision}`,
        message: `${WORDS[decision.decision]} ${gate.title} of wave ${
          wave?.name ?? gate.wave
        }`,
        level: decision.decision === 'reject' ? 'warning' : 'info',
        wave: gate.wave,
        ...(comment && { reason: comment }),
      },
    ],
  };
}

function demandEyes(
  gate: GateRecord,
  rollout: RolloutSnapshot['rollout'],
  { memberOf, user }: Decider,
): void {
  if (hasPart(rollout, user)) {
    throw new NotAllowedError(
      'Whoever made, last edited or started a rollout cannot approve it; it takes somebody else',
    );
  }
  const { from } = parseApproval(gate.asked);
  if (
    from.length > 0 &&
    !from.some(ref => memberOf.has(ref.toLocaleLowerCase('en-US')))
  ) {
    throw new NotAllowedError(
      `This is for ${from.join(
        ', ',
      )} to approve, and ${user} is none of them just now`,
    );
  }
}
