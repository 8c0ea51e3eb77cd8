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

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  EksFleetRequestCondition,
  EksFleetRequestResource,
} from '../../permissions/requestResource';
import type { RequestScope } from '../store/types';
import type { RequestRecord } from '../types';

/** Whether a permission reaches a request, as the store would answer. Pure. */
export function inRequestScope(
  record: RequestRecord,
  scope: RequestScope,
): boolean {
  if (scope === 'all' || scope === 'none') {
    return scope === 'all';
  }
  const { environment, owner, requestedBy } = record.asked;
  return fits(
    {
      owner: owner.toLocaleLowerCase('en-US'),
      requestedBy: requestedBy.toLocaleLowerCase('en-US'),
      environment,
    },
    scope,
  );
}

function fits(
  resource: EksFleetRequestResource,
  criteria: PermissionCriteria<EksFleetRequestCondition>,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(each => fits(resource, each));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(each => fits(resource, each));
  }
  if ('not' in criteria) {
    return !fits(resource, criteria.not);
  }
  return criteria.kind === 'environment'
    ? criteria.environments.includes(resource.environment)
    : criteria.claims.includes(resource.owner) ||
        criteria.claims.includes(resource.requestedBy);
}
