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

import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * What is to be otherwise of one node group.
 *
 * @public
 */
export interface NodeGroupChange extends JsonObject {
  name: string;
  minSize?: number;
  desiredSize?: number;
  maxSize?: number;
  instanceTypes?: string[];
}

/**
 * Add-ons that are to be there so, and those that are to go.
 *
 * @public
 */
export interface AddonChange {
  set?: Array<string | JsonObject>;
  remove?: string[];
}

/**
 * Node groups with one of them otherwise; all others stay as they are. Where
 * nothing is said of the desired size it stays between the others. Pure.
 *
 * @throws InputError where there is no such group
 *
 * @public
 */
export function changeNodeGroup(
  spec: JsonObject,
  change: NodeGroupChange,
): JsonObject[] {
  const groups = listOf(mapOf(spec.compute).nodeGroups);
  if (!groups.some(({ name }) => name === change.name)) {
    throw new InputError(
      `nodeGroup.name: there is no node group ${change.name}; there are ${
        groups.map(({ name }) => name).join(', ') || 'none'
      }`,
    );
  }
  return groups.map(group => {
    if (group.name !== change.name) {
      return group;
    }
    const changed = { ...group, ...given(change) };
    const { desiredSize, maxSize, minSize } = changed as Record<string, number>;
    return change.desiredSize === undefined
      ? {
          ...changed,
          desiredSize: Math.min(Math.max(desiredSize, minSize), maxSize),
        }
      : changed;
  });
}

/**
 * Add-ons with some of them otherwise; of those that are set, what is not said
 * stays. Pure.
 *
 * @throws InputError where one is to go that is not there
 *
 * @public
 */
export function changeAddons(
  spec: JsonObject,
  { remove = [], set = [] }: AddonChange,
): JsonObject[] {
  const addons = listOf(spec.addons);
  const wanted = set.map(addon =>
    typeof addon === 'string' ? { name: addon } : given(addon),
  );
  refuseMissing(
    'addons.remove',
    remove,
    addons.map(({ name }) => String(name)),
  );
  const both = wanted.find(({ name }) => remove.includes(String(name)));
  if (both) {
    throw new InputError(`addons: ${both.name} is both to be there and to go`);
  }
  const kept = addons
    .filter(({ name }) => !remove.includes(String(name)))
    .map(addon => ({
      ...addon,
      ...wanted.find(({ name }) => name === addon.name),
    }));
  return [
    ...kept,
    ...wanted.filter(({ name }) => !addons.some(addon => addon.name === name)),
  ];
}

/**
 * Add-ons that Argo CD brings, with more and fewer of them. Pure.
 *
 * @throws InputError where one is to go that is not there
 *
 * @public
 */
export function changeGitopsAddons(
  spec: JsonObject,
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
): string[] {
  const present = Array.isArray(spec.gitopsAddons)
    ? spec.gitopsAddons.map(String)
    : [];
  refuseMissing('gitopsAddons.remove', remove, present);
  return [...new Set([...present, ...add])]
    .filter(name => !remove.includes(name))
    .sort();
}

function refuseMissing(field: string, wanted: string[], present: string[]) {
  const missing = wanted.filter(name => !present.includes(name));
  if (missing.length > 0) {
    throw new InputError(
      `${field}: there is no ${missing.join(', ')}; there are ${
        present.join(', ') || 'none'
      }`,
    );
  }
}

function given(map: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined),
  );
}

function mapOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function listOf(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(mapOf) : [];
}
