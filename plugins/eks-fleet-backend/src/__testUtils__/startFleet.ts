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

import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type PermissionsService,
  type SchedulerService,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  notificationService,
  type NotificationService,
} from '@backstage/plugin-notifications-node';
import {
  eksFleetAwsServiceRef,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  ControlPlaneReport,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import plugin from '..';
import { stopCalendar } from './clock';
import { memoryDatabase } from './memoryDatabase';

/** What the policy answers for each permission's name; yes where left out. */
export type Decisions = Record<
  string,
  | AuthorizeResult.ALLOW
  | AuthorizeResult.DENY
  | { conditions: object }
  | undefined
>;

/** What the audit log was told of an act, and how that ended. */
export interface AuditedEvent {
  eventId: string;
  severityLevel?: string;
  meta?: unknown;
  /** Of the request, by which the log says who it was. */
  authorization?: string;
  outcome?: 'success' | 'fail';
  error?: string;
}

/** Starts the plugin over a catalog of these entities. */
export async function startFleet(options: {
  entities?: Entity[];
  /** The catalog in place of one that keeps to the entities that it began with. */
  catalog?: ServiceFactory;
  decisions?: Decisions;
  config?: JsonObject;
  database?: { databases: TestDatabases; id: TestDatabaseId };
  /** One that is there already and outlives the backend, as over a restart. */
  knex?: Knex;
  /** `runs` where something outside has its own; else it stands still. */
  calendar?: 'runs';
  /** Modules besides the plugin. */
  features?: BackendFeature[];
  /** None that answers by default. */
  aws?: EksFleetAwsService;
  /** None that answers by default. */
  notifications?: NotificationService;
  /** Runs tasks when a test says so; by default at once, and on schedule. */
  scheduler?: SchedulerService;
}) {
  if (options.calendar !== 'runs') {
    stopCalendar();
  }
  const decisions: { current: Decisions } = {
    current: options.decisions ?? {},
  };
  const published: Array<{ topic: string; eventPayload: unknown }> = [];
  const audited: Array<{ eventId: string; outcome?: string }> = [];
  const auditTrail: AuditedEvent[] = [];
  const eks = { send: jest.fn().mockRejectedValue(new Error('no AWS here')) };
  const own = options.database || options.knex ? undefined : memoryDatabase();
  const knex =
    own ??
    options.knex ??
    (await options.database!.databases.init(options.database!.id));

  const backend = await startTestBackend({
    features: [
      plugin,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, ...options.config },
      }),
      mockServices.permissions.mock(permissionsBy(decisions)).factory,
      options.catalog ??
        catalogServiceMock.factory({ entities: options.entities ?? [] }),
      mockServices.auditor.mock({
        createEvent: async ({
          eventId,
          meta,
          request: asked,
          severityLevel,
        }) => {
          const entry: (typeof audited)[number] = { eventId };
          const told: AuditedEvent = {
            eventId,
            severityLevel,
            meta,
            authorization: asked?.headers.authorization,
          };
          audited.push(entry);
          auditTrail.push(told);
          return {
            success: async () => {
              entry.outcome = 'success';
              told.outcome = 'success';
            },
            fail: async ({ error }: { error?: Error } = {}) => {
              entry.outcome = 'fail';
              told.outcome = 'fail';
              told.error = error?.message;
            },
          };
        },
      }).factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async event => {
            published.push(event);
          },
          subscribe: async () => {},
        }),
      }),
      createServiceFactory({
        service: eksFleetAwsServiceRef,
        deps: {},
        factory: () => options.aws ?? ({ eks: () => eks } as never),
      }),
      ...(options.notifications
        ? [
            createServiceFactory({
              service: notificationService,
              deps: {},
              factory: () => options.notifications!,
            }),
          ]
        : []),
      ...(options.scheduler
        ? [
            createServiceFactory({
              service: coreServices.scheduler,
              deps: {},
              factory: () => options.scheduler!,
            }),
          ]
        : []),
      mockServices.database.factory({ knex }),
      ...(options.features ?? []),
    ],
  });

  const { server } = backend;
  const base = '/api/eks-fleet';
  return {
    async stop() {
      await backend.stop();
      await own?.destroy();
    },
    eks,
    knex,
    url: `http://localhost:${server.port()}${base}`,
    published,
    audited,
    /** The same, with all that was told. */
    auditTrail,
    decide(next: Decisions) {
      decisions.current = next;
    },
    get: (path: string) => request(server).get(base + path),
    post: (path: string, body?: object) =>
      request(server)
        .post(base + path)
        .send(body),
    put: (path: string, body?: object) =>
      request(server)
        .put(base + path)
        .send(body),
    delete: (path: string) => request(server).delete(base + path),
    putTarget: (
      target: string,
      report: Partial<TargetReport> = {},
      header = catalogHeader(),
    ) =>
      request(server)
        .put(`${base}/targets/${target}`)
        .set('Authorization', header)
        .send({
          partition: 'aws',
          clusterCount: 0,
          freshForSeconds: 1800,
          ...report,
        }),
    keepTargets: (
      provider: string,
      targets: string[],
      header = catalogHeader(),
    ) =>
      request(server)
        .put(`${base}/targets/${provider}`)
        .set('Authorization', header)
        .send({ targets }),
    putControlPlanes: (
      target: string,
      report: ControlPlaneReport,
      header = catalogHeader(),
    ) =>
      request(server)
        .put(`${base}/control-planes/${target}`)
        .set('Authorization', header)
        .send(report),
    async ready() {
      const path = `${base}/clusters?limit=1`;
      const header = mockCredentials.service.header();
      for (;;) {
        const { body } = await request(server)
          .get(path)
          .set('Authorization', header);
        if ((body.totalItems ?? 0) > 0) {
          return;
        }
      }
    },
  };
}

export function catalogHeader(): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:catalog'),
    targetPluginId: 'eks-fleet',
  });
}

/** A policy's condition on clusters. */
export function condition(rule: string, params: object): object {
  return { rule, resourceType: 'eks-fleet-cluster', params };
}

function permissionsBy(decisions: {
  current: Decisions;
}): Partial<PermissionsService> {
  const decide = (name: string) =>
    decisions.current[name] ?? AuthorizeResult.ALLOW;
  return {
    authorize: async requests =>
      requests.map(({ permission }) => {
        const decision = decide(permission.name);
        return {
          result:
            typeof decision === 'object' ? AuthorizeResult.DENY : decision,
        };
      }),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => {
        const decision = decide(permission.name);
        return typeof decision === 'object'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'eks-fleet',
              resourceType: 'eks-fleet-cluster',
              conditions: decision.conditions as never,
            }
          : { result: decision };
      }),
  };
}
