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
import type { Course, Percentile } from './types';

/** How long somebody takes to approve, where a gate asks for it. */
export const APPROVAL_SECONDS: Estimate = { p50: 0, p90: 8 * 3600 };

/** One wave, from when it may begin until its last nodes are done. */
export class WaveWalk {
  readonly #wave: PlannedWave;
  readonly #open: OpenTimes;
  readonly #times: CellTimes[];
  readonly #percentile: Percentile;
  readonly #conflicts = new Set<string>();

  constructor(options: {
    wave: PlannedWave;
    open: OpenTimes;
    durations: Durations;
    percentile: Percentile;
  }) {
    this.#wave = options.wave;
    this.#open = options.open;
    this.#percentile = options.percentile;
    this.#times = options.wave.cells.map(cell =>
      cellTimes(cell, options.durations),
    );
  }

  go(
    course: Course,
    known: NonNullable<ForecastInput['progress']>[number] | undefined,
    { approvals }: { approvals: { before: number; after: number } },
  ): { start: number; end: number } {
    const { bakeSeconds } = this.#wave;
    const wait = (count: number) =>
      count * APPROVAL_SECONDS[this.#percentile] * 1000;
    const underWay =
      known?.lifecycle === 'running' || known?.lifecycle === 'baking';
    const ready = course.end + (underWay ? 0 : wait(approvals.before));
    const baked =
      known?.lifecycle === 'baking' ||
      (underWay && known?.bakeSecondsLeft === 0);
    const done = Math.min(known?.cellsDone ?? 0, this.#times.length);

    const moved = baked
      ? ready
      : this.#run(ready, this.#times.slice(done), 'before', course);
    const bakeLeft = known?.bakeSecondsLeft ?? bakeSeconds;
    const ended = moved + bakeLeft * 1000;
    const nodes = this.#times
      .slice(baked && known?.lifecycle === 'running' ? done : 0)
      .filter(({ after }) => after.p90 > 0);
    const end =
      this.#run(ended, nodes, 'after', course) + wait(approvals.after);
    course.conflicts.push(...this.#conflicts);
    return {
      start: underWay
        ? timeOf(known?.startedAt) ?? course.end
        : Math.min(this.#startAt(ready), end),
      end,
    };
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
    // Of many cells in a row, the slow ones and the quick ones even out.
    const calm = Math.sqrt(Math.ceil(times.length / free.length));
    const seconds = ({ p50, p90 }: Estimate) =>
      this.#percentile === 'p50' ? p50 : p50 + (p90 - p50) / calm;
    let end = from;
    for (const cell of times) {
      const slot = free.indexOf(Math.min(...free));
      const start = this.#startAt(free[slot]);
      free[slot] = start + seconds(cell[phase]) * 1000;
      end = Math.max(end, free[slot]);
      if (phase === 'before') {
        for (const { arn, version, at } of cell.leaves) {
          course.leaves.push({
            arn,
            version,
            at: start + seconds(at) * 1000,
          });
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
