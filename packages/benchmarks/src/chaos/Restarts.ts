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

import type { Replica } from './Replica';

/** Replicas that come back while others are killed. */
export class Restarts {
  readonly #running = new Set<Promise<void>>();
  #error?: Error;

  begin(replica: Replica): void {
    const running = replica
      .start()
      .catch((error: Error) => {
        this.#error ??= error;
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** @throws the first error of a start */
  check(): void {
    if (this.#error) {
      throw this.#error;
    }
  }

  /** @throws the first error of a start */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
    this.check();
  }
}
