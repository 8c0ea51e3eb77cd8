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

import type { RolloutSnapshot } from '../records';
import { applyAct, type SimpleAct } from './applyAct';
import { gateOf, NOW, snapshotOf, waveOf } from './__testUtils__/snapshots';

const by = { by: 'user:default/a', now: NOW };
const planned = waveOf(1, { counts: { planned: 2 } });

function at(
  lifecycle: RolloutSnapshot['rollout']['lifecycle'],
  control: RolloutSnapshot['rollout']['control'] = {},
): RolloutSnapshot {
  return snapshotOf([planned], { lifecycle, control });
}

describe('applyAct', () => {
  it.each<[SimpleAct, RolloutSnapshot, string, object]>([
    ['start', at('planned'), 'running', { startedBy: 'user:default/a' }],
    ['pause', at('running'), 'paused', {}],
    [
      'pause',
      at('stopping', { stopThen: 'paused' }),
      'paused',
      { control: { stopThen: undefined } },
    ],
    ['stop', at('running'), 'stopping', { control: { stopThen: 'paused' } }],
    ['stop', at('paused'), 'stopping', { control: { stopThen: 'paused' } }],
    ['resume', at('paused'), 'running', { control: { acceptedFailures: 0 } }],
    ['resume', at('stopping', { stopThen: 'paused' }), 'running', {}],
    ['cancel', at('planned'), 'cancelled', {}],
    [
      'cancel',
      at('running'),
      'stopping',
      { control: { stopThen: 'cancelled' } },
    ],
    [
      'cancel',
      at('paused'),
      'stopping',
      { control: { stopThen: 'cancelled' } },
    ],
  ])('%s takes it on: %#', (act, snapshot, lifecycle, more) => {
    const changes = applyAct(snapshot, act, by);
    expect(changes).toMatchObject({
      revises: true,
      rollout: { lifecycle, ...more },
      log: [{ actor: 'user:default/a', code: act }],
    });
  });

  it.each<[SimpleAct, RolloutSnapshot, string]>([
    [
      'start',
      at('running'),
      'It is running, and only what is planned can start',
    ],
    [
      'start',
      snapshotOf([waveOf(1)], { lifecycle: 'planned' }),
      'The plan has no cells',
    ],
    ['pause', at('paused'), 'It is paused, and only what runs can be paused'],
    [
      'pause',
      at('stopping', { stopThen: 'cancelled' }),
      'It is being cancelled',
    ],
    ['stop', at('done'), 'It is done, and only what runs can be stopped'],
    ['resume', at('running'), 'It is running, and only what stands can go on'],
    [
      'resume',
      at('stopping', { stopThen: 'cancelled' }),
      'only what stands can go on',
    ],
    ['cancel', at('done'), 'It is done already'],
    ['skipWave', at('stopping'), 'no wave of it can be skipped'],
  ])('%s is refused: %#', (act, snapshot, message) => {
    expect(() => applyAct(snapshot, act, { ...by, wave: 1 })).toThrow(message);
  });

  it('starts no plan with an error in it', () => {
    const snapshot = snapshotOf([planned], {
      lifecycle: 'planned',
      plan: {
        madeAt: '',
        problems: [{ code: 'x', severity: 'error', message: 'It is empty' }],
        skipped: [],
        from: [],
      } as never,
    });
    expect(() => applyAct(snapshot, 'start', by)).toThrow(
      'The plan cannot start as it is: It is empty',
    );
  });

  it('lets it go on in spite of what failed and fires by then', () => {
    const wave = waveOf(1, {
      lifecycle: 'running',
      counts: { failed: 2 },
      state: {
        stage: 'first',
        alarms: { state: 'pause', message: '', since: '', fingerprints: ['x'] },
      },
    });
    const over = waveOf(2, { counts: { failed: 1 } });
    const changes = applyAct(
      snapshotOf([wave, over], {
        lifecycle: 'paused',
        control: { acknowledged: ['y'] },
      }),
      'resume',
      by,
    );
    expect(changes.rollout?.control).toEqual({
      acceptedFailures: 3,
      acknowledged: ['y', 'x'],
    });
    expect(changes.waves).toMatchObject([
      { index: 1, set: { state: { acceptedFailures: 2, alarms: undefined } } },
    ]);
  });

  it('asks again for what expired', () => {
    const gate = gateOf({
      type: 'approval',
      state: 'expired',
      since: 'long ago',
    });
    const changes = applyAct(snapshotOf([planned], {}, [gate]), 'resume', by);
    expect(changes.gates).toEqual([
      {
        id: 'gate',
        set: { state: 'shut', since: NOW.toISOString(), waiting: undefined },
      },
    ]);
  });

  it('skips of a wave what is not under way', () => {
    const changes = applyAct(at('running'), 'skipWave', {
      ...by,
      wave: 1,
      reason: 'it was done by hand',
    });
    expect(changes.waves).toMatchObject([
      {
        index: 1,
        set: {
          state: {
            skipped: { by: 'user:default/a', reason: 'it was done by hand' },
          },
        },
      },
    ]);
    expect(changes.cells?.map(({ from, stage }) => [from, stage])).toEqual([
      ['planned', undefined],
      ['queued', undefined],
      ['running', 'parked'],
    ]);
    expect(() =>
      applyAct(at('running'), 'skipWave', { ...by, wave: 7 }),
    ).toThrow('there is no wave 7');
  });
});
