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

import type { CellClaim, EngineState, EngineStore } from '../store/types';
import type { Permit } from './cellStep';
import type { StandingFinder } from './standing';

/** What cells may begin at this moment, and why some may nothing. */
export class CellPermits {
  readonly #store: Pick<EngineStore, 'isSettling'>;
  readonly #engine: EngineState;
  readonly #standing: StandingFinder;
  readonly #writes: boolean;
  /** By rollout. */
  readonly #settling = new Map<string, boolean>();

  constructor(options: {
    store: Pick<EngineStore, 'isSettling'>;
    engine: EngineState;
    standing: StandingFinder;
    writes: boolean;
  }) {
    this.#store = options.store;
    this.#engine = options.engine;
    this.#standing = options.standing;
    this.#writes = options.writes;
  }

  async of(claim: CellClaim): Promise<Permit> {
    const halt = this.#standing.haltOf(claim);
    if (halt) {
      return {
        may: false,
        // An installation that may not write does not even do that.
        mayProtect: this.#engine.stop.stopped
          ? this.#writes
          : halt.code !== 'fleet.stop',
        waiting: halt,
      };
    }
    return (await this.#isSettling(claim.rollout.id))
      ? {
          may: false,
          mayProtect: true,
          waiting: {
            code: 'cluster.notObserved',
            message:
              'All that is under way in this rollout is looked at first, since nobody did for a while',
          },
        }
      : { may: true };
  }

  async #isSettling(rolloutId: string): Promise<boolean> {
    const { settleSince } = this.#engine;
    if (!settleSince) {
      return false;
    }
    const known = this.#settling.get(rolloutId);
    if (known !== undefined) {
      return known;
    }
    const settling = await this.#store.isSettling(rolloutId, settleSince);
    this.#settling.set(rolloutId, settling);
    return settling;
  }
}
