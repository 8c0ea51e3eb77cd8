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

import type { ClusterSpecProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterFileContext, ClusterFormat } from './types';

/** Why settings are none of a format's, in words that follow `…settings`. */
export function problemOfSettings(
  { settings: rules }: ClusterFormat,
  settings: ClusterFileContext['settings'],
): string | undefined {
  const unknown = Object.keys(settings).find(key => !Object.hasOwn(rules, key));
  if (unknown !== undefined) {
    return `.${unknown}: there is no such setting; there are ${Object.keys(
      rules,
    ).join(', ')}`;
  }
  const wrong = Object.entries(rules).find(
    ([key, { pattern }]) =>
      Object.hasOwn(settings, key) && !pattern.test(settings[key]),
  );
  return wrong && `.${wrong[0]}: must be ${wrong[1].right}`;
}

/**
 * Everything that keeps a file from being written with settings. What only
 * writing needs may be missing otherwise: files are read without.
 */
export function problemsOfSettings(
  { settings: rules }: ClusterFormat,
  settings: ClusterFileContext['settings'],
): ClusterSpecProblem[] {
  return Object.entries(rules).flatMap(
    ([key, { pattern, required, right }]) => {
      const field = `settings.${key}`;
      if (!Object.hasOwn(settings, key)) {
        return required
          ? [
              {
                field,
                message: `is missing in eksFleet.fleetRepositories[].clusters[]; it must be ${right}`,
              },
            ]
          : [];
      }
      return pattern.test(settings[key])
        ? []
        : [{ field, message: `must be ${right}` }];
    },
  );
}
