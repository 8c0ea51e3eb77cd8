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
import { demandDiscovery } from './demandDiscovery';

/** Reading targets, and discovery's reports of them. */
export function addTargetRoutes(
  router: Router,
  options: Pick<
    RouterOptions,
    'access' | 'directory' | 'httpAuth' | 'onTargetReported' | 'targets'
  >,
): void {
  const { access, directory, httpAuth, onTargetReported, targets } = options;

  router.get('/targets', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await access.demand(credentials, eksFleetTargetReadPermission);
    response.json(await directory.list(await access.scope(credentials)));
  });

  router.put('/targets/:provider', async (request, response) => {
    await demandDiscovery(httpAuth, request);
    await targets.keep(request.params.provider, request.body.targets);
    response.status(204).end();
  });

  router.put(
    '/targets/:provider/:account/:region',
    async (request, response) => {
      await demandDiscovery(httpAuth, request);
      const { provider, account, region } = request.params;
      await targets.put(
        { provider, accountId: account, region },
        request.body,
        new Date(),
      );
      onTargetReported();
      response.status(204).end();
    },
  );
}
