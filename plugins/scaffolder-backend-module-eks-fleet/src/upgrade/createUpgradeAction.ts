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

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import type { RequestActionOptions } from '../requests/types';
import { clusterInput, whyInput } from '../requests/requestSchema';
import type { Zod } from '../zod';
import { planUpgrade } from './planUpgrade';
import type { UpgradeInput } from './toRolloutDraft';

export const UPGRADE_ACTION = 'eks-fleet:upgrade:plan';

/** Plans the move of one cluster to a Kubernetes version. */
export function createUpgradeAction(options: RequestActionOptions) {
  return createTemplateAction({
    id: UPGRADE_ACTION,
    description:
      'Plans the move of one cluster to a Kubernetes version, as a rollout of one cell behind its gates. People start it and agree to it on its page. Run again it makes no second one.',
    examples: [
      {
        description: 'Plan the move of a cluster to 1.35',
        example: stringify({
          steps: [
            {
              id: 'plan',
              action: UPGRADE_ACTION,
              input: {
                cluster: '${{ parameters.cluster }}',
                version: '1.35',
                reason: '${{ parameters.reason }}',
              },
            },
          ],
        }),
      },
    ],
    supportsDryRun: true,
    schema: {
      input: {
        cluster: clusterInput,
        version: (z: Zod) =>
          z
            .string()
            .regex(/^1\.\d{2}$/)
            .describe('To reach, over as many minors as it takes'),
        ...whyInput(),
        addons: (z: Zod) =>
          z
            .enum(['compatible', 'leave'])
            .optional()
            .describe('Whether add-ons that must move do; they do by default'),
        nodes: (z: Zod) =>
          z
            .enum(['follow', 'leave'])
            .optional()
            .describe('Whether node groups follow; they do by default'),
        bake: (z: Zod) =>
          z
            .string()
            .regex(/^(?=\d)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/)
            .optional()
            .describe('How long it must be healthy after, such as `2h`'),
        executor: (z: Zod) =>
          z.string().optional().describe('`gitops` by default'),
      },
      output: {
        rolloutId: (z: Zod) =>
          z.string().optional().describe('None in a dry run'),
        link: (z: Zod) =>
          z.string().optional().describe('Where it is started and followed'),
        lifecycle: (z: Zod) => z.string().optional(),
        problems: (z: Zod) =>
          z.number().describe('What the plan warns of; see the log'),
      },
    },
    async handler(ctx) {
      const output = await planUpgrade(
        options,
        ctx as any,
        ctx.input as unknown as UpgradeInput,
      );
      for (const [name, value] of Object.entries(output)) {
        if (value !== undefined) {
          ctx.output(name as 'link', value as string);
        }
      }
    },
  });
}
