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
  EksFleetRolloutCondition,
  EksFleetRolloutResource,
} from '../../permissions/rolloutResource';
import type { RolloutScope } from '../store/types';

/** Whether a rollout is among those of a scope; as the SQL of it says. */
export function inRolloutScope(
  rollout: EksFleetRolloutResource,
  scope: RolloutScope,
): boolean {
  if (scope === 'all' || scope === 'none') {
    return scope === 'all';
  }
  return meets(rollout, scope);
}

function meets(
  rollout: EksFleetRolloutResource,
  criteria: PermissionCriteria<EksFleetRolloutCondition>,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => meets(rollout, part));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => meets(rollout, part));
  }
  if ('not' in criteria) {
    return !meets(rollout, criteria.not);
  }
  const present =
    criteria.kind === 'owner' ? rollout.owners : rollout.environments;
  const allowed = (value: string) => criteria.values.includes(value);
  return (
    present.some(allowed) &&
    (criteria.match === 'any' || present.every(allowed))
  );
}
