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

import type { Later } from '../../collection/runCollector';

/** After this long without another change, changes are told. */
const QUIET_MS = 10_000;

export interface ChangeHintsOptions {
  /** Changes that do not end are told this often. */
  atMostEveryMs: number;
  tell(): void;
  now(): Date;
  later: Later;
}

/** Makes one hint of many changes: when it is quiet again, and not too often. */
export class ChangeHints {
  readonly #options: ChangeHintsOptions;
  /** Of changes that are not told yet. */
  #first?: number;
  #toldAt = -Infinity;
  #cancel?: () => void;
  #stopped = false;

  constructor(options: ChangeHintsOptions) {
    this.#options = options;
  }

  changed(): void {
    if (this.#stopped) {
      return;
    }
    const { atMostEveryMs, later, now } = this.#options;
    const at = now().getTime();
    this.#first ??= at;
    const tellAt = Math.max(
      Math.min(at + QUIET_MS, this.#first + atMostEveryMs),
      this.#toldAt + atMostEveryMs,
    );
    this.#cancel?.();
    this.#cancel = later(() => this.#tell(), Math.max(0, tellAt - at));
  }

  /** Tells nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  #tell(): void {
    this.#cancel = undefined;
    this.#first = undefined;
    this.#toldAt = this.#options.now().getTime();
    this.#options.tell();
  }
}
