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

import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ENGINE,
  type BakeClock,
  type CellMove,
  type GateRecord,
  type NewLogEntry,
  type RolloutChanges,
  type RolloutControl,
  type RolloutSnapshot,
  type WaveRecord,
  type WaveState,
} from '../records';
import { tickBake } from './bakeClock';
import type { RolloutObserved, RolloutStep } from './nextRolloutStep';
import { keepSince } from './sameWaiting';

const LOOK_AGAIN_MS = 25_000;

type WaveSet = NonNullable<RolloutChanges['waves']>[number]['set'];
type GateSet = NonNullable<RolloutChanges['gates']>[number]['set'];

/** One step of a rollout at its current wave, as it is being decided. */
export class WaveStep {
  readonly snapshot: RolloutSnapshot;
  readonly wave: WaveRecord;
  readonly observed: RolloutObserved;
  readonly now: Date;
  readonly #wave: WaveSet = {};
  readonly #gates: NonNullable<RolloutChanges['gates']> = [];
  readonly #cells: CellMove[] = [];
  readonly #log: NewLogEntry[] = [];
  #state: WaveState;
  #paused?: RolloutControl['paused'];
  #waiting?: Omit<Waiting, 'since'>;
  #again = false;
  #grant = false;

  constructor(
    snapshot: RolloutSnapshot,
    wave: WaveRecord,
    observed: RolloutObserved,
    now: Date,
  ) {
    this.snapshot = snapshot;
    this.wave = wave;
    this.observed = observed;
    this.now = now;
    this.#state = wave.state;
  }

  get at(): string {
    return this.now.toISOString();
  }

  get state(): WaveState {
    return this.#state;
  }

  /** What nothing may be begun for, whatever the wave is at. */
  get halted(): Omit<Waiting, 'since'> | undefined {
    const { settling, stop, writes } = this.observed;
    if (stop.stopped) {
      return {
        code: 'fleet.stop',
        message: `Everything is halted${
          stop.reason ? `: ${stop.reason}` : ''
        }. It goes on once the fleet is let go on`,
      };
    }
    if (!writes) {
      return {
        code: 'fleet.stop',
        message:
          'This portal may change nothing while eksFleet.writes is off in its configuration',
      };
    }
    return settling
      ? {
          code: 'cluster.notObserved',
          message:
            'What is under way is looked at first, since nobody did for a while',
        }
      : undefined;
  }

  gatesOf(phase: GateRecord['phase']): GateRecord[] {
    return this.snapshot.gates.filter(
      gate => gate.wave === this.wave.index && gate.phase === phase,
    );
  }

  set(wave: WaveSet): void {
    Object.assign(this.#wave, wave);
  }

  setState(state: Partial<WaveState>): void {
    this.#state = { ...this.#state, ...state };
  }

  setGate(id: string, set: GateSet): void {
    this.#gates.push({ id, set });
  }

  move(move: Omit<CellMove, 'wave'>): void {
    this.#cells.push({ ...move, wave: this.wave.index });
  }

  wait(waiting: Omit<Waiting, 'since'> | undefined): void {
    this.#waiting ??= waiting && { ...waiting, wave: this.wave.index };
  }

  log(
    code: string,
    message: string,
    level: NewLogEntry['level'] = 'info',
  ): void {
    this.#log.push({
      at: this.at,
      actor: ENGINE,
      code,
      message,
      level,
      wave: this.wave.index,
    });
  }

  /** Lets the next step follow at once. */
  goOn(): void {
    this.#again = true;
  }

  grant(): void {
    this.#grant = true;
  }

  pause(
    code: NonNullable<RolloutControl['paused']>['code'],
    message: string,
  ): void {
    this.#paused = { code, message, by: ENGINE, at: this.at };
    this.log(
      code,
      `${message}. It is paused until somebody resumes it`,
      'error',
    );
  }

  endWave(how: string): void {
    this.set({ lifecycle: 'done', endedAt: this.at });
    this.log('wave.done', `Wave ${this.wave.name} ${how}`);
    this.goOn();
  }

  /** The bake of a rollout that stands counts nothing. */
  standStill(): NonNullable<RolloutChanges['waves']> {
    const bake: BakeClock = tickBake(this.#state.bake!, {
      quiet: false,
      now: this.now,
    });
    return [
      { index: this.wave.index, set: { state: { ...this.#state, bake } } },
    ];
  }

  finish(): RolloutStep {
    const { rollout } = this.snapshot;
    const paused = this.#paused;
    const waiting = paused
      ? { code: paused.code, message: paused.message }
      : this.#waiting;
    return {
      changes: {
        rollout: {
          waiting: keepSince(waiting, rollout.waiting, this.now),
          ...(paused && {
            lifecycle: 'paused',
            control: { ...rollout.control, paused },
          }),
        },
        revises: paused !== undefined,
        waves: [
          {
            index: this.wave.index,
            set: {
              ...this.#wave,
              state: this.#state,
              waiting: keepSince(waiting, this.wave.waiting, this.now),
            },
          },
        ],
        gates: this.#gates,
        cells: this.#cells,
        log: this.#log,
        nextAt: new Date(
          this.now.getTime() + (this.#again ? 0 : LOOK_AGAIN_MS),
        ).toISOString(),
      },
      ...(this.#grant && !paused && { grant: this.wave.index }),
    };
  }
}
