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
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  accountEntityName,
  accountToEntity,
} from '../entities/clusterToEntity';
import type { EksFleetProviderConfig } from '../config/types';
import type { DiscoveryStore } from '../state/types';

const NAME = 'eks-fleet:accounts';

/**
 * Hands over the AWS accounts of all providers together, so that two
 * providers over one account do not contend for its entity.
 */
export class AccountEntityProvider implements EntityProvider {
  readonly #configs: Map<string, EksFleetProviderConfig>;
  readonly #store: DiscoveryStore;
  #connection?: EntityProviderConnection;

  constructor(configs: EksFleetProviderConfig[], store: DiscoveryStore) {
    this.#configs = new Map(configs.map(config => [config.id, config]));
    this.#store = store;
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /**
   * Brings the catalog in step with the accounts that are known. An account
   * that left the scope stays while a cluster of it is in the catalog.
   */
  async refresh(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    const accounts = await this.#store.listAccounts();
    const added = new Map<string, ReturnType<typeof accountToEntity>>();
    const gone = new Map<string, string>();
    for (const { accountId, provider, name, inScope } of accounts) {
      const config = this.#configs.get(provider);
      if (!config) {
        continue;
      }
      const { namespace, defaultOwner: owner } = config;
      const ref = `resource:${namespace}/${accountEntityName(accountId)}`;
      if (inScope || (await this.#holdsClusters(provider, accountId))) {
        const known = added.get(ref);
        if (!known || (known.metadata.title === accountId && name)) {
          added.set(
            ref,
            accountToEntity({ accountId, name, namespace, owner }),
          );
        }
      } else {
        gone.set(ref, accountId);
      }
    }
    await this.#connection.applyMutation({
      type: 'delta',
      added: [...added.values()].map(entity => ({ entity, locationKey: NAME })),
      removed: [...gone.keys()]
        .filter(ref => !added.has(ref))
        .map(entityRef => ({ entityRef, locationKey: NAME })),
    });
  }

  async #holdsClusters(provider: string, accountId: string): Promise<boolean> {
    const clusters = await this.#store.listClusters({ provider });
    return clusters.some(cluster => cluster.accountId === accountId);
  }
}
