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
import { queryOf, toList } from './queryOf';

/** Reading clusters. */
export function addClusterRoutes(
  router: Router,
  options: Pick<RouterOptions, 'access' | 'httpAuth' | 'inventory'>,
): void {
  const { access, httpAuth, inventory } = options;

  router.get('/clusters', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const { limit, cursor } = request.query as Record<string, unknown>;
    response.json(
      await inventory.list(scope, {
        ...queryOf(request),
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get('/clusters/csv', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const csv = await inventory.exportCsv(scope, queryOf(request));
    response
      .type('text/csv')
      .set('Content-Disposition', 'attachment; filename="eks-clusters.csv"')
      .set('X-Content-Type-Options', 'nosniff')
      .send(csv);
  });

  router.get('/clusters/facets', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const names = toList(request.query.facet) ?? [];
    response.json(await inventory.facets(scope, names, queryOf(request)));
  });

  router.get('/clusters/by-arn', async (request, response) => {
    const scope = await access.scope(await httpAuth.credentials(request));
    const arn = String(request.query.arn);
    response.json(await inventory.get(scope, { arn }));
  });

  router.get(
    '/clusters/by-name/:namespace/:name',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      const { namespace, name } = request.params;
      const entityRef = stringifyEntityRef({
        kind: 'resource',
        namespace,
        name,
      });
      response.json(await inventory.get(scope, { entityRef }));
    },
  );
}
