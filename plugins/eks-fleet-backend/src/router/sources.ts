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

import { eksFleetTargetReadPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import type { RouterOptions } from './createRouter';
import { queryOf } from './queryOf';

/** By which paths clusters are seen, and how all else does that is read. */
export function addSourceRoutes(
  router: Router,
  options: Pick<RouterOptions, 'access' | 'httpAuth' | 'sources' | 'systems'>,
): void {
  const { access, httpAuth, sources, systems } = options;

  // What is said here of a cluster its bill of materials says too: there is
  // no more to ask for than the right to read the cluster.
  router.get('/sources', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const { limit, cursor } = request.query as Record<string, unknown>;
    const { filter, fullTextFilterTerm } = queryOf(request);
    response.json(
      await sources.list(scope, {
        filter,
        fullTextFilterTerm,
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get('/sources/systems', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await access.demand(credentials, eksFleetTargetReadPermission);
    response.json(await systems.list(await access.scope(credentials)));
  });
}
