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

import { nameOf } from '../plan/trackPlan';
import type { OpenTimes } from '../strategy/OpenTimes';
import type { ForecastInput, PlannedWave } from '../types';
import { cellTimes, type CellTimes } from './cellTimes';
import type { Durations, Estimate } from './Durations';
import type { GateTimes } from './GateTimes';
import type { Course, Percentile } from './types';

/** How long somebody takes to approve, where a gate asks for it. */
export const APPROVAL_SECONDS: Estimate = { p50: 0, p90: 8 * 3600 };

type Progress = NonNullable<ForecastInput['progress']>[number];

/** One wave, from when it may begin until its last nodes are done. */
export class WaveWalk {
  readonly #wave: PlannedWave;
  readonly #open: OpenTimes;
  readonly #gates: GateTimes;
  readonly #times: CellTimes[];
  readonly #percentile: Percentile;
  readonly #conflicts = new Set<string>();

  constructor(options: {
    wave: PlannedWave;
    open: OpenTimes;
    gates: GateTimes;
    durations: Durations;
    percentile: Percentile;
  }) {
    this.#wave = options.wave;
    this.#open = options.open;
    this.#gates = options.gates;
    this.#percentile = options.percentile;
    this.#times = options.wave.cells.map(cell =>
      cellTimes(cell, options.durations),
    );
  }

  go(
    course: Course,
    known: Progress | undefined,
  ): { start: number; end: number } {
    const underWay =
      known?.lifecycle === 'running' || known?.lifecycle === 'baking';
    const at = underWay ? course.end : this.#passGates(course.end);
    const rolled =
      underWay && known.stage === 'nodes'
        ? this.#rollNodes(at, known, course)
        : this.#rollNodes(this.#bake(at, known, course), undefined, course);
    const end = rolled + (this.#gates.approval.after ? this.#approval() : 0);
    course.conflicts.push(...this.#conflicts);
    return {
      start: underWay
        ? timeOf(known?.startedAt) ?? course.end
        : Math.min(this.#startAt(at), end),
      end,
    };
  }

  /** All up to the nodes that wait, and the bake. */
  #bake(time: number, known: Progress | undefined, course: Course): number {
    if (known?.lifecycle === 'baking') {
      return time + (known.bakeSecondsLeft ?? this.#wave.bakeSeconds) * 1000;
    }
    const left = this.#times.slice(known?.cellsDone ?? 0);
    return (
      this.#run(time, left, 'before', course) + this.#wave.bakeSeconds * 1000
    );
  }

  #rollNodes(
    time: number,
    known: Progress | undefined,
    course: Course,
  ): number {
    const bakeSeconds = this.#wave.nodesBakeSeconds ?? 0;
    if (known?.lifecycle === 'baking') {
      return time + (known.bakeSecondsLeft ?? bakeSeconds) * 1000;
    }
    const left = this.#times
      .slice(known?.cellsDone ?? 0)
      .filter(({ after }) => after.p90 > 0);
    return this.#run(time, left, 'after', course) + bakeSeconds * 1000;
  }

  #passGates(time: number): number {
    const approved =
      time + (this.#gates.approval.before ? this.#approval() : 0);
    const open = this.#gates.openFrom(approved);
    if (open === undefined) {
      this.#conflicts.add(`The gates before ${this.#wave.name} never open`);
      return approved;
    }
    if (open > approved) {
      this.#conflicts.add(
        `The gates before ${this.#wave.name} stay shut until ${day(open)}`,
      );
    }
    return open;
  }

  #approval(): number {
    return APPROVAL_SECONDS[this.#percentile] * 1000;
  }

  /** Cells in turn, each in the slot that is free first. */
  #run(
    from: number,
    times: CellTimes[],
    phase: 'before' | 'after',
    course: Course,
  ): number {
    if (times.length === 0) {
      return from;
    }
    const slots = Math.min(this.#wave.concurrency.resolved, times.length);
    const free = new Array<number>(Math.max(slots, 1)).fill(from);
    const seconds = (estimate: Estimate) => estimate[this.#percentile];
    let end = from;
    for (const cell of times) {
      const slot = free.indexOf(Math.min(...free));
      const start = this.#startAt(free[slot]);
      free[slot] = start + seconds(cell[phase]) * 1000;
      end = Math.max(end, free[slot]);
      if (phase === 'before') {
        for (const { arn, version, at } of cell.leaves) {
          course.leaves.push({ arn, version, at: start + seconds(at) * 1000 });
        }
      }
    }
    return end;
  }

  #startAt(time: number): number {
    const { freeze } = this.#open.spanAt(time);
    const start = this.#open.openFrom(time);
    if (start === undefined) {
      this.#conflicts.add(`No window ever opens for ${this.#wave.name}`);
      return time;
    }
    if (freeze !== undefined) {
      this.#conflicts.add(
        `${this.#wave.name} waits for the end of the freeze ${nameOf(
          freeze,
        )} until ${day(start)}`,
      );
    } else if (start > time) {
      this.#conflicts.add(
        `${this.#wave.name} waits for its maintenance windows`,
      );
    }
    return start;
  }
}

export function timeOf(time: string | undefined): number | undefined {
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
