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

import { InputError } from '@backstage/errors';
import {
  DEFAULT_CONTROL_PLANE_PRICES,
  type Freeze,
  type RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AddonCatalogue, ObservationReader } from '../../collection/types';
import type { ClusterScope } from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import { isWithinWindow, type RollbackMeans } from '../engine/rollbackClock';
import type { RollbackGuide } from '../executors/guided/RollbackGuide';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import { forecastRollout } from '../forecast/forecastRollout';
import { plannedWaves } from '../forecast/plannedWaves';
import type { Forecast } from '../forecast/types';
import { lintGates } from '../gates/lintGates';
import type { RolloutGates } from '../gates/RolloutGates';
import type { InsightsRefresh } from '../insights/InsightsRefresh';
import { planWaves } from '../plan/planWaves';
import type { CellClusterRecord } from '../records';
import type { RolloutStore } from '../store/types';
import { parseStrategy } from '../strategy/parseStrategy';
import type { PlanningConfig } from '../strategy/readPlanningConfig';
import type { PlanningCluster, RolloutPlan } from '../types';
import type { ClusterSelector } from './ClusterSelector';
import { listAddons } from './listAddons';
import { readRollbackMeans } from './readRollbackMeans';

/** A draft with all that follows from it. */
export interface MadePlan {
  draft: RolloutDraft;
  clusters: PlanningCluster[];
  plan: RolloutPlan;
  forecast: Forecast;
}

/** Reads what plans are made of, and has them made. */
export class RolloutPlanner {
  readonly #selector: ClusterSelector;
  readonly #observations: ObservationReader;
  readonly #catalogue: AddonCatalogue;
  readonly #versions: VersionStore;
  readonly #executors: RolloutExecutors;
  readonly #guide?: RollbackGuide;
  readonly #insights?: Pick<InsightsRefresh, 'askWhereOld'>;
  readonly #gates: RolloutGates;
  readonly #store: Pick<RolloutStore, 'durations'>;
  readonly #config: PlanningConfig;
  readonly #freezes: Freeze[];
  readonly #extendedUsdPerHour: number;
  readonly #now: () => Date;

  constructor(options: {
    selector: ClusterSelector;
    observations: ObservationReader;
    catalogue: AddonCatalogue;
    versions: VersionStore;
    executors: RolloutExecutors;
    /** For clusters whose provisioner cannot go back. */
    guide?: RollbackGuide;
    /** Has EKS make insights anew that a rollback is to rest on. */
    insights?: Pick<InsightsRefresh, 'askWhereOld'>;
    gates: RolloutGates;
    store: Pick<RolloutStore, 'durations'>;
    config: PlanningConfig;
    /** The company's calendar, which gates of type `freeze` heed. */
    freezes: Freeze[];
    /** What extended support adds, per cluster. */
    extendedUsdPerHour?: number;
    now: () => Date;
  }) {
    this.#selector = options.selector;
    this.#observations = options.observations;
    this.#catalogue = options.catalogue;
    this.#versions = options.versions;
    this.#executors = options.executors;
    this.#guide = options.guide;
    this.#insights = options.insights;
    this.#gates = options.gates;
    this.#store = options.store;
    this.#config = options.config;
    this.#freezes = options.freezes;
    this.#extendedUsdPerHour =
      options.extendedUsdPerHour ??
      DEFAULT_CONTROL_PLANE_PRICES.extendedUsdPerHour -
        DEFAULT_CONTROL_PLANE_PRICES.standardUsdPerHour;
    this.#now = options.now;
  }

  /**
   * @returns the draft with its strategy checked
   * @throws InputError that names the field
   */
  check(draft: RolloutDraft): RolloutDraft {
    const { change, executor } = draft;
    if (!this.#executors.get(executor)) {
      throw new InputError(
        `executor: there is no executor ${executor}; there are ${this.#executors.ids.join(
          ', ',
        )}`,
      );
    }
    if (change.kind === 'kubernetesVersion' && !change.version) {
      throw new InputError('change.version: says which version to reach');
    }
    if (change.kind === 'addons' && typeof change.addons !== 'object') {
      throw new InputError('change.addons: says which versions, by name');
    }
    return { ...draft, strategy: parseStrategy(draft.strategy) };
  }

  async plan(scope: ClusterScope, given: RolloutDraft): Promise<MadePlan> {
    const draft = this.check(given);
    const clusters = await this.#selector.select(scope, draft);
    const { change, selection, strategy } = draft;
    const now = this.#now();
    const calendar = await this.#versions.calendar();
    const partition = clusters[0]?.partition ?? 'aws';
    const dates = calendar.versions(partition);
    const addons = await listAddons(this.#catalogue, clusters, change);
    const plan = planWaves({
      change,
      selection,
      strategy,
      clusters,
      productionEnvironments: this.#config.productionEnvironments,
      pairLabel: this.#config.pairLabel,
      addonVersions: (...key) => addons.get(key.join('/')),
      kubernetesVersions: dates.map(({ version }) => version),
      now,
    });
    plan.problems.unshift(...lintGates(strategy, this.#gates));
    const forecast = forecastRollout({
      waves: plannedWaves(plan, strategy),
      strategy,
      samples: await this.#store.durations(draft.executor),
      now,
      support: dates,
      extendedUsdPerHour: this.#extendedUsdPerHour,
      freezes: this.#freezes,
    });
    return { draft, clusters, plan, forecast };
  }

  /** How an executor would take a cluster back, or why it cannot. */
  async rollbackMeans(
    executorId: string,
    record: Pick<CellClusterRecord, 'cluster' | 'guided' | 'tracks'>,
  ): Promise<RollbackMeans> {
    if (isWithinWindow(record.tracks, this.#now())) {
      // Nobody who looks at a page waits for what EKS finds.
      void this.#insights?.askWhereOld([record.cluster]).catch(() => undefined);
    }
    return readRollbackMeans(this.#executors.get(executorId), record, {
      catalogue: this.#catalogue,
      observations: this.#observations,
      guide: this.#guide,
    });
  }
}
