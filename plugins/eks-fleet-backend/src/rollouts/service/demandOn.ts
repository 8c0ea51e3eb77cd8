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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { RolloutAccess } from '../../permissions/RolloutAccess';
import type { RolloutStore } from '../store/types';

/** @throws NotAllowedError that names the permission */
export async function demandOn(
  {
    rolloutAccess,
    store,
  }: { rolloutAccess: RolloutAccess; store: Pick<RolloutStore, 'get'> },
  credentials: BackstageCredentials,
  permission: ResourcePermission,
  rollout: string,
): Promise<void> {
  const scope = await rolloutAccess.scope(credentials, permission);
  if (!(await store.get(scope, rollout))) {
    throw new NotAllowedError(
      `This needs the permission ${permission.name} on this rollout`,
    );
  }
}
