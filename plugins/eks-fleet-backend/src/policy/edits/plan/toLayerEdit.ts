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

import type { JsonValue } from '@backstage/types';
import type { PolicyChange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PolicyLayerEdit } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * What is set in a layer for a policy to be changed so. Pure.
 *
 * @param isOn - whether the layers up to this one have it on, so that this one need not say so
 */
export function toLayerEdit(
  policy: string,
  change: PolicyChange,
  isOn: boolean,
): PolicyLayerEdit {
  const { exclude, leave = [], mode, parameters = {} } = change;
  const left = leave.flatMap(field =>
    field.startsWith('parameters.')
      ? [[field.slice('parameters.'.length), null] as const]
      : [],
  );
  return {
    policy,
    ...modeOf(mode, leave.includes('mode'), isOn),
    parameters: {
      ...(parameters as Record<string, JsonValue>),
      ...Object.fromEntries(left),
    },
    exclude: {
      namespaces: leave.includes('exclude.namespaces')
        ? null
        : exclude?.namespaces,
      resources: leave.includes('exclude.resources')
        ? null
        : exclude?.resources,
    },
  };
}

function modeOf(
  mode: PolicyChange['mode'],
  isLeft: boolean,
  isOn: boolean,
): Pick<PolicyLayerEdit, 'enabled' | 'mode'> {
  if (isLeft) {
    return { enabled: null, mode: null };
  }
  if (mode === undefined) {
    return {};
  }
  if (mode === 'off') {
    return { enabled: false };
  }
  return isOn ? { mode } : { enabled: true, mode };
}
