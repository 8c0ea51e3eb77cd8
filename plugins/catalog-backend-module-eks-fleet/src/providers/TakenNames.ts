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

import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { EKS_FLEET_LOCATION_PREFIX } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const REFS_AT_ONCE = 500;

/**
 * Finds entity names of discovered clusters that another source of the
 * catalog has taken. The catalog itself only logs such a conflict.
 */
export class TakenNames {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** @returns entity reference → origin location of the other entity */
  async find(entityRefs: string[]): Promise<Map<string, string>> {
    const taken = new Map<string, string>();
    if (entityRefs.length === 0) {
      return taken;
    }
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      for (let i = 0; i < entityRefs.length; i += REFS_AT_ONCE) {
        const { items } = await this.#catalog.getEntitiesByRefs(
          {
            entityRefs: entityRefs.slice(i, i + REFS_AT_ONCE),
            fields: [
              'kind',
              'metadata.namespace',
              'metadata.name',
              'metadata.annotations',
            ],
          },
          { credentials },
        );
        for (const entity of items) {
          const origin =
            entity?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
          if (entity && !origin?.startsWith(EKS_FLEET_LOCATION_PREFIX)) {
            taken.set(stringifyEntityRef(entity), origin ?? 'another source');
          }
        }
      }
    } catch (error) {
      this.#logger.warn(
        `The catalog could not be asked for conflicting names; the scan goes on without. ${error}`,
      );
    }
    return taken;
  }
}
