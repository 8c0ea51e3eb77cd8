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

import type { KubernetesStory } from '../../model/kubernetesStory';
import type { Thread } from '../demoStory/types';
import { accessThread } from './access';
import { policyThread } from '../demoPolicies';
import { admissionThread } from './admission';
import { budgetThread } from './budgets';
import { componentThread } from './components';
import { deprecatedApiThread } from './deprecatedApis';
import { emptyClusterThread } from './emptyClusters';
import { namespaceThread } from '../demoNamespaces';
import { nodeThread } from './nodes';
import type { KubernetesThread } from './types';

/**
 * What goes on inside the demo fleet's clusters, woven from its threads.
 *
 * @throws where two threads say the same of a cluster, and it is no list
 */
export function kubernetesThread(now: Date): Thread {
  const woven = [
    accessThread(),
    admissionThread(),
    budgetThread(),
    componentThread(),
    deprecatedApiThread(),
    emptyClusterThread(),
    namespaceThread(now),
    nodeThread(),
    policyThread(now),
  ].reduce<KubernetesThread>(weave, {});
  return Object.fromEntries(
    Object.entries(woven).map(([cluster, kubernetes]) => [
      cluster,
      { kubernetes },
    ]),
  );
}

function weave(
  story: KubernetesThread,
  thread: KubernetesThread,
): KubernetesThread {
  return Object.entries(thread).reduce<KubernetesThread>(
    (woven, [cluster, part]) => ({
      ...woven,
      [cluster]: join(cluster, woven[cluster] ?? {}, part),
    }),
    story,
  );
}

function join(
  cluster: string,
  before: KubernetesStory,
  part: KubernetesStory,
): KubernetesStory {
  return Object.entries(part).reduce<Record<string, unknown>>(
    (joined, [key, value]) => {
      const known = joined[key];
      if (known === undefined) {
        return { ...joined, [key]: value };
      }
      if (Array.isArray(known) && Array.isArray(value)) {
        return { ...joined, [key]: [...known, ...value] };
      }
      if (key === 'namespaces') {
        return { ...joined, [key]: { ...(known as {}), ...(value as {}) } };
      }
      throw new Error(`Two threads of the story say ${key} of ${cluster}`);
    },
    { ...before },
  );
}
