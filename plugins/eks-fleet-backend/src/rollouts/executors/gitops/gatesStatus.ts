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
import type {
  GitCommitStatus,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { GitopsMemory, PullRequestLook } from './types';

type Asked = Pick<TrackWork, 'standing' | 'wave'>;

/** What is said where the gates are open and yet nothing may be merged. */
const STANDS: Partial<Record<Waiting['code'], string>> = {
  'fleet.stop': 'everything is halted',
  paused: 'its rollout is paused',
  'alarm.hold': 'an alarm holds it',
  'gate.freeze': 'a freeze holds it',
  'window.closed': 'no window is open',
};

/** Whether the engine itself would let it in just now. */
export function mayBeMerged({ standing, wave }: Asked): boolean {
  return wave.gatesOpen && !standing;
}

/** What the status of a hop's pull request is to be. */
export function wantedStatus(
  work: Asked,
  { agreedHead }: GitopsMemory,
  { changedBase, detail: { head }, hasDeparted }: PullRequestLook,
): GitCommitStatus['state'] {
  if (head.sha !== agreedHead || changedBase !== undefined || hasDeparted) {
    return 'failure';
  }
  return mayBeMerged(work) ? 'success' : 'pending';
}

/** What the status of a hop's pull request says; nothing that anybody else wrote. */
export function wordStatus(
  { standing, wave }: Asked,
  state: GitCommitStatus['state'],
): string {
  switch (state) {
    case 'success':
      return 'its gates are open';
    case 'failure':
      return 'it is not the change that was agreed to';
    default:
      return standing && wave.gatesOpen
        ? STANDS[standing.code] ?? 'its rollout stands'
        : 'its gates are shut';
  }
}
