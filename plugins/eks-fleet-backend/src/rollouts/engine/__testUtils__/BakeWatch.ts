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

import type { CellRecord, WaveRecord } from '../../records';
import { demand } from './demand';
import { MAX_SKEW_MS } from './ModelClocks';

/** Quiet time of a wave whose cells are at rest, counted without the engine. */
interface Rest {
  quietMs: number;
  looks: number;
  /** How often a clock had been set by then. */
  jumps: number;
}

/** Counts for itself how long each wave was healthy after its last cell was done. */
export class BakeWatch {
  #rests = new Map<string, Rest>();

  save(): Map<string, Rest> {
    return structuredClone(this.#rests);
  }

  restore(rests: Map<string, Rest>): void {
    this.#rests = structuredClone(rests);
  }

  /** So much time is about to go by. */
  pass(ms: number, quiet: boolean): void {
    if (quiet) {
      this.#rests.forEach(rest => {
        rest.quietMs += ms;
      });
    }
  }

  /** A step of this rollout was recorded. */
  looked(rolloutId: string): void {
    for (const [key, rest] of this.#rests) {
      if (key.startsWith(`${rolloutId} `)) {
        rest.looks += 1;
      }
    }
  }

  /** After each write; `touched` where anything of the wave was called for. */
  look(
    was: WaveRecord,
    wave: WaveRecord,
    own: CellRecord[],
    { jumps, touched }: { jumps: number; touched: boolean },
  ): void {
    const key = `${own[0]?.rolloutId} ${wave.index}`;
    const moving = own.some(
      ({ stage, state }) =>
        state === 'queued' ||
        state === 'rollingBack' ||
        (state === 'running' && stage !== 'parked'),
    );
    const ended = wave.lifecycle === 'done' && was.lifecycle !== 'done';
    const nodesBegin =
      was.state.stage === 'first' && wave.state.stage === 'nodes';
    if ((ended || nodesBegin) && !wave.state.skipped && touched) {
      const asked =
        was.state.stage === 'nodes'
          ? wave.plan.nodesBakeSeconds ?? 0
          : wave.plan.bakeSeconds;
      const rest = this.#rests.get(key);
      const slack = 2 * MAX_SKEW_MS * (1 + jumps - (rest?.jumps ?? jumps));
      demand(
        (rest?.quietMs ?? 0) + slack >= asked * 1000,
        `wave ${wave.index} was quiet for ${rest?.quietMs} ms of ${asked} s`,
      );
      demand(
        (rest?.looks ?? 0) >= wave.plan.minimumSamples,
        `wave ${wave.index} was looked at ${rest?.looks} times of ${wave.plan.minimumSamples}`,
      );
      demand(
        !ended || was.lifecycle === 'baking',
        `wave ${wave.index} was ${was.lifecycle} and is done`,
      );
    }
    if (moving) {
      this.#rests.delete(key);
    } else if (!this.#rests.has(key)) {
      this.#rests.set(key, { quietMs: 0, looks: 0, jumps });
    }
    demand(
      !wave.state.bake ||
        wave.state.bake.startedAt !== was.state.bake?.startedAt ||
        wave.state.bake.healthySeconds >= was.state.bake.healthySeconds,
      'a bake that goes back',
    );
  }
}
