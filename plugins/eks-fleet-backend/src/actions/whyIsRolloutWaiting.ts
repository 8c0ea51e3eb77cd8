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

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  deepLink,
  eksFleetViewPermission,
  type CellState,
  type Rollout,
  type RolloutCell,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { readerOf } from '../rollouts/service/readerOf';
import type { RolloutActionOptions } from './registerActions';
import {
  rolloutSchema,
  toShortRollout,
  toWaiting,
  waitingSchema,
  waveOf,
} from './rolloutSchemas';

const MAX_CELLS = 20;
const AT_THE_WAVE: CellState[] = ['failed', 'running', 'rollingBack', 'queued'];

export function registerWhyIsRolloutWaiting(
  registry: ActionsRegistryService,
  options: RolloutActionOptions,
): void {
  registry.register({
    name: 'why-is-rollout-waiting',
    title: 'Explain Why an EKS Upgrade Rollout Waits',
    description: `
Tells why a rollout does not move: one sentence for all of it, then each gate of its wave that is not open, and
the cells of the wave that wait or have failed, each with its sentence, since when, the earliest time it can
move, and who can move it. \`answer\` says it in one paragraph.

Cells of clusters that the caller may not read are left out. A rollout that does not exist and one that the
caller may not read give the same error. It changes nothing: approving, resuming and skipping are done by a
person on the page that \`link\` leads to.

## When to use

Use this when somebody asks why an upgrade is stuck, or what to do next. Find the id with \`list-rollouts\`.
    `,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: eksFleetViewPermission,
    schema: {
      input: z =>
        z.object({
          rollout: z.string().min(1).max(100).describe('Id of the rollout'),
        }),
      output: z =>
        z.object({
          answer: z.string(),
          rollout: rolloutSchema(z),
          gates: z
            .array(
              z.object({
                type: z.string(),
                title: z.string(),
                phase: z.enum(['before', 'after']),
                state: z.string(),
                waiting: waitingSchema(z).optional(),
              }),
            )
            .describe('Of the wave that it is at, those that are not open'),
          cells: z
            .array(
              z.object({
                name: z.string(),
                state: z.string(),
                waiting: waitingSchema(z).optional(),
                error: z
                  .object({
                    code: z.string(),
                    message: z.string(),
                    advice: z.string().optional(),
                  })
                  .optional(),
                link: z.string(),
              }),
            )
            .describe(
              `Cells of the wave that are under way, wait or have failed, or of a rollout that is over all that failed; ${MAX_CELLS} at most`,
            ),
          moreCells: z.number().describe('Such cells that are not listed'),
        }),
    },
    examples: [
      {
        title: 'By id',
        input: { rollout: '0b0e0a52-6f0e-4a4c-9f43-2f3b6a0f8f10' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { portalPath, views } = options;
      const reader = await readerOf(options, credentials);
      const rollout = await views.get(reader, input.rollout);
      const wave = waveOf(rollout);
      const { items, totalItems } = await views.cells(reader, rollout.id, {
        wave: wave?.index,
        states: wave ? AT_THE_WAVE : ['failed'],
        limit: MAX_CELLS,
      });
      return {
        output: {
          answer: wordAnswer(rollout),
          rollout: toShortRollout(rollout, portalPath),
          gates: (wave?.gates ?? [])
            .filter(({ state }) => state !== 'open')
            .map(({ phase, state, title, type, waiting }) => ({
              phase,
              state,
              title,
              type,
              waiting: waiting && toWaiting(waiting),
            })),
          cells: items.map(cell => toCell(rollout.id, cell, portalPath)),
          moreCells: totalItems - items.length,
        },
      };
    },
  });
}

const STANDS: Partial<Record<Rollout['lifecycle'], string>> = {
  draft: 'It is a draft: it has to be planned and started',
  planned: 'It is planned and waits for somebody to start it',
  done: 'It is over',
  cancelled: 'It was cancelled',
};

function wordAnswer(rollout: Rollout): string {
  const { lifecycle, outcome, waiting } = rollout;
  const wave = waveOf(rollout);
  const parts = [
    STANDS[lifecycle] ??
      waiting?.message ??
      (rollout.running
        ? 'It does not wait: cells are under way'
        : 'It does not wait: its next step is due'),
  ];
  if (waiting && !STANDS[lifecycle]) {
    if (wave) {
      parts.push(`It is at wave ${wave.name}`);
    }
    if (waiting.until) {
      parts.push(`It can move at ${waiting.until} at the earliest`);
    }
    if (waiting.who?.length) {
      const names = waiting.who.map(({ name }) => name).join(', ');
      parts.push(`Who can move it: ${names}`);
    }
  }
  if (outcome.failed > 0) {
    parts.push(
      outcome.failed === 1 ? '1 cell failed' : `${outcome.failed} cells failed`,
    );
  }
  return `${parts.map(part => part.replace(/\.$/, '')).join('. ')}.`;
}

function toCell(
  rollout: string,
  { error, id, name, state, waiting }: RolloutCell,
  portalPath: string | undefined,
) {
  return {
    name,
    state,
    waiting: waiting && toWaiting(waiting),
    error: error && {
      code: error.code,
      message: error.message,
      advice: error.advice,
    },
    link: deepLink({ rollout, cell: id }, portalPath),
  };
}
