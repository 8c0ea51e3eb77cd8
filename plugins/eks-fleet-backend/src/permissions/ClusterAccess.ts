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
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  eksFleetClusterReadPermission,
  eksFleetPermissions,
  RESOURCE_TYPE_EKS_FLEET_CLUSTER,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord, ClusterScope } from '../inventory/types';
import {
  eksFleetClusterResourceRef,
  type EksFleetClusterCondition,
} from './clusterResource';
import { clusterRules } from './rules';

/** What a caller may do, asked with the caller's own credentials. */
export class ClusterAccess {
  readonly #permissions: PermissionsService;
  readonly #transform: ConditionTransformer<EksFleetClusterCondition>;

  private constructor(
    permissions: PermissionsService,
    transform: ConditionTransformer<EksFleetClusterCondition>,
  ) {
    this.#permissions = permissions;
    this.#transform = transform;
  }

  /** Registers permissions and rules, and answers by them. */
  static create(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    ownByRefs: (entityRefs: string[]) => Promise<Map<string, ClusterRecord>>;
  }): ClusterAccess {
    const { permissions, registry, ownByRefs } = options;
    registry.addPermissions(
      eksFleetPermissions.filter(permission => permission.type === 'basic'),
    );
    registry.addResourceType({
      resourceRef: eksFleetClusterResourceRef,
      permissions: eksFleetPermissions.filter(permission =>
        isResourcePermission(permission, RESOURCE_TYPE_EKS_FLEET_CLUSTER),
      ),
      rules: Object.values(clusterRules),
      // A foreign cluster is not found, and so no condition, not even a
      // negated one, can allow it.
      getResources: async entityRefs => {
        const refs = entityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
        const found = await ownByRefs(refs);
        return refs.map(ref => found.get(ref));
      },
    });
    return new ClusterAccess(
      permissions,
      createConditionTransformer(
        registry.getPermissionRuleset(eksFleetClusterResourceRef),
      ),
    );
  }

  /** Which clusters the caller has the permission for. */
  async scope(
    credentials: BackstageCredentials,
    permission: ResourcePermission = eksFleetClusterReadPermission,
  ): Promise<ClusterScope> {
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

  /**
   * Like {@link ClusterAccess.scope}, for lists and numbers.
   *
   * @throws NotAllowedError where the caller may read no cluster at all
   */
  async listScope(credentials: BackstageCredentials): Promise<ClusterScope> {
    const scope = await this.scope(credentials);
    if (scope === 'none') {
      throw new NotAllowedError(
        `Reading clusters needs the permission ${eksFleetClusterReadPermission.name}`,
      );
    }
    return scope;
  }

  async may(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** @throws NotAllowedError that names the permission */
  async demand(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.may(credentials, permission))) {
      throw new NotAllowedError(`This needs the permission ${permission.name}`);
    }
  }
}
