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

import type { FileDiff, GitCommit, Signature } from '../git/types';
import type { GithubHost } from '../GithubHost';
import type { Links } from '../Links';
import type { Repository } from '../Repository';
import { nodeId, stamp } from './times';
import { userDocument } from './users';

interface Where {
  host: GithubHost;
  links: Links;
  repository: Repository;
}

const UNSIGNED = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

function signatureDocument({ name, email, date }: Signature) {
  return { name, email, date: stamp(date) };
}

/** A commit as Git has it (`GET …/git/commits/{sha}`). */
export function gitCommitDocument(
  commit: GitCommit,
  { links, repository }: Where,
) {
  const url = links.repository(repository.fullName);
  const web = `${links.web}/${repository.fullName}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${web}/${commit.sha}`,
    author: signatureDocument(commit.author),
    committer: signatureDocument(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    parents: commit.parents.map(sha => ({
      sha,
      url: `${url}/git/commits/${sha}`,
      html_url: `${web}/${sha}`,
    })),
    verification: UNSIGNED,
  };
}

/** A commit as GitHub lists it (`GET …/commits`). */
export function commitDocument(commit: GitCommit, where: Where) {
  const { host, links, repository } = where;
  const url = links.repository(repository.fullName);
  const known = ({ name }: Signature) => {
    const user = host.findUser(name);
    return user ? userDocument(user, links) : null;
  };
  const { tree, message, author, committer, verification } = gitCommitDocument(
    commit,
    where,
  );
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    commit: {
      author,
      committer,
      message,
      tree,
      url: `${url}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification,
    },
    url: `${url}/commits/${commit.sha}`,
    html_url: `${links.web}/${repository.fullName}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    author: known(commit.author),
    committer: known(commit.committer),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${links.web}/${repository.fullName}/commit/${sha}`,
    })),
  };
}

export function fileDocument(
  file: FileDiff,
  commitSha: string,
  { links, repository }: Where,
) {
  const { path, previousPath, status, sha, additions, deletions } = file;
  const url = links.repository(repository.fullName);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return {
    sha,
    filename: path,
    status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${links.web}/${repository.fullName}/blob/${commitSha}/${encoded}`,
    raw_url: `${links.web}/${repository.fullName}/raw/${commitSha}/${encoded}`,
    contents_url: `${url}/contents/${encoded}?ref=${commitSha}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(previousPath && { previous_filename: previousPath }),
  };
}
