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

import type { JsonObject } from '@backstage/types';
import { GitFailure, type GitFailureReason } from '../GitFailure';
import type { GitNewPullRequest } from '../types';

/**
 * A branch, a commit on it, and its pull request. GitHub takes mutations of one
 * request in their order, and goes on where one is refused: a branch that is
 * there already without anything on it is committed to all the same.
 */
const PROPOSE = `mutation ($branch: CreateRefInput!, $commit: CreateCommitOnBranchInput!, $pullRequest: CreatePullRequestInput!) {
  branch: createRef(input: $branch) { clientMutationId }
  commit: createCommitOnBranch(input: $commit) { commit { oid } }
  pullRequest: createPullRequest(input: $pullRequest) { pullRequest { number url } }
}`;

/** What asks for it all in one request. */
export function askToPropose(
  request: GitNewPullRequest,
  repository: { id: string; fullName: string },
): JsonObject {
  const { base, body, branch, files, message, parent, title } = request;
  const [headline, ...rest] = message.split('\n');
  return {
    query: PROPOSE,
    variables: {
      branch: {
        repositoryId: repository.id,
        name: `refs/heads/${branch}`,
        oid: parent,
      },
      commit: {
        branch: {
          repositoryNameWithOwner: repository.fullName,
          branchName: branch,
        },
        expectedHeadOid: parent,
        message: { headline, body: rest.join('\n').replace(/^\n/, '') },
        fileChanges: {
          additions: files.flatMap(({ path, text }) =>
            text === undefined
              ? []
              : [{ path, contents: Buffer.from(text).toString('base64') }],
          ),
          deletions: files.flatMap(({ path, text }) =>
            text === undefined ? [{ path }] : [],
          ),
        },
      },
      pullRequest: {
        repositoryId: repository.id,
        baseRefName: base,
        headRefName: branch,
        title,
        body,
      },
    },
  };
}

interface Refusal {
  type?: string;
  path?: unknown[];
  message?: string;
}

/**
 * What has come of it; without its pull request where only that was refused.
 *
 * @throws GitFailure where there is no commit
 */
export function readProposed(
  answer: any,
  host: string,
): { sha: string; pullRequest?: { number: number; url: string } } {
  const errors: Refusal[] = answer?.errors ?? [];
  const { commit, pullRequest } = answer?.data ?? {};
  const sha = commit?.commit?.oid;
  if (!sha) {
    const refusal =
      errors.find(({ path, type }) => !isThere(path, type)) ?? errors[0];
    throw toFailure(refusal, host);
  }
  const opened = pullRequest?.pullRequest;
  return {
    sha,
    ...(opened && {
      pullRequest: { number: opened.number, url: opened.url },
    }),
  };
}

/** Why a branch is not made that is there already says nothing of its commit. */
function isThere(path: unknown[] | undefined, type: string | undefined) {
  return path?.[0] === 'branch' && type === 'UNPROCESSABLE';
}

const REASONS: Record<string, GitFailureReason> = {
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  NOT_FOUND: 'notFound',
  RATE_LIMITED: 'throttled',
  // Something else is on that branch.
  STALE_DATA: 'conflict',
};

const RATE_LIMIT = /rate limit|submitted too quickly/i;
const PAUSE_SECONDS = 60;

function toFailure(refusal: Refusal | undefined, host: string): GitFailure {
  const { message = 'no reason', type = '' } = refusal ?? {};
  const reason = RATE_LIMIT.test(message)
    ? 'throttled'
    : REASONS[type] ?? 'invalid';
  return new GitFailure(
    reason,
    `${host} did not take it: ${message.slice(0, 300)}`,
    reason === 'throttled' ? { retryAfterSeconds: PAUSE_SECONDS } : {},
  );
}
