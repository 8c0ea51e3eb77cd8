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

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '@backstage/errors';
import type {
  RequestAsk,
  RequestDiff,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetBackend } from '../backend/createFleetBackend';
import { checkPath } from '../propose/checkPath';
import { NOTES } from '../propose/readWorkspace';
import { askBackend } from './askBackend';
import type { RequestOutput, StepContext } from './types';
import { wordCost, wordRefusal, wordVerdict } from './wordVerdict';

const MOST_LOGGED = 20_000;

/**
 * Looks at what would be asked for: verdict, cost and difference in the log, the
 * files and the difference in the workspace. Nothing is asked for.
 *
 * @throws InputError where it would be refused
 */
export async function showDryRun(
  ctx: StepContext,
  { requests }: FleetBackend,
  ask: RequestAsk,
  act: string,
): Promise<RequestOutput> {
  const preflight = await askBackend(ctx, act, () =>
    requests.preflightRequest(ask),
  );
  const { approval, cost, thing, verdict } = preflight;
  for (const line of [
    ...(verdict ? wordVerdict(verdict, approval) : []),
    ...(cost ? wordCost(cost) : []),
  ]) {
    ctx.logger.info(`Dry run: ${line}`);
  }
  const refused = wordRefusal(preflight);
  if (refused.length > 0 || !thing || !verdict) {
    throw new InputError(refused.join('\n') || 'It cannot be told what it is');
  }
  const preview = await askBackend(ctx, act, () =>
    requests.previewRequest(ask),
  );
  if (preview.problems.length > 0) {
    throw new InputError(wordRefusal(preview).join('\n'));
  }
  await write(ctx, preview);
  return {
    thing: thing.key,
    verdict: verdict.outcome,
    needsApproval: approval?.needed ?? verdict.outcome === 'needsApproval',
  };
}

async function write(
  { logger, step, workspacePath }: StepContext,
  { diff, files, notes }: RequestDiff,
): Promise<void> {
  const folder = join(NOTES, 'requests', safeName(step?.id ?? 'request'));
  const wanted = [
    ...files.flatMap(({ after, path }) =>
      after === undefined
        ? []
        : [{ path: checkPath('files', path), text: after }],
    ),
    { path: 'request.diff', text: diff },
  ];
  for (const { path, text } of wanted) {
    const file = join(workspacePath, folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  notes.forEach(note => logger.info(`Dry run: ${note}`));
  if (diff) {
    logger.info(
      diff.length > MOST_LOGGED
        ? `${diff.slice(
            0,
            MOST_LOGGED,
          )}\n… all of it is in ${folder}/request.diff`
        : diff,
    );
  }
}

/** Ids of steps are a writer's own. */
function safeName(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 63) || 'request';
}
