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
import type { Zod } from '../../zod';
import type { RequestActionOptions } from '../types';
import {
  REAL_CLOCK,
  waitForRequest,
  type WaitClock,
  type WaitInput,
} from './waitForRequest';

export const WAIT_ACTION = 'eks-fleet:request:wait';

/** Waits for a request, for a while. */
export function createWaitAction(
  options: Pick<RequestActionOptions, 'backendFor'> & { clock?: WaitClock },
) {
  return createTemplateAction({
    id: WAIT_ACTION,
    description:
      'Waits until a request has come so far, for at most as long as it is told. It fails where the request ended otherwise; where it only takes longer it says so.',
    examples: [
      {
        description: 'Wait until a request is in Git, for an hour',
        example: stringify({
          steps: [
            {
              id: 'wait',
              action: WAIT_ACTION,
              input: {
                requestId: '${{ steps.request.output.requestId }}',
                until: 'merged',
                timeoutMinutes: 60,
              },
            },
          ],
        }),
      },
    ],
    schema: {
      input: {
        requestId: (z: Zod) =>
          z
            .string()
            .regex(/^[0-9A-Za-z-]{1,64}$/)
            .describe('Of the request'),
        until: (z: Zod) =>
          z
            .enum(['proposed', 'merged', 'synced', 'registered', 'ready'])
            .optional()
            .describe('How far; `ready` by default'),
        timeoutMinutes: (z: Zod) =>
          z
            .number()
            .int()
            .min(1)
            .max(240)
            .optional()
            .describe('How long at most; 30 by default'),
      },
      output: {
        state: (z: Zod) => z.string().describe('How far it is'),
        reached: (z: Zod) =>
          z.boolean().describe('Whether it came as far as asked in time'),
        entityRef: (z: Zod) =>
          z.string().optional().describe('Of the thing in the catalog'),
        pullRequestUrl: (z: Zod) => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { reached, request } = await waitForRequest(
        { clock: REAL_CLOCK, ...options },
        ctx as any,
        ctx.input as WaitInput,
      );
      const { links, state } = request;
      ctx.output('state', state);
      ctx.output('reached', reached);
      if (links?.entityRef) {
        ctx.output('entityRef', links.entityRef);
      }
      if (links?.pullRequest) {
        ctx.output('pullRequestUrl', links.pullRequest.url);
      }
    },
  });
}
