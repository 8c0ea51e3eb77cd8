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

import type { GitPullRequestDetail } from '../hosts/types';
import type { ProposedPullRequest } from './types';

/**
 * Something that happened to a proposal. `headMoved` is a new commit or a
 * force-push: what was agreed to is no longer what is there.
 *
 * @public
 */
export type ProposalNews =
  | {
      kind: 'merged';
      /** Login. */
      by?: string;
      at?: string;
      mergeSha?: string;
      /** What was merged. */
      headSha: string;
    }
  | { kind: 'closed'; at?: string }
  | { kind: 'reopened' }
  | { kind: 'headMoved'; from: string; to: string }
  | { kind: 'retargeted'; to: string };

/**
 * What happened to a pull request since it was last recorded. Pure.
 *
 * @param base - the branch that it was proposed against
 * @public
 */
export function followProposal(
  known: ProposedPullRequest,
  seen: GitPullRequestDetail,
  base: string,
): { news: ProposalNews[]; pullRequest: ProposedPullRequest } {
  const news: ProposalNews[] = [];
  if (seen.head.sha !== known.headSha) {
    news.push({ kind: 'headMoved', from: known.headSha, to: seen.head.sha });
  }
  if (seen.base.branch !== base && known.state === 'open') {
    news.push({ kind: 'retargeted', to: seen.base.branch });
  }
  if (seen.state !== known.state) {
    news.push(stateNews(seen));
  }
  return {
    news,
    pullRequest: {
      number: seen.number,
      url: seen.url,
      state: seen.state,
      headSha: seen.head.sha,
    },
  };
}

function stateNews(seen: GitPullRequestDetail): ProposalNews {
  switch (seen.state) {
    case 'merged':
      return {
        kind: 'merged',
        by: seen.mergedBy,
        at: seen.mergedAt,
        mergeSha: seen.mergeSha,
        headSha: seen.head.sha,
      };
    case 'closed':
      return { kind: 'closed', at: seen.closedAt };
    default:
      return { kind: 'reopened' };
  }
}
