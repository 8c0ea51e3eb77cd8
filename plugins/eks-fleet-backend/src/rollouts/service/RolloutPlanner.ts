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

import { InputError, toError } from '@backstage/errors';
import {
  DEFAULT_CONTROL_PLANE_PRICES,
  type PlanProblem,
  type RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AwsPartition } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  AddonCatalogue,
  AddonVersions,
  ObservationReader,
} from '../../collection/types';
import { known } from '../../database/text';
import { parseClusterQuery } from '../../inventory/clusterQuery';
import type {
  ClusterRecord,
  ClusterScope,
  ClusterStore,
} from '../../inventory/types';
import { currentVersion } from '../../readiness/assess/context';
import { hopsBetween } from '../../readiness/assess/versions';
import type { VersionStore } from '../../versions/types';
import type { RollbackMeans } from '../engine/rollbackClock';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import { forecastRollout } from '../forecast/forecastRollout';
import type { RolloutGates } from '../gates/RolloutGates';
import { planWaves } from '../plan/planWaves';
import type { CellClusterRecord } from '../records';
import type { RolloutStore } from '../store/types';
import { parseStrategy } from '../strategy/parseStrategy';
import type { PlanningConfig } from '../strategy/readPlanningConfig';
import type { Forecast, PlanningCluster, RolloutPlan } from '../types';
import { readRollbackMeans } from './readRollbackMeans';

const PAGE = 1000;
const MAX_CLUSTERS = 5000;

/** A draft with all that follows from it. */
export interface MadePlan {
  draft: RolloutDraft;
  clusters: PlanningCluster[];
  plan: RolloutPlan;
  forecast: Forecast;
}

/** Reads what plans are made of, and has them made. */
export class RolloutPlanner {
  readonly #clusters: ClusterStore;
  readonly #observations: ObservationReader;
  readonly #catalogue: AddonCatalogue;
  readonly #versions: VersionStore;
  readonly #executors: RolloutExecutors;
  readonly #gates: RolloutGates;
  readonly #store: Pick<RolloutStore, 'durations'>;
  readonly #config: PlanningConfig;
  readonly #extendedUsdPerHour: number;
  readonly #now: () => Date;

  constructor(options: {
    clusters: ClusterStore;
    observations: ObservationReader;
    catalogue: AddonCatalogue;
    versions: VersionStore;
    executors: RolloutExecutors;
    gates: RolloutGates;
    store: Pick<RolloutStore, 'durations'>;
    config: PlanningConfig;
    /** What extended support adds, per cluster. */
    extendedUsdPerHour?: number;
    now: () => Date;
  }) {
    this.#clusters = options.clusters;
    this.#observations = options.observations;
    this.#catalogue = options.catalogue;
    this.#versions = options.versions;
    this.#executors = options.executors;
    this.#gates = options.gates;
    this.#store = options.store;
    this.#config = options.config;
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
    const clusters = await this.select(scope, draft);
    const { change, selection, strategy } = draft;
    const now = this.#now();
    const calendar = await this.#versions.calendar();
    const partition = clusters[0]?.partition ?? 'aws';
    const dates = calendar.versions(partition);
    const addons = await this.#listAddons(clusters, draft);
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
    plan.problems.unshift(...this.#lintGates(draft));
    const forecast = forecastRollout({
      plan,
      strategy,
      samples: await this.#store.durations(),
      now,
      support: dates,
      extendedUsdPerHour: this.#extendedUsdPerHour,
    });
    return { draft, clusters, plan, forecast };
  }

  /** The clusters of a selection, of those in the scope. */
  async select(
    scope: ClusterScope,
    { executor, selection }: Pick<RolloutDraft, 'executor' | 'selection'>,
  ): Promise<PlanningCluster[]> {
    const records = new Map<string, ClusterRecord>();
    const now = this.#now();
    const { filters } = parseClusterQuery({ filter: selection.filter });
    if (filters.length > 0 || !selection.clusters?.length) {
      const calendar = await this.#versions.calendar();
      let after;
      do {
        const page: Awaited<ReturnType<ClusterStore['list']>> =
          await this.#clusters.list(
            { scope, filters, calendar, now },
            { order: { field: 'name', direction: 'asc' }, limit: PAGE, after },
          );
        page.clusters.forEach(cluster => records.set(cluster.arn, cluster));
        after = page.hasMore ? page.last : undefined;
      } while (after && records.size <= MAX_CLUSTERS);
    }
    if (selection.clusters?.length) {
      const found = await this.#clusters.find(
        scope,
        { arns: selection.clusters },
        now,
      );
      found.forEach(cluster => records.set(cluster.arn, cluster));
    }
    if (records.size > MAX_CLUSTERS) {
      throw new InputError(
        `selection: takes more than ${MAX_CLUSTERS} clusters; make several rollouts of it`,
      );
    }
    return this.#toPlanning([...records.values()], executor);
  }

  /** How an executor would take a cluster back, or why it cannot. */
  rollbackMeans(
    executorId: string,
    record: Pick<CellClusterRecord, 'cluster' | 'tracks'>,
  ): Promise<RollbackMeans> {
    return readRollbackMeans(this.#executors.get(executorId), record, {
      catalogue: this.#catalogue,
      observations: this.#observations,
    });
  }

  /** For sweeps: ARNs only, of all clusters. */
  async selectArns(selection: RolloutDraft['selection']): Promise<string[]> {
    const { filters } = parseClusterQuery({ filter: selection.filter });
    const arns = new Set(selection.clusters);
    if (filters.length > 0 || arns.size === 0) {
      const calendar = await this.#versions.calendar();
      const { clusters } = await this.#clusters.list(
        { scope: 'all', filters, calendar, now: this.#now() },
        { order: { field: 'name', direction: 'asc' }, limit: MAX_CLUSTERS },
      );
      clusters
        .filter(({ origin }) => origin === 'eks-fleet')
        .forEach(({ arn }) => arns.add(arn));
    }
    selection.exclude?.forEach(arn => arns.delete(arn));
    return [...arns];
  }

  async #toPlanning(
    records: ClusterRecord[],
    executorId: string,
  ): Promise<PlanningCluster[]> {
    const executor = this.#executors.get(executorId);
    const observations = await this.#observations.ofMany(
      records.map(({ arn }) => arn),
    );
    return Promise.all(
      records.map(async record => {
        const cluster = toCluster(record);
        const observed = observations.get(record.arn) ?? {};
        return {
          ...cluster,
          system: known(record.system),
          foreign: record.origin !== 'eks-fleet',
          observations: observed,
          ability:
            record.origin === 'eks-fleet' && executor
              ? await executor.abilityFor(cluster)
              : {
                  canRollBack: false,
                  nodesApart: false,
                  walksMinorsAlone: false,
                },
        };
      }),
    );
  }

  async #listAddons(
    clusters: PlanningCluster[],
    { change }: RolloutDraft,
  ): Promise<Map<string, AddonVersions>> {
    const keys = new Map<string, [string, string, string]>();
    for (const cluster of clusters) {
      const current = currentVersion({
        cluster,
        observations: cluster.observations,
      });
      const versions = current
        ? [current, ...hopsBetween(current, change.version ?? current)]
        : [];
      for (const version of versions) {
        const key: [string, string, string] = [
          cluster.partition,
          cluster.region,
          version,
        ];
        keys.set(key.join('/'), key);
      }
    }
    const found = new Map<string, AddonVersions>();
    await Promise.all(
      [...keys].map(async ([key, parts]) => {
        const listed = await this.#catalogue.versions(...parts);
        if (listed) {
          found.set(key, listed.addons);
        }
      }),
    );
    return found;
  }

  /** What a wave asks of gates that are not here, or not so. */
  #lintGates({ strategy }: RolloutDraft): PlanProblem[] {
    const specs = [
      ...(strategy.before ?? []),
      ...(strategy.after ?? []),
      ...strategy.waves.flatMap(({ after = [], before = [] }) => [
        ...before,
        ...after,
      ]),
    ];
    const problems = new Map<string, PlanProblem>();
    for (const spec of specs) {
      try {
        this.#gates.validate(spec);
      } catch (error) {
        const message = `Gate ${spec.title ?? spec.type}: ${
          toError(error).message
        }`;
        problems.set(message, {
          code: 'gate.invalid',
          severity: 'error',
          message,
        });
      }
    }
    return [...problems.values()];
  }
}

function toCluster(record: ClusterRecord): RolloutCluster {
  return {
    arn: record.arn,
    entityRef: record.entityRef,
    partition: record.partition as AwsPartition,
    accountId: record.accountId,
    region: record.region,
    name: record.name,
    createdAt: known(record.createdAt),
    version: known(record.version),
    owner: known(record.owner),
    environment: known(record.environment),
    labels: record.labels,
  };
}
