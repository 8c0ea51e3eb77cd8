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

import type { ClusterStore } from '../../../inventory/types';
import type { VersionStore } from '../../../versions/types';
import type { PolicyStore } from '../../store/types';
import type { ExceptionCluster, ExceptionRecord } from '../types';
import { seeClusters } from './seeClusters';

/** Looks where exceptions are, in what was last read of clusters. */
export class ExceptionSightings {
  readonly #policies: Pick<PolicyStore, 'exceptions' | 'feeds'>;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #versions: Pick<VersionStore, 'calendar'>;

  constructor(options: {
    policies: Pick<PolicyStore, 'exceptions' | 'feeds'>;
    clusters: Pick<ClusterStore, 'find'>;
    versions: Pick<VersionStore, 'calendar'>;
  }) {
    this.#policies = options.policies;
    this.#clusters = options.clusters;
    this.#versions = options.versions;
  }

  async look(record: ExceptionRecord, now: Date): Promise<ExceptionCluster[]> {
    const arns = record.clusters.map(({ arn }) => arn);
    const found = await this.#clusters.find(
      'all',
      { arns, limit: arns.length * 2 },
      now,
    );
    const exceptions = await this.#policies.exceptions({
      scope: 'all',
      filters: [[{ facet: 'cluster', values: arns }]],
      calendar: await this.#versions.calendar(),
      now,
    });
    return seeClusters(record, {
      clusters: new Map(
        found
          .filter(({ origin }) => origin === 'eks-fleet')
          .map(cluster => [cluster.arn, cluster]),
      ),
      exceptions,
      feeds: await this.#policies.feeds(arns),
      now,
    });
  }
}
