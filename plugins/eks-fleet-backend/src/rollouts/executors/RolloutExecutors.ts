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

import type { RolloutExecutor } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** The ways to change clusters that this installation has, by id. */
export class RolloutExecutors {
  readonly #executors = new Map<string, RolloutExecutor>();

  /** @throws Error where the id is taken */
  add<TObserved>(executor: RolloutExecutor<TObserved>): void {
    if (this.#executors.has(executor.id)) {
      throw new Error(`There are two executors ${executor.id}`);
    }
    this.#executors.set(executor.id, executor as RolloutExecutor);
  }

  get(id: string): RolloutExecutor | undefined {
    return this.#executors.get(id);
  }

  get ids(): string[] {
    return [...this.#executors.keys()];
  }
}
