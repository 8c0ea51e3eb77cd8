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
import { eksFleetRequestDecidePermission } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterAccess } from '../../permissions/ClusterAccess';
import type { RequestAccess } from '../../permissions/RequestAccess';
import type { RequestAsker } from './types';

/**
 * What somebody may do, by the permissions and the groups of this moment.
 *
 * @throws NotAllowedError for whom the catalog does not have
 */
export async function askerOf(
  {
    access,
    membersOf,
    requestAccess,
  }: {
    access: ClusterAccess;
    requestAccess: RequestAccess;
    /** Groups that a user is in at this moment, and the user. */
    membersOf: (userRef: string) => Promise<Set<string>>;
  },
  user: BackstageCredentials<BackstageUserPrincipal>,
): Promise<RequestAsker> {
  const { userEntityRef: userRef } = user.principal;
  const [readable, decidable, clusters, memberOf] = await Promise.all([
    requestAccess.scope(user),
    requestAccess.scope(user, eksFleetRequestDecidePermission),
    access.scope(user),
    membersOf(userRef),
  ]);
  return { userRef, memberOf, readable, decidable, clusters };
}
