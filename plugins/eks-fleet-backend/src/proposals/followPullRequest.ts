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

import {
  followProposal,
  inspectProposal,
  type GitPullRequestDetail,
  type GitRepository,
  type ProposalRecord,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { SeenPullRequest } from './types';

/** A pull request as it is now, and what of it is not as it was agreed to. */
export interface FollowedPullRequest {
  pullRequest: SeenPullRequest;
  problem?: string;
}

/** @throws GitFailure where a diff cannot be read */
export async function followPullRequest(
  repository: GitRepository,
  change: ProposedChange,
  options: {
    known: SeenPullRequest;
    proposal: ProposalRecord | undefined;
    detail: GitPullRequestDetail;
    now: Date;
  },
): Promise<FollowedPullRequest> {
  const { detail, known, now, proposal } = options;
  const { news, pullRequest } = followProposal(known, detail, change.base);
  const followed: SeenPullRequest = {
    ...pullRequest,
    mergedBy: detail.mergedBy,
    mergedAt: detail.mergedAt,
    seenAt: news.length > 0 ? now.toISOString() : known.seenAt,
  };
  const isOwn = detail.head.sha === proposal?.headSha;
  if (isOwn || detail.state === 'closed') {
    const doesNotMerge =
      detail.state === 'open' && detail.mergeability === 'conflict';
    return {
      pullRequest: followed,
      ...(doesNotMerge && {
        problem: `Pull request #${detail.number} does not merge any more, as what it changes was changed in Git since. Take it back, and ask anew`,
      }),
    };
  }
  const { findings, isAsProposed } = await inspectProposal(
    repository,
    change,
    detail.number,
  );
  if (isAsProposed) {
    return { pullRequest: followed };
  }
  const what = findings.map(({ message }) => message).join('; ');
  return {
    pullRequest: followed,
    problem:
      detail.state === 'merged'
        ? `Pull request #${detail.number} was merged with something else on it than was agreed to: ${what}`
        : `Somebody put something else on pull request #${detail.number} than was agreed to: ${what}`,
  };
}
