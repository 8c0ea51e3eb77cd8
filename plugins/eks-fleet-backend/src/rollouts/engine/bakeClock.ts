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

import type { BakeClock } from '../records';

/**
 * Longer than a reconcile that came late, and far shorter than what could go
 * by unseen while nobody looked.
 */
export const MAX_GAP_SECONDS = 120;

/** A clock that has not counted anything yet. */
export function startBake(
  asked: { seconds: number; minimumSamples: number },
  look: { quiet: boolean; now: Date },
): BakeClock {
  const at = look.now.toISOString();
  return {
    ...asked,
    healthySeconds: 0,
    stoodStillSeconds: 0,
    samples: look.quiet ? 1 : 0,
    startedAt: at,
    lookedAt: at,
    quiet: look.quiet,
  };
}

/**
 * Counts the time since the look before as healthy only where both looks were
 * good and not far apart. Pure.
 */
export function tickBake(
  clock: BakeClock,
  { quiet, now }: { quiet: boolean; now: Date },
): BakeClock {
  const passed = (now.getTime() - Date.parse(clock.lookedAt)) / 1000;
  if (passed <= 0) {
    // Another replica's clock is ahead, or this one was set back a little: the
    // later look stays, so that no second is counted twice.
    return passed >= -MAX_GAP_SECONDS
      ? { ...clock, quiet: clock.quiet && quiet }
      : { ...clock, lookedAt: now.toISOString(), quiet: false };
  }
  const looked = { ...clock, lookedAt: now.toISOString(), quiet };
  const healthy = clock.quiet && quiet && passed <= MAX_GAP_SECONDS;
  return {
    ...looked,
    samples: clock.samples + (quiet ? 1 : 0),
    healthySeconds: clock.healthySeconds + (healthy ? passed : 0),
    stoodStillSeconds: clock.stoodStillSeconds + (healthy ? 0 : passed),
  };
}

export function isBaked(clock: BakeClock): boolean {
  return (
    clock.healthySeconds >= clock.seconds &&
    clock.samples >= clock.minimumSamples
  );
}

/** At the earliest. */
export function bakeEnd(clock: BakeClock): Date {
  const left = Math.max(clock.seconds - clock.healthySeconds, 0);
  return new Date(Date.parse(clock.lookedAt) + left * 1000);
}
