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
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  eksFleetClusterRefreshPermission,
  eksFleetTargetAcceptRemovalsPermission,
  eksFleetTargetRefreshPermission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import { audited } from './audited';
import type { RouterOptions } from './createRouter';

/** Asking discovery for something. Each of these is audited. */
export function addRefreshRoutes(
  router: Router,
  options: Pick<
    RouterOptions,
    | 'access'
    | 'auditor'
    | 'collection'
    | 'directory'
    | 'discovery'
    | 'httpAuth'
    | 'inventory'
    | 'permissionsEnforced'
  >,
): void {
  const {
    access,
    auditor,
    collection,
    directory,
    discovery,
    httpAuth,
    inventory,
  } = options;

  router.get(
    '/clusters/by-name/:namespace/:name/refresh',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      const { namespace, name } = request.params;
      const { arn, origin } = await inventory.get(scope, {
        entityRef: stringifyEntityRef({ kind: 'resource', namespace, name }),
      });
      response.json(
        arn && origin === 'eks-fleet'
          ? await collection.refresher.progress(arn)
          : { total: 0, done: 0, running: false },
      );
    },
  );

  router.post(
    '/clusters/by-name/:namespace/:name/refresh',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { namespace, name } = request.params;
      const entityRef = stringifyEntityRef({
        kind: 'resource',
        namespace,
        name,
      });
      const event = { eventId: 'cluster-refresh', meta: { entityRef } };
      await audited(auditor, request, event, async () => {
        const cluster = await inventory.get(await access.scope(credentials), {
          entityRef,
        });
        const scope = await access.scope(
          credentials,
          eksFleetClusterRefreshPermission,
        );
        if (!(await inventory.includes(scope, entityRef))) {
          throw new NotAllowedError(
            `This needs the permission ${eksFleetClusterRefreshPermission.name} on ${entityRef}`,
          );
        }
        if (cluster.origin !== 'eks-fleet' || !cluster.arn) {
          throw new InputError(
            `${entityRef} comes from another source of the catalog, which EKS Fleet does not read`,
          );
        }
        await collection.refresher.refresh(cluster.arn);
      });
      response.status(202).end();
    },
  );

  router.post('/targets/refresh', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const wanted: string[] | undefined = request.body.targets;
    const event = {
      eventId: 'target-refresh',
      meta: { targets: wanted ?? 'all' },
    };
    await audited(auditor, request, event, async () => {
      await access.demand(credentials, eksFleetTargetRefreshPermission);
      const targets = await directory.toRefresh(
        await access.scope(credentials),
        wanted,
      );
      discovery.refresh({ targets });
    });
    response.status(202).end();
  });

  router.post('/targets/removals/accept', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { provider, arns } = request.body as {
      provider: string;
      arns: string[];
    };
    const event = {
      eventId: 'removals-accept',
      severityLevel: 'high' as const,
      meta: { provider, arns },
    };
    await audited(auditor, request, event, async () => {
      if (!options.permissionsEnforced) {
        throw new NotAllowedError(
          'Removals cannot be accepted while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
        );
      }
      await access.demand(credentials, eksFleetTargetAcceptRemovalsPermission);
      await directory.demandHeld(
        await access.scope(credentials),
        provider,
        arns,
      );
      discovery.acceptRemovals({
        provider,
        arns,
        acceptedBy: credentials.principal.userEntityRef,
      });
    });
    response.status(202).end();
  });
}
