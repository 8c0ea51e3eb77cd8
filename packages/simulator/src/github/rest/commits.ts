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

import { commitDocument, fileDocument } from '../documents/commits';
import { combinedState, statusDocument } from '../documents/statuses';
import { GithubError } from '../GithubError';
import type { CommitStatus, StatusState } from '../types';
import { resolved } from './contents';
import { optionalText } from './parameters';
import { paged } from './paging';
import {
  created,
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

const STATES: StatusState[] = ['error', 'failure', 'pending', 'success'];
/** The tree that has nothing in it, which a first commit is compared with. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

async function getCommit(context: RepositoryContext): Promise<Reply> {
  const { repository, params, accept } = context;
  const git = await repository.git();
  const sha = await resolved(git, params.ref);
  if (/\.sha\b/.test(accept)) {
    return {
      status: 200,
      body: Buffer.from(sha),
      headers: { 'content-type': 'application/vnd.github.v3.sha' },
    };
  }
  const commit = (await git.commit(sha))!;
  const files = await git.diff(commit.parents[0] ?? EMPTY_TREE, sha);
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  return ok({
    ...commitDocument(commit, context),
    stats: {
      additions: sum('additions'),
      deletions: sum('deletions'),
      total: sum('additions') + sum('deletions'),
    },
    files: files.map(file => fileDocument(file, sha, context)),
  });
}

async function compare(context: RepositoryContext): Promise<Reply> {
  const { repository, params, links } = context;
  const git = await repository.git();
  const [, baseName, , headName] =
    /^(.+?)(\.{3})(.+)$/.exec(params.basehead) ?? [];
  if (!baseName) {
    throw GithubError.notFound();
  }
  const withoutOwner = (name: string) => name.replace(/^[^:/]+:/, '');
  const [base, head] = [
    await git.resolve(withoutOwner(baseName)),
    await git.resolve(withoutOwner(headName)),
  ];
  if (!base || !head) {
    throw GithubError.notFound();
  }
  const mergeBase = await git.mergeBase(base, head);
  if (!mergeBase) {
    throw new GithubError(
      404,
      `No common ancestor between ${baseName} and ${headName}.`,
    );
  }
  const [ahead, behind, files] = await Promise.all([
    git.log(head, { not: [base] }),
    git.log(base, { not: [head] }),
    git.diff(mergeBase, head),
  ]);
  return ok({
    url: `${links.repository(repository.fullName)}/compare/${params.basehead}`,
    html_url: `${links.web}/${repository.fullName}/compare/${params.basehead}`,
    base_commit: commitDocument((await git.commit(base))!, context),
    merge_base_commit: commitDocument((await git.commit(mergeBase))!, context),
    status: comparison(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.reverse().map(commit => commitDocument(commit, context)),
    files: files.map(file => fileDocument(file, head, context)),
  });
}

function comparison(ahead: number, behind: number): string {
  if (ahead > 0) {
    return behind > 0 ? 'diverged' : 'ahead';
  }
  return behind > 0 ? 'behind' : 'identical';
}

async function createStatus(context: RepositoryContext): Promise<Reply> {
  const { repository, params, body, caller, now } = context;
  const state = body.state as StatusState;
  if (!STATES.includes(state)) {
    throw GithubError.invalid('Status', { field: 'state', code: 'invalid' });
  }
  const git = await repository.git();
  const sha = await git.resolve(params.sha);
  if (!sha) {
    throw new GithubError(422, `No commit found for SHA: ${params.sha}`);
  }
  const description = optionalText(body, 'description', 'Status');
  if (description && description.length > 140) {
    throw GithubError.invalid('Status', {
      message: 'description is too long (maximum is 140 characters)',
    });
  }
  const status: CommitStatus = {
    id: repository.nextId(),
    state,
    context: optionalText(body, 'context', 'Status') ?? 'default',
    description,
    targetUrl: optionalText(body, 'target_url', 'Status'),
    creator: caller.login,
    createdAt: now,
  };
  repository.statuses.set(sha, [
    ...(repository.statuses.get(sha) ?? []),
    status,
  ]);
  repository.emit({ name: 'status', actor: caller.login, sha, status });
  return created(statusDocument(status, sha, context));
}

async function combinedStatus(context: RepositoryContext): Promise<Reply> {
  const { repository, params, links } = context;
  const sha = await resolved(await repository.git(), params.ref);
  const latest = repository.latestStatuses(sha);
  const url = links.repository(repository.fullName);
  return paged(context, latest, page => ({
    state: combinedState(latest.map(({ state }) => state)),
    statuses: page.map(status => statusDocument(status, sha, context)),
    sha,
    total_count: latest.length,
    commit_url: `${url}/commits/${sha}`,
    url: `${url}/commits/${sha}/status`,
  }));
}

async function listStatuses(context: RepositoryContext): Promise<Reply> {
  const { repository, params } = context;
  const sha = await resolved(await repository.git(), params.ref);
  const newestFirst = [...(repository.statuses.get(sha) ?? [])].reverse();
  return paged(context, newestFirst, page =>
    page.map(status => statusDocument(status, sha, context)),
  );
}

const contents = { permission: 'contents', level: 'read' } as const;
const statuses = { permission: 'statuses', level: 'read' } as const;

export const commitRoutes: RepositoryRoute[] = [
  {
    method: 'GET',
    template: '/commits/{ref*}/status',
    ...statuses,
    handle: combinedStatus,
  },
  {
    method: 'GET',
    template: '/commits/{ref*}/statuses',
    ...statuses,
    handle: listStatuses,
  },
  {
    method: 'GET',
    template: '/commits/{ref*}/check-runs',
    ...statuses,
    handle: () => ok({ total_count: 0, check_runs: [] }),
  },
  {
    method: 'GET',
    template: '/commits/{ref*}/check-suites',
    ...statuses,
    handle: () => ok({ total_count: 0, check_suites: [] }),
  },
  {
    method: 'GET',
    template: '/commits/{ref*}',
    ...contents,
    handle: getCommit,
  },
  {
    method: 'GET',
    template: '/compare/{basehead*}',
    ...contents,
    handle: compare,
  },
  {
    method: 'POST',
    template: '/statuses/{sha}',
    permission: 'statuses',
    level: 'write',
    handle: createStatus,
  },
];
