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
import type { Manifest } from '../../model/policyStory';
import type { KubernetesObject } from './KubernetesObject';
import { formatAmount, parseAmount } from './quantities';

interface PodSpec {
  containers: {
    resources?: Record<'limits' | 'requests', Record<string, string>>;
  }[];
}

/** What a quota allows, and what of it is used, as its controller counts it. */
export function quotaStatus(
  { metadata: { namespace }, spec }: Manifest,
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>,
): { hard: Record<string, string>; used: Record<string, string> } {
  const { hard = {} } = (spec ?? {}) as { hard?: Record<string, unknown> };
  const within = (resource: string) =>
    (byResource.get(resource) ?? []).filter(
      ({ metadata }) => metadata.namespace === namespace,
    );
  const pods = within('pods').filter(({ status }) =>
    ['Pending', 'Running'].includes((status as { phase: string }).phase),
  );
  const counted = (name: string): string => {
    const [, kind = 'requests', resource] =
      /^(?:(requests|limits)\.)?(cpu|memory|nvidia\.com\/gpu)$/.exec(name) ??
      [];
    if (resource) {
      return formatAmount(
        pods.reduce(
          (sum, pod) =>
            sum + requested(pod, kind as 'limits' | 'requests', resource),
          0,
        ),
        resource === 'memory' ? 'binary' : 'decimal',
      );
    }
    return String(within(name.replace(/^count\//, '')).length);
  };
  return {
    hard: Object.fromEntries(
      Object.entries(hard).map(([name, amount]) => [name, String(amount)]),
    ),
    used: Object.fromEntries(
      Object.keys(hard).map(name => [name, counted(name)]),
    ),
  };
}

/** Of all containers of a pod. */
function requested(
  { spec }: KubernetesObject,
  kind: 'limits' | 'requests',
  resource: string,
): number {
  return (spec as PodSpec).containers.reduce(
    (sum, { resources }) =>
      sum + parseAmount(resources?.[kind]?.[resource] ?? '0'),
    0,
  );
}
