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

import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Rollout,
  RolloutDraft,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { FROM, TO } from '../fleet';
import type { ExecutorName } from '../types';
import type { DemoPerson } from './internals';

/** How long the fleet may take to be found, in tries a second apart. */
const PATIENCE = 300;

/** Plans and starts the rollout as a person does on the page, once the fleet is known. */
export async function startBackendRollout(
  person: DemoPerson,
  options: { cells: number; executor: ExecutorName },
): Promise<string> {
  const draft = draftOf(options.executor);
  await untilKnown(person, draft, options.cells);
  const { id } = await person.post<Rollout>('/rollouts', draft);
  await person.post(`/rollouts/${id}/act`, { act: 'plan' });
  await person.post(`/rollouts/${id}/act`, {
    act: 'start',
    reason: `${FROM} is to be left behind`,
  });
  return id;
}

function draftOf(executor: ExecutorName): RolloutDraft {
  return {
    title: 'Chaos',
    change: {
      kind: 'kubernetesVersion',
      version: TO,
      addons: 'leave',
      // In Git one proposal is all that a cluster needs then.
      nodes: executor === 'gitops' ? 'leave' : 'follow',
    },
    selection: {
      filter: [`version=${FROM}`],
      exclude: [process.env.CHAOS_HUB!],
    },
    strategy: {
      name: 'chaos',
      waves: [
        { name: 'first', size: '1' },
        { name: 'few', size: '15%' },
        { name: 'half', size: '50%' },
        { name: 'rest' },
      ],
      bake: { first: '5m', floor: '2m' },
      concurrency: '50%',
      failureBudget: '0',
      retries: 2,
      nodes: 'afterBake',
    },
    executor,
  };
}

async function untilKnown(
  person: DemoPerson,
  draft: RolloutDraft,
  cells: number,
): Promise<void> {
  let seen = 'nothing';
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    try {
      const preview = await person.post<RolloutPreview>(
        '/rollouts/preview',
        draft,
      );
      if (preview.cells.length === cells) {
        return;
      }
      seen = `${preview.cells.length} cells`;
    } catch (error) {
      seen = (error as Error).message;
    }
    await sleep(1000);
  }
  throw new Error(`The fleet was not found in time: ${seen}`);
}
