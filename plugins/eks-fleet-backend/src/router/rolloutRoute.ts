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
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { eksFleetRolloutPlanPermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import type { ClusterInventory } from '../inventory/ClusterInventory';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { RolloutAccess } from '../permissions/RolloutAccess';
import type { Rollouts } from '../rollouts/createRollouts';
import { demandOn } from '../rollouts/service/demandOn';
import { readerOf, type Reader } from '../rollouts/service/readerOf';
import { audited } from './audited';

type User = BackstageCredentials<BackstageUserPrincipal>;

/** What routes about rollouts are made of. */
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

/** Does what a user asked for, audited, and only where checks of permissions mean anything. */
export async function change<T>(
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

/** Answers with the rollout as it is by now. */
export async function answer(
  options: RolloutRouteOptions,
  request: Request,
  response: { json(body: unknown): unknown },
): Promise<void> {
  const user = await userOf(options, request);
  response.json(
    await demandRollouts(options).views.get(
      await readerOf(options, user),
      request.params.rollout,
    ),
  );
}

/** @throws NotAllowedError for a service: what people do is done by people */
export function userOf(
  { httpAuth }: RolloutRouteOptions,
  request: Request,
): Promise<User> {
  return httpAuth.credentials(request, { allow: ['user'] });
}

/** @throws NotAllowedError that names the permission */
export async function demandPlan(
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
export async function demandRight(
  options: RolloutRouteOptions,
  user: User,
  permission: ResourcePermission,
  rollout: string,
): Promise<void> {
  const { rolloutAccess } = options;
  const { store } = demandRollouts(options);
  await demandOn({ rolloutAccess, store }, user, permission, rollout);
}

/** Who made something sees it once, whatever it came to touch. */
export async function ownReader(
  options: RolloutRouteOptions,
  user: User,
): Promise<Reader> {
  return { ...(await readerOf(options, user)), rollouts: 'all' };
}

/** @throws NotFoundError where rollouts are switched off */
export function demandRollouts({ rollouts }: RolloutRouteOptions): Rollouts {
  if (!rollouts) {
    throw new NotFoundError(
      'Rollouts are switched off: eksFleet.rollouts.enabled',
    );
  }
  return rollouts;
}
