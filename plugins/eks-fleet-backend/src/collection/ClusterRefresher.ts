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

import type { RefreshProgress } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { DiscoveryRequests } from '../targets/DiscoveryRequests';
import type { CollectionWorker } from './CollectionWorker';
import type { ObservationStore } from './store/types';

/** Has one cluster read again, by discovery and by all collectors. */
export class ClusterRefresher {
  readonly #store: Pick<ObservationStore, 'requestRefresh' | 'progress'>;
  readonly #worker: Pick<CollectionWorker, 'wake'>;
  readonly #discovery: Pick<DiscoveryRequests, 'refresh'>;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<ObservationStore, 'requestRefresh' | 'progress'>;
    worker: Pick<CollectionWorker, 'wake'>;
    discovery: Pick<DiscoveryRequests, 'refresh'>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#worker = options.worker;
    this.#discovery = options.discovery;
    this.#now = options.now;
  }

  /** Returns when it was asked for, which is long before it is done. */
  async refresh(arn: string): Promise<void> {
    await this.#store.requestRefresh(arn, this.#now());
    this.#discovery.refresh({ arns: [arn] });
    this.#worker.wake();
  }

  async progress(arn: string): Promise<RefreshProgress> {
    return this.#store.progress(arn, this.#now());
  }
}
