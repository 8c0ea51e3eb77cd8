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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Waiting } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutGateResult } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AlarmVerdict, AlarmWatch } from '../../alerts/types';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import type { RolloutGates } from '../gates/RolloutGates';
import type { GateRecord, WaveRecord } from '../records';
import type { EngineState, EngineStore, RolloutClaim } from '../store/types';
import { nextOpening } from '../strategy/windows';
import type { RolloutSweeper } from './RolloutSweeper';
import {
  currentWave,
  later,
  LOOK_AGAIN_SECONDS,
  nextRolloutStep,
  type RolloutObserved,
  type RolloutStep,
} from './nextRolloutStep';
import { involvedIn } from './involvedIn';
import { isAtRest } from './isAtRest';
import { keepSince } from './sameWaiting';

const GATE_TIMEOUT_MS = 15_000;

/** Takes one step of a rollout: looks, decides, records. */
export class RolloutRunner {
  readonly #store: EngineStore;
  readonly #executors: RolloutExecutors;
  readonly #gates: RolloutGates;
  readonly #alarms?: AlarmWatch;
  readonly #sweeper?: Pick<RolloutSweeper, 'sweep'>;
  readonly #caps: { perAccountAndRegion: number; perQueue: number };
  readonly #writes: boolean;
  readonly #lookAgainSeconds: number;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    store: EngineStore;
    executors: RolloutExecutors;
    gates: RolloutGates;
    /** Left out where alerts are switched off. */
    alarms?: AlarmWatch;
    sweeper?: Pick<RolloutSweeper, 'sweep'>;
    caps: { perAccountAndRegion: number; perQueue: number };
    writes: boolean;
    /** How soon a rollout that waits is looked at again. */
    lookAgainSeconds?: number;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#executors = options.executors;
    this.#gates = options.gates;
    this.#alarms = options.alarms;
    this.#sweeper = options.sweeper;
    this.#caps = options.caps;
    this.#writes = options.writes;
    this.#lookAgainSeconds = options.lookAgainSeconds ?? LOOK_AGAIN_SECONDS;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** @returns whether anything may be other than before */
  async step(
    claim: RolloutClaim,
    engine: EngineState,
    signal: AbortSignal,
  ): Promise<boolean> {
    // Of before it looks: it was quiet up to then, and not while it looked.
    const now = this.#now();
    const observed = await this.#observe(claim, engine, signal, now);
    const step = nextRolloutStep(claim, observed, now);
    if (step.grant !== undefined) {
      const result = await this.#store.grantCells(claim, {
        wave: step.grant,
        caps: this.#caps,
        now,
      });
      if (result.granted === 0) {
        waitFor(step, claim, result.waiting, now);
      }
    }
    const unassigned = await this.#sweep(claim, now);
    if (unassigned) {
      step.changes.rollout = {
        ...step.changes.rollout,
        unassigned,
        sweptAt: now.toISOString(),
      };
    }
    const { nextAt } = step.changes;
    const latest = later(now, this.#lookAgainSeconds);
    return this.#store.recordRollout(
      claim,
      { ...step.changes, nextAt: nextAt < latest ? nextAt : latest },
      now,
    );
  }

  async #observe(
    claim: RolloutClaim,
    { settleSince, stop }: EngineState,
    signal: AbortSignal,
    now: Date,
  ): Promise<RolloutObserved> {
    const { rollout } = claim;
    const wave = currentWave(claim);
    const moving = rollout.lifecycle === 'running';
    const [settling, alarms, gates, cellWaiting, touched] = await Promise.all([
      settleSince ? this.#store.isSettling(rollout.id, settleSince) : false,
      moving && wave ? this.#alarmsOf(claim, now) : undefined,
      moving && wave
        ? this.#lookAtGates(claim, wave, signal)
        : new Map<string, RolloutGateResult>(),
      wave && wave.counts.running + wave.counts.rollingBack > 0
        ? this.#store.cellWaiting(rollout.id, wave.index)
        : undefined,
      wave?.lifecycle === 'running' && isAtRest(wave)
        ? this.#store
            .clustersOf(rollout.id, { wave: wave.index, touched: true })
            .then(({ length }) => length > 0)
        : false,
    ]);
    const { freezes, windows } = rollout.strategy;
    return {
      stop,
      settling,
      writes:
        this.#writes ||
        this.#executors.get(rollout.executor)?.changesNothing === true,
      alarms,
      gates,
      cellWaiting,
      touched,
      opening: nextOpening(
        windows,
        freezes,
        wave?.plan.environments ?? rollout.environments,
        now,
      ),
    };
  }

  /** Of every cluster that this rollout has begun to change. */
  async #alarmsOf(
    { rollout }: RolloutClaim,
    now: Date,
  ): Promise<AlarmVerdict | undefined> {
    if (!this.#alarms) {
      return undefined;
    }
    const changed = await this.#store.clustersOf(rollout.id, { touched: true });
    if (changed.length === 0) {
      return undefined;
    }
    try {
      return await this.#alarms.check(changed, rollout.strategy.alarms, now);
    } catch (error) {
      this.#logger.warn(
        `Alarms of the rollout ${rollout.id} could not be read`,
        toError(error),
      );
      return {
        state: 'unknown',
        message: 'Whether it is quiet is not known: alarms cannot be read',
        alerts: [],
      };
    }
  }

  async #lookAtGates(
    claim: RolloutClaim,
    wave: WaveRecord,
    signal: AbortSignal,
  ): Promise<Map<string, RolloutGateResult>> {
    const due = claim.gates.filter(
      gate =>
        gate.wave === wave.index &&
        this.#gates.looksAt(gate.type) &&
        isDue(gate, wave),
    );
    if (due.length === 0) {
      return new Map();
    }
    const { rollout } = claim;
    const [clusters, changed] = await Promise.all([
      this.#store.clustersOf(rollout.id, { wave: wave.index }),
      this.#store.clustersOf(rollout.id, { touched: true }),
    ]);
    const now = this.#now();
    return new Map(
      await Promise.all(
        due.map(
          async (gate): Promise<[string, RolloutGateResult]> => [
            gate.id,
            await this.#gates.check(
              gate,
              {
                rollout: {
                  id: rollout.id,
                  name: rollout.name,
                  title: rollout.title,
                  change: rollout.change,
                  planHash: rollout.planHash,
                  environments: wave.plan.environments,
                },
                wave: {
                  index: wave.index,
                  name: wave.name,
                  production: wave.plan.production,
                },
                phase: gate.phase,
                clusters,
                changed,
                since: gate.since ?? now.toISOString(),
                now,
                signal: AbortSignal.any([
                  signal,
                  AbortSignal.timeout(GATE_TIMEOUT_MS),
                ]),
              },
              involvedIn(rollout),
            ),
          ],
        ),
      ),
    );
  }

  async #sweep(claim: RolloutClaim, now: Date): Promise<string[] | undefined> {
    try {
      return await this.#sweeper?.sweep(claim, now);
    } catch (error) {
      this.#logger.warn(
        `The rollout ${claim.rollout.id} could not be held against the fleet`,
        toError(error),
      );
      return undefined;
    }
  }
}

function isDue(
  { phase }: GateRecord,
  { counts, lifecycle, state }: WaveRecord,
) {
  return phase === 'before'
    ? lifecycle === 'planned' || lifecycle === 'gated'
    : lifecycle === 'baking' && !(state.stage === 'first' && counts.parked > 0);
}

/** Where nothing is under way, what the first cell waits for is what all wait for. */
function waitFor(
  { changes }: RolloutStep,
  { rollout, waves }: RolloutClaim,
  waiting: Waiting | undefined,
  now: Date,
): void {
  const wave = changes.waves?.[0];
  if (!waiting || !wave || changes.rollout?.waiting) {
    return;
  }
  const before = waves.find(({ index }) => index === wave.index);
  wave.set.waiting = keepSince(waiting, before?.waiting, now);
  changes.rollout = {
    ...changes.rollout,
    waiting: keepSince({ ...waiting, wave: wave.index }, rollout.waiting, now),
  };
}
