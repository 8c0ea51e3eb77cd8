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

import { nodeId } from '../documents/times';
import { assertCommit, isRefName } from '../git/refNames';
import { GithubError } from '../GithubError';
import { assertMayMove } from '../pulls/assertMayMove';
import { requiredText } from './parameters';
import { paged } from './paging';
import {
  created,
  noContent,
  ok,
  type RepositoryContext,
  type RepositoryRoute,
  type Reply,
} from './types';

function refDocument(
  { repository, links }: RepositoryContext,
  ref: string,
  sha: string,
) {
  const url = `${links.repository(repository.fullName)}/git`;
  return {
    ref,
    node_id: nodeId('REF', `${repository.id}:${ref}`),
    url: `${url}/${ref}`,
    object: { sha, type: 'commit', url: `${url}/commits/${sha}` },
  };
}

async function getRef(context: RepositoryContext): Promise<Reply> {
  const ref = `refs/${context.params.ref}`;
  const sha = (await context.repository.git()).refs.get(ref);
  if (!sha) {
    throw GithubError.notFound();
  }
  return ok(refDocument(context, ref, sha));
}

async function matchingRefs(context: RepositoryContext): Promise<Reply> {
  const { refs } = await context.repository.git();
  const prefix = `refs/${context.params.ref ?? ''}`;
  const found = [...refs]
    .filter(([ref]) => ref.startsWith(prefix))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([ref, sha]) => refDocument(context, ref, sha));
  return paged(context, found);
}

async function createRef(context: RepositoryContext): Promise<Reply> {
  const { repository, body, caller } = context;
  const ref = requiredText(body, 'ref', 'Reference');
  const sha = requiredText(body, 'sha', 'Reference');
  if (!isRefName(ref)) {
    throw new GithubError(422, `${ref} is not a valid ref name.`);
  }
  return repository.change(async git => {
    await assertCommit(git, sha);
    if (git.refs.has(ref)) {
      throw new GithubError(422, 'Reference already exists');
    }
    await repository.move(
      git,
      [{ ref, before: undefined, after: sha }],
      caller.login,
    );
    return created(refDocument(context, ref, sha));
  });
}

async function updateRef(context: RepositoryContext): Promise<Reply> {
  const { repository, body, caller, params } = context;
  const ref = `refs/${params.ref}`;
  const sha = requiredText(body, 'sha', 'Reference');
  return repository.change(async git => {
    const before = git.refs.get(ref);
    if (!before) {
      throw new GithubError(422, 'Reference does not exist');
    }
    await assertCommit(git, sha);
    if (body.force !== true && !(await git.isAncestor(before, sha))) {
      throw new GithubError(422, 'Update is not a fast forward');
    }
    assertMayMove(repository, ref);
    await repository.move(git, [{ ref, before, after: sha }], caller.login);
    return ok(refDocument(context, ref, sha));
  });
}

async function deleteRef({
  repository,
  params,
  caller,
}: RepositoryContext): Promise<Reply> {
  const ref = `refs/${params.ref}`;
  return repository.change(async git => {
    const before = git.refs.get(ref);
    if (!before) {
      throw new GithubError(422, 'Reference does not exist');
    }
    assertMayMove(repository, ref);
    await repository.move(
      git,
      [{ ref, before, after: undefined }],
      caller.login,
    );
    return noContent;
  });
}

const read = { permission: 'contents', level: 'read' } as const;
const write = { permission: 'contents', level: 'write' } as const;

export const refRoutes: RepositoryRoute[] = [
  { method: 'GET', template: '/git/ref/{ref*}', ...read, handle: getRef },
  {
    method: 'GET',
    template: '/git/matching-refs/{ref*}',
    ...read,
    handle: matchingRefs,
  },
  { method: 'GET', template: '/git/refs', ...read, handle: matchingRefs },
  { method: 'POST', template: '/git/refs', ...write, handle: createRef },
  { method: 'GET', template: '/git/refs/{ref*}', ...read, handle: getRef },
  {
    method: 'PATCH',
    template: '/git/refs/{ref*}',
    ...write,
    handle: updateRef,
  },
  {
    method: 'DELETE',
    template: '/git/refs/{ref*}',
    ...write,
    handle: deleteRef,
  },
];
