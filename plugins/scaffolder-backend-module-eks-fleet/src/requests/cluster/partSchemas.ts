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

import type { Zod } from '../../zod';

/** A managed node group, as forms give it. */
export const nodeGroupSchema = (z: Zod) =>
  z
    .object({
      name: z.string(),
      instanceTypes: z.array(z.string()),
      capacityType: z.enum(['ON_DEMAND', 'SPOT']).optional(),
      amiType: z.string(),
      minSize: z.number().int(),
      desiredSize: z.number().int().optional(),
      maxSize: z.number().int(),
      diskSizeGib: z.number().int().optional(),
      labels: z.record(z.string()).optional(),
      taints: z
        .array(
          z
            .object({
              key: z.string(),
              value: z.string().optional(),
              effect: z.enum([
                'NO_SCHEDULE',
                'NO_EXECUTE',
                'PREFER_NO_SCHEDULE',
              ]),
            })
            .strict(),
        )
        .optional(),
    })
    .strict();

/** An add-on that EKS manages, by its name alone or with a version. */
export const addonSchema = (z: Zod) =>
  z.union([
    z.string(),
    z
      .object({
        name: z.string(),
        version: z.string().optional(),
        configuration: z.record(z.any()).optional(),
        serviceAccountRoleArn: z.string().optional(),
        podIdentityAssociations: z
          .array(
            z
              .object({ serviceAccount: z.string(), roleArn: z.string() })
              .strict(),
          )
          .optional(),
      })
      .strict(),
  ]);
