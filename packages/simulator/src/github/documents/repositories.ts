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
import { mayUse, type Caller } from '../Tokens';
import { nodeId, stamp } from './times';
import { userDocument } from './users';

const ROLES = ['read', 'write', 'admin'];

/** What the caller may do: as a person, and through the token. */
export function permissionsOf(repository: Repository, caller: Caller) {
  const role =
    caller.kind === 'installation' ? 'write' : repository.roleOf(caller.login);
  const rank = ROLES.indexOf(role);
  const mayPush = rank >= 1 && mayUse(caller, 'contents', 'write');
  const isAdmin = rank >= 2 && mayUse(caller, 'administration', 'write');
  return {
    admin: isAdmin,
    maintain: isAdmin,
    push: mayPush,
    triage: rank >= 1,
    pull: true,
  };
}

export function repositoryDocument(
  repository: Repository,
  { host, links, caller }: { host: GithubHost; links: Links; caller?: Caller },
) {
  const { spec, id, defaultBranch, createdAt, pushedAt, fullName } = repository;
  const url = links.repository(fullName);
  const web = `${links.web}/${fullName}`;
  const allows = (method: 'merge' | 'squash' | 'rebase') =>
    spec.mergeMethods?.includes(method) ?? true;
  return {
    id,
    node_id: nodeId('R', id),
    name: spec.name,
    full_name: fullName,
    private: true,
    visibility: 'private',
    owner: userDocument(host.user(spec.owner), links),
    html_url: web,
    description: spec.description ?? null,
    fork: false,
    archived: false,
    disabled: false,
    url,
    archive_url: `${url}/{archive_format}{/ref}`,
    branches_url: `${url}/branches{/branch}`,
    commits_url: `${url}/commits{/sha}`,
    compare_url: `${url}/compare/{base}...{head}`,
    contents_url: `${url}/contents/{+path}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    statuses_url: `${url}/statuses/{sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    clone_url: `${web}.git`,
    git_url: `${web}.git`,
    ssh_url: `${web}.git`,
    default_branch: defaultBranch,
    created_at: stamp(createdAt),
    updated_at: stamp(pushedAt),
    pushed_at: stamp(pushedAt),
    open_issues_count: [...repository.pulls.values()].filter(
      pull => pull.state === 'open',
    ).length,
    ...(caller && {
      permissions: permissionsOf(repository, caller),
      allow_merge_commit: allows('merge'),
      allow_squash_merge: allows('squash'),
      allow_rebase_merge: allows('rebase'),
      allow_auto_merge: false,
      delete_branch_on_merge: spec.deleteBranchOnMerge ?? false,
    }),
  };
}
