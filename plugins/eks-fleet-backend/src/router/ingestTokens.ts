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
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  eksFleetIngestManagePermission,
  type IngestTokenRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import { tokenClusterOf } from '../ingest/tokens/tokenClusterOf';
import type { TokenCluster } from '../ingest/tokens/types';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { audited } from './audited';
import { demandTools, type IngestRouteOptions } from './ingest';

export interface IngestTokenRouteOptions
  extends Pick<IngestRouteOptions, 'ingest'> {
  access: ClusterAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  inventory: ClusterInventory;
  permissionsEnforced: boolean;
}

const PATH = '/clusters/by-name/:namespace/:name/ingest-tokens';

/**
 * Tokens by which tools within a cluster push. Whoever has one can say anything
 * of that cluster's policies, so people alone issue them, and each act is
 * audited.
 */
export function addIngestTokenRoutes(
  router: Router,
  options: IngestTokenRouteOptions,
): void {
  const { auditor, httpAuth } = options;
  const userOf = (request: Request<any>) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.get(PATH, async (request, response) => {
    const user = await userOf(request);
    const cluster = await demandManage(options, user, entityRefOf(request));
    response.json(await demandTools(options).tokens.list(cluster));
  });

  router.post(PATH, async (request, response) => {
    const user = await userOf(request);
    const entityRef = entityRefOf(request);
    const asked = request.body as IngestTokenRequest;
    const { days, label } = asked;
    const event = {
      eventId: 'ingest-token-issue',
      severityLevel: 'high' as const,
      meta: { entityRef, label, days },
    };
    const issued = await audited(auditor, request, event, async () => {
      const cluster = await demandManage(options, user, entityRef);
      const { tokens } = demandTools(options);
      return tokens.issue(cluster, asked, user.principal.userEntityRef);
    });
    // It is told this once, and kept nowhere on the way.
    response.set('cache-control', 'no-store').status(201).json(issued);
  });

  router.delete(`${PATH}/:id`, async (request, response) => {
    const user = await userOf(request);
    const entityRef = entityRefOf(request);
    const { id } = request.params;
    const event = {
      eventId: 'ingest-token-revoke',
      severityLevel: 'high' as const,
      meta: { entityRef, id },
    };
    await audited(auditor, request, event, async () => {
      const cluster = await demandManage(options, user, entityRef);
      const { tokens } = demandTools(options);
      await tokens.revoke(cluster, id, user.principal.userEntityRef);
    });
    response.status(204).end();
  });
}

/**
 * @throws NotFoundError for a cluster that the caller may not read, and
 *   NotAllowedError for one that may be read only
 */
async function demandManage(
  { access, inventory, permissionsEnforced }: IngestTokenRouteOptions,
  user: BackstageCredentials<BackstageUserPrincipal>,
  entityRef: string,
): Promise<TokenCluster> {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Tokens cannot be managed while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
  const readable = await access.scope(user);
  const { arn, createdAt, origin } = await inventory.get(readable, {
    entityRef,
  });
  if (origin !== 'eks-fleet' || !arn) {
    throw new NotFoundError(
      `${entityRef} comes from another source of the catalog, which EKS Fleet does not read`,
    );
  }
  const manageable = await access.scope(user, eksFleetIngestManagePermission);
  if (!(await inventory.includes(manageable, entityRef))) {
    throw new NotAllowedError(
      `This needs the permission ${eksFleetIngestManagePermission.name} on ${entityRef}`,
    );
  }
  return tokenClusterOf({ arn, createdAt });
}

function entityRefOf(request: Request<any>): string {
  const { namespace, name } = request.params;
  return stringifyEntityRef({ kind: 'resource', namespace, name });
}
