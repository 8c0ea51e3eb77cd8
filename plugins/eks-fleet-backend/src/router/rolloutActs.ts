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

import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  eksFleetRolloutApprovePermission,
  eksFleetRolloutForcePermission,
  eksFleetRolloutPausePermission,
  eksFleetRolloutRollbackPermission,
  eksFleetRolloutStartPermission,
  type GateDecision,
  type RolloutAct,
  type RolloutCellAct,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import {
  answer,
  change,
  demandPlan,
  demandRight,
  demandRollouts,
  type RolloutRouteOptions,
} from './rolloutRoute';

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
  confirmStep: eksFleetRolloutRollbackPermission,
};

/** What people do; each is audited with who, what and why. */
export function addRolloutActRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  router.post('/rollouts/:rollout/act', async (request, response) => {
    const { rollout } = request.params;
    const act = request.body as RolloutAct;
    const event = {
      eventId: 'rollout-act',
      severityLevel: 'high' as const,
      meta: { ...act, rollout },
    };
    await change(options, request, event, async (user, reader) => {
      const permission = ACT_PERMISSIONS[act.act];
      const { service, views } = demandRollouts(options);
      await views.find(reader.rollouts, rollout);
      if (permission) {
        await demandRight(options, user, permission, rollout);
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
      const { service, views } = demandRollouts(options);
      const event = {
        eventId: 'rollout-cell-act',
        severityLevel: 'high' as const,
        meta: { ...act, rollout, cell },
      };
      const detail = await change(
        options,
        request,
        event,
        async (user, reader) => {
          await views.cell(reader, rollout, cell);
          await demandRight(options, user, CELL_PERMISSIONS[act.act], rollout);
          if (act.force) {
            await demandRight(
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
          return views.cell(reader, rollout, cell);
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
        meta: { ...decision, rollout, gate },
      };
      await change(options, request, event, async (user, reader) => {
        const { service, views } = demandRollouts(options);
        await views.find(reader.rollouts, rollout);
        await demandRight(
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
