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
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  eksFleetRolloutApprovePermission,
  eksFleetRolloutForcePermission,
  eksFleetRolloutPausePermission,
  eksFleetRolloutPlanPermission,
  eksFleetRolloutRollbackPermission,
  eksFleetRolloutStartPermission,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../inventory/types';
import type { ClusterAccess } from '../../permissions/ClusterAccess';
import type { RolloutAccess } from '../../permissions/RolloutAccess';
import type { RolloutScope } from '../store/types';

/** Who asks, and what that person may; read when it is asked. */
export interface Reader {
  /** Of rollouts. */
  rollouts: RolloutScope;
  /** Of clusters. */
  clusters: ClusterScope;
  /** Left out for a service. */
  user?: string;
  rights: Record<
    'start' | 'pause' | 'approve' | 'force' | 'rollback',
    RolloutScope
  >;
  plan: boolean;
}

/** Asks for all rights of a caller at once, with the caller's own credentials. */
export async function readerOf(
  {
    access,
    rolloutAccess,
  }: { access: ClusterAccess; rolloutAccess: RolloutAccess },
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
