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

import type { CellClaim } from '../store/types';
import { rolloutOf } from '../store/__testUtils__/bigRollout';
import { StandingFinder } from './standing';

const NOW = new Date('2026-11-25T12:00:00Z');
const FREEZE = {
  name: 'sale',
  from: '2026-11-25T00:00:00Z',
  to: '2026-11-26T00:00:00Z',
};

interface Given {
  stopped?: boolean;
  writes?: boolean;
  lifecycle?: CellClaim['rollout']['lifecycle'];
  alarms?: 'quiet' | 'hold' | 'unknown';
  freeze?: boolean;
  stage?: CellClaim['cell']['stage'];
}

function find(given: Given): string | undefined {
  const { alarms, freeze, lifecycle = 'running', stopped = false } = given;
  const { cells, snapshot } = rolloutOf('one', 1);
  const [wave] = snapshot.waves;
  const { rollout } = snapshot;
  const finder = new StandingFinder({
    stop: { stopped },
    writes: given.writes ?? true,
    now: NOW,
  });
  return finder.find({
    cell: { ...cells[0], stage: given.stage ?? 'first' },
    rollout: {
      ...rollout,
      lifecycle,
      strategy: { ...rollout.strategy, freezes: freeze ? [FREEZE] : [] },
    },
    wave: {
      ...wave,
      state: {
        ...wave.state,
        ...(alarms && {
          alarms: { state: alarms, message: 'It burns', since: '' },
        }),
      },
    },
  })?.code;
}

describe('StandingFinder', () => {
  it.each<[string, Given, string | undefined]>([
    ['nothing', {}, undefined],
    ['a quiet watch', { alarms: 'quiet' }, undefined],
    ['an alarm', { alarms: 'hold' }, 'alarm.hold'],
    ['alarms that nobody can read', { alarms: 'unknown' }, 'alarm.hold'],
    ['a pause', { lifecycle: 'paused' }, 'paused'],
    ['a stop that lets cells finish', { lifecycle: 'stopping' }, undefined],
    ['a freeze', { freeze: true }, 'gate.freeze'],
    ['the halt of everything', { stopped: true }, 'fleet.stop'],
    ['writes that are off', { writes: false }, 'fleet.stop'],
    [
      'a pause, where cells are taken back',
      { lifecycle: 'paused', alarms: 'hold', freeze: true, stage: 'back' },
      undefined,
    ],
    [
      'the halt of everything, where cells are taken back',
      { stopped: true, stage: 'back' },
      'fleet.stop',
    ],
  ])('finds what stands by %s', (_, given, code) => {
    expect(find(given)).toBe(code);
  });
});
