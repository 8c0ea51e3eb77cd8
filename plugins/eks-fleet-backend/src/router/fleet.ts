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

import { InputError } from '@backstage/errors';
import { eksFleetTargetReadPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import type { RouterOptions } from './createRouter';

/** The fleet as a whole, and the way into it. */
export function addFleetRoutes(
  router: Router,
  options: Pick<
    RouterOptions,
    'access' | 'httpAuth' | 'inventory' | 'overview'
  >,
): void {
  const { access, httpAuth, inventory, overview } = options;

  router.get('/summary', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const scope = await access.listScope(credentials);
    const mayReadTargets = await access.may(
      credentials,
      eksFleetTargetReadPermission,
    );
    response.json(await overview.summary(scope, mayReadTargets));
  });

  router.get('/versions', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    response.json(await overview.versions(scope));
  });

  router.get('/go', async (request, response) => {
    const scope = await access.scope(await httpAuth.credentials(request));
    const { arn, account, region, cluster } = request.query as Record<
      string,
      string | undefined
    >;
    if (!arn && !cluster) {
      throw new InputError('arn or cluster: one of them is needed');
    }
    response.json(
      await inventory.resolve(scope, { arn, account, region, cluster }),
    );
  });
}
