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

const STATES: Record<string, GitPullRequest['state']> = {
  opened: 'open',
  locked: 'open',
  merged: 'merged',
  closed: 'closed',
};

/** GitLab's document of a merge request. */
export function toPullRequest(document: any): GitPullRequest {
  const mergeSha = document.merge_commit_sha ?? document.squash_commit_sha;
  return {
    number: document.iid,
    url: document.web_url,
    title: document.title,
    state: STATES[document.state] ?? 'open',
    head: { branch: document.source_branch, sha: document.sha },
    base: { branch: document.target_branch },
    isOwnBranch: document.source_project_id === document.target_project_id,
    labels: document.labels ?? [],
    updatedAt: document.updated_at,
    ...(document.closed_at && { closedAt: document.closed_at }),
    ...(document.merged_at && { mergedAt: document.merged_at }),
    ...(mergeSha && { mergeSha }),
    ...(document.author && { openedBy: document.author.username }),
  };
}

const MERGEABILITY: Record<string, GitPullRequestDetail['mergeability']> = {
  mergeable: 'ready',
  conflict: 'conflict',
  broken_status: 'conflict',
  checking: 'unknown',
  unchecked: 'unknown',
  preparing: 'unknown',
  approvals_syncing: 'unknown',
};

/** GitLab's document of one merge request. */
export function toDetail(document: any): GitPullRequestDetail {
  const hostState = document.detailed_merge_status ?? 'unchecked';
  const mergedBy = document.merge_user ?? document.merged_by;
  return {
    ...toPullRequest(document),
    body: document.description ?? '',
    ...(mergedBy && { mergedBy: mergedBy.username }),
    mergeability: document.has_conflicts
      ? 'conflict'
      : MERGEABILITY[hostState] ?? 'checks',
    hostState,
  };
}

export function toChangedFile(document: any): GitChangedFile {
  const {
    deleted_file: isRemoved,
    new_file: isNew,
    new_path: path,
    old_path: previousPath,
    renamed_file: isRenamed,
  } = document;
  if (isRenamed) {
    return { path, previousPath, status: 'renamed' };
  }
  if (isRemoved) {
    return { path: previousPath, status: 'removed' };
  }
  return { path, status: isNew ? 'added' : 'modified' };
}
