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
import type {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  eksFleetReadinessWaivePermission,
  type WaiverRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterScope } from '../inventory/types';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { ReadinessService } from '../readiness/ReadinessService';
import { audited } from './audited';
import { queryOf, toList } from './queryOf';

export interface ReadinessRouteOptions {
  access: ClusterAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  inventory: ClusterInventory;
  readiness: ReadinessService;
  permissionsEnforced: boolean;
}

/** Verdicts, what stands between, and agreeing to go on in spite of it. */
export function addReadinessRoutes(
  router: Router,
  options: ReadinessRouteOptions,
): void {
  const { access, httpAuth, readiness } = options;

  router.get('/readiness', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const { target, verdict, cause, limit, cursor } = request.query as Record<
      string,
      unknown
    >;
    response.json(
      await readiness.list(scope, {
        ...queryOf(request),
        target: target as string | undefined,
        verdict: toList(verdict),
        cause: cause as string | undefined,
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get('/blockers', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const { target, cause } = request.query as Record<string, unknown>;
    const { filter, fullTextFilterTerm } = queryOf(request);
    response.json(
      await readiness.blockers(scope, {
        filter,
        fullTextFilterTerm,
        target: target as string | undefined,
        cause: cause as string | undefined,
      }),
    );
  });

  router.get(
    '/clusters/by-name/:namespace/:name/readiness',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      const { target } = request.query as Record<string, string | undefined>;
      response.json(await readiness.get(scope, entityRefOf(request), target));
    },
  );

  addWaiverRoutes(router, options);
}

/** Each of these is audited. */
function addWaiverRoutes(router: Router, options: ReadinessRouteOptions): void {
  const { auditor, httpAuth, readiness } = options;

  router.post(
    '/clusters/by-name/:namespace/:name/waivers',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const entityRef = entityRefOf(request);
      const { findingKey, reason, until } = request.body as WaiverRequest;
      const event = {
        eventId: 'readiness-waive',
        severityLevel: 'high' as const,
        meta: { entityRef, findingKey, until },
      };
      const waiver = await audited(auditor, request, event, async () => {
        const scope = await demandWaive(options, credentials, entityRef);
        return readiness.grantWaiver(
          scope,
          entityRef,
          { findingKey, reason, until },
          credentials.principal.userEntityRef,
        );
      });
      response.status(201).json(waiver);
    },
  );

  router.delete(
    '/clusters/by-name/:namespace/:name/waivers/:id',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const entityRef = entityRefOf(request);
      const { id } = request.params;
      const event = {
        eventId: 'readiness-waiver-end',
        meta: { entityRef, id },
      };
      await audited(auditor, request, event, async () => {
        const scope = await demandWaive(options, credentials, entityRef);
        await readiness.endWaiver(
          scope,
          entityRef,
          id,
          credentials.principal.userEntityRef,
        );
      });
      response.status(204).end();
    },
  );
}

/**
 * @returns what the caller may read
 * @throws NotFoundError for a cluster that the caller may not read, and
 *   NotAllowedError for one that may be read only
 */
async function demandWaive(
  { access, inventory, permissionsEnforced }: ReadinessRouteOptions,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
  entityRef: string,
): Promise<ClusterScope> {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Findings cannot be waived while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
  const readable = await access.scope(credentials);
  await inventory.get(readable, { entityRef });
  const waivable = await access.scope(
    credentials,
    eksFleetReadinessWaivePermission,
  );
  if (!(await inventory.includes(waivable, entityRef))) {
    throw new NotAllowedError(
      `This needs the permission ${eksFleetReadinessWaivePermission.name} on ${entityRef}`,
    );
  }
  return readable;
}

function entityRefOf(request: Request): string {
  const { namespace, name } = request.params;
  return stringifyEntityRef({ kind: 'resource', namespace, name });
}
