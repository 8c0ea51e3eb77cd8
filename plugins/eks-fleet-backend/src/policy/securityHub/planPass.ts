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

/** What of a stream is to be read next. */
export function planPass(state: HubStreamState, now: Date): HubPass {
  const { full, fullAt, pass, watermark } = state;
  if (full && isWithin(full.startedAt, now, RESUME_WITHIN_MS)) {
    return {
      kind: 'full',
      startedAt: full.startedAt,
      pass,
      from: full.cursor,
    };
  }
  const startedAt = now.toISOString();
  if (!fullAt || full || !isWithin(fullAt, now, FULL_EVERY_MS)) {
    return { kind: 'full', startedAt, pass: pass + 1 };
  }
  return {
    kind: 'increment',
    startedAt,
    pass,
    from:
      watermark &&
      new Date(
        Math.min(Date.parse(watermark), now.getTime()) - OVERLAP_MS,
      ).toISOString(),
  };
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
  const latest = updated.reduce<string | undefined>(
    (late, time) => (late === undefined || time > late ? time : late),
    reached,
  );
  return latest !== undefined && latest > startedAt ? startedAt : latest;
}

/** What the next increment begins at, once a pass has come to its end. */
export function watermarkAfter(
  { kind, startedAt }: Pick<HubPass, 'kind' | 'startedAt'>,
  before: string | undefined,
  reached: string | undefined,
): string | undefined {
  if (kind === 'full' || before === undefined) {
    return reached;
  }
  // Nothing may have been updated; and what was kept may be of a wrong clock.
  return advance(before, reached === undefined ? [] : [reached], startedAt);
}

/** Times that are still to come are of a clock that was wrong. */
function isWithin(time: string, now: Date, spanMs: number): boolean {
  const age = now.getTime() - Date.parse(time);
  return age >= 0 && age < spanMs;
}
