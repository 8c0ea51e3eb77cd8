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

import type { CallLimits } from '../CallLimiter';

/** AWS's own bucket of one target, which counts calls as they arrive. */
export class AwsBucket {
  arrived = 0;
  refused = 0;
  readonly #limits: CallLimits;
  #tokens: number;
  #filledAt = performance.now();

  constructor(limits: CallLimits) {
    this.#limits = limits;
    this.#tokens = limits.burst;
  }

  arrive(): void {
    const { burst, requestsPerSecond } = this.#limits;
    const now = performance.now();
    const filled = ((now - this.#filledAt) / 1000) * requestsPerSecond;
    this.#tokens = Math.min(burst, this.#tokens + filled);
    this.#filledAt = now;
    this.arrived += 1;
    // Sums of tenths are not exact.
    if (this.#tokens < 1 - 1e-9) {
      this.refused += 1;
    } else {
      this.#tokens -= 1;
    }
  }
}
