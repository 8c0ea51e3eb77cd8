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

import type { JsonObject, JsonValue } from '@backstage/types';
import type { ClusterThing } from '../thingKeys';

/**
 * What a step says of the namespace that it asks for.
 *
 * @public
 */
export interface NamespaceInput {
  owner: string;
  reason: string;
  ticket?: string;
  name: string;
  cluster: string | ClusterThing;
  environment: string;
  quota: JsonObject;
  limits?: JsonObject;
  network?: JsonObject;
  podSecurity?: JsonObject;
  access?: JsonObject[];
  podIdentityAssociations?: JsonObject[];
  sourceRepos: string[];
  costCenter?: string;
  capsuleTenant?: string;
  labels?: JsonObject;
  expiresOn?: string;
}

const AMOUNTS = new Set([
  'cpuRequests',
  'memoryRequests',
  'memoryLimits',
  'cpuLimits',
  'storage',
]);

/**
 * What is wanted, as the backend takes it. Pure.
 *
 * @public
 */
export function toNamespaceSpec(
  input: NamespaceInput,
  cluster: ClusterThing,
): JsonObject {
  const { limits, podSecurity, quota, sourceRepos } = input;
  const { reason: _r, ticket: _t, sourceRepos: _s, ...rest } = input;
  return {
    ...given(rest),
    cluster: { ...cluster },
    podSecurity: { level: 'restricted', ...podSecurity },
    quota: asAmounts(quota),
    ...(limits && { limits: given(mapValues(limits, asLimits)) }),
    project: { sourceRepos },
  };
}

/** Templates give numbers where a form has them; amounts are texts. */
function asAmounts(quota: JsonObject): JsonObject {
  return mapValues(quota, (value, name) =>
    typeof value === 'number' && AMOUNTS.has(name) ? String(value) : value,
  );
}

function asLimits(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? mapValues(value, each => (typeof each === 'number' ? String(each) : each))
    : value;
}

function mapValues(
  map: JsonObject,
  by: (value: JsonValue | undefined, name: string) => JsonValue | undefined,
): JsonObject {
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => [name, by(value, name)]),
  );
}

function given(map: object): JsonObject {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined),
  );
}
