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
  GitChangedFile,
  GitPullRequest,
  GitPullRequestDetail,
} from '../types';

/** GitHub's document of a pull request, as lists have it. */
export function toPullRequest(document: any): GitPullRequest {
  const { base, head } = document;
  return {
    number: document.number,
    url: document.html_url,
    title: document.title,
    state: document.merged_at ? 'merged' : document.state,
    head: { branch: head.ref, sha: head.sha },
    base: { branch: base.ref },
    isOwnBranch: Boolean(head.repo) && head.repo.id === base.repo?.id,
    labels: (document.labels ?? []).map(({ name }: any) => name),
    updatedAt: document.updated_at,
    ...(document.closed_at && { closedAt: document.closed_at }),
    ...(document.merged_at && {
      mergedAt: document.merged_at,
      mergeSha: document.merge_commit_sha,
    }),
    ...(document.user && { openedBy: document.user.login }),
  };
}

const MERGEABILITY: Record<string, GitPullRequestDetail['mergeability']> = {
  clean: 'ready',
  has_hooks: 'ready',
  dirty: 'conflict',
  behind: 'checks',
  blocked: 'checks',
  draft: 'checks',
  unstable: 'checks',
};

/** GitHub's document of one pull request. */
export function toDetail(document: any): GitPullRequestDetail {
  const hostState = document.mergeable_state ?? 'unknown';
  return {
    ...toPullRequest(document),
    body: document.body ?? '',
    ...(document.merged_by && { mergedBy: document.merged_by.login }),
    mergeability:
      document.mergeable === false
        ? 'conflict'
        : MERGEABILITY[hostState] ?? 'unknown',
    hostState,
  };
}

export function toChangedFile(document: any): GitChangedFile {
  const { filename, previous_filename: previousPath, status } = document;
  return {
    path: filename,
    ...(previousPath && { previousPath }),
    status: ['added', 'removed', 'renamed'].includes(status)
      ? status
      : 'modified',
  };
}
