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
import type { KeptProposal } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { toOutput, wordOutcome } from './outcome';
import { NOTES } from './readWorkspace';
import type { ProposeContext } from './types';

const MOST_LOGGED = 20_000;

/**
 * Shows what would be proposed: in the log, and as a file of the workspace.
 *
 * @param halted - why it would be refused now
 */
export async function showDryRun(
  { input, logger, workspacePath }: ProposeContext,
  kept: KeptProposal,
  halted: string | undefined,
): Promise<void> {
  const { name, repository } = input;
  const { diff } = kept;
  const path = join(NOTES, repository, `${name}.diff`);
  const file = join(workspacePath, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, diff);
  logger.info(
    `Dry run: ${wordOutcome(toOutput(kept), repository, 'would be')}`,
  );
  if (halted) {
    logger.warn(`It would be refused now: ${halted}`);
  }
  if (diff) {
    logger.info(
      diff.length > MOST_LOGGED
        ? `${diff.slice(0, MOST_LOGGED)}\n… all of it is in ${path}`
        : diff,
    );
  }
}
