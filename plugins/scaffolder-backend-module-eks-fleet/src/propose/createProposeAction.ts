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
import { propose, type ProposeOptions } from './propose';
import { PROPOSE_ACTION, proposeExamples } from './proposeExamples';
import { inputSchema, outputSchema } from './schema';

/** Proposes a change of a fleet repository, as one pull request that is opened or updated. */
export function createProposeAction(options: ProposeOptions) {
  return createTemplateAction({
    id: PROPOSE_ACTION,
    description:
      'Proposes a change of a fleet repository: opens one pull request on GitHub, GitLab or Gitea, or updates the one that is there. Run again it makes no second one.',
    examples: proposeExamples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const output = await propose(options, ctx);
      ctx.output('outcome', output.outcome);
      ctx.output('changed', output.changed);
      ctx.output('branch', output.branch);
      // What is not there is left out, so that `if` in templates may ask for it.
      if (output.pullRequestNumber !== undefined) {
        ctx.output('pullRequestNumber', output.pullRequestNumber);
        ctx.output('pullRequestUrl', output.pullRequestUrl);
      }
      if (output.commit) {
        ctx.output('commit', output.commit);
      }
    },
  });
}
