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

import type {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  eksFleetPolicyEditPermission,
  type PolicyEditAsk,
  type PolicyEditState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import type { PolicyEditing } from '../policy/edits/createPolicyEdits';
import type { EditAsker } from '../policy/edits/service/types';
import { audited } from './audited';
import { demandPolicies, type PolicyRouteOptions } from './policies';
import { toList } from './queryOf';

export interface PolicyEditRouteOptions
  extends Pick<PolicyRouteOptions, 'access' | 'httpAuth' | 'policies'> {
  auditor: AuditorService;
  /** Left out where policies are switched off, or Git does not say which there are. */
  policyEdits?: PolicyEditing;
  permissionsEnforced: boolean;
}

const NO_LAYERS =
  'Git does not say here which policies clusters have: eksFleet.policies.layers';

/** Policies that people switch, and where. */
export function addPolicyEditRoutes(
  router: Router,
  options: PolicyEditRouteOptions,
): void {
  const { auditor, httpAuth } = options;
  const userOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });
  const editing = () => demandEditing(options);

  router.get('/policies/layers', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    const { cluster, policy } = request.query as Record<
      string,
      string | undefined
    >;
    demandPolicies(options);
    const { policyEdits } = options;
    response.json(
      policyEdits
        ? await policyEdits.layers.list({ cluster, policy }, asker)
        : { problem: NO_LAYERS, policies: [], parameters: [], layers: [] },
    );
  });

  router.post('/policies/edits/preview', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    const ask = request.body as PolicyEditAsk;
    response.json(await editing().edits.preview(ask, asker));
  });

  router.get('/policies/edits', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    const { cluster, cursor, limit, policy, state } = request.query as Record<
      string,
      unknown
    >;
    response.json(
      await editing().reading.list(
        {
          policy: policy as string | undefined,
          states: toList(state) as PolicyEditState[] | undefined,
          cluster: cluster as string | undefined,
          limit: limit === undefined ? undefined : Number(limit),
          cursor: cursor as string | undefined,
        },
        asker,
      ),
    );
  });

  router.post('/policies/edits', async (request, response) => {
    const user = await userOf(request);
    const ask = request.body as PolicyEditAsk;
    const { change, clusters, contentHash, layer, policy } = ask;
    const event = {
      eventId: 'policy-edit',
      severityLevel: 'high' as const,
      meta: {
        policy,
        layer,
        clusters,
        change: change as JsonObject,
        contentHash,
      },
    };
    const made = await audited(auditor, request, event, async () => {
      demandPermissions(options);
      return editing().edits.create(ask, await askerOf(options, user));
    });
    response.status(201).json(made);
  });

  router.get('/policies/edits/:edit', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    response.json(await editing().reading.get(request.params.edit, asker));
  });

  router.post('/policies/edits/:edit/cancel', async (request, response) => {
    const user = await userOf(request);
    const { edit } = request.params;
    const event = { eventId: 'policy-edit-cancel', meta: { edit } };
    response.json(
      await audited(auditor, request, event, async () => {
        demandPermissions(options);
        return editing().edits.cancel(edit, await askerOf(options, user));
      }),
    );
  });
}

/** What somebody may do, by the permissions of this moment. */
async function askerOf(
  { access }: PolicyEditRouteOptions,
  user: BackstageCredentials<BackstageUserPrincipal>,
): Promise<EditAsker> {
  const [readable, editable] = await Promise.all([
    access.listScope(user),
    access.scope(user, eksFleetPolicyEditPermission),
  ]);
  return { userRef: user.principal.userEntityRef, readable, editable };
}

/** @throws NotAllowedError while every check answers yes */
function demandPermissions({
  permissionsEnforced,
}: PolicyEditRouteOptions): void {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Policies cannot be switched while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
}

/** @throws NotFoundError where policies are not switched in Git */
function demandEditing(options: PolicyEditRouteOptions): PolicyEditing {
  demandPolicies(options);
  const { policyEdits } = options;
  if (!policyEdits) {
    throw new NotFoundError(NO_LAYERS);
  }
  return policyEdits;
}
