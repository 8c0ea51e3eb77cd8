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

import type { CallContext } from '../../../aws/types';
import type { Cluster } from '../../../model/types';
import type { Update } from '../../../model/updates';
import { textOf } from '../../parameters';
import { invalidParameter } from '../errors';

/**
 * Starts an update once for each `clientRequestToken`: the same request again
 * gets the update that there is already, whatever has become of it.
 */
export function onceForToken(
  { call }: CallContext,
  cluster: Cluster,
  start: () => Update,
): Update {
  const { clientRequestToken, ...parameters } = call.parameters;
  const token = textOf({ clientRequestToken }, 'clientRequestToken');
  if (!token) {
    return start();
  }
  const request = JSON.stringify([
    call.operation,
    ...Object.entries(parameters).sort(([one], [other]) =>
      one < other ? -1 : 1,
    ),
  ]);
  const known = cluster.requestTokens.get(token);
  if (known && known.request !== request) {
    throw invalidParameter(
      `A request with clientRequestToken ${token} was made before with other parameters.`,
      { clusterName: cluster.name },
    );
  }
  const before =
    known && cluster.updates.find(({ id }) => id === known.updateId);
  if (before) {
    return before;
  }
  const update = start();
  cluster.requestTokens.set(token, { request, updateId: update.id });
  return update;
}
