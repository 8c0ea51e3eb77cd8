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
  'Bring them back in the catalog; or whoever may pause the rollout skips the wave, or cancels it and has it planned anew with other approvers';

/** Whether as many are left as must approve. Pure. */
export function judgeApprovers(
  { needed }: Pick<ApprovalAsked, 'needed'>,
  looks: ApproverLook[],
): RolloutGateResult {
  const people = new Set(looks.flatMap(look => look.people));
  if (looks.length === 0 || people.size >= needed) {
    return { state: 'open', message: 'There is somebody who can approve it' };
  }
  const gone = looks.filter(({ state }) => state !== 'present');
  const why = gone.map(word).join(', ');
  const left =
    people.size === 0
      ? 'Nobody is left who could approve it'
      : `It needs ${needed} approvals, and only ${
          people.size === 1 ? '1 person is' : `${people.size} people are`
        } left who could give one`;
  return {
    state: 'shut',
    code: 'approver.missing',
    message: `${left}${why ? `: ${why}` : ''}. ${WAY_OUT}`,
  };
}

function word({ ref, state }: ApproverLook): string {
  const name = ref.split('/').at(-1) ?? ref;
  return state === 'empty'
    ? `nobody is in the group ${name} any more`
    : `${name} is not in the catalog any more`;
}
