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

import { ConflictError, InputError } from '@backstage/errors';
import type { RolloutAct } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  NewLogEntry,
  RolloutChanges,
  RolloutControl,
  RolloutSnapshot,
} from '../records';
import { currentWave } from './nextRolloutStep';

/** Acts that need nothing but what is recorded. */
export type SimpleAct = Exclude<RolloutAct['act'], 'plan' | 'assign'>;

export interface ActContext {
  by: string;
  reason?: string;
  /** For `skipWave`. */
  wave?: number;
  now: Date;
}

type Act = (snapshot: RolloutSnapshot, context: ActContext) => RolloutChanges;

const ACTS: Record<SimpleAct, Act> = {
  start(snapshot, context) {
    const { lifecycle, plan } = snapshot.rollout;
    demand(
      lifecycle === 'planned',
      `It is ${lifecycle}, and only what is planned can start`,
    );
    const wrong = plan?.problems.find(({ severity }) => severity === 'error');
    demand(!wrong, `The plan cannot start as it is: ${wrong?.message}`);
    demand(
      snapshot.waves.some(({ counts }) => counts.planned > 0),
      'The plan has no cells',
    );
    return {
      rollout: {
        lifecycle: 'running',
        startedBy: context.by,
        startedAt: context.now.toISOString(),
        waiting: undefined,
      },
      log: [entry(context, 'start', 'Started it')],
    };
  },
  pause(snapshot, context) {
    const { control, lifecycle } = snapshot.rollout;
    demand(
      lifecycle === 'running' || lifecycle === 'stopping',
      `It is ${lifecycle}, and only what runs can be paused`,
    );
    demand(control.stopThen !== 'cancelled', 'It is being cancelled');
    const paused = pausedBy(context, 'paused it');
    return {
      rollout: {
        lifecycle: 'paused',
        control: { ...control, paused, stopThen: undefined },
        waiting: waitingOf(paused),
      },
      log: [entry(context, 'pause', 'Paused it')],
    };
  },
  stop(snapshot, context) {
    const { control, lifecycle } = snapshot.rollout;
    demand(
      lifecycle === 'running' || lifecycle === 'paused',
      `It is ${lifecycle}, and only what runs can be stopped`,
    );
    const paused = pausedBy(context, 'stopped it');
    return {
      rollout: {
        lifecycle: 'stopping',
        control: { ...control, paused, stopThen: 'paused' },
        waiting: waitingOf(paused),
      },
      log: [entry(context, 'stop', 'Stopped it; cells under way finish')],
    };
  },
  resume(snapshot, context) {
    const { rollout, waves } = snapshot;
    const { control, lifecycle } = rollout;
    const wave = currentWave(snapshot);
    const expired = snapshot.gates.filter(({ state }) => state === 'expired');
    demand(
      lifecycle === 'paused' ||
        (lifecycle === 'stopping' && control.stopThen !== 'cancelled') ||
        (lifecycle === 'running' && expired.length > 0),
      `It is ${lifecycle}, and only what stands can go on`,
    );
    const failed = waves.reduce((sum, { counts }) => sum + counts.failed, 0);
    return {
      rollout: {
        lifecycle: 'running',
        control: {
          acceptedFailures: failed,
          acknowledged: acknowledgedBy(snapshot),
        },
        waiting: undefined,
      },
      waves: wave && [
        {
          index: wave.index,
          set: {
            state: {
              ...wave.state,
              acceptedFailures: wave.counts.failed,
              alarms: undefined,
            },
          },
        },
      ],
      gates: expired.map(({ id }) => ({
        id,
        set: {
          state: 'shut',
          since: context.now.toISOString(),
          waiting: undefined,
        },
      })),
      log: [entry(context, 'resume', 'Let it go on')],
    };
  },
  cancel(snapshot, context) {
    const { control, lifecycle } = snapshot.rollout;
    demand(
      lifecycle !== 'done' && lifecycle !== 'cancelled',
      `It is ${lifecycle} already`,
    );
    if (lifecycle === 'draft' || lifecycle === 'planned') {
      const at = context.now.toISOString();
      return {
        rollout: { lifecycle: 'cancelled', endedAt: at, waiting: undefined },
        waves: snapshot.waves.map(({ index }) => ({
          index,
          set: { lifecycle: 'cancelled' },
        })),
        nextAt: '',
        log: [entry(context, 'cancel', 'Cancelled it')],
      };
    }
    const paused = pausedBy(context, 'cancelled it');
    return {
      rollout: {
        lifecycle: 'stopping',
        control: { ...control, paused, stopThen: 'cancelled' },
        waiting: waitingOf(paused),
      },
      log: [entry(context, 'cancel', 'Cancelled it; cells under way finish')],
    };
  },
  skipWave(snapshot, context) {
    const { lifecycle } = snapshot.rollout;
    demand(
      ['planned', 'running', 'paused'].includes(lifecycle),
      `It is ${lifecycle}; no wave of it can be skipped`,
    );
    const wave = snapshot.waves.find(({ index }) => index === context.wave);
    if (!wave) {
      throw new InputError(`wave: there is no wave ${context.wave}`);
    }
    demand(
      wave.lifecycle !== 'done' && wave.lifecycle !== 'cancelled',
      `Wave ${wave.name} is ${wave.lifecycle} already`,
    );
    return {
      waves: [
        {
          index: wave.index,
          set: {
            state: {
              ...wave.state,
              skipped: {
                by: context.by,
                at: context.now.toISOString(),
                reason: context.reason ?? '',
              },
            },
          },
        },
      ],
      cells: [
        { wave: wave.index, from: 'planned', to: { state: 'skipped' } },
        { wave: wave.index, from: 'queued', to: { state: 'skipped' } },
        {
          wave: wave.index,
          from: 'running',
          stage: 'parked',
          to: { state: 'skipped' },
        },
      ],
      ...(lifecycle === 'planned' && { nextAt: '' }),
      log: [
        {
          ...entry(context, 'skipWave', `Skipped wave ${wave.name}`),
          wave: wave.index,
        },
      ],
    };
  },
};

/**
 * What a person's act makes of a rollout. Pure.
 *
 * @throws ConflictError where it does not fit what the rollout is at
 */
export function applyAct(
  snapshot: RolloutSnapshot,
  act: SimpleAct,
  context: ActContext,
): RolloutChanges {
  const { now } = context;
  const changes = ACTS[act](snapshot, context);
  return { revises: true, nextAt: now.toISOString(), ...changes };
}

/** Alarms that fire while somebody resumes it were seen by that person. */
function acknowledgedBy({ rollout, waves }: RolloutSnapshot): string[] {
  const seen = waves.flatMap(({ state }) => state.alarms?.fingerprints ?? []);
  return [...new Set([...(rollout.control.acknowledged ?? []), ...seen])];
}

function pausedBy(
  { by, now, reason }: ActContext,
  what: string,
): NonNullable<RolloutControl['paused']> {
  return {
    code: 'paused',
    message: `${by.split('/').at(-1)} ${what}${reason ? `: ${reason}` : ''}`,
    by,
    at: now.toISOString(),
  };
}

function waitingOf({
  at,
  code,
  message,
}: NonNullable<RolloutControl['paused']>) {
  return { code, message, since: at };
}

function entry(
  { by, now, reason }: ActContext,
  code: string,
  message: string,
): NewLogEntry {
  return {
    at: now.toISOString(),
    actor: by,
    code,
    message,
    level: 'info',
    ...(reason && { reason }),
  };
}

function demand(holds: boolean, message: string): void {
  if (!holds) {
    throw new ConflictError(message);
  }
}
