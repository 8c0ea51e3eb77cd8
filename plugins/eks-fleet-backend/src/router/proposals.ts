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
import { NotAllowedError } from '@backstage/errors';
import { eksFleetRequestCreatePermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Router } from 'express';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { StepGround } from '../proposals/Reconciler';

export interface ProposalRouteOptions {
  access: Pick<ClusterAccess, 'demand'>;
  httpAuth: HttpAuthService;
  permissionsEnforced: boolean;
  /** What every proposal is made with at this moment. */
  proposalGround: () => Promise<StepGround>;
}

/** What others who propose through Git ask for, such as steps of templates. */
export function addProposalRoutes(
  router: Router,
  options: ProposalRouteOptions,
): void {
  const { access, httpAuth, permissionsEnforced, proposalGround } = options;

  router.get('/proposals/ground', async (request, response) => {
    const user = await httpAuth.credentials(request, { allow: ['user'] });
    if (!permissionsEnforced) {
      throw new NotAllowedError(
        'Nothing can be proposed while permission.enabled is off, as anybody could; eksFleet.dangerouslyAllowWithoutPermissions overrides this',
      );
    }
    await access.demand(user, eksFleetRequestCreatePermission);
    response.json(await proposalGround());
  });
}
