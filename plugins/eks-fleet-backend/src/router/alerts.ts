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

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Request, RequestHandler, Router } from 'express';
import type { Alerts } from '../alerts/createAlerts';
import type { WebhookAlert } from '../alerts/fromAlertmanager';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { queryOf } from './queryOf';

export interface AlertRouteOptions {
  access: ClusterAccess;
  /** Left out where alerts are switched off. */
  alerts?: Alerts;
  httpAuth: HttpAuthService;
}

const WEBHOOK = /^\/alerts\/([^/]+)\/webhook\/?$/;

/**
 * Lets sources of alerts through to their webhook and nobody else. It stands
 * before bodies are read.
 */
export function alertGate({
  alerts,
}: Pick<AlertRouteOptions, 'alerts'>): RequestHandler {
  return (request, _response, next) => {
    const [, source] = WEBHOOK.exec(request.path) ?? [];
    if (source === undefined || request.method !== 'POST') {
      next();
      return;
    }
    try {
      if (!alerts) {
        throw new NotFoundError('No alerts are taken here');
      }
      alerts.webhooks.admit(source, request.headers.authorization);
      next();
    } catch (error) {
      next(error);
    }
  };
}

/** Alerts follow what a caller may read of clusters. */
export function addAlertRoutes(
  router: Router,
  options: AlertRouteOptions,
): void {
  const { access, httpAuth } = options;

  router.get('/alerts', async (request, response) => {
    const scope = await access.listScope(await httpAuth.credentials(request));
    const { limit, cursor } = request.query as Record<string, unknown>;
    const { filter, fullTextFilterTerm } = queryOf(request);
    response.json(
      await demand(options).service.list(scope, {
        filter,
        fullTextFilterTerm,
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get('/alerts/:source/:fingerprint', async (request, response) => {
    const scope = await access.scope(await httpAuth.credentials(request));
    const { source, fingerprint } = request.params;
    response.json(
      await demand(options).service.get(scope, source, fingerprint),
    );
  });

  router.post('/alerts/:source/webhook', async (request: Request, response) => {
    const { alerts } = request.body as { alerts: WebhookAlert[] };
    await demand(options).webhooks.receive(request.params.source, alerts);
    response.status(204).end();
  });
}

function demand({ alerts }: AlertRouteOptions): Alerts {
  if (!alerts) {
    throw new NotFoundError('Alerts are switched off: eksFleet.alerts.enabled');
  }
  return alerts;
}
