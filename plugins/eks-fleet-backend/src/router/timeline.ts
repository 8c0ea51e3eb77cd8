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

import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import type { RouterOptions } from './createRouter';

/** What happened to clusters. */
export function addTimelineRoutes(
  router: Router,
  options: Pick<RouterOptions, 'access' | 'httpAuth' | 'timeline'>,
): void {
  const { access, httpAuth, timeline } = options;

  router.get(
    '/clusters/by-name/:namespace/:name/timeline',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      const { namespace, name } = request.params;
      const { cursor, limit } = request.query as Record<string, unknown>;
      response.json(
        await timeline.list(
          scope,
          stringifyEntityRef({ kind: 'resource', namespace, name }),
          {
            cursor: cursor as string | undefined,
            limit: limit === undefined ? undefined : Number(limit),
          },
        ),
      );
    },
  );
}
