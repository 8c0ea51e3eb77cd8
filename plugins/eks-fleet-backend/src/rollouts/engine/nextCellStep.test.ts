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

import type { CellRecord, TrackRecord } from '../records';
import type { CellStepOptions, Decision } from './cellStep';
import { nextCellStep } from './nextCellStep';
import { after, cellOf, NOW, tracksOf } from './__testUtils__/snapshots';

const AT = NOW.toISOString();
const ACT: Decision = {
  kind: 'act',
  action: 'updateClusterVersion',
  key: 'token',
  message: 'Asks EKS',
};
const REACHED: Decision = { kind: 'succeeded', now: '1.33', message: 'there' };
const FAILED: Decision = {
  kind: 'failed',
  retryable: true,
  error: { code: 'PodEvictionFailure', message: 'a pod' },
};
const BEGUN: Partial<TrackRecord> = {
  state: 'running',
  startedAt: AT,
  hopStartedAt: AT,
};

function step(
  cell: CellRecord,
  decision: Decision,
  options: Partial<CellStepOptions> = {},
) {
  const made = nextCellStep(cell, new Map([['alpha', decision]]), {
    permit: { may: true },
    retries: 1,
    gatesOpen: true,
    now: NOW,
    ...options,
  });
  const [{ movedOutside, touched, tracks, vanished }] = made.cell.clusters;
  return {
    state: made.cell.state,
    stage: made.cell.stage,
    waits: made.cell.waiting?.code,
    acts: made.acts.map(({ intent }) => intent.key),
    log: made.log.map(({ code }) => code),
    again: made.again,
    movedEarly: made.movedEarly,
    movedOutside,
    touched,
    vanished,
    controlPlane: tracks[0],
    nodes: tracks[1],
  };
}

describe('the next step of a cell', () => {
  it('writes down what it is about to do', () => {
    expect(step(cellOf(), ACT)).toMatchObject({
      acts: ['token'],
      touched: true,
      log: ['call'],
      controlPlane: {
        state: 'running',
        hopStartedAt: AT,
        intent: { action: 'updateClusterVersion', key: 'token', at: AT },
      },
    });
  });

  it('does nothing where nothing may be changed, and says why', () => {
    const waiting = { code: 'paused' as const, message: 'alice paused it' };
    expect(
      step(cellOf(), ACT, {
        permit: { may: false, mayProtect: true, waiting },
      }),
    ).toMatchObject({ acts: [], touched: false, waits: 'paused' });
  });

  it('waits for as long as a failed hop stands', () => {
    const tracks = tracksOf({ attempt: 2, retryAt: after(30).toISOString() });
    expect(step(cellOf(tracks), ACT)).toMatchObject({
      acts: [],
      waits: 'retry.backoff',
    });
    expect(step(cellOf(tracks), ACT, { now: after(30) }).acts).toEqual([
      'token',
    ]);
  });

  it('never moves a control plane by two minors', () => {
    const tracks = tracksOf({ hops: ['1.34'], order: [1] });
    expect(step(cellOf(tracks), ACT)).toMatchObject({
      acts: [],
      state: 'failed',
      controlPlane: {
        error: {
          code: 'engine.refused',
          message: 'From 1.32 to 1.34 is not one minor',
        },
      },
    });
  });

  it('goes from hop to hop at once', () => {
    expect(step(cellOf(tracksOf(BEGUN)), REACHED)).toMatchObject({
      state: 'running',
      again: true,
      controlPlane: { done: 1, now: '1.33', hopStartedAt: undefined },
    });
  });

  it('parks once only its nodes are left', () => {
    const tracks = tracksOf({ ...BEGUN, done: 1 });
    expect(step(cellOf(tracks), { ...REACHED, now: '1.34' })).toMatchObject({
      state: 'running',
      stage: 'parked',
      waits: 'bake.time',
      controlPlane: { done: 2, state: 'succeeded' },
      nodes: { done: 0 },
    });
  });

  it('leaves alone what is parked, whoever looks at it', () => {
    const tracks = tracksOf({ ...BEGUN, done: 2, state: 'succeeded' });
    const cell = cellOf(tracks, { stage: 'parked' });
    expect(
      nextCellStep(cell, new Map(), {
        permit: { may: true },
        retries: 1,
        gatesOpen: true,
        now: NOW,
      }),
    ).toMatchObject({ cell, acts: [], log: [] });
  });

  it('is done with its nodes', () => {
    const tracks = tracksOf({ done: 2, state: 'succeeded' }, BEGUN);
    const cell = cellOf(tracks, { stage: 'nodes' });
    expect(step(cell, { ...REACHED, now: '1.34' })).toMatchObject({
      state: 'succeeded',
      nodes: { done: 1, state: 'succeeded' },
      log: ['hop.done', 'cell.succeeded'],
    });
  });

  it('tries again what failed, by another token, and no more often than asked', () => {
    const tracks = tracksOf({ ...BEGUN, updateId: 'u', memory: { x: 1 } });
    expect(step(cellOf(tracks), FAILED)).toMatchObject({
      state: 'running',
      waits: 'retry.backoff',
      controlPlane: {
        attempt: 2,
        retryAt: after(30).toISOString(),
        updateId: undefined,
        memory: {},
      },
    });
    const last = tracksOf({ ...BEGUN, attempt: 2 });
    expect(step(cellOf(last), FAILED)).toMatchObject({
      state: 'failed',
      log: ['hop.failed', 'cell.failed'],
    });
    expect(step(cellOf(tracks), { ...FAILED, retryable: false }).state).toBe(
      'failed',
    );
  });

  it.each<[string, Decision, object]>([
    [
      'counts what somebody else moved as far as was planned',
      { kind: 'movedOutside', now: '1.34', message: 'bob did' },
      { stage: 'parked', controlPlane: { done: 2 }, movedEarly: undefined },
    ],
    [
      'does not fight what somebody else moved elsewhere',
      { kind: 'movedOutside', now: '1.31', message: 'bob did' },
      {
        state: 'failed',
        controlPlane: {
          error: {
            code: 'cluster.movedOutside',
            advice: expect.stringMatching(/^Skip it here and plan it anew/),
          },
        },
      },
    ],
    [
      'has a person look where it was too early',
      { kind: 'movedOutside', now: '1.33', message: 'bob did', early: true },
      { movedEarly: 'bob did', controlPlane: { done: 1 } },
    ],
    [
      'skips what is there no more',
      { kind: 'vanished', message: 'gone' },
      {
        state: 'skipped',
        vanished: true,
        log: ['cluster.vanished', 'cell.skipped'],
      },
    ],
  ])('%s', (_, decision, after_) => {
    expect(step(cellOf(), decision)).toMatchObject(after_);
  });

  it('has a person look at what moved before the gates of its wave', () => {
    const moved: Decision = {
      kind: 'movedOutside',
      now: '1.33',
      message: 'bob did',
    };
    expect(step(cellOf(), moved, { gatesOpen: false }).movedEarly).toBe(
      'bob did',
    );
  });

  it('begins nothing in a cell of which another cluster failed', () => {
    const [{ cluster, ...record }] = cellOf().clusters;
    const cell = cellOf(tracksOf(), {
      clusters: [
        { ...record, cluster },
        {
          ...record,
          cluster: { ...cluster, arn: 'beta' },
          tracks: tracksOf({
            state: 'failed',
            error: { code: 'x', message: '' },
          }),
        },
      ],
    });
    expect(step(cell, ACT)).toMatchObject({ acts: [], state: 'failed' });
  });

  it('goes back by one minor', () => {
    const back = { from: '1.34', to: '1.33', done: false };
    const tracks = tracksOf({ done: 2, back, state: 'rollingBack' });
    const cell = cellOf(tracks, { stage: 'back', state: 'rollingBack' });
    expect(step(cell, ACT)).toMatchObject({
      acts: ['token'],
      controlPlane: { state: 'rollingBack' },
    });
    expect(step(cell, REACHED)).toMatchObject({
      state: 'rolledBack',
      controlPlane: { back: { done: true }, now: '1.33', done: 2 },
    });
  });
});
