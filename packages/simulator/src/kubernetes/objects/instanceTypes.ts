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

/** What a node of an instance type has. */
export interface NodeSize {
  cpus: number;
  memoryGib: number;
  pods: number;
  architecture: 'amd64' | 'arm64';
}

const MEMORY_GIB_PER_CPU: Record<string, number> = {
  c: 2,
  m: 4,
  t: 4,
  r: 8,
  x: 16,
};

const SMALL_SIZES: Record<string, [cpus: number, pods: number]> = {
  medium: [1, 8],
  large: [2, 29],
  xlarge: [4, 58],
};

/** `m7g.2xlarge` read by AWS's naming scheme; a plain node where it is no such name. */
export function sizeOf(instanceType: string): NodeSize {
  const [, series, generation, size, times] =
    /^([a-z])(\d[a-z-]*)\.((\d+)?[a-z]+)/.exec(instanceType) ?? [];
  const [cpus, pods] = times
    ? [4 * Number(times), Number(times) > 2 ? 234 : 58]
    : SMALL_SIZES[size] ?? [4, 58];
  return {
    cpus,
    memoryGib: cpus * (MEMORY_GIB_PER_CPU[series] ?? 4),
    pods,
    architecture: generation?.includes('g') ? 'arm64' : 'amd64',
  };
}
