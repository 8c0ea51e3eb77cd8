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

import type {
  FleetStop,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutGateResult } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AlarmVerdict } from '../../alerts/types';
import {
  ENGINE,
  type RolloutChanges,
  type RolloutSnapshot,
  type WaveRecord,
} from '../records';
import type { Opening } from '../strategy/windows';
import { nextAlarmState } from './alarmState';
import { stepBaking } from './stepBaking';
import { stepGated } from './stepGated';
import { stepRunning } from './stepRunning';
import { keepSince } from './sameWaiting';
import { wordOutcome } from '../wordOutcome';
import { WaveStep } from './WaveStep';

/** How soon a rollout that waits is looked at again. */
export const LOOK_AGAIN_SECONDS = 25;

/** What was seen of a rollout's surroundings. */
export interface RolloutObserved {
  stop: FleetStop;
  /** Whether some of its cells must be observed before it may move. */
  settling: boolean;
  /** Whether this installation may change anything that its executor would. */
  writes: boolean;
  /** Left out where nothing was changed yet. */
  alarms?: AlarmVerdict;
  /** By id, of the gates that were looked at. */
  gates: ReadonlyMap<string, RolloutGateResult>;
  /** Whether cells of the wave may start just now. */
  opening: Opening;
  /** Of the running cell that has waited longest, where all of them wait. */
  cellWaiting?: Waiting;
  /** Whether a cluster of the wave was begun to be changed, whatever became of its cell. */
  touched: boolean;
}

export interface RolloutStep {
  changes: RolloutChanges & { nextAt: string };
  /** The wave of which cells may take the slots that are free. */
  grant?: number;
}

/** The first wave that is not over. */
export function currentWave({
  waves,
}: Pick<RolloutSnapshot, 'waves'>): WaveRecord | undefined {
  return waves.find(
    ({ lifecycle }) => lifecycle !== 'done' && lifecycle !== 'cancelled',
  );
}

/**
 * The next step of a rollout, from what is recorded of it and what was seen.
 * Pure. Waves open one after the other, each after its gates; what is over
 * budget, alarmed, stopped or out of its windows starts nothing.
 */
export function nextRolloutStep(
  snapshot: RolloutSnapshot,
  observed: RolloutObserved,
  now: Date,
): RolloutStep {
  const { rollout } = snapshot;
  switch (rollout.lifecycle) {
    case 'running':
      return stepMoving(snapshot, observed, now);
    case 'paused':
    case 'stopping':
      return stepStanding(snapshot, observed, now);
    default:
      return { changes: { nextAt: '' } };
  }
}

function stepMoving(
  snapshot: RolloutSnapshot,
  observed: RolloutObserved,
  now: Date,
): RolloutStep {
  const wave = currentWave(snapshot);
  const at = now.toISOString();
  if (!wave) {
    return {
      changes: {
        rollout: { lifecycle: 'done', endedAt: at, waiting: undefined },
        revises: true,
        log: [
          {
            at,
            actor: ENGINE,
            code: 'rollout.done',
            message: `It is over: ${wordOutcome(
              snapshot.waves.map(({ counts }) => counts),
            )}`,
            level: 'info',
          },
        ],
        nextAt: '',
      },
    };
  }
  const step = new WaveStep(snapshot, wave, observed, now);
  const alarms =
    observed.alarms &&
    nextAlarmState(wave.state.alarms, observed.alarms, snapshot.rollout, now);
  step.setState({ alarms });
  if (alarms?.state === 'pause') {
    step.pause('alarm.pause', alarms.message);
    return step.finish();
  }
  if (wave.state.skipped) {
    stepSkipped(step);
  } else if (wave.lifecycle === 'planned' || wave.lifecycle === 'gated') {
    stepGated(step);
  } else if (wave.lifecycle === 'running') {
    stepRunning(step);
  } else {
    stepBaking(step);
  }
  return step.finish();
}

/** A wave that somebody skipped is over once nothing in it is under way. */
function stepSkipped(step: WaveStep): void {
  const { counts } = step.wave;
  if (counts.running + counts.rollingBack === 0) {
    // What came to its bake since has nothing to wait for.
    step.move({ from: 'running', stage: 'parked', to: { state: 'skipped' } });
    step.endWave('was skipped');
  } else {
    step.wait(step.observed.cellWaiting);
  }
}

/** Nothing new begins; what is under way is followed, and no bake goes on. */
function stepStanding(
  snapshot: RolloutSnapshot,
  observed: RolloutObserved,
  now: Date,
): RolloutStep {
  const { rollout: record, waves } = snapshot;
  const { control } = record;
  const at = now.toISOString();
  const underWay = waves.reduce(
    (sum, { counts }) => sum + counts.running + counts.rollingBack,
    0,
  );
  const wave = currentWave(snapshot);
  const stood =
    wave?.lifecycle === 'baking' && wave.state.bake
      ? new WaveStep(snapshot, wave, observed, now).standStill()
      : [];
  if (record.lifecycle === 'stopping' && underWay === 0) {
    return control.stopThen === 'cancelled'
      ? cancelled(snapshot, now)
      : {
          changes: {
            waves: stood,
            rollout: {
              lifecycle: 'paused',
              control: { ...control, stopThen: undefined },
              waiting: standing(snapshot, now),
            },
            revises: true,
            log: [
              {
                at,
                actor: ENGINE,
                code: 'rollout.stopped',
                message: 'Nothing is under way any more',
                level: 'info',
              },
            ],
            nextAt: later(now),
          },
        };
  }
  return {
    changes: {
      waves: stood,
      rollout: { waiting: standing(snapshot, now) },
      nextAt: later(now),
    },
  };
}

function standing(
  { rollout: { control, waiting } }: RolloutSnapshot,
  now: Date,
): Waiting | undefined {
  const { paused } = control;
  return keepSince(
    {
      code: paused?.code ?? 'paused',
      message: paused?.message ?? 'It stands until somebody lets it go on',
    },
    waiting,
    now,
  );
}

function cancelled({ waves }: RolloutSnapshot, now: Date): RolloutStep {
  const at = now.toISOString();
  const open = waves.filter(
    ({ lifecycle }) => lifecycle !== 'done' && lifecycle !== 'cancelled',
  );
  return {
    changes: {
      rollout: { lifecycle: 'cancelled', endedAt: at, waiting: undefined },
      revises: true,
      waves: open.map(({ index }) => ({
        index,
        set: { lifecycle: 'cancelled', endedAt: at, waiting: undefined },
      })),
      cells: open.flatMap(({ index }) => [
        { wave: index, from: 'queued', to: { state: 'planned' } },
        {
          wave: index,
          from: 'running',
          stage: 'parked',
          to: { state: 'skipped' },
        },
      ]),
      log: [
        {
          at,
          actor: ENGINE,
          code: 'rollout.cancelled',
          message: 'It is cancelled, and nothing is under way any more',
          level: 'warning',
        },
      ],
      nextAt: '',
    },
  };
}

export function later(now: Date, seconds = LOOK_AGAIN_SECONDS): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
