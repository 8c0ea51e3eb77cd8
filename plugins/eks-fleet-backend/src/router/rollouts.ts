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

import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  eksFleetFleetStopPermission,
  eksFleetRolloutApprovePermission,
  eksFleetRolloutForcePermission,
  eksFleetRolloutPausePermission,
  eksFleetRolloutPlanPermission,
  eksFleetRolloutRollbackPermission,
  eksFleetRolloutStartPermission,
  type CellState,
  type FleetStopRequest,
  type GateDecision,
  type RolloutAct,
  type RolloutCellAct,
  type RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Request, Router } from 'express';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import { parsePairs } from '../inventory/parsePairs';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { RolloutAccess } from '../permissions/RolloutAccess';
import type { Rollouts } from '../rollouts/createRollouts';
import type { Reader } from '../rollouts/service/RolloutService';
import {
  ROLLOUT_FILTER_KEYS,
  type RolloutFilterKey,
} from '../rollouts/store/types';
import { audited } from './audited';
import { queryOf } from './queryOf';

export interface RolloutRouteOptions {
  access: ClusterAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  inventory: ClusterInventory;
  permissionsEnforced: boolean;
  rolloutAccess: RolloutAccess;
  /** Left out where rollouts are switched off. */
  rollouts?: Rollouts;
  /** Groups that a user is in at this moment, and the user. */
  membersOf: (userRef: string) => Promise<Set<string>>;
}

type User = BackstageCredentials<BackstageUserPrincipal>;

const ACT_PERMISSIONS: Partial<Record<RolloutAct['act'], ResourcePermission>> =
  {
    start: eksFleetRolloutStartPermission,
    pause: eksFleetRolloutPausePermission,
    resume: eksFleetRolloutPausePermission,
    stop: eksFleetRolloutPausePermission,
    cancel: eksFleetRolloutPausePermission,
    skipWave: eksFleetRolloutPausePermission,
  };

const CELL_PERMISSIONS: Record<RolloutCellAct['act'], ResourcePermission> = {
  retry: eksFleetRolloutPausePermission,
  skip: eksFleetRolloutPausePermission,
  force: eksFleetRolloutForcePermission,
  rollBack: eksFleetRolloutRollbackPermission,
};

/** Rollouts: reading them under the reader's rights, and what people do with them. */
export function addRolloutRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  addReadRoutes(router, options);
  addPlanRoutes(router, options);
  addActRoutes(router, options);
  addFleetStopRoutes(router, options);
}

function addReadRoutes(router: Router, options: RolloutRouteOptions): void {
  const { access, httpAuth, inventory, rolloutAccess } = options;

  router.get('/rollouts', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await rolloutAccess.listScope(credentials);
    const { cursor, limit } = request.query as Record<string, unknown>;
    const { filter = [], fullTextFilterTerm } = queryOf(request);
    response.json(
      await demand(options).service.list(await readerOf(options, credentials), {
        filter: parseFilters(filter),
        text: fullTextFilterTerm?.trim() || undefined,
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get('/rollouts/:rollout', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    response.json(
      await demand(options).service.get(reader, request.params.rollout),
    );
  });

  router.get('/rollouts/:rollout/cells', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    const { changedAfter, cursor, limit, state, wave } =
      request.query as Record<string, unknown>;
    const number = (value: unknown) =>
      value === undefined ? undefined : Number(value);
    response.json(
      await demand(options).service.cells(reader, request.params.rollout, {
        wave: number(wave),
        states:
          state === undefined
            ? undefined
            : (String(state).split(',') as CellState[]),
        changedAfter: number(changedAfter),
        limit: number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get('/rollouts/:rollout/cells/:cell', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    const { cell, rollout } = request.params;
    response.json(await demand(options).service.cell(reader, rollout, cell));
  });

  router.get('/rollouts/:rollout/log', async (request, response) => {
    const reader = await readerOf(options, await httpAuth.credentials(request));
    const { cell, cursor, limit } = request.query as Record<string, unknown>;
    if (cursor !== undefined && !/^\d{1,15}$/.test(String(cursor))) {
      throw new InputError('cursor: is none of this list');
    }
    response.json(
      await demand(options).service.log(reader, request.params.rollout, {
        cell: cell as string | undefined,
        limit: limit === undefined ? undefined : Number(limit),
        cursor: cursor as string | undefined,
      }),
    );
  });

  router.get(
    '/clusters/by-name/:namespace/:name/rollouts',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { name, namespace } = request.params;
      const cluster = await inventory.get(await access.scope(credentials), {
        entityRef: stringifyEntityRef({ kind: 'resource', namespace, name }),
      });
      response.json(
        cluster.arn
          ? await demand(options).service.ofCluster(
              await readerOf(options, credentials),
              cluster.arn,
            )
          : { items: [] },
      );
    },
  );
}

/** Each needs `eks-fleet.rollout.plan`. */
function addPlanRoutes(router: Router, options: RolloutRouteOptions): void {
  const { access, auditor, httpAuth } = options;

  router.post('/rollouts/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await access.demand(credentials, eksFleetRolloutPlanPermission);
    response.json(
      await demand(options).service.preview(
        await access.listScope(credentials),
        request.body as RolloutDraft,
      ),
    );
  });

  router.post('/rollouts', async (request, response) => {
    const { service } = demand(options);
    const user = await userOf(options, request);
    const draft = request.body as RolloutDraft;
    const event = {
      eventId: 'rollout-create',
      meta: { title: draft.title, executor: draft.executor },
    };
    const id = await audited(auditor, request, event, async () => {
      await demandPlan(options, user);
      return service.create(
        await readerOf(options, user),
        user.principal.userEntityRef,
        draft,
      );
    });
    response
      .status(201)
      .json(await service.get(await ownReader(options, user), id));
  });

  router.put('/rollouts/:rollout', async (request, response) => {
    const { rollout } = request.params;
    const event = { eventId: 'rollout-edit', meta: { rollout } };
    await change(options, request, event, async (user, reader) => {
      await demandPlan(options, user);
      await demand(options).service.find(reader.rollouts, rollout);
      await demand(options).service.edit(
        reader,
        user.principal.userEntityRef,
        rollout,
        request.body as RolloutDraft,
      );
    });
    await answer(options, request, response);
  });

  router.post('/rollouts/:rollout/stragglers', async (request, response) => {
    const { rollout } = request.params;
    const { service } = demand(options);
    const event = { eventId: 'rollout-stragglers', meta: { rollout } };
    const id = await change(options, request, event, async (user, reader) => {
      await demandPlan(options, user);
      await service.find(reader.rollouts, rollout);
      return service.stragglers(reader, user.principal.userEntityRef, rollout);
    });
    const user = await userOf(options, request);
    response
      .status(201)
      .json(await service.get(await ownReader(options, user), id));
  });
}

/** What people do; each is audited with who, what and why. */
function addActRoutes(router: Router, options: RolloutRouteOptions): void {
  router.post('/rollouts/:rollout/act', async (request, response) => {
    const { rollout } = request.params;
    const act = request.body as RolloutAct;
    const event = {
      eventId: 'rollout-act',
      severityLevel: 'high' as const,
      meta: { rollout, ...act },
    };
    await change(options, request, event, async (user, reader) => {
      const permission = ACT_PERMISSIONS[act.act];
      const { service } = demand(options);
      await service.find(reader.rollouts, rollout);
      if (permission) {
        await demandOn(options, user, permission, rollout);
      } else {
        await demandPlan(options, user);
      }
      await service.act(reader, user.principal.userEntityRef, rollout, act);
    });
    await answer(options, request, response);
  });

  router.post(
    '/rollouts/:rollout/cells/:cell/act',
    async (request, response) => {
      const { cell, rollout } = request.params;
      const act = request.body as RolloutCellAct;
      const { service } = demand(options);
      const event = {
        eventId: 'rollout-cell-act',
        severityLevel: 'high' as const,
        meta: { rollout, cell, ...act },
      };
      const detail = await change(
        options,
        request,
        event,
        async (user, reader) => {
          await service.cell(reader, rollout, cell);
          await demandOn(options, user, CELL_PERMISSIONS[act.act], rollout);
          if (act.force) {
            await demandOn(
              options,
              user,
              eksFleetRolloutForcePermission,
              rollout,
            );
          }
          await service.actOnCell(
            user.principal.userEntityRef,
            rollout,
            cell,
            act,
          );
          return service.cell(reader, rollout, cell);
        },
      );
      response.json(detail);
    },
  );

  router.post(
    '/rollouts/:rollout/gates/:gate/decision',
    async (request, response) => {
      const { gate, rollout } = request.params;
      const decision = request.body as GateDecision;
      const event = {
        eventId: 'rollout-decide',
        severityLevel: 'high' as const,
        meta: { rollout, gate, ...decision },
      };
      await change(options, request, event, async (user, reader) => {
        const { service } = demand(options);
        await service.find(reader.rollouts, rollout);
        await demandOn(
          options,
          user,
          eksFleetRolloutApprovePermission,
          rollout,
        );
        const { userEntityRef } = user.principal;
        await service.decide(
          {
            user: userEntityRef,
            memberOf: await options.membersOf(userEntityRef),
          },
          rollout,
          gate,
          decision,
        );
      });
      await answer(options, request, response);
    },
  );
}

const CONFIRM = {
  stop: 'stop the fleet',
  go: 'let the fleet go on',
};

function addFleetStopRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  const { access, httpAuth } = options;

  router.get('/fleet/stop', async (request, response) => {
    await access.listScope(await httpAuth.credentials(request));
    response.json(await demand(options).service.fleetStop());
  });

  router.put('/fleet/stop', async (request, response) => {
    const { confirm, reason, stopped } = request.body as FleetStopRequest;
    const { service } = demand(options);
    const event = {
      eventId: 'fleet-stop',
      severityLevel: 'critical' as const,
      meta: { stopped, reason },
    };
    await change(options, request, event, async user => {
      await access.demand(user, eksFleetFleetStopPermission);
      const wanted = stopped ? CONFIRM.stop : CONFIRM.go;
      if (confirm !== wanted) {
        throw new InputError(`confirm: must be the words "${wanted}"`);
      }
      await service.setFleetStop(user.principal.userEntityRef, stopped, reason);
    });
    response.json(await service.fleetStop());
  });
}

/** Does what a user asked for, audited, and only where checks of permissions mean anything. */
async function change<T>(
  options: RolloutRouteOptions,
  request: Request,
  event: Omit<AuditorServiceCreateEventOptions, 'request'>,
  act: (user: User, reader: Reader) => Promise<T>,
): Promise<T> {
  const user = await userOf(options, request);
  return audited(options.auditor, request, event, async () => {
    demandEnforced(options);
    return act(user, await readerOf(options, user));
  });
}

async function answer(
  options: RolloutRouteOptions,
  request: Request,
  response: { json(body: unknown): unknown },
): Promise<void> {
  const user = await userOf(options, request);
  response.json(
    await demand(options).service.get(
      await readerOf(options, user),
      request.params.rollout,
    ),
  );
}

function userOf(
  { httpAuth }: RolloutRouteOptions,
  request: Request,
): Promise<User> {
  return httpAuth.credentials(request, { allow: ['user'] });
}

async function demandPlan(
  options: RolloutRouteOptions,
  user: User,
): Promise<void> {
  demandEnforced(options);
  await options.access.demand(user, eksFleetRolloutPlanPermission);
}

function demandEnforced({ permissionsEnforced }: RolloutRouteOptions): void {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Rollouts cannot be changed while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
}

/** @throws NotAllowedError that names the permission */
async function demandOn(
  options: RolloutRouteOptions,
  user: User,
  permission: ResourcePermission,
  rollout: string,
): Promise<void> {
  const scope = await options.rolloutAccess.scope(user, permission);
  if (!(await demand(options).store.get(scope, rollout))) {
    throw new NotAllowedError(
      `This needs the permission ${permission.name} on this rollout`,
    );
  }
}

async function readerOf(
  { access, rolloutAccess }: RolloutRouteOptions,
  credentials: BackstageCredentials,
): Promise<Reader> {
  const on = (permission: ResourcePermission) =>
    rolloutAccess.scope(credentials, permission);
  const principal = credentials.principal as Partial<BackstageUserPrincipal>;
  const [rollouts, clusters, plan, start, pause, approve, force, rollback] =
    await Promise.all([
      rolloutAccess.scope(credentials),
      access.scope(credentials),
      access.may(credentials, eksFleetRolloutPlanPermission),
      on(eksFleetRolloutStartPermission),
      on(eksFleetRolloutPausePermission),
      on(eksFleetRolloutApprovePermission),
      on(eksFleetRolloutForcePermission),
      on(eksFleetRolloutRollbackPermission),
    ]);
  return {
    rollouts,
    clusters,
    user: principal.userEntityRef,
    plan,
    rights: { start, pause, approve, force, rollback },
  };
}

/** Who made something sees it once, whatever it came to touch. */
async function ownReader(
  options: RolloutRouteOptions,
  user: User,
): Promise<Reader> {
  return { ...(await readerOf(options, user)), rollouts: 'all' };
}

function demand({ rollouts }: RolloutRouteOptions): Rollouts {
  if (!rollouts) {
    throw new NotFoundError(
      'Rollouts are switched off: eksFleet.rollouts.enabled',
    );
  }
  return rollouts;
}

function parseFilters(filters: string[]): Map<RolloutFilterKey, string[]> {
  const all = new Map<RolloutFilterKey, string[]>();
  for (const filter of filters) {
    for (const [key, values] of parsePairs(filter, {
      isKey: isFilterKey,
      keys: ROLLOUT_FILTER_KEYS.join(', '),
    })) {
      all.set(key, [...(all.get(key) ?? []), ...values]);
    }
  }
  return all;
}

function isFilterKey(key: string): key is RolloutFilterKey {
  return (ROLLOUT_FILTER_KEYS as readonly string[]).includes(key);
}
