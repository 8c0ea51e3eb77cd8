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
  EditRefusalReason,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  arrived,
  failed,
  hasArrived,
  type GitopsDecision,
  type StepContext,
} from './decisions';
import { memoryOf, toNotes, wantedSince } from './memory';
import { joinProposal, nextProposal } from './nextProposal';
import { nextProvisioning } from './nextProvisioning';
import { nextPullRequest } from './nextPullRequest';
import type { GitopsObserved } from './types';
import { wait, waitForHost } from './waits';

const ADVICE: Record<EditRefusalReason, string> = {
  changedBase:
    'Somebody has changed it since it was planned: plan it anew from what is there',
  notThere: 'Write the field into the file and retry, or leave this part out',
  otherType: 'Correct the file, and retry',
  shared: 'Give the field a value of its own in the file, and retry',
  releaseNeeded:
    'No release of its image is known for that version: name one in the change, or take the pinned one out of the file, and retry',
  notPossible: 'Move it by other means, or skip it here',
  notUnderstood: 'Simplify the file around the field, and retry',
};

/** What to do next with a hop, from what is recorded and seen of it. Pure. */
export function nextGitopsStep(
  work: TrackWork,
  observed: GitopsObserved,
  now: Date,
): GitopsDecision {
  if ('notLocated' in observed) {
    return failed('notLocated', observed.notLocated, {
      advice:
        'Say in eksFleet.fleetRepositories where it is described, and retry; or skip it here',
    });
  }
  const memory = memoryOf(work);
  const context = { work, observed, memory, now };
  const { git, part } = observed;
  if (part.kind === 'gone') {
    return {
      kind: 'vanished',
      message: `EKS has no cluster ${work.cluster.name} any more`,
    };
  }
  if (part.kind === 'missing') {
    return failed(
      'notThere',
      `EKS has no ${work.kind === 'addon' ? 'add-on' : 'node group'} ${
        work.name
      } in ${work.cluster.name}`,
      { advice: 'Plan it anew from what there is' },
    );
  }
  if (git.kind === 'pullRequest' && !wantedSince(memory)) {
    // An early merge is told of even where EKS has done it by now.
    return nextPullRequest(context, git);
  }
  return hasArrived(context) ? arrived(context) : nextInGit(context);
}

function nextInGit(context: StepContext): GitopsDecision {
  const { memory, now, observed } = context;
  const { git, place } = observed;
  switch (git.kind) {
    case 'proposing':
      return nextProposal(context, git);
    case 'joining':
      return joinProposal(context, git);
    case 'held':
      return {
        ...wait('pullRequest.checks', git.message),
        notes: toNotes(memory),
      };
    case 'failed':
      return waitForHost(place, git.failure, now);
    case 'refused':
      return failed(git.reason, git.message, { advice: ADVICE[git.reason] });
    default:
      return nextProvisioning(
        wantedSince(memory)
          ? context
          : {
              ...context,
              memory: { ...memory, wantedSince: now.toISOString() },
            },
      );
  }
}
