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
import type { RolloutDraft } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsPartition,
  RolloutCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../../collection/types';
import { known } from '../../database/text';
import { parseClusterQuery } from '../../inventory/clusterQuery';
import type {
  ClusterRecord,
  ClusterScope,
  ClusterStore,
} from '../../inventory/types';
import type { VersionStore } from '../../versions/types';
import type { RolloutExecutors } from '../executors/RolloutExecutors';
import type { PlanningCluster } from '../types';

const PAGE = 1000;
const MAX_CLUSTERS = 5000;

/** Finds the clusters of a selection, with all that planning needs of them. */
export class ClusterSelector {
  readonly #clusters: ClusterStore;
  readonly #observations: ObservationReader;
  readonly #versions: VersionStore;
  readonly #executors: RolloutExecutors;
  readonly #now: () => Date;

  constructor(options: {
    clusters: ClusterStore;
    observations: ObservationReader;
    versions: VersionStore;
    executors: RolloutExecutors;
    now: () => Date;
  }) {
    this.#clusters = options.clusters;
    this.#observations = options.observations;
    this.#versions = options.versions;
    this.#executors = options.executors;
    this.#now = options.now;
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

  /** For sweeps: ARNs only, of all clusters. */
  async arns(selection: RolloutDraft['selection']): Promise<string[]> {
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
