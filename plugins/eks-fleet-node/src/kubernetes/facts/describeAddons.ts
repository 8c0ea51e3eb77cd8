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
  KubernetesAddon,
  KubernetesAddonsDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ADDON_TABLE } from './addonTable';
import { definedOnly } from './definedOnly';
import type { WorkloadFacts } from './reduceWorkloads';

const MAX_ADDONS = 2000;

/** Each component once for each namespace and version that it runs in. */
export function describeAddons(
  workloads: WorkloadFacts[],
): KubernetesAddonsDocument {
  const addons = new Map<string, KubernetesAddon>();
  const inOrder = workloads
    .filter(({ addon }) => addon)
    .sort((a, b) => rank(a) - rank(b) || compare(workloadOf(a), workloadOf(b)));
  for (const workload of inOrder) {
    const { addon, namespace, replicas, ready } = workload;
    const { component, version, image } = addon!;
    const key = JSON.stringify([component, namespace, version ?? '']);
    if (!addons.has(key)) {
      addons.set(
        key,
        definedOnly({
          component,
          version,
          namespace,
          workload: workloadOf(workload),
          image,
          replicas,
          ready,
        }),
      );
    }
  }
  return {
    addons: [...addons]
      .sort(([a], [b]) => compare(a, b))
      .map(([, addon]) => addon)
      .slice(0, MAX_ADDONS),
  };
}

function workloadOf({ kind, name }: WorkloadFacts): string {
  return `${kind}/${name}`;
}

function rank({ addon, name }: WorkloadFacts): number {
  const pattern = ADDON_TABLE.find(
    ({ component }) => component === addon?.component,
  );
  return pattern?.main && !pattern.main.test(name) ? 1 : 0;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
