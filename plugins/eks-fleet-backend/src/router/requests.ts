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
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  eksFleetRequestCreatePermission,
  type PlacementAsk,
  type RequestAsk,
  type RequestDecisionAsk,
  type RequestSubmission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { EditRefusal } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Request, Router } from 'express';
import { parsePairs } from '../inventory/parsePairs';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { RequestAccess } from '../permissions/RequestAccess';
import type { Requesting } from '../requests/createRequests';
import { askerOf } from '../requests/service/askerOf';
import type { ThingQuery } from '../requests/service/selectThings';
import type { NamespaceReader } from '../requests/service/types';
import {
  REQUEST_FILTER_KEYS,
  type RequestFilterKey,
  type RequestOrderField,
} from '../requests/store/types';
import { RequestRefusal } from '../requests/types';
import { audited } from './audited';
import { DISCOVERY_SUBJECT } from './demandDiscovery';
import { queryOf, toList } from './queryOf';

/** What routes about requests are made of. */
export interface RequestRouteOptions {
  access: ClusterAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissionsEnforced: boolean;
  requestAccess: RequestAccess;
  /** Left out where requests are switched off. */
  requests?: Requesting;
  /** Groups that a user is in at this moment, and the user. */
  membersOf: (userRef: string) => Promise<Set<string>>;
}

type User = BackstageCredentials<BackstageUserPrincipal>;

/** What people ask for, and what becomes of it. */
export function addRequestRoutes(
  router: Router,
  options: RequestRouteOptions,
): void {
  addRequestReadRoutes(router, options);
  addRequestAskRoutes(router, options);
  addRequestActRoutes(router, options);
}

function addRequestReadRoutes(
  router: Router,
  options: RequestRouteOptions,
): void {
  router.get('/requests', async (request, response) => {
    const asker = await askerOf(options, await userOf(options, request));
    const { cursor, limit, mine, waitingForMe } = request.query;
    const { filter = [], fullTextFilterTerm, orderField } = queryOf(request);
    response.json(
      await demandRequests(options).views.list(
        {
          filters: filter.map(parseFilter),
          text: fullTextFilterTerm?.trim() || undefined,
          mine: isTrue(mine),
          waitingForMe: isTrue(waitingForMe),
          order: parseOrder(orderField),
          limit: limit === undefined ? undefined : Number(limit),
          cursor: cursor as string | undefined,
        },
        asker,
      ),
    );
  });

  router.get('/quotas', async (request, response) => {
    const asker = await askerOf(options, await userOf(options, request));
    response.json(
      await demandRequests(options).offers.quotas(
        toList(request.query.owner),
        asker,
      ),
    );
  });

  router.get('/namespaces', async (request, response) => {
    const reader = await namespaceReaderOf(options, request);
    const { offers } = demandRequests(options);
    response.json(await offers.namespaces(thingQueryOf(request), reader));
  });
}

function thingQueryOf(request: Request): ThingQuery {
  const { cursor, limit } = request.query;
  const { filter, fullTextFilterTerm, orderField } = queryOf(request);
  return {
    filter,
    text: fullTextFilterTerm?.trim() || undefined,
    orderField,
    limit: limit === undefined ? undefined : Number(limit),
    cursor: cursor as string | undefined,
  };
}

/** Whoever asks, as far as they may; the catalog makes entities of all of them. */
async function namespaceReaderOf(
  options: RequestRouteOptions,
  request: Request,
): Promise<NamespaceReader> {
  const credentials = await options.httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const { principal } = credentials;
  if (principal.type === 'user') {
    return askerOf(options, credentials as User);
  }
  if (principal.subject !== DISCOVERY_SUBJECT) {
    throw new NotAllowedError('Of services, only the catalog reads namespaces');
  }
  return { memberOf: new Set(), readable: 'all', clusters: 'all' };
}

/** Before `/requests/:request`, which would take their names for ids. */
function addRequestAskRoutes(
  router: Router,
  options: RequestRouteOptions,
): void {
  /** Who may ask for something, as far as reading goes. */
  const creatorOf = async (request: Request) => {
    const user = await userOf(options, request);
    await options.access.demand(user, eksFleetRequestCreatePermission);
    return askerOf(options, user);
  };

  router.get('/requests/things', async (request, response) => {
    const asker = await askerOf(options, await userOf(options, request));
    const { offers } = demandRequests(options);
    response.json(await offers.things(thingQueryOf(request), asker));
  });

  router.post('/requests/preflight', async (request, response) => {
    const asker = await creatorOf(request);
    const { previews } = demandRequests(options);
    response.json(await previews.preflight(request.body as RequestAsk, asker));
  });

  router.post('/requests/preview', async (request, response) => {
    const asker = await creatorOf(request);
    const { previews } = demandRequests(options);
    response.json(await previews.preview(request.body as RequestAsk, asker));
  });

  router.post('/requests/placement', async (request, response) => {
    const asker = await creatorOf(request);
    const { offers } = demandRequests(options);
    response.json(await offers.place(request.body as PlacementAsk, asker));
  });

  router.get('/requests/options', async (request, response) => {
    const asker = await creatorOf(request);
    const { offers } = demandRequests(options);
    response.json(
      await offers.options(request.query.owner as string | undefined, asker),
    );
  });

  router.get('/requests/current', async (request, response) => {
    const asker = await creatorOf(request);
    const { previews } = demandRequests(options);
    response.json(await previews.current(String(request.query.thing), asker));
  });

  router.post('/requests', async (request, response) => {
    const user = await userOf(options, request);
    const submission = request.body as RequestSubmission;
    const { kind, operation, owner, thing } = submission;
    const event = {
      eventId: 'request-create',
      meta: { kind, operation, owner, thing },
    };
    const { isNew, request: made } = await audited(
      options.auditor,
      request,
      event,
      async () => {
        demandPermissions(options);
        await options.access.demand(user, eksFleetRequestCreatePermission);
        const asker = await askerOf(options, user);
        return refused(() =>
          demandRequests(options).desk.create(submission, asker),
        );
      },
    );
    response.status(isNew ? 201 : 200).json(made);
  });
}

function addRequestActRoutes(
  router: Router,
  options: RequestRouteOptions,
): void {
  router.get('/requests/:request', async (request, response) => {
    const asker = await askerOf(options, await userOf(options, request));
    const { views } = demandRequests(options);
    response.json(await views.get(request.params.request, asker));
  });

  router.get('/requests/:request/diff', async (request, response) => {
    const asker = await askerOf(options, await userOf(options, request));
    const { previews, views } = demandRequests(options);
    const record = await views.find(request.params.request, asker);
    response.json(await previews.diff(record, asker));
  });

  router.post('/requests/:request/decisions', async (request, response) => {
    const user = await userOf(options, request);
    const { request: id } = request.params;
    const decision = request.body as RequestDecisionAsk;
    const { specHash, verdict } = decision;
    const event = {
      eventId: 'request-decision',
      severityLevel: 'high' as const,
      meta: { request: id, verdict, specHash },
    };
    response.json(
      await audited(options.auditor, request, event, async () => {
        demandPermissions(options);
        // Whoever left the catalog decides nothing.
        const asker = await askerOf(options, user);
        return refused(() =>
          demandRequests(options).desk.decide(id, decision, asker),
        );
      }),
    );
  });

  router.post('/requests/:request/comments', async (request, response) => {
    const user = await userOf(options, request);
    const { request: id } = request.params;
    const event = { eventId: 'request-comment', meta: { request: id } };
    response.json(
      await audited(options.auditor, request, event, async () => {
        demandPermissions(options);
        const asker = await askerOf(options, user);
        const { text } = request.body as { text: string };
        return demandRequests(options).desk.comment(id, text, asker);
      }),
    );
  });

  router.post('/requests/:request/cancel', async (request, response) => {
    const user = await userOf(options, request);
    const { request: id } = request.params;
    const event = { eventId: 'request-cancel', meta: { request: id } };
    response.json(
      await audited(options.auditor, request, event, async () => {
        demandPermissions(options);
        const asker = await askerOf(options, user);
        const { comment } = request.body as { comment?: string };
        return demandRequests(options).desk.cancel(id, comment, asker);
      }),
    );
  });
}

/** @throws NotAllowedError for a service: what people do is done by people */
function userOf(
  { httpAuth }: RequestRouteOptions,
  request: Request,
): Promise<User> {
  return httpAuth.credentials(request, { allow: ['user'] });
}

/** @throws NotAllowedError while every check answers yes */
function demandPermissions({ permissionsEnforced }: RequestRouteOptions): void {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Nothing can be asked for or agreed to while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
}

/** @throws NotFoundError where requests are switched off */
function demandRequests({ requests }: RequestRouteOptions): Requesting {
  if (!requests) {
    throw new NotFoundError(
      'Requests are switched off: eksFleet.requests.enabled',
    );
  }
  return requests;
}

/** What is wrong with a form is the caller's to mend. */
async function refused<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof RequestRefusal || error instanceof EditRefusal
      ? new InputError(error.message)
      : error;
  }
}

function parseFilter(filter: string): Map<RequestFilterKey, string[]> {
  return parsePairs<RequestFilterKey>(filter, {
    isKey: (key): key is RequestFilterKey =>
      REQUEST_FILTER_KEYS.includes(key as RequestFilterKey),
    keys: REQUEST_FILTER_KEYS.join(', '),
  });
}

function parseOrder(orderField: string | undefined) {
  if (orderField === undefined) {
    return undefined;
  }
  const [field, direction] = orderField.split(',');
  return {
    field: field as RequestOrderField,
    direction: direction === 'desc' ? ('desc' as const) : ('asc' as const),
  };
}

/** Whether or not the validator has made a boolean of it. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
