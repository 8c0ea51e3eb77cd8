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

import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { CellClaim } from '../store/types';
import { nextOpening, type Opening } from '../strategy/windows';

type Standing = TrackWork['standing'];

/** What lets nothing be begun or let in, of all cells or of one. */
export class StandingFinder {
  readonly #stop: FleetStop;
  readonly #writes: boolean;
  readonly #now: Date;
  readonly #openings = new Map<string, Opening>();

  constructor(options: { stop: FleetStop; writes: boolean; now: Date }) {
    this.#stop = options.stop;
    this.#writes = options.writes;
    this.#now = options.now;
  }

  /** What is taken back stands for nothing but the fleet: people do it while all else stands. */
  find(claim: Pick<CellClaim, 'cell' | 'rollout' | 'wave'>): Standing {
    return (
      this.haltOf(claim) ??
      (claim.cell.stage === 'back'
        ? undefined
        : alarmOf(claim) ?? this.#shutOf(claim))
    );
  }

  /** What even a step that is under way is not gone on with for. */
  haltOf({
    cell,
    rollout,
  }: Pick<CellClaim, 'cell' | 'rollout'>): Standing | undefined {
    const { reason, stopped } = this.#stop;
    if (stopped) {
      return {
        code: 'fleet.stop',
        message: `Everything is halted${reason ? `: ${reason}` : ''}`,
      };
    }
    if (!this.#writes) {
      return {
        code: 'fleet.stop',
        message: 'eksFleet.writes is off in the configuration',
      };
    }
    return cell.stage === 'back' ||
      rollout.lifecycle === 'running' ||
      rollout.lifecycle === 'stopping'
      ? undefined
      : {
          code: 'paused',
          message: rollout.control.paused?.message ?? 'The rollout is paused',
        };
  }

  #shutOf({ rollout, wave }: Pick<CellClaim, 'rollout' | 'wave'>): Standing {
    const { freezes, windows } = rollout.strategy;
    if (!freezes?.length && !windows?.length) {
      return undefined;
    }
    const key = `${rollout.id} ${wave.index}`;
    let opening = this.#openings.get(key);
    if (!opening) {
      opening = nextOpening(
        windows,
        freezes,
        wave.plan.environments,
        this.#now,
      );
      this.#openings.set(key, opening);
    }
    return opening.open
      ? undefined
      : {
          code: opening.by === 'freeze' ? 'gate.freeze' : 'window.closed',
          message: opening.message,
          ...(opening.until && { until: opening.until.toISOString() }),
        };
  }
}

function alarmOf({
  wave: {
    state: { alarms },
  },
}: Pick<CellClaim, 'wave'>): Standing {
  return alarms && alarms.state !== 'quiet'
    ? {
        code: 'alarm.hold',
        message: alarms.message,
        ...(alarms.until !== undefined && { until: alarms.until }),
      }
    : undefined;
}
