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

import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { DiscoveryStore } from '../state/types';

const OWN_LOCATION_TYPE = 'eks-fleet';
const API_SERVER = 'kubernetes.io/api-server';
const AUTH_PROVIDER = 'kubernetes.io/auth-provider';

/**
 * Keeps clusters that others register from using our rights.
 *
 * The kubernetes plugin connects to whatever `kubernetes-cluster` entity the
 * catalog holds: for the auth provider `aws` it assumes the role that the
 * entity names and sends a token for the cluster that the entity names to the
 * host that the entity names. Whoever may register a file could so have a
 * token sent to a host of theirs. Such an entity loses its API server, without
 * which the kubernetes plugin leaves it alone, unless its location is trusted
 * by configuration.
 *
 * An entity under the name of a discovered cluster is refused.
 */
export class ForeignClusterProcessor implements CatalogProcessor {
  readonly #store: DiscoveryStore;
  readonly #trustedLocations: string[];

  constructor(options: { store: DiscoveryStore; trustedLocations: string[] }) {
    this.#store = options.store;
    this.#trustedLocations = options.trustedLocations;
  }

  getProcessorName(): string {
    return 'eks-fleet-foreign-cluster';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    originLocation: LocationSpec,
  ): Promise<Entity> {
    if (
      originLocation.type === OWN_LOCATION_TYPE ||
      entity.kind?.toLocaleLowerCase('en-US') !== 'resource'
    ) {
      return entity;
    }
    const entityRef = stringifyEntityRef(entity);
    const discovered = await this.#store.getClusterByEntityRef(entityRef);
    if (discovered) {
      throw new InputError(
        `${entityRef} is the name of the discovered EKS cluster ${discovered.arn}; choose another one`,
      );
    }
    // Whatever `spec.type` says: the catalog's filters find it in any case of
    // its letters, the kubernetes plugin's locator with them.
    const annotations = entity.metadata.annotations ?? {};
    if (
      annotations[AUTH_PROVIDER] !== 'aws' ||
      annotations[API_SERVER] === undefined ||
      this.#isTrusted(originLocation)
    ) {
      return entity;
    }
    const { [API_SERVER]: _, ...harmless } = annotations;
    return {
      ...entity,
      metadata: { ...entity.metadata, annotations: harmless },
    };
  }

  #isTrusted({ type, target }: LocationSpec): boolean {
    const location = `${type}:${target}`;
    return this.#trustedLocations.some(prefix => location.startsWith(prefix));
  }
}
