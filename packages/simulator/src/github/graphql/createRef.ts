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

import { assertCommit, isRefName } from '../git/refNames';
import { GithubError } from '../GithubError';
import { changeableById } from './changeable';
import { graphqlRefusal } from './GraphqlRefusal';
import { refNode, type GraphqlWhere } from './nodes';

export interface CreateRefInput {
  clientMutationId?: string;
  repositoryId: string;
  /** Whole: `refs/heads/upgrade`. */
  name: string;
  oid: string;
}

/** Makes a branch or a tag. */
export async function createRef(input: CreateRefInput, where: GraphqlWhere) {
  const { clientMutationId, name, oid, repositoryId } = input;
  const repository = changeableById(where, repositoryId, 'contents');
  if (!isRefName(name)) {
    throw graphqlRefusal('UNPROCESSABLE', `${name} is not a valid ref name.`);
  }
  await repository.change(async git => {
    try {
      await assertCommit(git, oid);
    } catch (error) {
      throw graphqlRefusal('UNPROCESSABLE', (error as GithubError).message);
    }
    if (git.refs.has(name)) {
      throw graphqlRefusal(
        'UNPROCESSABLE',
        `A ref named "${name}" already exists in the repository.`,
      );
    }
    await repository.move(
      git,
      [{ ref: name, before: undefined, after: oid }],
      where.caller.login,
    );
  });
  return {
    clientMutationId,
    ref: () => refNode(repository, name.replace(/^refs\/heads\//, ''), where),
  };
}
