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

import type { HubPass, HubStreamState } from './types';

/**
 * Findings of linked Regions arrive late, and senders' clocks are not ours: so
 * much is read again each time.
 */
export const OVERLAP_MS = 30 * 60_000;
/** What Security Hub forgets, and what a clock that is late hides, is found so often. */
export const FULL_EVERY_MS = 24 * 3_600_000;
/** An unfinished whole reading goes on where it stopped, and not for ever. */
const RESUME_WITHIN_MS = 24 * 3_600_000;

/** What was updated of a stream since it was last read; nothing before all of it was. */
export function planIncrement(
  { fullAt, pass, watermark }: HubStreamState,
  now: Date,
): HubPass | undefined {
  const late = Math.min(Date.parse(watermark ?? ''), now.getTime());
  return fullAt === undefined
    ? undefined
    : {
        kind: 'increment',
        startedAt: now.toISOString(),
        pass,
        from: watermark && new Date(late - OVERLAP_MS).toISOString(),
      };
}

/** All of a stream, or the rest of it; nothing where it was read lately. */
export function planFull(
  { full, fullAt, pass }: HubStreamState,
  now: Date,
): HubPass | undefined {
  const isFirst = fullAt === undefined;
  if (full && isWithin(full.startedAt, now, RESUME_WITHIN_MS)) {
    const { cursor, startedAt } = full;
    return { kind: 'full', startedAt, pass, from: cursor, isFirst };
  }
  return isFirst || full || !isWithin(fullAt, now, FULL_EVERY_MS)
    ? { kind: 'full', startedAt: now.toISOString(), pass: pass + 1, isFirst }
    : undefined;
}

/**
 * Until when whatever was updated has been read, after some more. Never later
 * than the reading began: the clock of whoever sent it may be ahead, and what
 * others update until then is still to come.
 */
export function advance(
  reached: string | undefined,
  updated: string[],
  startedAt: string,
): string | undefined {
  const latest = laterOf(reached, ...updated);
  return latest !== undefined && latest > startedAt ? startedAt : latest;
}

/**
 * The later of two times, one of which was kept: that one may be of a clock
 * that was ahead, and is then none.
 */
export function laterKnown(
  kept: string | undefined,
  time: string | undefined,
  now: string,
): string | undefined {
  return laterOf(kept !== undefined && kept <= now ? kept : undefined, time);
}

function laterOf(...times: Array<string | undefined>): string | undefined {
  return times
    .flatMap(time => time ?? [])
    .sort()
    .at(-1);
}

/** Times that are still to come are of a clock that was wrong. */
function isWithin(time: string, now: Date, spanMs: number): boolean {
  const age = now.getTime() - Date.parse(time);
  return age >= 0 && age < spanMs;
}
