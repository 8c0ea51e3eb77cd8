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

import type { TreeChange } from '../git/types';
import { GithubError } from '../GithubError';
import { assertMayMove } from '../pulls/assertMayMove';
import { isSafePath } from '../rest/gitData';
import { changeableByName } from './changeable';
import { graphqlRefusal } from './GraphqlRefusal';
import { commitNode, refNode, type GraphqlWhere } from './nodes';

export interface CreateCommitInput {
  clientMutationId?: string;
  branch: { repositoryNameWithOwner?: string; branchName?: string };
  message: { headline: string; body?: string };
  fileChanges?: {
    additions?: { path: string; contents: string }[];
    deletions?: { path: string }[];
  };
  expectedHeadOid: string;
}

/** Commits files on a branch that must still be where the caller saw it. */
export async function createCommitOnBranch(
  input: CreateCommitInput,
  where: GraphqlWhere,
) {
  const { branch, message, fileChanges = {}, expectedHeadOid } = input;
  const repository = changeableByName(
    where,
    branch.repositoryNameWithOwner ?? '/',
    'contents',
  );
  const branchName = (branch.branchName ?? '').replace(/^refs\/heads\//, '');
  const commit = await repository.change(async git => {
    const head = git.branch(branchName);
    if (!head) {
      throw graphqlRefusal(
        'NOT_FOUND',
        `Could not resolve to a branch with the name '${branchName}'.`,
      );
    }
    if (head !== expectedHeadOid) {
      throw graphqlRefusal(
        'STALE_DATA',
        `Expected branch to point to "${expectedHeadOid}" but it points to "${head}". Pull and try again.`,
      );
    }
    try {
      assertMayMove(repository, `refs/heads/${branchName}`);
    } catch (error) {
      throw graphqlRefusal('UNPROCESSABLE', (error as GithubError).message);
    }
    const { additions = [], deletions = [] } = fileChanges;
    const changes: TreeChange[] = deletions.map(({ path }) => ({
      path,
      sha: undefined,
    }));
    for (const { path, contents } of additions) {
      const content = Buffer.from(contents, 'base64');
      changes.push({ path, sha: await git.writeBlob(content) });
    }
    const bad = changes.find(({ path }) => !isSafePath(path));
    if (bad) {
      throw graphqlRefusal('UNPROCESSABLE', `A path was invalid: ${bad.path}`);
    }
    const author = repository.signatureOf(where.caller.login);
    const sha = await git.writeCommit({
      tree: await git.writeTree(head, changes),
      parents: [head],
      message: message.body
        ? `${message.headline}\n\n${message.body}`
        : message.headline,
      author,
      committer: author,
    });
    await repository.move(
      git,
      [{ ref: `refs/heads/${branchName}`, before: head, after: sha }],
      where.caller.login,
    );
    return sha;
  });
  return {
    clientMutationId: input.clientMutationId,
    commit: () => commitNode(repository, commit, where),
    ref: () => refNode(repository, branchName, where),
  };
}
