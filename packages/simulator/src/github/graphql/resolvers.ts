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

import { stamp } from '../documents/times';
import { createCommitOnBranch } from './createCommitOnBranch';
import { createPullRequest } from './createPullRequest';
import { createRef } from './createRef';
import { readable, repositoryNode, type GraphqlWhere } from './nodes';

/** What the schema's root fields give. */
export function rootValue(where: GraphqlWhere) {
  const { host, caller } = where;
  return {
    repository: ({ owner, name }: { owner: string; name: string }) =>
      repositoryNode(readable(where, owner, name), where),
    viewer: () => ({
      login: caller.login,
      name: host.user(caller.login).name,
    }),
    rateLimit: () => {
      const quota = host.rate.look(caller.login, 'graphql', host.clock.now());
      return {
        ...quota,
        cost: 1,
        resetAt: stamp(new Date(quota.reset * 1000)),
      };
    },
    createCommitOnBranch: ({ input }: { input: never }) =>
      createCommitOnBranch(input, where),
    createPullRequest: ({ input }: { input: never }) =>
      createPullRequest(input, where),
    createRef: ({ input }: { input: never }) => createRef(input, where),
  };
}
