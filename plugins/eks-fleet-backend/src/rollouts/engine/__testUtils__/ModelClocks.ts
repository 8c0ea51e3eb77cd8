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

/** Replicas' clocks differ by no more than this from the true time. */
export const MAX_SKEW_MS = 20_000;
export const HOUR_MS = 3_600_000;

/** The time as it is, and as each replica has it. */
export class ModelClocks {
  readonly #skews: number[];
  readonly #onPass: (ms: number) => void;
  readonly #jumps: number[];
  time: number;
  /** How often a clock was set. */
  jumps = 0;
  /** Whose clock counts for what is done just now. */
  acting = 0;

  constructor(options: {
    random: () => number;
    replicas: number;
    start: number;
    /** Called before so many milliseconds have gone by. */
    onPass: (ms: number) => void;
  }) {
    const { onPass, random, replicas, start } = options;
    this.time = start;
    this.#onPass = onPass;
    this.#skews = Array.from({ length: replicas }, () =>
      Math.round((random() * 2 - 1) * MAX_SKEW_MS),
    );
    this.#jumps = this.#skews.map(() => 0);
  }

  now(replica = this.acting): Date {
    return new Date(this.time + this.#skews[replica] + this.#jumps[replica]);
  }

  pass(ms: number): void {
    this.#onPass(ms);
    this.time += ms;
  }

  /** Sets the clock of a replica forward or back by that much, or right with 0. */
  set(replica: number, ms: number): void {
    this.jumps += this.#jumps[replica] === ms ? 0 : 1;
    this.#jumps[replica] = ms;
  }

  /** Whether the acting replica's clock is an hour off. */
  get isWrong(): boolean {
    return this.#jumps[this.acting] !== 0;
  }

  setRight(): void {
    this.#jumps.forEach((_, replica) => this.set(replica, 0));
  }
}
