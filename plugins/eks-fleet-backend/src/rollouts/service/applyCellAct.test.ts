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
  cellOf,
  NOW,
  snapshotOf,
  tracksOf,
  waveOf,
} from '../engine/__testUtils__/snapshots';
import { applyCellAct } from './applyCellAct';

const by = { by: 'user:default/a', now: NOW };
const bake = {
  seconds: 600,
  healthySeconds: 500,
  stoodStillSeconds: 0,
  samples: 20,
  minimumSamples: 1,
  startedAt: NOW.toISOString(),
  lookedAt: NOW.toISOString(),
  quiet: true,
};

function at(lifecycle: 'running' | 'baking') {
  return snapshotOf([
    waveOf(1, {
      lifecycle,
      state: { stage: 'first', ...(lifecycle === 'baking' && { bake }) },
    }),
  ]);
}

describe('an act on a cell of a wave that bakes', () => {
  const failed = cellOf(tracksOf({ state: 'failed' }), { state: 'failed' });

  it('has it bake anew where the cell moves again', () => {
    const { cell, changes } = applyCellAct(
      failed,
      at('baking'),
      { act: 'retry' },
      by,
    );
    expect(cell.state).toBe('queued');
    expect(changes.waves).toEqual([
      {
        index: 1,
        set: {
          lifecycle: 'running',
          state: { stage: 'first', bake: undefined },
        },
      },
    ]);
  });

  it('lets it bake on where the cell only rests', () => {
    const { changes } = applyCellAct(failed, at('baking'), { act: 'skip' }, by);
    expect(changes.waves).toBeUndefined();
  });

  it('leaves a wave alone that is under way', () => {
    const { changes } = applyCellAct(
      failed,
      at('running'),
      { act: 'retry' },
      by,
    );
    expect(changes.waves).toBeUndefined();
  });

  it('forces nothing that only waits for its bake', () => {
    const parked = cellOf(tracksOf({ done: 2, state: 'succeeded' }), {
      stage: 'parked',
    });
    expect(() =>
      applyCellAct(parked, at('baking'), { act: 'force', reason: 'slow' }, by),
    ).toThrow('alpha waits for its bake; only what is blocked can be forced');
  });
});
