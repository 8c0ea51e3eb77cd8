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
import { addonSchema } from '../cluster/partSchemas';
import { expiresOnInput, whyInput } from '../requestSchema';

const nodeGroup = (z: Zod) =>
  z
    .object({
      name: z.string(),
      minSize: z.number().int().optional(),
      desiredSize: z.number().int().optional(),
      maxSize: z.number().int().optional(),
      instanceTypes: z.array(z.string()).optional(),
    })
    .strict();

export const changeInput = {
  thing: (z: Zod) =>
    z
      .string()
      .describe(
        'What is there: the entity of a cluster or a namespace as a picker gives it, or a key such as `application/payments/orders/prod`',
      ),
  operation: (z: Zod) =>
    z
      .enum(['change', 'extend', 'delete', 'adopt'])
      .optional()
      .describe(
        '`change` by default. `extend` moves the day on which it ends; `adopt` takes a cluster that is not in Git into it',
      ),
  owner: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'The group that it is for; by default the one that Git says. `adopt` needs it',
      ),
  ...whyInput(),
  patch: (z: Zod) =>
    z
      .record(z.any())
      .optional()
      .describe(
        'What of it is to be otherwise, as a JSON merge patch (RFC 7396) of what Git says; for `adopt`, what EKS does not know, such as `expiresOn`',
      ),
  nodeGroup: (z: Zod) =>
    nodeGroup(z)
      .optional()
      .describe(
        'One node group of a cluster, and what of it is to be otherwise',
      ),
  addons: (z: Zod) =>
    z
      .object({
        set: z.array(addonSchema(z)).optional(),
        remove: z.array(z.string()).optional(),
      })
      .strict()
      .optional()
      .describe(
        'Add-ons of a cluster that are to be there so, and those that are to go',
      ),
  gitopsAddons: (z: Zod) =>
    z
      .object({
        add: z.array(z.string()).optional(),
        remove: z.array(z.string()).optional(),
      })
      .strict()
      .optional()
      .describe('The same for add-ons that Argo CD brings'),
  expiresOn: expiresOnInput,
  environment: (z: Zod) =>
    z.string().optional().describe('For `adopt`: such as `prod`'),
  confirm: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'For `delete`: the name of what is to go, as somebody typed it',
      ),
  base: (z: Zod) =>
    z
      .object({ specHash: z.string(), commit: z.string().optional() })
      .strict()
      .optional()
      .describe(
        'What the form was opened on; refused where Git says something else by now',
      ),
};
