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

import type { ClusterStore } from '../inventory/types';
import type { VersionStore } from '../versions/types';
import type { Notifier } from './Notifier';
import { findSupportNotices } from './findSupportNotices';

const PAGE = 500;

/** Looks through the whole fleet for support that ends soon. */
export class SupportNotices {
  readonly #clusters: Pick<ClusterStore, 'list'>;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #notifier: Pick<Notifier, 'queue'>;
  readonly #portalPath?: string;

  constructor(options: {
    clusters: Pick<ClusterStore, 'list'>;
    versions: Pick<VersionStore, 'calendar'>;
    notifier: Pick<Notifier, 'queue'>;
    portalPath?: string;
  }) {
    this.#clusters = options.clusters;
    this.#versions = options.versions;
    this.#notifier = options.notifier;
    this.#portalPath = options.portalPath;
  }

  async queue(now: Date): Promise<void> {
    const calendar = await this.#versions.calendar();
    let after;
    let hasMore = true;
    while (hasMore) {
      const page = await this.#clusters.list(
        {
          scope: 'all',
          filters: [[{ facet: 'origin', values: ['eks-fleet'] }]],
          calendar,
          now,
        },
        { order: { field: 'name', direction: 'asc' }, limit: PAGE, after },
      );
      await this.#notifier.queue(
        page.clusters.flatMap(cluster =>
          findSupportNotices(cluster, {
            calendar,
            now,
            portalPath: this.#portalPath,
          }),
        ),
      );
      after = page.last;
      hasMore = page.hasMore;
    }
  }
}
