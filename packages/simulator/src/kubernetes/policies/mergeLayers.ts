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

import type { FleetPoliciesValues } from '../../model/policyStory';

/** Layers of values as Helm merges them: mappings by key, all else as a whole; `null` takes away. */
export function mergeLayers(
  layers: readonly (FleetPoliciesValues | undefined)[],
): FleetPoliciesValues {
  return layers.reduce<Record<string, unknown>>(
    (merged, layer) => merge(merged, (layer ?? {}) as Record<string, unknown>),
    {},
  );
}

function merge(
  before: Record<string, unknown>,
  layer: Record<string, unknown>,
): Record<string, unknown> {
  const merged = { ...before };
  for (const [key, value] of Object.entries(layer)) {
    const known = merged[key];
    if (value === null) {
      delete merged[key];
    } else {
      merged[key] = isMapping(value)
        ? merge(isMapping(known) ? known : {}, value)
        : value;
    }
  }
  return merged;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
