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

import { repositoryDocument } from '../documents/repositories';
import { runGit } from '../git/runGit';
import { GithubError } from '../GithubError';
import { paged } from './paging';
import { protectionDocument } from '../documents/protections';
import {
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

async function listBranches(context: RepositoryContext): Promise<Reply> {
  const { repository, query } = context;
  const git = await repository.git();
  const wanted = query.get('protected');
  const branches = [...git.refs]
    .filter(([ref]) => ref.startsWith('refs/heads/'))
    .map(([ref, sha]) => branchDocument(context, ref.slice(11), sha))
    .filter(branch => wanted === null || String(branch.protected) === wanted);
  return paged(context, branches);
}

async function getBranch(context: RepositoryContext): Promise<Reply> {
  const { repository, params } = context;
  const sha = (await repository.git()).branch(params.branch);
  if (!sha) {
    throw new GithubError(404, 'Branch not found');
  }
  return ok(branchDocument(context, params.branch, sha));
}

function branchDocument(
  { repository, links }: RepositoryContext,
  name: string,
  sha: string,
) {
  const url = links.repository(repository.fullName);
  const protection = repository.protections.get(name);
  return {
    name,
    commit: { sha, url: `${url}/commits/${sha}` },
    protected: protection !== undefined,
    protection: {
      enabled: protection !== undefined,
      required_status_checks: {
        enforcement_level: protection?.requiredStatusChecks
          ? 'everyone'
          : 'off',
        contexts: protection?.requiredStatusChecks ?? [],
      },
    },
    protection_url: `${url}/branches/${name}/protection`,
  };
}

function getProtection(context: RepositoryContext): Reply {
  const { repository, params } = context;
  const protection = repository.protections.get(params.branch);
  if (!protection) {
    throw new GithubError(404, 'Branch not protected');
  }
  return ok(protectionDocument(protection, params.branch, context));
}

async function archive({
  repository,
  params,
}: RepositoryContext): Promise<Reply> {
  const git = await repository.git();
  const sha = await git.resolve(params.ref || repository.defaultBranch);
  if (!sha) {
    throw GithubError.notFound();
  }
  const { owner, name } = repository.spec;
  const { stdout } = await runGit(git.directory, [
    'archive',
    '--format=tar.gz',
    `--prefix=${owner}-${name}-${sha.slice(0, 7)}/`,
    sha,
  ]);
  return {
    status: 200,
    body: stdout,
    headers: {
      'content-type': 'application/x-gzip',
      'content-disposition': `attachment; filename=${owner}-${name}-${sha.slice(
        0,
        7,
      )}.tar.gz`,
    },
  };
}

export const repositoryRoutes: RepositoryRoute[] = [
  {
    method: 'GET',
    template: '',
    permission: 'metadata',
    level: 'read',
    handle: context => ok(repositoryDocument(context.repository, context)),
  },
  {
    method: 'GET',
    template: '/branches',
    permission: 'contents',
    level: 'read',
    handle: listBranches,
  },
  {
    method: 'GET',
    template: '/branches/{branch*}/protection',
    permission: 'administration',
    level: 'read',
    handle: getProtection,
  },
  {
    method: 'GET',
    template: '/branches/{branch*}',
    permission: 'contents',
    level: 'read',
    handle: getBranch,
  },
  {
    method: 'GET',
    template: '/tarball/{ref*}',
    permission: 'contents',
    level: 'read',
    handle: archive,
  },
  {
    method: 'GET',
    template: '/forks',
    permission: 'metadata',
    level: 'read',
    handle: () => ok([]),
  },
  {
    method: 'GET',
    template: '/collaborators/{login}/permission',
    permission: 'metadata',
    level: 'read',
    handle: ({ repository, params }) =>
      ok({
        permission: repository.roleOf(params.login),
        role_name: repository.roleOf(params.login),
      }),
  },
];
