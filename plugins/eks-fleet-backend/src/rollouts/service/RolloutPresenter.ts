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

import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ForecastStore } from '../forecast/ForecastStore';
import type { RolloutSnapshot } from '../records';
import type { RolloutStore } from '../store/types';
import type { StrategyLibrary } from '../strategy/StrategyLibrary';
import { presentRollout } from './presentRollout';
import type { Reader } from './readerOf';
import { mayDecide, rightsOf } from './rightsOf';

/** Shows rollouts to a reader, without what that reader may not see. */
export class RolloutPresenter {
  readonly #store: RolloutStore;
  readonly #strategies: Pick<StrategyLibrary, 'list'>;
  readonly #forecasts: Pick<ForecastStore, 'of'>;

  constructor(options: {
    store: RolloutStore;
    strategies: Pick<StrategyLibrary, 'list'>;
    forecasts: Pick<ForecastStore, 'of'>;
  }) {
    this.#store = options.store;
    this.#strategies = options.strategies;
    this.#forecasts = options.forecasts;
  }

  async present(
    reader: Reader,
    snapshots: RolloutSnapshot[],
  ): Promise<Rollout[]> {
    const ids = snapshots.map(({ rollout }) => rollout.id);
    const limited = reader.clusters !== 'all';
    const [counts, moved, strategies, forecasts] = await Promise.all([
      limited ? this.#store.countCells(ids, reader.clusters) : undefined,
      this.#store.countMoved(ids, reader.clusters),
      this.#strategies.list(),
      this.#forecasts.of(ids),
    ]);
    return Promise.all(
      snapshots.map(async snapshot => {
        const { rollout } = snapshot;
        const same = strategies.find(
          ({ strategy }) => strategy.name === rollout.strategy.name,
        );
        const may = rightsOf(reader, rollout);
        const forecast = forecasts.get(rollout.id);
        return presentRollout(snapshot, {
          may,
          counts: counts?.get(rollout.id),
          readable: await this.readableOf(reader, arnsOf(snapshot)),
          readableCells: limited
            ? await this.#readableCells(reader, snapshot)
            : undefined,
          forecast:
            forecast?.planHash === rollout.planHash
              ? forecast.forecast
              : undefined,
          movedOutside: moved.get(rollout.id) ?? 0,
          strategyChanged:
            same !== undefined &&
            JSON.stringify(same.strategy) !== JSON.stringify(rollout.strategy),
          mayDecide: gate => mayDecide(gate, may, rollout, reader.user),
        });
      }),
    );
  }

  /** Of these ARNs those that the reader may see; `undefined` for all. */
  async readableOf(
    reader: Reader,
    arns: string[],
  ): Promise<Set<string> | undefined> {
    return reader.clusters === 'all'
      ? undefined
      : this.#store.readable(arns, reader.clusters);
  }

  async #readableCells(
    reader: Reader,
    { gates, rollout, waves }: RolloutSnapshot,
  ): Promise<Set<string>> {
    const ids = [rollout, ...waves, ...gates].flatMap(
      ({ waiting }) => waiting?.cellId ?? [],
    );
    const readable = new Set<string>();
    for (const id of new Set(ids)) {
      if (await this.#store.cell(rollout.id, id, reader.clusters)) {
        readable.add(id);
      }
    }
    return readable;
  }
}

function arnsOf({ rollout }: RolloutSnapshot): string[] {
  const { plan, selection, unassigned } = rollout;
  return [
    ...unassigned,
    ...(selection.clusters ?? []),
    ...(selection.exclude ?? []),
    ...(plan?.problems.flatMap(({ clusters }) => clusters ?? []) ?? []),
  ];
}
