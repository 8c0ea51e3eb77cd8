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
  Waiting,
  WaitingFor,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutGateResult } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { parseWith } from '../gates/parseWith';
import type { DecisionRecord, GateRecord, RolloutRecord } from '../records';
import { secondsOf, wordSeconds } from '../strategy/durations';

const schema = z
  .object({
    /** How many must approve. */
    needed: z.number().int().min(1).max(10).default(1),
    /** Groups or users, one of which an approver must be or be a member of. */
    from: z.array(z.string().min(3).max(253)).max(20).default([]),
    /** How long it is waited for. */
    expires: z
      .string()
      .refine(text => (secondsOf(text) ?? 0) > 0, 'is no duration, as in 7d')
      .default('7d'),
  })
  .strict();

export type ApprovalAsked = z.infer<typeof schema>;

/** @throws InputError that names the field */
export function parseApproval(value: unknown): ApprovalAsked {
  return parseWith(schema, value);
}

export interface ApprovalVerdict {
  state: 'open' | 'shut' | 'rejected' | 'expired';
  waiting?: Omit<Waiting, 'since'>;
  needed: number;
  approvedBy: string[];
  expiresAt?: string;
}

/**
 * What has become of an approval: of each person the last word counts, and
 * only what was said of the plan as it is now. Pure.
 */
export function judgeApproval(
  gate: GateRecord,
  {
    createdBy,
    planHash,
    startedBy,
  }: Pick<RolloutRecord, 'createdBy' | 'planHash' | 'startedBy'>,
  now: Date,
  /** Whether anybody is left who could approve; left out where that was not looked at. */
  approvers?: RolloutGateResult,
): ApprovalVerdict {
  const { expires, from, needed } = parseApproval(gate.asked);
  const said = lastWords(gate.decisions, planHash);
  const approvedBy = said
    .filter(({ decision }) => decision === 'approve')
    .map(({ by }) => by);
  const rejection = said.find(({ decision }) => decision === 'reject');
  const who = from.map(toWaitingFor);
  const expiresAt = gate.since
    ? new Date(
        Date.parse(gate.since) + secondsOf(expires)! * 1000,
      ).toISOString()
    : undefined;
  const shut = (
    state: 'shut' | 'rejected' | 'expired',
    message: string,
  ): ApprovalVerdict => ({
    state,
    needed,
    approvedBy,
    expiresAt,
    waiting: {
      code: 'gate.approval',
      message,
      gateId: gate.id,
      ...(who.length > 0 && { who }),
    },
  });
  if (rejection) {
    const why = rejection.comment ? `: ${rejection.comment}` : '';
    return shut(
      'rejected',
      `${nameOf(
        rejection.by,
      )} rejected it${why}. It goes on once that person approves, or with another plan`,
    );
  }
  if (approvedBy.length >= needed) {
    return { state: 'open', needed, approvedBy, expiresAt };
  }
  if (expiresAt !== undefined && expiresAt <= now.toISOString()) {
    return shut(
      'expired',
      `Nobody approved it within ${wordSeconds(
        secondsOf(expires)!,
      )}; resuming the rollout asks again`,
    );
  }
  if (approvers?.state === 'shut') {
    const verdict = shut('shut', approvers.message);
    const owners = [...new Set([createdBy, startedBy ?? createdBy])];
    return {
      ...verdict,
      waiting: {
        code: 'approver.missing',
        message: approvers.message,
        gateId: gate.id,
        who: owners.map(toWaitingFor),
      },
    };
  }
  const missing = needed - approvedBy.length;
  return shut(
    'shut',
    `It waits for ${missing === 1 ? 'an approval' : `${missing} approvals`}${
      from.length > 0 ? ` of ${from.map(nameOf).join(', ')}` : ''
    }`,
  );
}

/** Held until somebody lets it go, and held again where somebody says so. */
export function judgeHold({ decisions, id }: GateRecord): {
  state: 'open' | 'shut';
  waiting?: Omit<Waiting, 'since'>;
} {
  const last = decisions.findLast(
    ({ decision }) => decision === 'hold' || decision === 'release',
  );
  if (last?.decision === 'release') {
    return { state: 'open' };
  }
  const by = last ? `${nameOf(last.by)} holds it` : 'It is held by hand';
  const why = last?.comment ? `: ${last.comment}` : '';
  return {
    state: 'shut',
    waiting: {
      code: 'gate.hold',
      message: `${by}${why}. Somebody who may approve it can release it`,
      gateId: id,
    },
  };
}

/** Who approved a wave, all of its gates together. */
export function approversOf(
  gates: GateRecord[],
  wave: number,
  planHash: string,
): string[] {
  const all = gates
    .filter(gate => gate.wave === wave && gate.type === 'approval')
    .flatMap(gate =>
      lastWords(gate.decisions, planHash)
        .filter(({ decision }) => decision === 'approve')
        .map(({ by }) => by),
    );
  return [...new Set(all)];
}

function lastWords(
  decisions: DecisionRecord[],
  planHash: string,
): DecisionRecord[] {
  const last = new Map<string, DecisionRecord>();
  for (const decision of decisions) {
    if (decision.planHash === planHash && !decision.voidedBecause) {
      last.delete(decision.by);
      last.set(decision.by, decision);
    }
  }
  return [...last.values()];
}

function toWaitingFor(ref: string): WaitingFor {
  return {
    kind: ref.startsWith('user:') ? 'user' : 'group',
    ref: ref.toLocaleLowerCase('en-US'),
    name: nameOf(ref),
  };
}

function nameOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}
