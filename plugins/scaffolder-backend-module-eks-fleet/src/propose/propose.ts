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

import { createHash } from 'node:crypto';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError, toError } from '@backstage/errors';
import {
  keepProposal,
  type EksFleetGitService,
  type KeptChange,
  type KeptProposal,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AskGround } from './askGround';
import { toOutput, wordOutcome } from './outcome';
import { readWorkspace } from './readWorkspace';
import { showDryRun } from './showDryRun';
import { toChange } from './toChange';
import { toFiles } from './toFiles';
import type { ProposeContext, ProposeOutput } from './types';
import { wordFailure } from './wordFailure';

export interface ProposeOptions {
  askGround: AskGround;
  auditor: AuditorService;
  git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
}

/**
 * Opens or updates the pull request that a step asks for. What is wrong with the
 * input is said before anybody is asked anything; nothing is written in a dry
 * run, while writes are off, or while the fleet is stopped.
 */
export async function propose(
  options: ProposeOptions,
  ctx: ProposeContext,
): Promise<ProposeOutput> {
  const { input, isDryRun, logger, signal } = ctx;
  const { name, repository } = input;
  const change = await changeOf(options, ctx);
  const { halted, installationId } = await options.askGround({
    credentials: await ctx.getInitiatorCredentials(),
    signal,
  });
  if (halted && !isDryRun) {
    throw new NotAllowedError(halted);
  }
  const keep = async () => {
    try {
      return await keepProposal(
        options.git.repository(repository, ctx.user?.ref ?? 'scaffolder'),
        change,
        { installationId, dryRun: isDryRun, signal },
      );
    } catch (error) {
      throw wordFailure(error, repository);
    }
  };
  if (isDryRun) {
    const kept = await keep();
    await showDryRun(ctx, kept, halted);
    return toOutput(kept);
  }
  const output = await ctx.checkpoint({
    // A step that runs for each of several things proposes them one by one.
    key: `proposal.${repository}.${name}.${digestOf(change)}`,
    fn: async () => toOutput(await audited(options, ctx, keep)),
  });
  logger.info(wordOutcome(output, repository));
  return output;
}

async function changeOf(
  { git }: ProposeOptions,
  { input, templateInfo, user, workspacePath }: ProposeContext,
): Promise<KeptChange> {
  const { repository, sourcePath } = input;
  const known = git.repositories.find(({ id }) => id === repository);
  if (!known) {
    throw new NotFoundError(
      `repository: there is no fleet repository ${repository} in the portal's configuration (eksFleet.fleetRepositories)`,
    );
  }
  const written =
    sourcePath === undefined
      ? []
      : await readWorkspace(workspacePath, sourcePath);
  return toChange(input, toFiles(input, written), {
    base: known.branch,
    clusters: known.clusters,
    actor: user?.ref,
    template: templateInfo?.entityRef,
  });
}

async function audited(
  { auditor }: ProposeOptions,
  { input, task, user }: ProposeContext,
  keep: () => Promise<KeptProposal>,
): Promise<KeptProposal> {
  const { name, repository } = input;
  const event = await auditor.createEvent({
    eventId: 'eks-fleet-propose',
    severityLevel: 'medium',
    meta: { repository, name, user: user?.ref, task: task.id },
  });
  try {
    const kept = await keep();
    const { branch, headSha, outcome, pullRequest } = kept;
    await event.success({
      meta: { outcome, branch, commit: headSha, pullRequest: pullRequest?.url },
    });
    return kept;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

function digestOf(change: KeptChange): string {
  return createHash('sha256')
    .update(JSON.stringify(change))
    .digest('hex')
    .slice(0, 16);
}
