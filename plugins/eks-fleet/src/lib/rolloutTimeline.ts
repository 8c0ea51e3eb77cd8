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

import { DateTime } from 'luxon';
import type {
  Rollout,
  RolloutWave,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What goes on in a span of a wave's line. */
export type SpanKind =
  /** Cells were or are moved. */
  | 'run'
  | 'bake'
  /** What is left of a bake at the least. */
  | 'bakeLeft'
  /** As likely as not. */
  | 'forecast'
  /** Nine times of ten it is over by its end. */
  | 'late';

/** A span of a line, in percent of the whole. */
export interface TimelineSpan {
  kind: SpanKind;
  start: number;
  end: number;
}

/** A rollout laid out over time. */
export interface RolloutTimeline {
  /** Where now is, in percent; left out where that is not on the line. */
  now?: number;
  ticks: { at: number; text: string }[];
  /** Spans by wave. */
  waves: Map<number, TimelineSpan[]>;
}

type Span = { kind: SpanKind; from: number; to: number };

const STEPS_MINUTES = [
  1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 5760, 10_080, 20_160,
  40_320,
];
const MOST_TICKS = 7;

/**
 * Lays waves out on one line of time: what was, what is, and what is expected.
 * `undefined` where nothing was yet and nothing is expected.
 */
export function rolloutTimeline(
  rollout: Pick<Rollout, 'waves' | 'lifecycle' | 'startedAt' | 'endedAt'>,
  now: Date,
): RolloutTimeline | undefined {
  const at = now.getTime();
  const over =
    rollout.lifecycle === 'done' || rollout.lifecycle === 'cancelled';
  const spans = new Map(
    rollout.waves.map(wave => [wave.index, waveSpans(wave, at, over)]),
  );
  const all = [...spans.values()].flat();
  if (all.length === 0) {
    return undefined;
  }
  const first = Math.min(
    ...all.map(({ from }) => from),
    millis(rollout.startedAt) ?? Infinity,
  );
  const last = Math.max(
    ...all.map(({ to }) => to),
    millis(rollout.endedAt) ?? -Infinity,
    over ? -Infinity : at,
  );
  const length = Math.max(last - first, 60_000);
  const place = (time: number) =>
    Math.min(100, Math.max(0, (100 * (time - first)) / length));
  return {
    now: over || at < first ? undefined : place(at),
    ticks: ticks(first, first + length).map(({ time, text }) => ({
      at: place(time),
      text,
    })),
    waves: new Map(
      [...spans].map(([index, of]) => [
        index,
        of.map(({ kind, from, to }) => ({
          kind,
          start: place(from),
          end: place(to),
        })),
      ]),
    ),
  };
}

function waveSpans(wave: RolloutWave, now: number, over: boolean): Span[] {
  const { bake, forecast } = wave;
  const started = millis(wave.startedAt);
  const ended = millis(wave.endedAt) ?? (over ? undefined : now);
  const spans: (Span | undefined)[] = [];
  let reached: number | undefined;
  if (started !== undefined && ended !== undefined) {
    const bakeStart = millis(bake.startedAt);
    const bakeEnd = millis(bake.endedAt) ?? ended;
    spans.push(span('run', started, bakeStart ?? ended));
    if (bakeStart !== undefined) {
      spans.push(span('bake', bakeStart, bakeEnd));
      spans.push(span('run', bakeEnd, ended));
    }
    reached = ended;
    if (bake.startedAt && !bake.endedAt && !wave.endedAt) {
      const bakeEnds = millis(bake.endsAt) ?? now;
      spans.push(span('bakeLeft', now, bakeEnds));
      reached = Math.max(ended, bakeEnds);
    }
  }
  if (!over && !wave.endedAt && wave.lifecycle !== 'done' && forecast) {
    const from = reached ?? Math.max(now, millis(forecast.start.p50) ?? now);
    const likely = millis(forecast.end.p50) ?? from;
    spans.push(span('forecast', from, likely));
    spans.push(
      span('late', Math.max(from, likely), millis(forecast.end.p90) ?? likely),
    );
  }
  return spans.filter((one): one is Span => one !== undefined);
}

function span(kind: SpanKind, from: number, to: number): Span | undefined {
  return to > from ? { kind, from, to } : undefined;
}

/** Round times by the reader's clock, never more than fit. */
function ticks(from: number, to: number): { time: number; text: string }[] {
  const minutes = (to - from) / 60_000;
  const step =
    STEPS_MINUTES.find(size => minutes / size <= MOST_TICKS) ??
    STEPS_MINUTES.at(-1)!;
  const day = DateTime.fromMillis(from).startOf('day');
  const passed = Math.floor((from - day.toMillis()) / 60_000 / step);
  const result = [];
  for (let count = passed + 1; result.length < 50; count++) {
    const time = day.plus({ minutes: count * step });
    if (time.toMillis() >= to) {
      break;
    }
    const midnight = time.hour === 0 && time.minute === 0;
    result.push({
      time: time.toMillis(),
      text: time.toFormat(step >= 1440 || midnight ? 'd LLL' : 'HH:mm'),
    });
  }
  return result;
}

function millis(iso: string | undefined): number | undefined {
  const time = iso === undefined ? NaN : Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}
