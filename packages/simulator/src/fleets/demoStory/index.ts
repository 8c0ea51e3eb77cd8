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

import type { ClusterSpec } from '../../model/types';
import { kubernetesThread } from '../demoKubernetes';
import { addonThread } from './addons';
import { capabilityThread } from './capabilities';
import { controlPlaneThread } from './controlPlanes';
import { deprecatedApiThread } from './deprecatedApis';
import { insightThread } from './insights';
import { nodeThread } from './nodes';
import { outsideChangeThread } from './outsideChanges';
import { subnetThread } from './subnets';
import { Past, type Thread } from './types';
import { updateThread } from './updates';

/** Lists to which several threads may add. */
const SHARED = ['capabilities', 'insights', 'updates'];

/**
 * What goes on in the demo fleet, woven from its threads: the clusters' parts
 * and troubles by `<account>/<name>`. Times count back from now.
 *
 * @throws where two threads claim the same part of a cluster
 */
export function demoStory(now: Date): Thread {
  const past = new Past(now);
  return [
    addonThread(past),
    capabilityThread(),
    controlPlaneThread(),
    deprecatedApiThread(past),
    insightThread(past),
    kubernetesThread(now),
    nodeThread(past),
    outsideChangeThread(past),
    subnetThread(),
    updateThread(past),
  ].reduce(weave, {});
}

function weave(story: Thread, thread: Thread): Thread {
  return Object.entries(thread).reduce<Thread>(
    (woven, [cluster, part]) => ({
      ...woven,
      [cluster]: join(cluster, woven[cluster] ?? {}, part),
    }),
    story,
  );
}

function join(
  cluster: string,
  before: Partial<ClusterSpec>,
  part: Partial<ClusterSpec>,
): Partial<ClusterSpec> {
  return Object.entries(part).reduce<Record<string, unknown>>(
    (joined, [key, value]) => {
      if (joined[key] === undefined) {
        return { ...joined, [key]: value };
      }
      if (!SHARED.includes(key)) {
        throw new Error(`Two threads of the story say ${key} of ${cluster}`);
      }
      return { ...joined, [key]: [...(joined[key] as []), ...(value as [])] };
    },
    { ...before },
  );
}
