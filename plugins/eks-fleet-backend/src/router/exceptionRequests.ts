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
import {
  eksFleetExceptionApprovePermission,
  eksFleetExceptionRequestPermission,
  type ExceptionAsk,
  type ExceptionDecision,
  type ExceptionRequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import type { ExceptionRequesting } from '../policy/exceptions/createExceptionRequests';
import type { ExceptionAsker } from '../policy/exceptions/service/types';
import { audited } from './audited';
import type { PolicyRouteOptions } from './policies';
import { toList } from './queryOf';

export interface ExceptionRouteOptions
  extends Pick<PolicyRouteOptions, 'access' | 'httpAuth'> {
  auditor: AuditorService;
  /** Left out where policies are switched off. */
  exceptionRequests?: ExceptionRequesting;
  permissionsEnforced: boolean;
  /** Groups that a user is in at this moment, and the user. */
  membersOf: (userRef: string) => Promise<Set<string>>;
}

/** Exceptions that people ask for, agree to and end. */
export function addExceptionRequestRoutes(
  router: Router,
  options: ExceptionRouteOptions,
): void {
  const { auditor, httpAuth, membersOf } = options;
  const userOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });
  const requests = () => demandRequesting(options).requests;

  router.post('/exceptions/preview', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    const { previews } = demandRequesting(options);
    const ask = request.body as ExceptionAsk;
    response.json(await previews.preview(ask, asker));
  });

  router.get('/exceptions/requests', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    const { cluster, cursor, limit, requestedBy, state, waitsFor } =
      request.query as Record<string, unknown>;
    response.json(
      await requests().list(
        {
          states: toList(state) as ExceptionRequestState[] | undefined,
          cluster: cluster as string | undefined,
          mine: requestedBy === 'me',
          waitsForMe: waitsFor === 'me',
          limit: limit === undefined ? undefined : Number(limit),
          cursor: cursor as string | undefined,
        },
        asker,
      ),
    );
  });

  router.post('/exceptions/requests', async (request, response) => {
    const user = await userOf(request);
    const ask = request.body as ExceptionAsk;
    const { cluster, clusters, finding, policy, scope } = ask;
    const event = {
      eventId: 'exception-request',
      meta: { finding, policy, cluster, scope, clusters },
    };
    const made = await audited(auditor, request, event, async () => {
      demandPermissions(options);
      return requests().create(ask, await askerOf(options, user));
    });
    response.status(201).json(made);
  });

  router.get('/exceptions/requests/:request', async (request, response) => {
    const asker = await askerOf(options, await userOf(request));
    response.json(await requests().get(request.params.request, asker));
  });

  router.post(
    '/exceptions/requests/:request/decision',
    async (request, response) => {
      const user = await userOf(request);
      const { request: id } = request.params;
      const decision = request.body as ExceptionDecision;
      const { contentHash, verdict } = decision;
      const event = {
        eventId: 'exception-decision',
        severityLevel: 'high' as const,
        meta: { request: id, verdict, contentHash },
      };
      response.json(
        await audited(auditor, request, event, async () => {
          demandPermissions(options);
          // Whoever left the catalog decides nothing.
          await membersOf(user.principal.userEntityRef);
          return requests().decide(id, decision, await askerOf(options, user));
        }),
      );
    },
  );

  for (const act of ['cancel', 'remove'] as const) {
    router.post(
      `/exceptions/requests/:request/${act}`,
      async (request, response) => {
        const user = await userOf(request);
        const { request: id } = request.params;
        const event = {
          eventId: `exception-${act}`,
          meta: { request: id },
        };
        response.json(
          await audited(auditor, request, event, async () => {
            demandPermissions(options);
            return requests()[act](id, await askerOf(options, user));
          }),
        );
      },
    );
  }
}

/** What somebody may do, by the permissions of this moment. */
async function askerOf(
  { access }: ExceptionRouteOptions,
  user: BackstageCredentials<BackstageUserPrincipal>,
): Promise<ExceptionAsker> {
  const [readable, requestable, approvable] = await Promise.all([
    access.scope(user),
    access.scope(user, eksFleetExceptionRequestPermission),
    access.scope(user, eksFleetExceptionApprovePermission),
  ]);
  const { userEntityRef: userRef } = user.principal;
  return { userRef, readable, requestable, approvable };
}

/** @throws NotAllowedError while every check answers yes */
function demandPermissions({
  permissionsEnforced,
}: ExceptionRouteOptions): void {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Exceptions cannot be asked for or agreed to while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
}

/** @throws NotFoundError where policies are switched off */
function demandRequesting({
  exceptionRequests,
}: ExceptionRouteOptions): ExceptionRequesting {
  if (!exceptionRequests) {
    throw new NotFoundError(
      'Policies are switched off: eksFleet.policies.enabled',
    );
  }
  return exceptionRequests;
}
