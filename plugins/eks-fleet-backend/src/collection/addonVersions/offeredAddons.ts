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

import type { AddonVersions } from '../types';
import { compareAddonVersions } from './compareAddonVersions';

/** The newest so many of each Kubernetes version; nobody asks for others. */
const MOST_VERSIONS = 5;

/** An add-on, and which of its versions goes with which of Kubernetes. */
export interface OfferedAddon {
  name: string;
  /** The newest first. */
  versions: Array<{ version: string; kubernetesVersions: string[] }>;
}

/**
 * Add-ons by their names, from answers for some Kubernetes versions; Regions may
 * differ for a while. Pure.
 */
export function offeredAddons(
  answers: Array<{ kubernetesVersion: string; addons: AddonVersions }>,
): OfferedAddon[] {
  const offered = new Map<string, Map<string, Set<string>>>();
  for (const { addons, kubernetesVersion } of answers) {
    for (const [name, versions] of Object.entries(addons)) {
      const ofAddon = offered.get(name) ?? new Map<string, Set<string>>();
      offered.set(name, ofAddon);
      for (const { version } of versions.slice(0, MOST_VERSIONS)) {
        const goesWith = ofAddon.get(version) ?? new Set<string>();
        ofAddon.set(version, goesWith.add(kubernetesVersion));
      }
    }
  }
  return [...offered]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, versions]) => ({
      name,
      versions: [...versions]
        .sort(([a], [b]) => compareAddonVersions(b, a))
        .map(([version, goesWith]) => ({
          version,
          kubernetesVersions: [...goesWith].sort(compareAddonVersions),
        })),
    }));
}
