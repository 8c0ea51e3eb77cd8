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
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  CollectedCluster,
  PolicyOutcome,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { OwnerFrom } from '../types';
import {
  EMPTY_INDEX,
  groupOf,
  indexOwners,
  runnerOf,
  type OwnerIndex,
} from './indexOwners';

const KEPT_FOR_MS = 5 * 60_000;

/**
 * Whose findings are: the group that a label of the resource or its namespace
 * names, else the owner of what runs in the namespace, else the cluster's.
 * A label that names no group of the catalog says nothing.
 */
export class CatalogOwners {
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #index: OwnerIndex = EMPTY_INDEX;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading?: Promise<void>;

  constructor(options: {
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** One for each outcome; an empty owner stands for the cluster's. */
  async resolve(
    cluster: CollectedCluster,
    outcomes: PolicyOutcome[],
  ): Promise<Array<{ owner: string; ownerFrom: OwnerFrom }>> {
    const index = await this.#current();
    const names = [parseEntityRef(cluster.entityRef).name, cluster.name];
    return outcomes.map(
      ({ ownerLabel, resource: { kind, name, namespace } }) => {
        const group = ownerLabel && groupOf(index, ownerLabel.value);
        if (group) {
          return { owner: group, ownerFrom: ownerLabel.from };
        }
        const runsIn = kind === 'Namespace' ? name : namespace;
        const runner = runsIn && runnerOf(index, runsIn, names);
        return runner
          ? { owner: runner, ownerFrom: 'component' }
          : { owner: '', ownerFrom: 'cluster' };
      },
    );
  }

  async #current(): Promise<OwnerIndex> {
    if (this.#now().getTime() - this.#readAt >= KEPT_FOR_MS) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
    return this.#index;
  }

  /** Where the catalog does not answer, what was known stays, and is asked anew next time. */
  async #read(): Promise<void> {
    try {
      const pages = this.#catalog.streamEntities(
        {
          filter: [
            { kind: 'Group' },
            {
              kind: 'Component',
              'metadata.annotations.backstage.io/kubernetes-namespace':
                CATALOG_FILTER_EXISTS,
            },
          ],
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
            'relations',
          ],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      const entities: Entity[] = [];
      for await (const page of pages) {
        entities.push(...page);
      }
      this.#index = indexOwners(entities);
      this.#readAt = this.#now().getTime();
    } catch (error) {
      this.#logger.warn(
        'Owners of findings could not be read from the catalog',
        toError(error),
      );
    }
  }
}
