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

import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';

type Delta = Extract<
  Parameters<EntityProviderConnection['applyMutation']>[0],
  { type: 'delta' }
>;

/** Hands a provider's entities to the catalog, and takes them back. */
export class EntityHandover {
  readonly #providerName: string;
  #connection?: EntityProviderConnection;

  constructor(providerName: string) {
    this.#providerName = providerName;
  }

  connect(connection: EntityProviderConnection): void {
    this.#connection = connection;
  }

  async add(entities: Entity[]): Promise<void> {
    const locationKey = this.#providerName;
    await this.#mutate({
      added: entities.map(entity => ({ entity, locationKey })),
      removed: [],
    });
  }

  async remove(entityRefs: string[]): Promise<void> {
    const locationKey = this.#providerName;
    await this.#mutate({
      added: [],
      removed: entityRefs.map(entityRef => ({ entityRef, locationKey })),
    });
  }

  async #mutate(delta: Pick<Delta, 'added' | 'removed'>): Promise<void> {
    if (delta.added.length + delta.removed.length === 0) {
      return;
    }
    if (!this.#connection) {
      throw new Error(`${this.#providerName} is not connected`);
    }
    await this.#connection.applyMutation({ type: 'delta', ...delta });
  }
}
