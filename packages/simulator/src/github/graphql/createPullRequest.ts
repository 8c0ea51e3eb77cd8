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

import { GithubError } from '../GithubError';
import { createPull } from '../pulls/createPull';
import { mergeTrials } from '../pulls/MergeTrials';
import { isRecord } from '../rest/parameters';
import { changeableById } from './changeable';
import { graphqlRefusal } from './GraphqlRefusal';
import { pullNode, type GraphqlWhere } from './nodes';

export interface CreatePullRequestInput {
  clientMutationId?: string;
  repositoryId: string;
  baseRefName: string;
  headRefName: string;
  title: string;
  body?: string;
  draft?: boolean;
}

/** Opens a pull request, by the rules of the REST API. */
export async function createPullRequest(
  input: CreatePullRequestInput,
  where: GraphqlWhere,
) {
  const { clientMutationId, repositoryId } = input;
  const repository = changeableById(where, repositoryId, 'pull_requests');
  try {
    const pull = await createPull(repository, where.caller.login, {
      title: input.title,
      body: input.body,
      head: input.headRefName,
      base: input.baseRefName,
      draft: input.draft,
    });
    // Whether it merges is found out from now on.
    await mergeTrials.of(repository, await repository.git(), pull);
    return { clientMutationId, pullRequest: pullNode(repository, pull, where) };
  } catch (error) {
    if (error instanceof GithubError) {
      throw graphqlRefusal('UNPROCESSABLE', wordsOf(error));
    }
    throw error;
  }
}

function wordsOf({ errors = [], message }: GithubError): string {
  const [first] = errors;
  return isRecord(first)
    ? String(first.message ?? `${first.field} is ${first.code}`)
    : message;
}
