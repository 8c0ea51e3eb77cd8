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

import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** An add-on that can be chosen, or why it can not. */
export interface AddonChoice {
  name: string;
  /** The newest that fits the version of Kubernetes, where that is known. */
  version?: string;
  /** It is known, and has no version that fits. */
  incompatible?: boolean;
}

/**
 * Add-ons that a field offers: those of the template and those of the portal,
 * without those that are on the cluster already, or only those. Pure.
 */
export function addonChoices(asked: {
  /** Of the template. */
  names: readonly string[];
  known: RequestOptions['addons'];
  /** Such as `1.34`; any fits where left out. */
  kubernetesVersion?: string;
  /** Those on the cluster, where they are known. */
  present?: readonly string[];
  of?: 'present' | 'absent';
}): AddonChoice[] {
  const { known, kubernetesVersion, of, present } = asked;
  const all =
    of === 'present' && present
      ? present
      : [...asked.names, ...known.map(({ name }) => name)];
  return [...new Set(all)]
    .filter(name => of !== 'absent' || !present?.includes(name))
    .sort()
    .map(name => {
      const versions = known.find(each => each.name === name)?.versions;
      const fitting = versions?.find(
        each =>
          !kubernetesVersion ||
          each.kubernetesVersions.includes(kubernetesVersion),
      );
      return {
        name,
        ...(fitting && { version: fitting.version }),
        // What is to go may go, whether it fits or not.
        ...(of !== 'present' && versions && !fitting && { incompatible: true }),
      };
    });
}
