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

import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  deepLink,
  parseClusterArn,
  type Rollout,
  type RolloutDraft,
  type RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetBackend } from '../backend/createFleetBackend';
import { askBackend } from '../requests/askBackend';
import { readClusterArn } from '../requests/readPlace';
import type { RequestActionOptions, StepContext } from '../requests/types';
import { toRolloutDraft, type UpgradeInput } from './toRolloutDraft';

/** What later steps and the page of the task are given. */
export type UpgradeOutput = {
  /** None in a dry run. */
  rolloutId?: string;
  link?: string;
  lifecycle?: string;
  problems: number;
};

const ACT = 'plan rollouts';
/** Lifecycles in which a rollout has not begun. */
const NOT_BEGUN = ['draft', 'planned'];

/**
 * Plans the move of one cluster to a version as a rollout of one cell. Starting
 * it and agreeing to it is done by people, on its page. Run again, the step
 * finds its rollout.
 */
export async function planUpgrade(
  options: RequestActionOptions,
  ctx: StepContext,
  input: UpgradeInput,
): Promise<UpgradeOutput> {
  const credentials = await ctx.getInitiatorCredentials();
  const backend = options.backendFor({ credentials, signal: ctx.signal });
  const arn = await readClusterArn(
    input.cluster,
    options.findEntityFor(credentials),
  );
  const draft = toRolloutDraft(input, {
    arn,
    name: parseClusterArn(arn)!.clusterName,
  });
  const preview = await askBackend(ctx, ACT, () =>
    backend.rollouts.previewRollout(draft),
  );
  tell(ctx, preview);
  refuseUnplannable(preview);
  const problems = preview.problems.length;
  if (ctx.isDryRun) {
    return { problems };
  }
  return ctx.checkpoint({
    key: `upgrade.${arn}.${input.version}`,
    fn: async () => {
      const { id, lifecycle } = await keepPlanned(ctx, backend, draft);
      const link = deepLink({ rollout: id }, options.portalPath);
      ctx.logger.info(`It is planned, and starts on its page: ${link}`);
      return { rolloutId: id, link, lifecycle, problems };
    },
  });
}

/** An answer may have been lost: what is there already is taken for what was asked for. */
async function keepPlanned(
  ctx: StepContext,
  { rollouts }: FleetBackend,
  draft: RolloutDraft,
): Promise<Rollout> {
  const { items } = await askBackend(ctx, ACT, () =>
    rollouts.listRollouts({ fullTextFilterTerm: draft.title, limit: 100 }),
  );
  const there = items.find(
    ({ change, lifecycle, selection, strategy }) =>
      NOT_BEGUN.includes(lifecycle) &&
      selection.clusters?.join() === draft.selection.clusters?.join() &&
      change.version === draft.change.version &&
      strategy.name === draft.strategy.name,
  );
  const made =
    there ?? (await askBackend(ctx, ACT, () => rollouts.createRollout(draft)));
  return made.lifecycle === 'draft'
    ? askBackend(ctx, ACT, () =>
        rollouts.actOnRollout(made.id, { act: 'plan' }),
      )
    : made;
}

function tell({ logger }: StepContext, preview: RolloutPreview): void {
  const { forecast, problems, waves } = preview;
  logger.info(
    `${waves.length} wave, ${preview.cells.length} cell; it would end at ${forecast.end.p50}, at the latest at ${forecast.end.p90}`,
  );
  problems.forEach(({ message, severity }) =>
    severity === 'error' ? logger.error(message) : logger.warn(message),
  );
}

function refuseUnplannable({ cells, problems, skipped }: RolloutPreview): void {
  const [left] = skipped;
  if (left) {
    throw left.code === 'alreadyThere'
      ? new ConflictError(`${left.name}: ${left.reason}`)
      : new InputError(`${left.name}: ${left.reason}`);
  }
  if (cells.length === 0) {
    throw new NotFoundError('There is no such cluster that you may read');
  }
  const wrong = problems.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) {
    throw new InputError(wrong.map(({ message }) => message).join('\n'));
  }
}
