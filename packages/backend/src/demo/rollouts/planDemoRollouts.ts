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
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Rollout,
  RolloutAct,
  RolloutDraft,
  RolloutList,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { ResponseError } from '@backstage/errors';
import { DemoPerson } from './DemoPerson';
import { AUTUMN, NEXT } from './demoDrafts';
import { fastForward } from './fastForward';

/** How long the fleet may take to be found, in tries a second apart. */
const PATIENCE = 180;
/** The wave of {@link AUTUMN} in which the story begins. */
const THIRD = 2;

/**
 * Pat plans and starts what the demo shows, by the same API as the pages and
 * with the same rights. What follows is the portal's doing.
 */
export async function planDemoRollouts(options: {
  baseUrl: string;
  /** Left out where the cloud is not a simulated one. */
  simulatorUrl?: string;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<void> {
  const { baseUrl, logger, signal, simulatorUrl } = options;
  const pat = new DemoPerson(baseUrl, 'pat');
  if (!(await fleetIsKnown(pat, signal))) {
    logger.warn('The fleet was not found in time; no rollout was planned');
    return;
  }
  const { items } = await pat.get<RolloutList>('/rollouts');
  const present = new Set(items.map(({ title }) => title));
  for (const [draft, reason] of [
    [NEXT, 'The payments teams asked for 1.35'],
    [AUTUMN, '1.33 is at the end of standard support'],
  ] as const) {
    // A database that is kept has them from the start before.
    if (present.has(draft.title)) {
      continue;
    }
    const { id } = await pat.post<Rollout>('/rollouts', draft);
    await act(pat, id, { act: 'plan' });
    await act(pat, id, { act: 'start', reason });
    logger.info(`Pat started the rollout ${draft.title}`);
    if (draft === AUTUMN && simulatorUrl) {
      await fastForward({
        simulatorUrl,
        reached: () => isInThirdWave(pat, id),
        patience: PATIENCE,
        signal,
      });
    }
  }
}

async function isInThirdWave(pat: DemoPerson, id: string): Promise<boolean> {
  const { lifecycle, waves } = await pat.get<Rollout>(`/rollouts/${id}`);
  return lifecycle !== 'running' || waves[THIRD].lifecycle === 'running';
}

function act(pat: DemoPerson, id: string, body: RolloutAct): Promise<Rollout> {
  return pat.post<Rollout>(`/rollouts/${id}/act`, body);
}

/** Whether every cluster that the rollouts want was found, and what it is made of. */
async function fleetIsKnown(
  pat: DemoPerson,
  signal: AbortSignal,
): Promise<boolean> {
  for (let tries = 0; tries < PATIENCE && !signal.aborted; tries += 1) {
    const known = await Promise.all([AUTUMN, NEXT].map(d => isKnown(pat, d)));
    if (known.every(Boolean)) {
      return true;
    }
    await sleep(1000, undefined, { signal });
  }
  return false;
}

/** The portal answers a little later than it starts; a draft that it refuses is a fault. */
async function isKnown(pat: DemoPerson, draft: RolloutDraft): Promise<boolean> {
  try {
    const { waves } = await pat.post<RolloutPreview>(
      '/rollouts/preview',
      draft,
    );
    return waves.length === draft.strategy.waves.length;
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 400) {
      throw error;
    }
    return false;
  }
}
