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

import { versionBefore } from './minors';
import type { NodegroupSpec } from './nodegroups';

/** Node groups as a team without special wishes has them. */
export const SYSTEM_NODES: NodegroupSpec = {
  name: 'system',
  amiType: 'BOTTLEROCKET_ARM_64',
  instanceTypes: ['m7g.large'],
  desiredSize: 2,
  minSize: 2,
  maxSize: 4,
  labels: { role: 'system' },
  taints: [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NO_SCHEDULE' }],
};

export const GENERAL_NODES: NodegroupSpec = {
  name: 'general',
  amiType: 'AL2023_x86_64_STANDARD',
  instanceTypes: ['m7i.xlarge'],
  desiredSize: 4,
  minSize: 2,
  maxSize: 10,
  labels: { role: 'general' },
  updateConfig: { maxUnavailablePercentage: 25 },
};

export const SPOT_NODES: NodegroupSpec = {
  name: 'spot',
  amiType: 'AL2023_ARM_64_STANDARD',
  capacityType: 'SPOT',
  instanceTypes: ['m7g.xlarge', 'm7g.2xlarge', 'r7g.xlarge'],
  desiredSize: 3,
  minSize: 0,
  maxSize: 12,
  labels: { role: 'batch' },
};

/** Two or three groups; the last one is sometimes a minor version behind. */
export function defaultNodegroups(
  version: string,
  random: () => number,
): NodegroupSpec[] {
  const groups = [
    SYSTEM_NODES,
    { ...GENERAL_NODES, desiredSize: 2 + Math.floor(random() * 5) },
    ...(random() < 0.5 ? [SPOT_NODES] : []),
  ];
  if (random() < 0.25) {
    const last = groups.length - 1;
    groups[last] = {
      ...groups[last],
      version: versionBefore(version) ?? version,
    };
  }
  return groups;
}
