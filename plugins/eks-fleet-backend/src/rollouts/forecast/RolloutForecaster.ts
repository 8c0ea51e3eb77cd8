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

import type {
  Freeze,
  RolloutLifecycle,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { VersionStore } from '../../versions/types';
import type { CellRecord, RolloutSnapshot } from '../records';
import type { RolloutStore } from '../store/types';
import { forecastRollout } from './forecastRollout';
import type { ForecastStore } from './ForecastStore';
import { standingWaves } from './standingWaves';
import { standstillOf } from './standstillOf';

const UNDER_WAY: RolloutLifecycle[] = ['running', 'paused', 'stopping'];
const FORECAST: RolloutLifecycle[] = [...UNDER_WAY, 'planned'];
/** A plan that waits to be started is forecast anew so often. */
const PLANNED_SECONDS = 600;
const PAGE = 100;
const CELLS = 1000;

/** Forecasts rollouts anew from where they stand. */
export class RolloutForecaster {
  readonly #store: Pick<
    RolloutStore,
    'cells' | 'durations' | 'fleetStop' | 'get' | 'list'
  >;
  readonly #forecasts: ForecastStore;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #freezes: Freeze[];
  readonly #extendedUsdPerHour: number;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<
      RolloutStore,
      'cells' | 'durations' | 'fleetStop' | 'get' | 'list'
    >;
    forecasts: ForecastStore;
    versions: Pick<VersionStore, 'calendar'>;
    /** The company's calendar, which gates of type `freeze` heed. */
    freezes: Freeze[];
    /** What extended support adds, per cluster. */
    extendedUsdPerHour: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#forecasts = options.forecasts;
    this.#versions = options.versions;
    this.#freezes = options.freezes;
    this.#extendedUsdPerHour = options.extendedUsdPerHour;
    this.#now = options.now;
  }

  /**
   * All that are under way, and those planned whose forecast has grown old.
   *
   * @throws the first of what went wrong, once all others are forecast
   */
  async refreshAll(signal?: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    let after: string | undefined;
    do {
      const page = await this.#store.list(
        { scope: 'all', filter: new Map([['lifecycle', FORECAST]]) },
        { limit: PAGE, after },
      );
      for (const snapshot of await this.#due(page.rollouts)) {
        if (signal?.aborted) {
          return;
        }
        await this.#forecast(snapshot).catch(error => failures.push(error));
      }
      after = page.next;
    } while (after !== undefined);
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  /** Those of these that are planned or under way. */
  async refresh(ids: string[]): Promise<void> {
    for (const id of ids) {
      const snapshot = await this.#store.get('all', id);
      if (snapshot && FORECAST.includes(snapshot.rollout.lifecycle)) {
        await this.#forecast(snapshot);
      }
    }
  }

  async #due(snapshots: RolloutSnapshot[]): Promise<RolloutSnapshot[]> {
    const known = await this.#forecasts.of(
      snapshots.map(({ rollout }) => rollout.id),
    );
    const old = new Date(
      this.#now().getTime() - PLANNED_SECONDS * 1000,
    ).toISOString();
    return snapshots.filter(({ rollout }) => {
      const before = known.get(rollout.id);
      const madeAt =
        before?.planHash === rollout.planHash
          ? before.forecast.madeAt
          : rollout.plan?.madeAt ?? '';
      return rollout.lifecycle !== 'planned' || madeAt < old;
    });
  }

  async #forecast(snapshot: RolloutSnapshot): Promise<void> {
    const { rollout } = snapshot;
    const cells = await this.#cellsLeft(rollout.id);
    const calendar = await this.#versions.calendar();
    const now = this.#now();
    const forecast = forecastRollout({
      waves: standingWaves(snapshot, cells, now),
      strategy: rollout.strategy,
      samples: await this.#store.durations(rollout.executor),
      now,
      stands: standstillOf(rollout, await this.#store.fleetStop()),
      support: calendar.versions(
        cells[0]?.clusters[0]?.cluster.partition ?? 'aws',
      ),
      extendedUsdPerHour: this.#extendedUsdPerHour,
      freezes: this.#freezes,
    });
    await this.#forecasts.put(rollout.id, {
      planHash: rollout.planHash,
      forecast,
    });
  }

  async #cellsLeft(id: string): Promise<CellRecord[]> {
    const cells: CellRecord[] = [];
    let after: string | undefined;
    do {
      const page = await this.#store.cells(
        id,
        { states: ['planned', 'queued', 'running'], clusters: 'all' },
        { limit: CELLS, after },
      );
      cells.push(...page.cells);
      after = page.next;
    } while (after !== undefined);
    return cells;
  }
}
