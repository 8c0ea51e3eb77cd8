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

import { InputError } from '@backstage/errors';
import {
  eksFleetFleetStopPermission,
  type FleetStopRequest,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import {
  change,
  demandRollouts,
  type RolloutRouteOptions,
} from './rolloutRoute';

const CONFIRM = {
  stop: 'stop the fleet',
  go: 'let the fleet go on',
};

/** Halts every outward write of the portal, and lets them go on. */
export function addFleetStopRoutes(
  router: Router,
  options: RolloutRouteOptions,
): void {
  const { access, httpAuth } = options;

  router.get('/fleet/stop', async (request, response) => {
    await access.listScope(await httpAuth.credentials(request));
    response.json(await demandRollouts(options).service.fleetStop());
  });

  router.put('/fleet/stop', async (request, response) => {
    const { confirm, reason, stopped } = request.body as FleetStopRequest;
    const { service } = demandRollouts(options);
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
