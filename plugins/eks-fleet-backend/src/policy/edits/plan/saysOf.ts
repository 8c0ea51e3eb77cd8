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

import type { PolicyLayer } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  LayerProblem,
  readLayer,
  type PolicyLayer as LayerFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';

const exclusionSchema = z.object({
  namespaces: z.array(z.string()).optional(),
  resources: z
    .array(
      z.object({
        kind: z.string().optional(),
        namespace: z.string().optional(),
        name: z.string().optional(),
      }),
    )
    .optional(),
});

/**
 * What a layer says of a policy itself, as far as it can be understood; of one
 * that is not YAML, nothing. Pure.
 */
export function saysOf(
  layer: LayerFile | undefined,
  policy: string,
): PolicyLayer['says'] {
  const values = layer ? valuesOf(layer, policy) : {};
  const { enabled, exclude, mode, parameters } = values;
  const known = (['audit', 'warn', 'enforce'] as const).find(
    each => each === mode,
  );
  const excluded = exclusionSchema.safeParse(exclude);
  return {
    ...(enabled === false
      ? { mode: 'off' as const }
      : known && { mode: known }),
    ...(isMap(parameters) && { parameters }),
    ...(excluded.success && { exclude: excluded.data }),
  };
}

function valuesOf(layer: LayerFile, policy: string): Record<string, unknown> {
  try {
    const { policies } = readLayer(layer);
    const own =
      isMap(policies) && Object.hasOwn(policies, policy)
        ? policies[policy]
        : undefined;
    return isMap(own) ? own : {};
  } catch (error) {
    if (error instanceof LayerProblem) {
      return {};
    }
    throw error;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
