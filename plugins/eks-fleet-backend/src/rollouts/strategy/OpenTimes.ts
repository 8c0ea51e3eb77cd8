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
  Freeze,
  TimeWindow,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { localWindows, type Interval } from './localWindows';

/** What the time is for those who would start something. */
export interface OpenSpan extends Interval {
  open: boolean;
  /** The freeze that shuts it. */
  freeze?: string;
}

const DAY_MS = 24 * 3600 * 1000;
/** Every weekday, with a day to spare on both sides of any time zone. */
const AHEAD_MS = 9 * DAY_MS;
const BEHIND_MS = 2 * DAY_MS;
/** Spans in a row that are looked at before nothing is said to open. */
const MAX_SPANS = 2_000;

/** When cells may start, of windows and freezes; remembers what it worked out. */
export class OpenTimes {
  readonly #windows: TimeWindow[];
  readonly #freezes: Array<Interval & { name: string }>;
  readonly #spans: OpenSpan[] = [];

  constructor(
    windows: TimeWindow[] | undefined,
    freezes: Freeze[] | undefined,
    environments: string[],
  ) {
    this.#windows = windows ?? [];
    this.#freezes = (freezes ?? [])
      .filter(
        freeze =>
          !freeze.environments?.length ||
          freeze.environments.some(item => environments.includes(item)),
      )
      .map(({ name, from, to }) => ({
        name,
        start: Date.parse(from),
        end: Date.parse(to),
      }))
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Whether anything can ever be shut. */
  get always(): boolean {
    return this.#windows.length === 0 && this.#freezes.length === 0;
  }

  /** The span that a time lies in. It may go on in the next one. */
  spanAt(time: number): OpenSpan {
    const known = this.#spans.findLast(
      ({ start, end }) => start <= time && time < end,
    );
    if (known) {
      return known;
    }
    const span = this.#workOut(time);
    this.#spans.push(span);
    return span;
  }

  /** The first time from then on at which cells may start; `undefined` for never. */
  openFrom(time: number): number | undefined {
    let at = time;
    for (let count = 0; count < MAX_SPANS; count++) {
      const span = this.spanAt(at);
      if (span.open) {
        return at;
      }
      if (!Number.isFinite(span.end)) {
        return undefined;
      }
      at = span.end;
    }
    return undefined;
  }

  /** When what is open then shuts; `undefined` where that is not in sight. */
  shutFrom(time: number): number | undefined {
    let at = time;
    for (let count = 0; count < MAX_SPANS; count++) {
      const span = this.spanAt(at);
      if (!span.open) {
        return at;
      }
      if (!Number.isFinite(span.end) || span.end - time > AHEAD_MS) {
        return undefined;
      }
      at = span.end;
    }
    return undefined;
  }

  #workOut(time: number): OpenSpan {
    const freeze = this.#freezes
      .filter(({ start, end }) => start <= time && time < end)
      .reduce<(Interval & { name: string }) | undefined>(
        (longest, item) => (item.end > (longest?.end ?? 0) ? item : longest),
        undefined,
      );
    if (freeze) {
      return { start: time, end: freeze.end, open: false, freeze: freeze.name };
    }
    const nextFreeze =
      this.#freezes.find(({ start }) => start > time)?.start ?? Infinity;
    if (this.#windows.length === 0) {
      return { start: time, end: nextFreeze, open: true };
    }
    const windows = merge(
      this.#windows.flatMap(window =>
        localWindows(window, time - BEHIND_MS, time + AHEAD_MS),
      ),
    );
    const next = windows.find(({ end }) => end > time);
    if (!next) {
      return { start: time, end: nextFreeze, open: false };
    }
    const open = next.start <= time;
    return {
      start: time,
      end: Math.min(open ? next.end : next.start, nextFreeze),
      open,
    };
  }
}

function merge(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && interval.start <= last.end) {
      last.end = Math.max(last.end, interval.end);
    } else {
      merged.push({ ...interval });
    }
  }
  return merged;
}
