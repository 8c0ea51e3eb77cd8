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
import { cellTimes, type CellTimes } from './cellTimes';
import type { Durations } from './Durations';
import type { GateTimes } from './GateTimes';
import { isOver, isUnderWay } from './standing';
import type {
  Course,
  Estimate,
  ForecastCell,
  ForecastWave,
  Percentile,
} from './types';

/** How long somebody takes to decide, where a gate or a pause asks for it. */
export const DECISION_SECONDS: Estimate = { p50: 0, p90: 8 * 3600 };

/** A cell with what is left to do on it, and how long that takes. */
type TimedCell = CellTimes & { cell: ForecastCell };

/** One wave, from when it may begin or go on until its last nodes are done. */
export class WaveWalk {
  readonly #wave: ForecastWave;
  readonly #open: OpenTimes;
  readonly #gates: GateTimes;
  readonly #cells: TimedCell[];
  readonly #percentile: Percentile;
  readonly #now: number;
  readonly #conflicts = new Set<string>();

  constructor(options: {
    wave: ForecastWave;
    open: OpenTimes;
    gates: GateTimes;
    durations: Durations;
    percentile: Percentile;
    now: Date;
  }) {
    this.#wave = options.wave;
    this.#open = options.open;
    this.#gates = options.gates;
    this.#percentile = options.percentile;
    this.#now = options.now.getTime();
    this.#cells = options.wave.cells
      .filter(cell => !isOver(cell))
      .map(cell => ({
        cell,
        ...cellTimes(cell, options.durations, options.now),
      }));
  }

  /** From the end of the course on. */
  go(course: Course): { start: number; end: number } {
    const { standing } = this.#wave;
    const underWay = standing !== undefined && isUnderWay(standing);
    const at = underWay
      ? course.end + this.#ms(standing.held)
      : this.#passGates(course.end);
    const baked =
      underWay && standing.stage === 'nodes' ? at : this.#bake(at, course);
    const rolled = this.#rollNodes(baked, course);
    const end =
      rolled + (this.#gates.decision.after ? this.#ms(DECISION_SECONDS) : 0);
    course.conflicts.push(...this.#conflicts);
    return {
      start: underWay
        ? timeOf(standing.startedAt) ?? this.#now
        : Math.min(this.#startAt(at), end),
      end,
    };
  }

  /** What is under way comes to its end, and nothing else begins. */
  finish(course: Course): { start: number; end: number } {
    const { standing } = this.#wave;
    const nodes = standing?.stage === 'nodes';
    const begun = this.#cells.filter(({ cell }) => isBegun(cell));
    return {
      start: timeOf(standing?.startedAt) ?? this.#now,
      end: this.#run(this.#now, begun, nodes ? 'after' : 'before', course),
    };
  }

  /** All up to the nodes that wait, and the bake. */
  #bake(time: number, course: Course): number {
    const { bakeSeconds, standing } = this.#wave;
    if (standing?.lifecycle === 'baking') {
      return time + (standing.bakeSecondsLeft ?? bakeSeconds) * 1000;
    }
    const left = this.#cells.filter(
      ({ cell: { stage = 'first' } }) => stage === 'first',
    );
    return this.#run(time, left, 'before', course) + bakeSeconds * 1000;
  }

  #rollNodes(time: number, course: Course): number {
    const { nodesBakeSeconds = 0, standing } = this.#wave;
    if (standing?.lifecycle === 'baking' && standing.stage === 'nodes') {
      return time + (standing.bakeSecondsLeft ?? nodesBakeSeconds) * 1000;
    }
    const left = this.#cells.filter(({ after }) => after.p90 > 0);
    return this.#run(time, left, 'after', course) + nodesBakeSeconds * 1000;
  }

  #passGates(time: number): number {
    const decided =
      time + (this.#gates.decision.before ? this.#ms(DECISION_SECONDS) : 0);
    const open = this.#gates.openFrom(decided);
    if (open === undefined) {
      this.#conflicts.add(`The gates before ${this.#wave.name} never open`);
      return decided;
    }
    if (open > decided) {
      this.#conflicts.add(
        `The gates before ${this.#wave.name} stay shut until ${day(open)}`,
      );
    }
    return open;
  }

  #ms(estimate: Estimate | undefined): number {
    return (estimate?.[this.#percentile] ?? 0) * 1000;
  }

  /** Cells in turn, each in the slot that is free first; those that are begun have theirs. */
  #run(
    from: number,
    cells: TimedCell[],
    phase: 'before' | 'after',
    course: Course,
  ): number {
    if (cells.length === 0) {
      return from;
    }
    const slots = Math.max(Math.min(this.#wave.slots, cells.length), 1);
    const free: number[] = [];
    let end = from;
    const carry = (timed: TimedCell, start: number): number => {
      const done = start + this.#ms(timed[phase]);
      end = Math.max(end, done);
      if (phase === 'before') {
        for (const { arn, version, at } of timed.leaves) {
          course.leaves.push({ arn, version, at: start + this.#ms(at) });
        }
      }
      return done;
    };
    for (const timed of cells.filter(({ cell }) => isBegun(cell))) {
      free.push(Math.max(carry(timed, this.#now), from));
    }
    while (free.length < slots) {
      free.push(from);
    }
    for (const timed of cells.filter(({ cell }) => !isBegun(cell))) {
      const slot = free.indexOf(Math.min(...free));
      free[slot] = carry(timed, this.#startAt(free[slot]));
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

/** Whether it has a slot, so that neither window nor pause keeps it. */
function isBegun({ stage, state }: ForecastCell): boolean {
  return state === 'running' && stage !== 'parked';
}

export function timeOf(time: string | undefined): number | undefined {
  const parsed = Date.parse(time ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
