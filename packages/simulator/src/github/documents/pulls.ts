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

import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import type { Repository } from '../Repository';
import type { PullRequestComment, PullRequest, Review } from '../types';
import { repositoryDocument } from './repositories';
import { nodeId, stamp, stampOrNull } from './times';
import { userDocument } from './users';

export interface PullWhere {
  host: GithubHost;
  links: Links;
  repository: Repository;
}

/** A pull request as lists show it. */
export function pullDocument(pull: PullRequest, where: PullWhere) {
  const { host, links, repository } = where;
  const url = links.repository(repository.fullName);
  const { number, id } = pull;
  const { owner } = repository.spec;
  const user = (login: string) => userDocument(host.user(login), links);
  const side = ({ ref, sha }: PullRequest['head']) => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: user(owner),
    repo: repositoryDocument(repository, { host, links }),
  });
  const html = `${links.web}/${repository.fullName}/pull/${number}`;
  const issue = `${url}/issues/${number}`;
  return {
    url: `${url}/pulls/${number}`,
    id,
    node_id: nodeId('PR', id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/pulls/${number}/commits`,
    comments_url: `${issue}/comments`,
    statuses_url: `${url}/statuses/${pull.head.sha}`,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: user(pull.user),
    body: pull.body ?? null,
    created_at: stamp(pull.createdAt),
    updated_at: stamp(pull.updatedAt),
    closed_at: stampOrNull(pull.closedAt),
    merged_at: stampOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitSha ?? null,
    assignee: pull.assignees[0] ? user(pull.assignees[0]) : null,
    assignees: pull.assignees.map(user),
    requested_reviewers: pull.requestedReviewers.map(user),
    requested_teams: pull.requestedTeams.map(slug => ({ name: slug, slug })),
    labels: pull.labels.map(labelDocument),
    milestone: null,
    draft: pull.draft,
    head: side(pull.head),
    base: side(pull.base),
    author_association: 'MEMBER',
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** What one pull request alone says beyond that. */
export function singlePullDocument(
  pull: PullRequest,
  where: PullWhere,
  facts: {
    /** `undefined` while GitHub has not tried yet. */
    mergeable: boolean | undefined;
    mergeableState: string;
    commits: number;
    additions: number;
    deletions: number;
    changedFiles: number;
  },
) {
  const { host, links } = where;
  return {
    ...pullDocument(pull, where),
    merged: pull.mergedAt !== undefined,
    mergeable: facts.mergeable ?? null,
    rebaseable: facts.mergeable ?? null,
    mergeable_state: facts.mergeableState,
    merged_by: pull.mergedBy
      ? userDocument(host.user(pull.mergedBy), links)
      : null,
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: facts.commits,
    additions: facts.additions,
    deletions: facts.deletions,
    changed_files: facts.changedFiles,
  };
}

/** The issue that every pull request also is. */
export function issueDocument(pull: PullRequest, where: PullWhere) {
  const { links, repository } = where;
  const url = links.repository(repository.fullName);
  const document = pullDocument(pull, where);
  const { number, title, user, labels, state, assignees, body } = document;
  return {
    url: `${url}/issues/${number}`,
    id: pull.id,
    node_id: document.node_id,
    number,
    title,
    user,
    labels,
    state,
    assignees,
    body,
    comments: pull.comments.length,
    created_at: document.created_at,
    updated_at: document.updated_at,
    closed_at: document.closed_at,
    closed_by: pull.closedBy
      ? userDocument(where.host.user(pull.closedBy), links)
      : null,
    html_url: document.html_url,
    pull_request: {
      url: document.url,
      html_url: document.html_url,
      merged_at: document.merged_at,
    },
  };
}

export function labelDocument(name: string) {
  return {
    id:
      [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) %
      1e9,
    name,
    color: 'ededed',
    default: false,
    description: null,
  };
}

export function reviewDocument(
  review: Review,
  pull: PullRequest,
  where: PullWhere,
) {
  const { host, links, repository } = where;
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: userDocument(host.user(review.user), links),
    body: review.body,
    state: review.state,
    html_url: `${links.web}/${repository.fullName}/pull/${pull.number}`,
    pull_request_url: `${links.repository(repository.fullName)}/pulls/${
      pull.number
    }`,
    author_association: 'MEMBER',
    submitted_at: stamp(review.submittedAt),
    commit_id: review.commitSha,
  };
}

export function commentDocument(
  comment: PullRequestComment,
  pull: PullRequest,
  { host, links, repository }: PullWhere,
) {
  const url = links.repository(repository.fullName);
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${links.web}/${repository.fullName}/pull/${pull.number}`,
    issue_url: `${url}/issues/${pull.number}`,
    body: comment.body,
    user: userDocument(host.user(comment.user), links),
    created_at: stamp(comment.createdAt),
    updated_at: stamp(comment.updatedAt),
    author_association: 'MEMBER',
  };
}
