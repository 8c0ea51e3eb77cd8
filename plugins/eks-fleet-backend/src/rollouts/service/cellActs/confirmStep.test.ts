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

import type { RolloutCellAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord } from '../../records';
import { rolloutOf } from '../../store/__testUtils__/bigRollout';
import { confirmStep } from './confirmStep';

const now = new Date('2026-11-23T12:00:00Z');
const [model] = rolloutOf('one', 1).cells;
const cell = (more: Partial<CellRecord> = {}): CellRecord => ({
  ...model,
  name: 'orders',
  state: 'rollingBack',
  stage: 'back',
  clusters: [{ ...model.clusters[0], guided: {} }],
  ...more,
});
const confirm = (
  of: CellRecord,
  step?: RolloutCellAct['step'],
  by = 'user:default/pat',
) => confirmStep(of, { act: 'confirmStep', step }, { by, now });

describe('confirmStep', () => {
  it('writes down who said so, and goes on at once', () => {
    const done = confirm(cell(), 'suspend');
    expect(done).toMatchObject({
      nextAt: '2026-11-23T12:00:00.000Z',
      changes: {
        log: [
          {
            actor: 'user:default/pat',
            code: 'cell.stepDone',
            message: 'Says of orders: nothing reconciles it any more',
          },
        ],
      },
    });
    const both = confirm(done.cell, 'edit', 'user:default/sam');
    expect(both.cell.clusters[0].guided).toEqual({
      suspend: { by: 'user:default/pat', at: now.toISOString() },
      edit: { by: 'user:default/sam', at: now.toISOString() },
    });
  });

  it.each<[string, CellRecord, RolloutCellAct['step'], string]>([
    ['no step', cell(), undefined, 'step: says which one is done'],
    [
      'a step twice',
      confirm(cell(), 'edit').cell,
      'edit',
      'step: user:default/pat said so at 2026-11-23T12:00:00.000Z',
    ],
    [
      'a cell that is not going back',
      cell({ state: 'succeeded' }),
      'edit',
      'orders is on no guided way back',
    ],
    [
      'a cell that goes back by itself',
      cell({ clusters: model.clusters }),
      'edit',
      'orders is on no guided way back',
    ],
  ])('refuses %s', (_what, of, step, message) => {
    expect(() => confirm(of, step)).toThrow(message);
  });
});
