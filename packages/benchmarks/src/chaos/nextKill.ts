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

/** Kills that are behind the work come so much sooner. */
const BEHIND_FACTOR = 0.2;
/** Kills that are ahead of the work by all of it come so much later. */
const AHEAD_FACTOR = 30;
/** But never later than so many lives, that the end of the rollout be seen. */
const MAX_FACTOR = 8;
/** Every other kill waits for a call that changes something, and falls into it. */
const AIMED_SHARE = 0.5;

/** When the next kill is to fall. */
export interface NextKill {
  afterMs: number;
  /** How long it waits for a call then; not at all where it is not aimed. */
  patienceMs: number;
}

/**
 * At a random moment, so that kills are spread over all of a rollout: sooner
 * where it goes forward faster than they do, later where it does not. Pure but
 * for `random`.
 *
 * @param done - the share of the work that is done
 * @param killed - the share of the kills that fell
 */
export function nextKill(
  random: () => number,
  { done, killed, lifeMs }: { done: number; killed: number; lifeMs: number },
): NextKill {
  const ahead = killed - done;
  const factor =
    ahead < 0 ? BEHIND_FACTOR : Math.min(1 + ahead * AHEAD_FACTOR, MAX_FACTOR);
  const longestMs = lifeMs * factor;
  return {
    afterMs: random() * longestMs,
    patienceMs: random() < AIMED_SHARE ? longestMs : 0,
  };
}
