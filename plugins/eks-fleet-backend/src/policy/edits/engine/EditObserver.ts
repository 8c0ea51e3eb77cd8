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

import { NotFoundError } from '@backstage/errors';
import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  policyInCluster,
  type EffectivePolicies,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { chunks } from '../../../database/chunks';
import type { ClusterRecord, ClusterStore } from '../../../inventory/types';
import type { ExpectedStore } from '../../expected/types';
import type { PolicyViews } from '../../service/PolicyViews';
import { policyKey } from '../../store/policyKey';
import type { PolicyStore } from '../../store/types';
import { showsChange, type EditCluster, type EditRecord } from '../types';
import { seeEdit } from './seeEdit';

const PER_QUESTION = 200;

/** Looks where edits are in force, in what was last read of clusters and of Git. */
export class EditObserver {
  readonly #views: Pick<PolicyViews, 'clustersOf'>;
  readonly #policies: Pick<PolicyStore, 'feeds'>;
  readonly #expected: Pick<ExpectedStore, 'ofMany'>;
  readonly #clusters: Pick<ClusterStore, 'find'>;

  constructor(options: {
    views: Pick<PolicyViews, 'clustersOf'>;
    policies: Pick<PolicyStore, 'feeds'>;
    expected: Pick<ExpectedStore, 'ofMany'>;
    clusters: Pick<ClusterStore, 'find'>;
  }) {
    this.#views = options.views;
    this.#policies = options.policies;
    this.#expected = options.expected;
    this.#clusters = options.clusters;
  }

  async look(record: EditRecord, now: Date): Promise<EditCluster[]> {
    const waiting = record.clusters.filter(
      cluster => showsChange(cluster) && !cluster.inForceAt,
    );
    const arns = waiting.map(({ arn }) => arn);
    const clusters = new Map<string, ClusterRecord>();
    for (const part of chunks(arns, PER_QUESTION)) {
      const found = await this.#clusters.find(
        'all',
        { arns: part, limit: part.length * 2 },
        now,
      );
      found
        .filter(({ origin }) => origin === 'eks-fleet')
        .forEach(cluster => clusters.set(cluster.arn, cluster));
    }
    return seeEdit(record, {
      clusters,
      expected: await this.#expected.ofMany(arns),
      cells: await this.#cells(record.asked.policy, waiting),
      now,
    });
  }

  async #cells(
    policy: string,
    clusters: EditCluster[],
  ): Promise<Map<string, PolicyCell>> {
    const found = new Map<string, PolicyCell>();
    for (const engine of ['kyverno', 'gatekeeper'] as const) {
      const own = clusters.filter(cluster => cluster.engine === engine);
      for (const part of chunks(own, PER_QUESTION)) {
        const arns = part.map(({ arn }) => arn);
        for (const [arn, cell] of await this.#ofEngine(policy, engine, arns)) {
          found.set(arn, cell);
        }
      }
    }
    return found;
  }

  async #ofEngine(
    policy: string,
    engine: EffectivePolicies['engine'],
    arns: string[],
  ): Promise<Array<[string, PolicyCell]>> {
    const id = policyKey(policyInCluster(engine, policy));
    try {
      const { items } = await this.#views.clustersOf('all', id, {
        filter: [arns.map(arn => `cluster=${arn}`).join(',')],
        limit: arns.length,
      });
      return items.map(({ cell, cluster }) => [cluster.arn, cell]);
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
      // No cluster has it at all: where its engine was read, it is off.
      const feeds = await this.#policies.feeds(arns);
      return feeds
        .filter(({ engines }) => engines.includes(engine))
        .map(({ arn }) => [arn, { state: 'notDeployed' }]);
    }
  }
}
