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
import { giveOutput } from '../giveOutput';
import { requestOutput } from '../requestSchema';
import { submit } from '../submit';
import type { RequestActionOptions } from '../types';
import { CHANGE_ACTION, changeExamples } from './changeExamples';
import { changeInput } from './changeSchema';
import { makeChangeAsk, type ChangeInput } from './makeChangeAsk';

/** Asks for a change of a cluster, a namespace or an application that is there. */
export function createChangeAction(options: RequestActionOptions) {
  return createTemplateAction({
    id: CHANGE_ACTION,
    description:
      'Asks for a change of a cluster, a namespace or an application that is there: of what Git says of it, of the day on which it ends, or that it goes. Run again it makes no second request.',
    examples: changeExamples,
    supportsDryRun: true,
    schema: { input: changeInput, output: requestOutput },
    async handler(ctx) {
      const input = ctx.input as unknown as ChangeInput;
      const output = await submit(options, ctx as any, {
        act: `ask to ${input.operation ?? 'change'} it`,
        input,
        reason: input.reason,
        ticket: input.ticket,
        make: ground => makeChangeAsk(input, ground),
      });
      giveOutput(ctx as any, output);
    },
  });
}
