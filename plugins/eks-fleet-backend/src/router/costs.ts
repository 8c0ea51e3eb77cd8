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

import type { CostReport } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import type { RouterOptions } from './createRouter';
import { queryOf } from './queryOf';

/** What the fleet costs. */
export function addCostRoutes(
  router: Router,
  options: Pick<RouterOptions, 'access' | 'costs' | 'httpAuth'>,
): void {
  const { access, costs, httpAuth } = options;

  router.get('/costs', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    response.json(
      await costs.report(scope, {
        ...queryOf(request),
        groupBy: request.query.groupBy as CostReport['groupBy'] | undefined,
      }),
    );
  });
}
