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

import { NOW } from '../../__testUtils__/clock';
import { NO_CELLS, type BakeClock, type WaveRecord } from '../records';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import { standingWaves } from './standingWaves';

const ago = (seconds: number) =>
  new Date(NOW.getTime() - seconds * 1000).toISOString();

const bake = (more: Partial<BakeClock>): BakeClock => ({
  seconds: 3600,
  healthySeconds: 600,
  stoodStillSeconds: 0,
  samples: 3,
  minimumSamples: 0,
  startedAt: ago(900),
  lookedAt: ago(30),
  quiet: true,
  ...more,
});
const alarms = (
  more: Partial<NonNullable<WaveRecord['state']['alarms']>>,
): WaveRecord['state']['alarms'] => ({
  state: 'hold',
  message: 'KubeAPIErrorBudgetBurn',
  since: ago(60),
  ...more,
});

describe('standingWaves', () => {
  it.each<[string, Partial<WaveRecord['state']>, object]>([
    ['no bake', {}, { bakeSecondsLeft: undefined, held: undefined }],
    ['a bake whose clock runs', { bake: bake({}) }, { bakeSecondsLeft: 2970 }],
    [
      'a bake whose clock stands still',
      { bake: bake({ quiet: false }) },
      { bakeSecondsLeft: 3000 },
    ],
    [
      'a bake that is over but for its looks',
      { bake: bake({ healthySeconds: 3700 }) },
      { bakeSecondsLeft: 0 },
    ],
    ['a hold', { alarms: alarms({}) }, { held: { p50: 600, p90: 7200 } }],
    [
      'a hold whose end is known',
      { alarms: alarms({ until: ago(-120) }) },
      { held: { p50: 120, p90: 7200 } },
    ],
    [
      'a source that cannot be read',
      { alarms: alarms({ state: 'unknown' }) },
      { held: { p50: 600, p90: 7200 } },
    ],
    ['silence', { alarms: alarms({ state: 'quiet' }) }, { held: undefined }],
  ])('sees %s', (_, state, expected) => {
    const { cells, snapshot } = rolloutOf('one', 2);
    const wave: WaveRecord = {
      ...snapshot.waves[0],
      lifecycle: 'baking',
      counts: NO_CELLS,
      state: { stage: 'first', ...state },
    };
    const rollout = {
      ...snapshot.rollout,
      strategy: { ...snapshot.rollout.strategy, alarms: undefined },
    };
    const [seen] = standingWaves(
      { ...snapshot, rollout, waves: [wave] },
      cells,
      NOW,
    );
    expect(seen.cells).toHaveLength(2);
    expect(seen.standing).toMatchObject({ lifecycle: 'baking', ...expected });
  });
});
