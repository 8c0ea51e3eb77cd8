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
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { PolicyMatrix } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { Policies } from '../policy/createPolicies';
import { matrixText } from '../policy/service/matrixText';
import { pageQueryOf } from './pageQueryOf';
import { queryOf } from './queryOf';

export interface PolicyRouteOptions {
  access: ClusterAccess;
  httpAuth: HttpAuthService;
  inventory: ClusterInventory;
  /** Left out where policies are switched off. */
  policies?: Policies;
}

/** Policies follow what a caller may read of clusters. */
export function addPolicyRoutes(
  router: Router,
  options: PolicyRouteOptions,
): void {
  const { access, httpAuth, inventory } = options;
  const listScope = async (request: Request) =>
    access.listScope(await httpAuth.credentials(request));
  const views = () => demandPolicies(options).views;

  router.get('/policies', async (request, response) => {
    const scope = await listScope(request);
    const { limit } = pageQueryOf(request);
    response.json(await views().list(scope, { ...queryOf(request), limit }));
  });

  router.get('/policies/summary', async (request, response) => {
    const scope = await listScope(request);
    response.json(await views().summary(scope, queryOf(request)));
  });

  router.get('/policies/matrix', async (request, response) => {
    const scope = await listScope(request);
    const by = request.query.by as PolicyMatrix['by'] | undefined;
    const matrix = await views().matrix(scope, { ...queryOf(request), by });
    // Megabytes: made into bytes once, for its tag and for the wire.
    response.type('json').send(Buffer.from(matrixText(matrix)));
  });

  router.get('/policies/trend', async (request, response) => {
    const scope = await listScope(request);
    const { days } = request.query;
    response.json(
      await views().trend(scope, {
        ...queryOf(request),
        days: days === undefined ? undefined : Number(days),
      }),
    );
  });

  router.get('/policies/:policy', async (request, response) => {
    const scope = await access.scope(await httpAuth.credentials(request));
    response.json(await views().policy(scope, request.params.policy));
  });

  router.get('/policies/:policy/clusters', async (request, response) => {
    const scope = await access.scope(await httpAuth.credentials(request));
    response.json(
      await views().clustersOf(
        scope,
        request.params.policy,
        pageQueryOf(request),
      ),
    );
  });

  router.get('/exceptions', async (request, response) => {
    const scope = await listScope(request);
    const { exceptions } = demandPolicies(options);
    response.json(await exceptions.list(scope, pageQueryOf(request)));
  });

  router.get(
    '/clusters/by-name/:namespace/:name/policies',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      const { namespace, name } = request.params;
      const entityRef = stringifyEntityRef({
        kind: 'resource',
        namespace,
        name,
      });
      const { arn, origin } = await inventory.get(scope, { entityRef });
      if (origin !== 'eks-fleet' || !arn) {
        throw new NotFoundError(
          `${entityRef} comes from another source of the catalog, which EKS Fleet does not read`,
        );
      }
      response.json(await views().ofCluster(scope, arn));
    },
  );
}

/** @throws NotFoundError where policies are switched off */
export function demandPolicies({
  policies,
}: Pick<PolicyRouteOptions, 'policies'>): Policies {
  if (!policies) {
    throw new NotFoundError(
      'Policies are switched off: eksFleet.policies.enabled',
    );
  }
  return policies;
}
