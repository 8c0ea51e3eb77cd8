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
  PodSecurityLevel,
  RequestOptions,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** From the strictest to what sets no limits. */
export const POD_SECURITY_LEVELS: readonly PodSecurityLevel[] = [
  'restricted',
  'baseline',
  'privileged',
];

/** How long something of an environment may live; for ever where left out. */
export function maxTtlDays(
  options: RequestOptions,
  environment: string | undefined,
): number | undefined {
  return byEnvironment(options.namespaces.maxTtlDays, environment);
}

/** The least strict level that an environment allows. */
export function leastStrict(
  options: RequestOptions,
  environment: string | undefined,
): PodSecurityLevel {
  const level = byEnvironment(options.namespaces.podSecurity, environment);
  return POD_SECURITY_LEVELS.find(each => each === level) ?? 'privileged';
}

function byEnvironment<T>(
  values: Record<string, T> | undefined,
  environment: string | undefined,
): T | undefined {
  if (!values) {
    return undefined;
  }
  return environment && Object.hasOwn(values, environment)
    ? values[environment]
    : values.default;
}
