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

import type { RolloutGateResult } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ApprovalAsked } from '../engine/approvals';

/** A user or group that an approval is asked of. */
export interface ApproverLook {
  ref: string;
  /** `empty` for a group that nobody is in any more. */
  state: 'present' | 'missing' | 'empty';
  /** Entity references of all who could approve for it. */
  people: string[];
}

/** Where approvers are looked up. */
export interface Approvers {
  /** In the order of the references. */
  look(refs: string[]): Promise<ApproverLook[]>;
}

const WAY_OUT =
  'Bring others into the catalog who may; or whoever may pause the rollout skips the wave, or cancels it and has it planned anew with other approvers';

/** Whether as many are left as must approve. Pure. */
export function judgeApprovers(
  { needed }: Pick<ApprovalAsked, 'needed'>,
  looks: ApproverLook[],
  /** Who made, last edited or started it: none of them can approve it. */
  involved: string[] = [],
): RolloutGateResult {
  const all = new Set(looks.flatMap(look => look.people));
  const barred = involved.filter(person => all.has(person));
  const left = all.size - new Set(barred).size;
  if (looks.length === 0 || left >= needed) {
    return { state: 'open', message: 'There is somebody who can approve it' };
  }
  const why = [
    ...looks.filter(({ state }) => state !== 'present').map(word),
    ...[...new Set(barred)].map(
      person =>
        `${nameOf(person)} made, last edited or started it and so cannot`,
    ),
  ].join(', ');
  return {
    state: 'shut',
    code: 'approver.missing',
    message: `${wordLeft(needed, left)}${why && `: ${why}`}. ${WAY_OUT}`,
  };
}

function wordLeft(needed: number, left: number): string {
  return left === 0
    ? 'Nobody is left who could approve it'
    : `It needs ${needed} approvals, and only ${
        left === 1 ? '1 person is' : `${left} people are`
      } left who could give one`;
}

function word({ ref, state }: ApproverLook): string {
  return state === 'empty'
    ? `nobody is in the group ${nameOf(ref)} any more`
    : `${nameOf(ref)} is not in the catalog any more`;
}

function nameOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}
