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

import type { KeptProposal } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ProposeOutput } from './types';

export function toOutput(kept: KeptProposal): ProposeOutput {
  const { branch, headSha, outcome, pullRequest } = kept;
  return {
    outcome,
    changed: outcome === 'opened' || outcome === 'updated',
    branch,
    ...(pullRequest && {
      pullRequestNumber: pullRequest.number,
      pullRequestUrl: pullRequest.url,
    }),
    ...(headSha && { commit: headSha }),
  };
}

/** What became of a proposal, or would, in a sentence for the log. */
export function wordOutcome(
  output: ProposeOutput,
  repository: string,
  verb: 'is' | 'would be' = 'is',
): string {
  const { branch, outcome, pullRequestNumber, pullRequestUrl } = output;
  switch (outcome) {
    case 'opened':
      return `A pull request ${verb} opened from ${branch}${
        pullRequestUrl ? `: ${pullRequestUrl}` : ''
      }`;
    case 'updated':
      return `Pull request ${pullRequestNumber} ${verb} updated: ${pullRequestUrl}`;
    case 'unchanged':
      return `Pull request ${pullRequestNumber} has all of it already: ${pullRequestUrl}`;
    default:
      return `There is nothing to change: ${repository} has all of it already`;
  }
}
