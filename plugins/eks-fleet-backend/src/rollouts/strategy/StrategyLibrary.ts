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

import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  RolloutStrategy,
  SavedStrategy,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { shippedStrategies } from './shippedStrategies';
import { strategyToYaml } from './strategyToYaml';
import type { PlanningConfig } from './readPlanningConfig';
import type { StoredStrategy, StrategyStore } from './types';

/**
 * All strategies there are: of configuration, shipped, and saved by users. A
 * configured one takes the place of a shipped one; what is saved takes nobody's.
 */
export class StrategyLibrary {
  readonly #fixed: Map<string, SavedStrategy>;
  readonly #store: StrategyStore;

  constructor(options: {
    config: Pick<PlanningConfig, 'strategies' | 'productionEnvironments'>;
    store: StrategyStore;
  }) {
    const { strategies, productionEnvironments } = options.config;
    this.#store = options.store;
    this.#fixed = new Map(
      [
        ...shippedStrategies(productionEnvironments).map(strategy =>
          present(strategy, 'shipped'),
        ),
        ...strategies.map(strategy => present(strategy, 'configured')),
      ].map(item => [item.strategy.name, item]),
    );
  }

  /** Configured ones first, then the shipped, then the saved by name. */
  async list(): Promise<SavedStrategy[]> {
    const fixed = [...this.#fixed.values()];
    const saved = (await this.#store.list()).filter(
      ({ strategy }) => !this.#fixed.has(strategy.name),
    );
    return [
      ...fixed.filter(({ origin }) => origin === 'configured'),
      ...fixed.filter(({ origin }) => origin === 'shipped'),
      ...saved.map(presentStored),
    ];
  }

  /** @throws NotFoundError */
  async get(name: string): Promise<SavedStrategy> {
    const fixed = this.#fixed.get(name);
    if (fixed) {
      return fixed;
    }
    const stored = await this.#store.get(name);
    if (!stored) {
      throw new NotFoundError(`There is no strategy ${name}`);
    }
    return presentStored(stored);
  }

  /** @throws ConflictError where the name is that of a shipped or configured one */
  async save(stored: StoredStrategy): Promise<SavedStrategy> {
    this.#refuseFixed(stored.strategy.name, 'save yours under another name');
    await this.#store.put(stored);
    return presentStored(stored);
  }

  /** @throws NotFoundError, or ConflictError for a shipped or configured one */
  async delete(name: string): Promise<void> {
    this.#refuseFixed(name, 'it cannot be deleted here');
    if (!(await this.#store.delete(name))) {
      throw new NotFoundError(`There is no strategy ${name}`);
    }
  }

  #refuseFixed(name: string, advice: string): void {
    const fixed = this.#fixed.get(name);
    if (fixed) {
      throw new ConflictError(
        `${name} is a ${fixed.origin} strategy; ${advice}`,
      );
    }
  }
}

function present(
  strategy: RolloutStrategy,
  origin: SavedStrategy['origin'],
): SavedStrategy {
  return { strategy, origin, yaml: strategyToYaml(strategy) };
}

function presentStored({
  strategy,
  updatedBy,
  updatedAt,
}: StoredStrategy): SavedStrategy {
  return { ...present(strategy, 'saved'), updatedBy, updatedAt };
}
