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
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  eksFleetRolloutPlanPermission,
  type StrategySave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { Rollouts } from '../rollouts/createRollouts';
import { parseStrategy } from '../rollouts/strategy/parseStrategy';
import type { StrategyLibrary } from '../rollouts/strategy/StrategyLibrary';
import { audited } from './audited';

export interface StrategyRouteOptions {
  access: ClusterAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissionsEnforced: boolean;
  /** Left out where rollouts are switched off. */
  rollouts?: Rollouts;
}

/** Strategies that ship, are configured, or were saved. */
export function addStrategyRoutes(
  router: Router,
  options: StrategyRouteOptions,
): void {
  const { access, auditor, httpAuth, permissionsEnforced } = options;

  router.get('/strategies', async (request, response) => {
    await access.listScope(await httpAuth.credentials(request));
    response.json({ items: await demand(options).list() });
  });

  router.put('/strategies/:name', async (request, response) => {
    const user = await httpAuth.credentials(request, { allow: ['user'] });
    const { name } = request.params;
    const { strategy, yaml } = request.body as StrategySave;
    const event = { eventId: 'strategy-save', meta: { name } };
    const saved = await audited(auditor, request, event, async () => {
      demandEnforced(permissionsEnforced);
      await access.demand(user, eksFleetRolloutPlanPermission);
      const parsed = parseStrategy(yaml ?? strategy);
      if (parsed.name !== name) {
        throw new InputError(
          `name: the strategy is called ${parsed.name}, not ${name}`,
        );
      }
      return demand(options).save({
        strategy: parsed,
        updatedBy: user.principal.userEntityRef,
        updatedAt: new Date().toISOString(),
      });
    });
    response.json(saved);
  });

  router.delete('/strategies/:name', async (request, response) => {
    const user = await httpAuth.credentials(request, { allow: ['user'] });
    const { name } = request.params;
    const event = { eventId: 'strategy-delete', meta: { name } };
    await audited(auditor, request, event, async () => {
      demandEnforced(permissionsEnforced);
      await access.demand(user, eksFleetRolloutPlanPermission);
      await demand(options).delete(name);
    });
    response.status(204).end();
  });
}

function demandEnforced(permissionsEnforced: boolean): void {
  if (!permissionsEnforced) {
    throw new NotAllowedError(
      'Strategies cannot be changed while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
    );
  }
}

function demand({ rollouts }: StrategyRouteOptions): StrategyLibrary {
  if (!rollouts) {
    throw new NotFoundError(
      'Rollouts are switched off: eksFleet.rollouts.enabled',
    );
  }
  return rollouts.strategies;
}
