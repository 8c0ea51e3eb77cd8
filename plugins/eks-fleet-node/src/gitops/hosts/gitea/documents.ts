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

/** Gitea's document of a pull request. */
export function toPullRequest(document: any): GitPullRequest {
  const { base, head } = document;
  return {
    number: document.number,
    url: document.html_url,
    title: document.title,
    state: document.merged ? 'merged' : document.state,
    head: { branch: head.ref, sha: head.sha },
    base: { branch: base.ref },
    isOwnBranch: head.repo_id === base.repo_id,
    labels: (document.labels ?? []).map(({ name }: any) => name),
    updatedAt: document.updated_at,
    ...(document.closed_at && { closedAt: document.closed_at }),
    ...(document.merged && {
      mergedAt: document.merged_at,
      mergeSha: document.merge_commit_sha,
    }),
    ...(document.user && { openedBy: document.user.login }),
  };
}

/**
 * Gitea tells whether it merges; whether the rules of the branch let it, it
 * tells when it is asked to.
 */
export function toDetail(document: any): GitPullRequestDetail {
  return {
    ...toPullRequest(document),
    body: document.body ?? '',
    ...(document.merged_by && { mergedBy: document.merged_by.login }),
    mergeability: document.mergeable ? 'ready' : 'conflict',
    hostState: document.mergeable ? 'mergeable' : 'not mergeable',
  };
}

const STATUSES: Record<string, GitChangedFile['status']> = {
  added: 'added',
  deleted: 'removed',
  renamed: 'renamed',
};

export function toChangedFile(document: any): GitChangedFile {
  const { filename, previous_filename: previousPath, status } = document;
  return {
    path: filename,
    ...(previousPath &&
      previousPath !== filename && {
        previousPath,
      }),
    status: STATUSES[status] ?? 'modified',
  };
}
