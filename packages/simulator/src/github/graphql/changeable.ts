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
import type { Repository } from '../Repository';
import { mayUse, reaches } from '../Tokens';
import type { Permission } from '../types';
import { graphqlRefusal } from './GraphqlRefusal';
import { readable, type GraphqlWhere } from './nodes';

/**
 * The repository that a mutation names, by its node id.
 *
 * @throws GraphQLError where there is none, or the caller may not change it
 */
export function changeableById(
  where: GraphqlWhere,
  id: string,
  permission: Permission,
): Repository {
  const found = where.host
    .repositories()
    .find(repository => nodeId('R', repository.id) === id);
  if (!found || !reaches(where.caller, found.spec.name)) {
    throw graphqlRefusal(
      'NOT_FOUND',
      `Could not resolve to a node with the global id of '${id}'`,
    );
  }
  return assertMayChange(where, found, permission);
}

/** The same, by its name. */
export function changeableByName(
  where: GraphqlWhere,
  fullName: string,
  permission: Permission,
): Repository {
  const [owner, name] = fullName.split('/');
  return assertMayChange(where, readable(where, owner, name), permission);
}

function assertMayChange(
  { caller }: GraphqlWhere,
  repository: Repository,
  permission: Permission,
): Repository {
  const isReader =
    caller.kind === 'user' && repository.roleOf(caller.login) === 'read';
  if (
    !mayUse(caller, permission, 'write') ||
    (isReader && permission !== 'pull_requests')
  ) {
    throw graphqlRefusal(
      'FORBIDDEN',
      caller.kind === 'user'
        ? 'Resource not accessible by personal access token'
        : 'Resource not accessible by integration',
    );
  }
  return repository;
}
