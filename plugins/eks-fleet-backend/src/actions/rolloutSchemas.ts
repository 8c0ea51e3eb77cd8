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

import {
  deepLink,
  type Rollout,
  type RolloutWave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { z as Zod } from 'zod/v3';

export function waitingSchema(z: typeof Zod) {
  return z.object({
    code: z.string().describe('Such as gate.approval, bake.time, slot.wave'),
    message: z.string().describe('One sentence: what it waits for'),
    since: z.string().optional(),
    until: z
      .string()
      .optional()
      .describe('The earliest time it can move, where that is known'),
    who: z
      .array(
        z.object({
          kind: z.enum(['user', 'group', 'system']),
          ref: z.string().optional(),
          name: z.string(),
        }),
      )
      .optional()
      .describe('Who can move it'),
  });
}

function outcomeSchema(z: typeof Zod) {
  return z
    .object({
      total: z.number(),
      succeeded: z.number(),
      failed: z.number(),
      skipped: z.number(),
      rolledBack: z.number(),
      notReached: z.number(),
    })
    .describe('Cells that the caller may see, by what became of them');
}

/** A rollout in short. */
export function rolloutSchema(z: typeof Zod) {
  return z.object({
    id: z.string(),
    title: z.string(),
    lifecycle: z.enum([
      'draft',
      'planned',
      'running',
      'paused',
      'stopping',
      'done',
      'cancelled',
    ]),
    outcome: outcomeSchema(z),
    running: z.number().optional().describe('Cells that are under way'),
    waiting: waitingSchema(z).optional(),
    change: z.object({
      kind: z.enum(['kubernetesVersion', 'addons', 'nodeImages']),
      version: z.string().optional(),
      releaseVersion: z.string().optional(),
    }),
    from: z.array(z.string()).optional(),
    executor: z.string(),
    environments: z.array(z.string()),
    owners: z.array(z.string()),
    waves: z.number().describe('How many waves it has'),
    wave: z
      .object({ index: z.number(), name: z.string(), lifecycle: z.string() })
      .optional()
      .describe('The wave that it is at; left out once all are over'),
    endsAt: z
      .object({ p50: z.string(), p90: z.string() })
      .optional()
      .describe('Forecast; only for callers who may read all of it'),
    createdBy: z.string(),
    startedAt: z.string().optional(),
    endedAt: z.string().optional(),
    link: z.string().describe('Path of its page in the portal'),
  });
}

export function toShortRollout(rollout: Rollout, portalPath?: string) {
  const { change, forecast, waiting } = rollout;
  const wave = waveOf(rollout);
  return {
    id: rollout.id,
    title: rollout.title,
    lifecycle: rollout.lifecycle,
    outcome: rollout.outcome,
    running: rollout.running,
    waiting: waiting && toWaiting(waiting),
    change: {
      kind: change.kind,
      version: change.version,
      releaseVersion: change.releaseVersion,
    },
    from: rollout.from,
    executor: rollout.executor,
    environments: rollout.environments,
    owners: rollout.owners,
    waves: rollout.waves.length,
    wave: wave && {
      index: wave.index,
      name: wave.name,
      lifecycle: wave.lifecycle,
    },
    endsAt: forecast?.end && { p50: forecast.end.p50, p90: forecast.end.p90 },
    createdBy: rollout.createdBy,
    startedAt: rollout.startedAt,
    endedAt: rollout.endedAt,
    link: deepLink({ rollout: rollout.id }, portalPath),
  };
}

/** The wave that it is at. */
export function waveOf({ waves }: Rollout): RolloutWave | undefined {
  return waves.find(
    ({ lifecycle }) => lifecycle !== 'done' && lifecycle !== 'cancelled',
  );
}

export function toWaiting({
  code,
  message,
  since,
  until,
  who,
}: NonNullable<Rollout['waiting']>) {
  return { code, message, since, until, who };
}
