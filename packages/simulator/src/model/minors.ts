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

import { KUBERNETES_VERSIONS } from './versions';

/** `34` of `1.34`, of `1.34.6`, of `v1.34.6-eksbuild.2`. */
export function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

/** The version after this one; `undefined` where EKS has none yet. */
export function versionAfter(version: string): string | undefined {
  return neighbour(version, 1);
}

/** The version before this one; `undefined` where EKS has forgotten it. */
export function versionBefore(version: string): string | undefined {
  return neighbour(version, -1);
}

function neighbour(version: string, step: number): string | undefined {
  const wanted = `1.${minorOf(version) + step}`;
  return KUBERNETES_VERSIONS.find(known => known.version === wanted)?.version;
}
