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

import type { AlarmVerdict } from '../../alerts/types';
import type { BakeClock, GateRecord, WaveRecord } from '../records';
import { nextRolloutStep, type RolloutObserved } from './nextRolloutStep';
import {
  after,
  gateOf,
  NOW,
  snapshotOf,
  waveOf,
} from './__testUtils__/snapshots';

const AT = NOW.toISOString();

function observed(over: Partial<RolloutObserved> = {}): RolloutObserved {
  return {
    stop: { stopped: false },
    settling: false,
    writes: true,
    gates: new Map(),
    opening: { open: true, message: '' },
    touched: false,
    ...over,
  };
}

function alarm(state: AlarmVerdict['state']): AlarmVerdict {
  return { state, message: 'It fires on alpha', alerts: [] };
}

function bake(over: Partial<BakeClock> = {}): BakeClock {
  return {
    seconds: 600,
    healthySeconds: 0,
    stoodStillSeconds: 0,
    samples: 1,
    minimumSamples: 1,
    startedAt: AT,
    lookedAt: AT,
    quiet: true,
    ...over,
  };
}

const released: Partial<GateRecord> = {
  decisions: [
    { by: 'b', decision: 'release', comment: '', at: AT, planHash: 'hash' },
  ],
};

/** What becomes of a rollout with these waves. */
function step(
  waves: WaveRecord[],
  over: Partial<RolloutObserved> = {},
  {
    gates = [],
    now = NOW,
    ...rollout
  }: Parameters<typeof snapshotOf>[1] & {
    gates?: GateRecord[];
    now?: Date;
  } = {},
) {
  const { changes, grant } = nextRolloutStep(
    snapshotOf(waves, rollout, gates),
    observed(over),
    now,
  );
  const [wave] = changes.waves ?? [];
  return {
    lifecycle: changes.rollout?.lifecycle,
    waits: changes.rollout?.waiting?.code,
    says: changes.rollout?.waiting?.message,
    wave: wave?.set.lifecycle,
    state: wave?.set.state,
    gates: changes.gates,
    cells: changes.cells,
    log: changes.log?.map(({ code }) => code),
    grant,
    again: changes.nextAt === now.toISOString(),
    rests: changes.nextAt === '',
  };
}

const planned = waveOf(1, { counts: { planned: 3 } });
const running = waveOf(1, { lifecycle: 'running', counts: { queued: 3 } });
const done = waveOf(1, { lifecycle: 'done', counts: { succeeded: 1 } });

describe('the next step of a rollout', () => {
  it('opens the first wave that is not over, where nothing keeps it', () => {
    expect(step([done, { ...planned, index: 2 }])).toMatchObject({
      wave: 'running',
      cells: [{ wave: 2, from: 'planned', to: { state: 'queued' } }],
      log: ['wave.gated', 'wave.running'],
      again: true,
    });
  });

  it.each<[string, Partial<RolloutObserved>, GateRecord[], string]>([
    ['a gate that is shut', {}, [gateOf()], 'gate.hold'],
    [
      'one of two gates',
      {},
      [gateOf(released), gateOf({ id: 'other' })],
      'gate.hold',
    ],
    ['an approval', {}, [gateOf({ type: 'approval' })], 'gate.approval'],
    [
      'a gate that nobody looked at',
      {},
      [gateOf({ type: 'http' })],
      'gate.unreadable',
    ],
    ['a halt of all', { stop: { stopped: true } }, [], 'fleet.stop'],
    ['an installation that may not write', { writes: false }, [], 'fleet.stop'],
    [
      'what must be looked at first',
      { settling: true },
      [],
      'cluster.notObserved',
    ],
    [
      'a window',
      { opening: { open: false, by: 'window', message: '' } },
      [],
      'window.closed',
    ],
    [
      'a freeze',
      { opening: { open: false, by: 'freeze', message: '' } },
      [],
      'gate.freeze',
    ],
  ])('opens no wave before %s', (_, over, gates, waits) => {
    expect(step([planned], over, { gates })).toMatchObject({
      wave: 'gated',
      waits,
      cells: [],
      again: false,
    });
  });

  it('does not let gates of another wave or after it keep one shut', () => {
    const gates = [gateOf({ wave: 2 }), gateOf({ phase: 'after' })];
    expect(step([planned], {}, { gates })).toMatchObject({ wave: 'running' });
  });

  it('gives slots while cells are queued', () => {
    expect(step([running])).toMatchObject({ grant: 1, waits: undefined });
    expect(
      step([waveOf(1, { lifecycle: 'running', counts: { running: 1 } })], {
        cellWaiting: { code: 'update.inProgress', message: 'EKS is at it' },
      }),
    ).toMatchObject({ grant: undefined, waits: 'update.inProgress' });
  });

  it('says what a cell waits for that is taken back', () => {
    const wave = waveOf(1, {
      lifecycle: 'running',
      counts: { rollingBack: 1 },
    });
    expect(
      step([wave], {
        cellWaiting: { code: 'update.inProgress', message: 'EKS is at it' },
      }),
    ).toMatchObject({ wave: undefined, says: 'EKS is at it' });
  });

  it.each<[string, Partial<RolloutObserved>, string]>([
    ['an alarm', { alarms: alarm('hold') }, 'alarm.hold'],
    ['alarms that cannot be read', { alarms: alarm('unknown') }, 'alarm.hold'],
    ['a halt of all', { stop: { stopped: true } }, 'fleet.stop'],
    [
      'a window',
      { opening: { open: false, by: 'window', message: '' } },
      'window.closed',
    ],
  ])('gives none in %s', (_, over, waits) => {
    expect(step([running], over)).toMatchObject({ grant: undefined, waits });
  });

  it('pauses at a critical alarm, and says that a person must resume it', () => {
    expect(step([running], { alarms: alarm('pause') })).toMatchObject({
      lifecycle: 'paused',
      waits: 'alarm.pause',
      grant: undefined,
      log: ['alarm.pause'],
    });
  });

  it('pauses over the budget, and says what to do', () => {
    const wave = waveOf(1, {
      lifecycle: 'running',
      counts: { failed: 1, queued: 1 },
    });
    expect(step([wave])).toMatchObject({
      lifecycle: 'paused',
      grant: undefined,
      says: 'One cell of wave wave-1 failed, and 0 may. Retry or skip what failed, or resume and leave it as it is',
    });
  });

  it.each<[string, Partial<WaveRecord['counts']>, boolean, number]>([
    ['what succeeded', { succeeded: 1 }, false, 600],
    ['what was taken back', { rolledBack: 1 }, false, 600],
    ['what was skipped before anything was done', { skipped: 1 }, false, 0],
    ['what was skipped half-way', { skipped: 1 }, true, 600],
  ])('bakes %s', (_, counts, touched, seconds) => {
    const wave = waveOf(1, { lifecycle: 'running', counts });
    expect(step([wave], { touched })).toMatchObject({
      wave: 'baking',
      state: { bake: { seconds, healthySeconds: 0 } },
      again: true,
    });
  });

  it('bakes nodes for as long as is asked for them', () => {
    const wave = waveOf(1, {
      lifecycle: 'running',
      counts: { succeeded: 1 },
      state: { stage: 'nodes' },
      plan: { nodesBakeSeconds: 60 },
    });
    expect(step([wave]).state).toMatchObject({ bake: { seconds: 60 } });
  });

  it('bakes what was tried again while nodes followed before its own do', () => {
    const wave = waveOf(1, {
      lifecycle: 'running',
      counts: { succeeded: 1, parked: 1 },
      state: { stage: 'nodes' },
      plan: { nodesBakeSeconds: 60 },
    });
    expect(step([wave]).state).toMatchObject({
      stage: 'first',
      bake: { seconds: 600 },
    });
  });

  const baking = (
    clock: Partial<BakeClock>,
    counts: Partial<WaveRecord['counts']> = { succeeded: 1 },
  ) =>
    waveOf(1, {
      lifecycle: 'baking',
      counts,
      state: { stage: 'first', bake: bake(clock) },
    });

  it.each<
    [string, Partial<BakeClock>, Partial<RolloutObserved>, GateRecord[], string]
  >([
    ['time', { healthySeconds: 500 }, {}, [], 'bake.time'],
    [
      'looks',
      { healthySeconds: 600, minimumSamples: 9 },
      {},
      [],
      'bake.samples',
    ],
    [
      'an alarm',
      { healthySeconds: 500 },
      { alarms: alarm('hold') },
      [],
      'alarm.hold',
    ],
    [
      'a gate after it',
      { healthySeconds: 600 },
      {},
      [gateOf({ phase: 'after' })],
      'gate.hold',
    ],
    [
      'a halt of all',
      { healthySeconds: 600 },
      { stop: { stopped: true } },
      [],
      'fleet.stop',
    ],
  ])('stays in its bake for %s', (_, clock, over, gates, waits) => {
    expect(
      step([baking(clock)], over, { gates, now: after(30) }),
    ).toMatchObject({ wave: undefined, waits });
  });

  it('counts nothing while an alarm fires', () => {
    const now = after(30);
    const seconds = (over: Partial<RolloutObserved>) =>
      step([baking({})], over, { now }).state?.bake?.healthySeconds;
    expect(seconds({})).toBe(30);
    expect(seconds({ alarms: alarm('hold') })).toBe(0);
    expect(seconds({ stop: { stopped: true } })).toBe(0);
  });

  it('ends the wave once it has baked', () => {
    expect(
      step([baking({ healthySeconds: 580 })], {}, { now: after(30) }),
    ).toMatchObject({ wave: 'done', log: ['wave.done'], again: true });
  });

  it('lets nodes follow, before the gates after the wave are looked at', () => {
    const gates = [gateOf({ phase: 'after' })];
    expect(
      step([baking({ healthySeconds: 600 }, { parked: 2 })], {}, { gates }),
    ).toMatchObject({
      wave: 'running',
      gates: [],
      state: { stage: 'nodes', bake: undefined, baked: [{ seconds: 600 }] },
      cells: [{ stage: 'parked', to: { state: 'queued', stage: 'nodes' } }],
    });
  });

  it('bakes anew where a cell moves again', () => {
    const wave = baking({ healthySeconds: 500 }, { queued: 1 });
    expect(step([wave])).toMatchObject({
      wave: 'running',
      state: { bake: undefined },
    });
  });

  it('leaves a skipped wave once nothing in it is under way', () => {
    const skipped = { by: 'a', at: AT, reason: '' };
    const wave = (counts: Partial<WaveRecord['counts']>) =>
      waveOf(1, {
        lifecycle: 'running',
        counts,
        state: { stage: 'first', skipped },
      });
    const cellWaiting = { code: 'update.inProgress' as const, message: '' };
    expect(step([wave({ running: 1 })], { cellWaiting })).toMatchObject({
      wave: undefined,
      waits: 'update.inProgress',
    });
    expect(step([wave({ skipped: 1 })])).toMatchObject({ wave: 'done' });
  });

  it('is done after its last wave, and never says success of what failed', () => {
    const wave = waveOf(1, {
      lifecycle: 'done',
      counts: { succeeded: 2, failed: 1, skipped: 1 },
    });
    const { changes } = nextRolloutStep(snapshotOf([wave]), observed(), NOW);
    expect(changes).toMatchObject({
      rollout: { lifecycle: 'done', endedAt: AT },
      log: [{ message: 'It is over: 2 succeeded, 1 failed, 1 was skipped' }],
      nextAt: '',
    });
  });

  it.each(['draft', 'planned', 'done', 'cancelled'] as const)(
    'is none where it is %s',
    lifecycle => {
      expect(step([planned], {}, { lifecycle })).toMatchObject({
        rests: true,
        wave: undefined,
      });
    },
  );
});

describe('a rollout that stands', () => {
  const paused = {
    code: 'paused' as const,
    message: 'alice paused it',
    by: 'a',
    at: AT,
  };

  it('says who paused it, and lets no bake go on', () => {
    const wave = waveOf(1, {
      lifecycle: 'baking',
      counts: { succeeded: 1 },
      state: { stage: 'first', bake: bake({ healthySeconds: 100 }) },
    });
    expect(
      step(
        [wave],
        {},
        { lifecycle: 'paused', control: { paused }, now: after(60) },
      ),
    ).toMatchObject({
      says: 'alice paused it',
      state: { bake: { healthySeconds: 100, stoodStillSeconds: 60 } },
    });
  });

  it('stops once nothing is under way', () => {
    const at = (counts: Partial<WaveRecord['counts']>) =>
      step(
        [waveOf(1, { lifecycle: 'running', counts })],
        {},
        {
          lifecycle: 'stopping',
          control: { paused, stopThen: 'paused' },
        },
      ).lifecycle;
    expect(at({ running: 1 })).toBeUndefined();
    expect(at({ rollingBack: 1 })).toBeUndefined();
    expect(at({ parked: 1, queued: 2 })).toBe('paused');
  });

  it('is cancelled then, where that was asked', () => {
    expect(
      step(
        [done, waveOf(2, { lifecycle: 'running', counts: { parked: 1 } })],
        {},
        { lifecycle: 'stopping', control: { paused, stopThen: 'cancelled' } },
      ),
    ).toMatchObject({
      lifecycle: 'cancelled',
      wave: 'cancelled',
      cells: [
        { wave: 2, from: 'queued', to: { state: 'planned' } },
        { wave: 2, stage: 'parked', to: { state: 'skipped' } },
      ],
      rests: true,
    });
  });
});
