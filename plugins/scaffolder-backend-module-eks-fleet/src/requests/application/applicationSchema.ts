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
import { askingInput, clusterInput } from '../requestSchema';

const environment = (z: Zod) =>
  z.string().regex(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/);

export const applicationInput = {
  ...askingInput,
  name: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/)
      .describe('Of the application'),
  environment: (z: Zod) =>
    environment(z).describe(
      'Where it is to run, such as `prod`; clusters are those of this one',
    ),
  namespace: (z: Zod) =>
    z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
      .optional()
      .describe(
        "The team's, on each of the clusters; promoted, that of the environment before by default",
      ),
  clusters: (z: Zod) =>
    z
      .array(clusterInput(z))
      .optional()
      .describe(
        'Some of the clusters that have the namespace in this environment; all by default',
      ),
  source: (z: Zod) =>
    z
      .object({
        repoUrl: z.string(),
        path: z.string().optional(),
        chart: z.string().optional(),
        targetRevision: z.string(),
      })
      .strict()
      .optional()
      .describe(
        'What runs: a folder (`path`) of a Git repository, or a `chart` of a Helm repository. Either this or `promoteFrom`',
      ),
  parameters: (z: Zod) =>
    z
      .record(z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Of the chart, by dotted names such as `image.tag`'),
  syncPolicy: (z: Zod) =>
    z
      .object({
        automated: z.boolean().optional(),
        selfHeal: z.boolean().optional(),
        prune: z.boolean().optional(),
      })
      .strict()
      .optional()
      .describe(
        'How Argo CD follows; automated, self-healing and without pruning by default',
      ),
  promoteFrom: (z: Zod) =>
    environment(z)
      .optional()
      .describe(
        'Environment whose source it is to have here; what Git says there at this moment',
      ),
  promoteParameters: (z: Zod) =>
    z
      .array(z.string())
      .optional()
      .describe(
        'Parameters that come along where the application is here already, such as `image.tag`; where it is not, all of them do',
      ),
};
