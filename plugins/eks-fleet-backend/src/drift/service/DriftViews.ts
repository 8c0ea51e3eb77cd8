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

import {
  checkClusterSpec,
  type Cluster,
  type ClusterDrift,
  type ClusterSpec,
  type DriftSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ClusterSpecRefusal,
  locateCluster,
  type FleetRepository,
  type Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  ClusterObservations,
  ObservationReader,
} from '../../collection/types';
import type { ClusterInventory } from '../../inventory/ClusterInventory';
import type { ClusterScope } from '../../inventory/types';
import { fileUrl } from '../../rollouts/executors/guided/fileUrl';
import { DRIFT_KINDS } from '../judge/DriftKeeper';
import type { DriftStore, StatementRecord, StatementStore } from '../types';
import { adoptionOf } from './adoptionOf';
import { bringBackOf } from './bringBackOf';

/** How clusters compare with Git, each under the asker's scope. Calls nothing outside. */
export class DriftViews {
  readonly #inventory: Pick<ClusterInventory, 'get'>;
  readonly #statements: Pick<StatementStore, 'ofMany'>;
  readonly #drifts: Pick<DriftStore, 'ofMany'>;
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #repositories: readonly FleetRepository[];
  readonly #provisioners: readonly Provisioner[];

  constructor(options: {
    inventory: Pick<ClusterInventory, 'get'>;
    statements: Pick<StatementStore, 'ofMany'>;
    drifts: Pick<DriftStore, 'ofMany'>;
    observations: Pick<ObservationReader, 'ofMany'>;
    repositories: readonly FleetRepository[];
    provisioners: readonly Provisioner[];
  }) {
    this.#inventory = options.inventory;
    this.#statements = options.statements;
    this.#drifts = options.drifts;
    this.#observations = options.observations;
    this.#repositories = options.repositories;
    this.#provisioners = options.provisioners;
  }

  /** @throws NotFoundError for what is not there and what the scope leaves out */
  async get(scope: ClusterScope, entityRef: string): Promise<ClusterDrift> {
    const cluster = await this.#inventory.get(scope, { entityRef });
    const { arn, origin } = cluster;
    const unknown = {
      state: 'unknown',
      differences: [],
      uncompared: [],
    } as const;
    if (origin !== 'eks-fleet' || !arn) {
      return {
        ...unknown,
        differences: [],
        uncompared: [],
        message:
          'Another source of the catalog says that it exists; it is not read.',
      };
    }
    const [statements, drifts, observations] = await Promise.all([
      this.#statements.ofMany([arn]),
      this.#drifts.ofMany([arn]),
      this.#observations.ofMany([arn], DRIFT_KINDS),
    ]);
    const statement = statements.get(arn);
    const drift = drifts.get(arn);
    const observed = observations.get(arn) ?? {};
    const { state, differences, uncompared } = drift ?? {
      ...unknown,
      differences: [],
      uncompared: [],
    };
    const message =
      messageOf(statement, observed) ??
      (drift ? undefined : 'It was not compared yet.');
    const git = statement && this.#sourceOf(statement);
    return {
      state,
      ...(drift && { since: drift.since, judgedAt: drift.judgedAt }),
      ...(message && { message }),
      ...(git && { git }),
      ...(observed.controlPlane?.observedAt && {
        observedAt: observed.controlPlane.observedAt,
      }),
      differences,
      uncompared,
      ...(statement?.spec &&
        differences.length > 0 &&
        this.#waysOut(statement, statement.spec, cluster, {
          differences,
          observed,
        })),
    };
  }

  #waysOut(
    { head, path, provisioner }: StatementRecord,
    spec: ClusterSpec,
    cluster: Cluster,
    {
      differences,
      observed,
    }: Pick<ClusterDrift, 'differences'> & {
      observed: ClusterObservations;
    },
  ): Pick<ClusterDrift, 'adoption' | 'bringBack'> {
    const writes = this.#provisioners.find(({ id }) => id === provisioner);
    const settings = this.#settingsOf(cluster);
    return {
      adoption: adoptionOf({
        spec,
        commit: head,
        differences,
        observed,
        isSayable: wanted => isSayable(writes, wanted, { path, settings }),
      }),
      bringBack: bringBackOf(spec, head, differences),
    };
  }

  #settingsOf(cluster: Cluster): Record<string, string> {
    const { accountId = '', labels, name, partition, region = '' } = cluster;
    const located = locateCluster(this.#repositories, {
      accountId,
      labels,
      name,
      partition: partition as Parameters<typeof locateCluster>[1]['partition'],
      region,
    });
    return 'file' in located ? located.file.settings ?? {} : {};
  }

  #sourceOf(statement: StatementRecord): DriftSource | undefined {
    const { head, path, problems, readAt } = statement;
    const repository = this.#repositories.find(
      ({ id }) => id === statement.repository,
    );
    if (!repository || statement.problem?.code === 'noFile') {
      return undefined;
    }
    const provisioner = this.#provisioners.find(
      ({ id }) => id === statement.provisioner,
    );
    return {
      repository: repository.url,
      path,
      url: fileUrl({ url: repository.url, branch: head }, path, 'commit'),
      commit: head,
      readAt,
      isWhole: statement.statement?.isWhole === true,
      problems,
      ...(provisioner && { provisioner: provisioner.title }),
    };
  }
}

function messageOf(
  statement: StatementRecord | undefined,
  observed: ClusterObservations,
): string | undefined {
  if (!statement) {
    return 'What Git says of it was not read yet.';
  }
  if (statement.problem) {
    return statement.problem.message;
  }
  return observed.controlPlane?.document
    ? undefined
    : 'What EKS says of it was not read yet.';
}

/** Whether the cluster's file can say all of that. */
function isSayable(
  writes: Provisioner | undefined,
  spec: ClusterSpec,
  context: { path: string; settings: Record<string, string> },
): boolean {
  if (!writes?.render || 'problems' in checkClusterSpec(spec)) {
    return false;
  }
  try {
    writes.render(spec, context);
    return true;
  } catch (error) {
    if (error instanceof ClusterSpecRefusal) {
      return false;
    }
    throw error;
  }
}
