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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { EngineStore } from '../store/types';
import type { CellRunner } from './CellRunner';
import { limited } from './limited';
import type { RolloutRunner } from './RolloutRunner';

const LEASE_SECONDS = 120;
const ROLLOUTS_AT_ONCE = 4;
const MAX_ROLLOUTS = 20;
const MAX_CELLS = 1000;
/** Steps that follow each other at once are taken in one reconcile, up to here. */
const MAX_ROUNDS = 100;

/**
 * Takes the next step of every rollout and cell that is due, until none is.
 * Any replica can; leases keep them off each other's rows.
 */
export class RolloutEngine {
  readonly #store: EngineStore;
  readonly #rollouts: Pick<RolloutRunner, 'step'>;
  readonly #cells: Pick<CellRunner, 'step'>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #onChanged: (ids: string[]) => void;
  readonly #owner = randomUUID();
  #sequence = 0;

  constructor(options: {
    store: EngineStore;
    rollouts: Pick<RolloutRunner, 'step'>;
    cells: Pick<CellRunner, 'step'>;
    logger: LoggerService;
    now: () => Date;
    /** Called with the ids of rollouts of which a step was taken. */
    onChanged?: (ids: string[]) => void;
  }) {
    this.#store = options.store;
    this.#rollouts = options.rollouts;
    this.#cells = options.cells;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#onChanged = options.onChanged ?? (() => {});
  }

  async reconcile(signal = new AbortController().signal): Promise<void> {
    const moved = new Set<string>();
    for (let round = 0; round < MAX_ROUNDS && !signal.aborted; round++) {
      const engine = await this.#store.beat(this.#now(), this.#sequence);
      this.#sequence = engine.sequence;
      const claim = { owner: this.#owner, leaseSeconds: LEASE_SECONDS };
      const rollouts = await this.#store.claimRollouts({
        ...claim,
        now: this.#now(),
        limit: MAX_ROLLOUTS,
      });
      await limited(ROLLOUTS_AT_ONCE, rollouts, async item => {
        try {
          await this.#rollouts.step(item, engine, signal);
        } catch (error) {
          // Its lease runs out, and another step is taken then.
          this.#logger.warn(
            `A step of the rollout ${item.rollout.id} failed`,
            toError(error),
          );
        }
      });
      const cells = await this.#store.claimCells({
        ...claim,
        now: this.#now(),
        limit: MAX_CELLS,
      });
      if (cells.length > 0) {
        await this.#cells.step(cells, engine, signal);
      }
      rollouts.forEach(({ rollout }) => moved.add(rollout.id));
      cells.forEach(({ rollout }) => moved.add(rollout.id));
      if (rollouts.length + cells.length === 0) {
        break;
      }
    }
    if (moved.size > 0) {
      this.#onChanged([...moved]);
    }
  }
}
