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
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  eksFleetPermissions,
  eksFleetRolloutReadPermission,
  RESOURCE_TYPE_EKS_FLEET_ROLLOUT,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutScope } from '../rollouts/store/types';
import {
  eksFleetRolloutResourceRef,
  type EksFleetRolloutCondition,
  type EksFleetRolloutResource,
} from './rolloutResource';
import { rolloutRules } from './rolloutRules';

/** What a caller may do with rollouts, asked with the caller's own credentials. */
export class RolloutAccess {
  readonly #permissions: PermissionsService;
  readonly #transform: ConditionTransformer<EksFleetRolloutCondition>;

  private constructor(
    permissions: PermissionsService,
    transform: ConditionTransformer<EksFleetRolloutCondition>,
  ) {
    this.#permissions = permissions;
    this.#transform = transform;
  }

  /** Registers the permissions on rollouts and their rules, and answers by them. */
  static create(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    byIds: (ids: string[]) => Promise<Map<string, EksFleetRolloutResource>>;
  }): RolloutAccess {
    const { byIds, permissions, registry } = options;
    registry.addResourceType({
      resourceRef: eksFleetRolloutResourceRef,
      permissions: eksFleetPermissions.filter(permission =>
        isResourcePermission(permission, RESOURCE_TYPE_EKS_FLEET_ROLLOUT),
      ),
      rules: Object.values(rolloutRules),
      getResources: async ids => {
        const found = await byIds(ids);
        return ids.map(id => found.get(id));
      },
    });
    return new RolloutAccess(
      permissions,
      createConditionTransformer(
        registry.getPermissionRuleset(eksFleetRolloutResourceRef),
      ),
    );
  }

  /** On which rollouts the caller has the permission. */
  async scope(
    credentials: BackstageCredentials,
    permission: ResourcePermission = eksFleetRolloutReadPermission,
  ): Promise<RolloutScope> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return 'all';
    }
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.#transform(decision.conditions)
      : 'none';
  }

  /** @throws NotAllowedError where the caller may read no rollout at all */
  async listScope(credentials: BackstageCredentials): Promise<RolloutScope> {
    const scope = await this.scope(credentials);
    if (scope === 'none') {
      throw new NotAllowedError(
        `Reading rollouts needs the permission ${eksFleetRolloutReadPermission.name}`,
      );
    }
    return scope;
  }
}
