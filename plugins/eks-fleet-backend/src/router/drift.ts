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
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import type { RouterOptions } from './createRouter';

/** Where EKS has clusters other than Git says. */
export function addDriftRoutes(
  router: Router,
  options: Pick<RouterOptions, 'access' | 'drift' | 'httpAuth'>,
): void {
  const { access, drift, httpAuth } = options;

  router.get(
    '/clusters/by-name/:namespace/:name/drift',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      if (!drift) {
        throw new NotFoundError(
          'Clusters are not compared with Git: eksFleet.drift.enabled is off, or no repository of eksFleet.fleetRepositories describes clusters',
        );
      }
      const { namespace, name } = request.params;
      response.json(
        await drift.views.get(
          scope,
          stringifyEntityRef({ kind: 'resource', namespace, name }),
        ),
      );
    },
  );
}
