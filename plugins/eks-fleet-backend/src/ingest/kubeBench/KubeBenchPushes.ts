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
  ObservationFailure,
  parseKubeBench,
  type CollectedCluster,
  type KubeBenchText,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { keyOf } from '../../policy/store/policyKey';
import { IngestRefusal } from '../IngestRefusal';
import type { PushedItemStore } from '../push/types';
import { tokenClusterOf } from '../tokens/tokenClusterOf';

/** Names it on Sources. */
export const KUBE_BENCH_FEED = 'policyKubeBenchPushed';

/** Takes what `kube-bench --json` prints, a node at a time. */
export class KubeBenchPushes {
  readonly #store: PushedItemStore;
  readonly #expireAfterMs: number;
  readonly #now: () => Date;

  constructor(options: {
    store: PushedItemStore;
    /** What a node has not said again for so long is forgotten. */
    expireAfterMs: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#expireAfterMs = options.expireAfterMs;
    this.#now = options.now;
  }

  /**
   * What the same node printed before is replaced.
   *
   * @param node - left out where the output is of the whole cluster
   * @throws IngestRefusal
   */
  async take(
    cluster: CollectedCluster,
    body: unknown,
    node?: string,
  ): Promise<void> {
    const document: KubeBenchText = {
      text: JSON.stringify(body),
      ...(node && { node }),
    };
    try {
      parseKubeBench([document]);
    } catch (error) {
      throw error instanceof ObservationFailure
        ? new IngestRefusal('invalid', error.message)
        : error;
    }
    const now = this.#now();
    const isTaken = await this.#store.put(
      tokenClusterOf(cluster),
      KUBE_BENCH_FEED,
      { key: keyOf([node ?? ''], 32), document },
      { now, expiresAt: new Date(now.getTime() + this.#expireAfterMs) },
    );
    if (!isTaken) {
      throw new IngestRefusal(
        'tooMany',
        'More nodes of this cluster are known than are taken; a few nodes of each kind are enough',
      );
    }
  }
}
