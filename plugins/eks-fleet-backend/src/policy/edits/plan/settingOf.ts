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

import { isDeepStrictEqual } from 'node:util';
import type { PolicySetting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EffectivePolicy } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * How a policy is to be on a cluster, with the parameters and exclusions that
 * are otherwise than in another setting of it. Pure.
 */
export function settingOf(
  policy: EffectivePolicy,
  other: EffectivePolicy,
): PolicySetting {
  const { enabled, exclude, mode, parameters, severity } = policy;
  const isOff = !enabled || !other.enabled;
  const differing = Object.entries(parameters).filter(
    ([name, value]) => !isDeepStrictEqual(value, other.parameters[name]),
  );
  return {
    mode: enabled ? mode : 'off',
    ...(!isOff && severity !== other.severity && { severity }),
    ...(!isOff &&
      differing.length > 0 && { parameters: Object.fromEntries(differing) }),
    ...(!isOff &&
      !isDeepStrictEqual(exclude, other.exclude) && {
        exclude,
      }),
  };
}
