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

import { fileDocument, commitDocument } from '../documents/commits';
import { pullDocument, singlePullDocument } from '../documents/pulls';
import type { GitRepository } from '../git/GitRepository';
import { GithubError } from '../GithubError';
import { changesOf } from '../pulls/changesOf';
import { createPull } from '../pulls/createPull';
import { editPull } from '../pulls/editPull';
import { mergePull } from '../pulls/mergePull';
import { mergeTrials } from '../pulls/MergeTrials';
import type { MergeMethod, PullRequest } from '../types';
import { optionalText, requiredText } from './parameters';
import { paged } from './paging';
import {
  created,
  noContent,
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

type Context = RepositoryContext;

const METHODS: MergeMethod[] = ['merge', 'squash', 'rebase'];

export function pullOf({ repository, params }: Context): PullRequest {
  return repository.pull(Number(params.number));
}

function listPulls(context: Context): Reply {
  const { repository, query } = context;
  const { owner } = repository.spec;
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const sort = query.get('sort') ?? 'created';
  const isUpdated = sort === 'updated';
  const isNewestFirst = sort === 'created';
  const direction = query.get('direction') ?? (isNewestFirst ? 'desc' : 'asc');
  const keyOf = (pull: PullRequest) =>
    isUpdated ? pull.updatedAt.getTime() : pull.number;
  const found = [...repository.pulls.values()]
    .filter(
      pull =>
        (state === 'all' || pull.state === state) &&
        (!head ||
          [pull.head.ref, `${owner}:${pull.head.ref}`].includes(head)) &&
        (!base || pull.base.ref === base),
    )
    .sort(
      (one, other) => keyOf(one) - keyOf(other) || one.number - other.number,
    );
  return paged(context, direction === 'desc' ? found.reverse() : found, page =>
    page.map(pull => pullDocument(pull, context)),
  );
}

async function openPull(context: Context): Promise<Reply> {
  const { repository, body, caller } = context;
  const pull = await createPull(repository, caller.login, {
    title: requiredText(body, 'title', 'PullRequest'),
    body: optionalText(body, 'body', 'PullRequest'),
    head: requiredText(body, 'head', 'PullRequest'),
    base: requiredText(body, 'base', 'PullRequest'),
    draft: body.draft === true,
  });
  return created(await pullFacts(context, pull));
}

async function pullFacts(context: Context, pull: PullRequest) {
  const { repository } = context;
  const git = await repository.git();
  const [files, commits, trial] = await Promise.all([
    changesOf(git, pull),
    commitsOf(git, pull),
    mergeTrials.of(repository, git, pull),
  ]);
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  return singlePullDocument(pull, context, {
    ...trial,
    commits: commits.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changedFiles: files.length,
  });
}

async function commitsOf(git: GitRepository, pull: PullRequest) {
  const commits = await git.log(pull.head.sha, { not: [pull.base.sha] });
  return commits.reverse();
}

async function listFiles(context: Context): Promise<Reply> {
  const pull = pullOf(context);
  const files = await changesOf(await context.repository.git(), pull);
  return paged(context, files, page =>
    page.map(file => fileDocument(file, pull.head.sha, context)),
  );
}

async function listCommits(context: Context): Promise<Reply> {
  const commits = await commitsOf(
    await context.repository.git(),
    pullOf(context),
  );
  return paged(context, commits, page =>
    page.map(commit => commitDocument(commit, context)),
  );
}

async function updatePull(context: Context): Promise<Reply> {
  const { repository, body, caller } = context;
  const pull = pullOf(context);
  const state = optionalText(body, 'state', 'PullRequest');
  if (state !== undefined && state !== 'open' && state !== 'closed') {
    throw GithubError.invalid('PullRequest', {
      field: 'state',
      code: 'invalid',
    });
  }
  await editPull(repository, pull, {
    actor: caller.login,
    title: optionalText(body, 'title', 'PullRequest'),
    body: optionalText(body, 'body', 'PullRequest'),
    base: optionalText(body, 'base', 'PullRequest'),
    state,
  });
  return ok(await pullFacts(context, pull));
}

async function merge(context: Context): Promise<Reply> {
  const { repository, body, caller } = context;
  const method = body.merge_method as MergeMethod | undefined;
  if (method !== undefined && !METHODS.includes(method)) {
    throw new GithubError(422, 'Invalid merge method');
  }
  const sha = await mergePull(repository, pullOf(context), {
    actor: caller.login,
    sha: optionalText(body, 'sha', 'PullRequest'),
    method,
    title: optionalText(body, 'commit_title', 'PullRequest'),
    message: optionalText(body, 'commit_message', 'PullRequest'),
  });
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
}

function isMerged(context: Context): Reply {
  if (!pullOf(context).mergedAt) {
    throw GithubError.notFound();
  }
  return noContent;
}

const read = { permission: 'pull_requests', level: 'read' } as const;
const write = { permission: 'pull_requests', level: 'write' } as const;

export const pullRoutes: RepositoryRoute[] = [
  { method: 'GET', template: '/pulls', ...read, handle: listPulls },
  { method: 'POST', template: '/pulls', ...write, handle: openPull },
  {
    method: 'GET',
    template: '/pulls/{number}',
    ...read,
    handle: async context => ok(await pullFacts(context, pullOf(context))),
  },
  {
    method: 'PATCH',
    template: '/pulls/{number}',
    ...write,
    handle: updatePull,
  },
  {
    method: 'GET',
    template: '/pulls/{number}/files',
    ...read,
    handle: listFiles,
  },
  {
    method: 'GET',
    template: '/pulls/{number}/commits',
    ...read,
    handle: listCommits,
  },
  {
    method: 'GET',
    template: '/pulls/{number}/merge',
    ...read,
    handle: isMerged,
  },
  {
    method: 'PUT',
    template: '/pulls/{number}/merge',
    permission: 'contents',
    level: 'write',
    handle: merge,
  },
];
