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
  eksFleetRequestReadPermission,
  RESOURCE_TYPE_EKS_FLEET_REQUEST,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RequestScope } from '../requests/store/types';
import {
  eksFleetRequestResourceRef,
  type EksFleetRequestCondition,
  type EksFleetRequestResource,
} from './requestResource';
import { requestRules } from './requestRules';

/** What a caller may do with requests, asked with the caller's own credentials. */
export class RequestAccess {
  readonly #permissions: PermissionsService;
  readonly #transform: ConditionTransformer<EksFleetRequestCondition>;

  private constructor(
    permissions: PermissionsService,
    transform: ConditionTransformer<EksFleetRequestCondition>,
  ) {
    this.#permissions = permissions;
    this.#transform = transform;
  }

  /** Registers the permissions on requests and their rules, and answers by them. */
  static create(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
    byIds: (ids: string[]) => Promise<Map<string, EksFleetRequestResource>>;
  }): RequestAccess {
    const { byIds, permissions, registry } = options;
    registry.addResourceType({
      resourceRef: eksFleetRequestResourceRef,
      permissions: eksFleetPermissions.filter(permission =>
        isResourcePermission(permission, RESOURCE_TYPE_EKS_FLEET_REQUEST),
      ),
      rules: Object.values(requestRules),
      getResources: async ids => {
        const found = await byIds(ids);
        return ids.map(id => found.get(id));
      },
    });
    return new RequestAccess(
      permissions,
      createConditionTransformer(
        registry.getPermissionRuleset(eksFleetRequestResourceRef),
      ),
    );
  }

  /** On which requests the caller has the permission. */
  async scope(
    credentials: BackstageCredentials,
    permission: ResourcePermission = eksFleetRequestReadPermission,
  ): Promise<RequestScope> {
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
}
