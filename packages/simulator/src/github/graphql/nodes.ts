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

import { nodeId, stamp, stampOrNull } from '../documents/times';
import { combinedState } from '../documents/statuses';
import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import { assessMerge } from '../pulls/mergeability';
import type { Repository } from '../Repository';
import { reaches, type Caller } from '../Tokens';
import type { PullRequest } from '../types';
import { graphqlRefusal } from './GraphqlRefusal';

export interface GraphqlWhere {
  host: GithubHost;
  links: Links;
  caller: Caller;
}

export type GraphqlPullState = 'CLOSED' | 'MERGED' | 'OPEN';

export function readable(
  { host, caller }: GraphqlWhere,
  owner: string,
  name: string,
): Repository {
  const repository = host.findRepository(owner, name);
  if (!repository || !reaches(caller, repository.spec.name)) {
    throw graphqlRefusal(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${owner}/${name}'.`,
    );
  }
  return repository;
}

export function repositoryNode(repository: Repository, where: GraphqlWhere) {
  return {
    id: nodeId('R', repository.id),
    name: repository.spec.name,
    nameWithOwner: repository.fullName,
    url: `${where.links.web}/${repository.fullName}`,
    defaultBranchRef: () =>
      refNode(repository, repository.defaultBranch, where),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refNode(repository, qualifiedName.replace(/^refs\/heads\//, ''), where),
    pullRequest: ({ number }: { number: number }) => {
      const pull = repository.pulls.get(number);
      if (!pull) {
        throw graphqlRefusal(
          'NOT_FOUND',
          `Could not resolve to a PullRequest with the number of ${number}.`,
        );
      }
      return pullNode(repository, pull, where);
    },
    pullRequests: (
      asked: PullFilter & { headRefName?: string; baseRefName?: string },
    ) =>
      pullConnection(repository, asked, where, pull =>
        [
          [asked.headRefName, pull.head.ref],
          [asked.baseRefName, pull.base.ref],
        ].every(([wanted, ref]) => !wanted || wanted === ref),
      ),
  };
}

/** A branch, `undefined` where there is none. */
export async function refNode(
  repository: Repository,
  branch: string,
  where: GraphqlWhere,
) {
  const git = await repository.git();
  const sha = git.branch(branch);
  return sha
    ? {
        id: nodeId('REF', `${repository.id}:refs/heads/${branch}`),
        name: branch,
        prefix: 'refs/heads/',
        target: () => commitNode(repository, sha, where),
        associatedPullRequests: (asked: PullFilter) =>
          pullConnection(
            repository,
            asked,
            where,
            pull => pull.head.ref === branch,
          ),
      }
    : undefined;
}

export async function commitNode(
  repository: Repository,
  sha: string,
  { links }: GraphqlWhere,
) {
  const git = await repository.git();
  const commit = (await git.commit(sha))!;
  const statuses = repository.latestStatuses(sha);
  const upper = (state: string) => state.toUpperCase();
  return {
    id: nodeId('C', sha),
    oid: sha,
    url: `${links.web}/${repository.fullName}/commit/${sha}`,
    message: commit.message,
    committedDate: stamp(commit.committer.date),
    status:
      statuses.length > 0
        ? {
            state: upper(combinedState(statuses.map(({ state }) => state))),
            contexts: statuses.map(status => ({
              ...status,
              state: upper(status.state),
            })),
          }
        : null,
  };
}

export interface PullFilter {
  first?: number;
  after?: string;
  states?: GraphqlPullState[];
}

function stateOf(pull: PullRequest): GraphqlPullState {
  if (pull.mergedAt) {
    return 'MERGED';
  }
  return pull.state === 'open' ? 'OPEN' : 'CLOSED';
}

function pullConnection(
  repository: Repository,
  { first = 100, after, states }: PullFilter,
  where: GraphqlWhere,
  matches: (pull: PullRequest) => boolean,
) {
  const found = [...repository.pulls.values()].filter(
    pull => matches(pull) && (!states || states.includes(stateOf(pull))),
  );
  const left = found.filter(pull => !after || pull.number > Number(after));
  const page = left.slice(0, first);
  const nodes = page.map(pull => pullNode(repository, pull, where));
  return {
    totalCount: found.length,
    nodes,
    edges: nodes.map(node => ({ cursor: String(node.number), node })),
    pageInfo: {
      hasNextPage: left.length > page.length,
      endCursor: page.length > 0 ? String(page.at(-1)!.number) : undefined,
    },
  };
}

export function pullNode(
  repository: Repository,
  pull: PullRequest,
  where: GraphqlWhere,
) {
  const { number, title, draft, head, base } = pull;
  const required =
    repository.protections.get(base.ref)?.requiredApprovingReviews ?? 0;
  const approvals = pull.reviews.filter(({ state }) => state === 'APPROVED');
  return {
    id: nodeId('PR', pull.id),
    number,
    title,
    body: pull.body ?? '',
    url: `${where.links.web}/${repository.fullName}/pull/${number}`,
    state: stateOf(pull),
    isDraft: draft,
    merged: pull.mergedAt !== undefined,
    mergedAt: stampOrNull(pull.mergedAt),
    mergedBy: pull.mergedBy ? { login: pull.mergedBy } : undefined,
    closedAt: stampOrNull(pull.closedAt),
    createdAt: stamp(pull.createdAt),
    updatedAt: stamp(pull.updatedAt),
    author: { login: pull.user },
    headRefName: head.ref,
    headRefOid: head.sha,
    baseRefName: base.ref,
    baseRefOid: base.sha,
    mergeable: async () => {
      if (pull.state !== 'open') {
        return 'UNKNOWN';
      }
      const git = await repository.git();
      const { merged } = await assessMerge(repository, git, pull);
      return merged.conflicts ? 'CONFLICTING' : 'MERGEABLE';
    },
    mergeCommit: () =>
      pull.mergeCommitSha
        ? commitNode(repository, pull.mergeCommitSha, where)
        : undefined,
    reviewDecision: required > approvals.length ? 'REVIEW_REQUIRED' : undefined,
  };
}
