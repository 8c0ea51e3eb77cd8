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
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  stringifyEntityRef,
  type ResourceEntity,
} from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type {
  EksFleetRequestsApi,
  ProvisionedNamespace,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isEntityRef } from '../entities/safeText';
import { validateEntity } from '../entities/validateEntity';
import { EntityHandover } from '../providers/EntityHandover';
import { decideRemovals } from '../removal/decideRemovals';
import type { DiscoveryStore } from '../state/types';
import { NAMESPACES_LOCATION, namespaceToEntity } from './namespaceToEntity';
import type { NamespaceStore } from './NamespaceStore';
import { readNamespaces } from './readNamespaces';

/** As of clusters, by default. */
const RULES = {
  graceScans: 2,
  rejectAbovePercentage: 30,
  rejectMinimum: 10,
  orphanDays: 7,
};

export interface NamespaceEntityProviderOptions {
  api: Pick<EksFleetRequestsApi, 'listNamespaces'>;
  store: NamespaceStore;
  /** Knows the entities of clusters. */
  clusters: Pick<DiscoveryStore, 'getCluster'>;
  taskRunner: SchedulerServiceTaskRunner;
  logger: LoggerService;
  /** Catalog namespace of entities. */
  catalogNamespace: string;
  /** Where a request is read; left out where the portal has no address. */
  requestUrl?: (id: string) => string;
  now?: () => Date;
}

/**
 * Keeps a catalog entity for each namespace that requests brought. What the
 * backend does not say, and what it says of nothing at all, removes none.
 */
export class NamespaceEntityProvider implements EntityProvider {
  readonly #options: NamespaceEntityProviderOptions;
  readonly #handover = new EntityHandover(NAMESPACES_LOCATION);
  /** What was said already, and need not be said again. */
  #said: string | undefined;

  constructor(options: NamespaceEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return NAMESPACES_LOCATION;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#handover.connect(connection);
    await this.#options.taskRunner.run({
      id: `${NAMESPACES_LOCATION}:read`,
      fn: () => this.refresh(),
    });
  }

  /** Brings the catalog in step with the namespaces that there are. */
  async refresh(): Promise<void> {
    const reading = await this.#read();
    if (!reading) {
      return;
    }
    const { isComplete, namespaces } = reading;
    const present = namespaces.filter(({ state }) => state !== 'absent');
    const { entities, rejects } = await this.#make(present);
    await this.#handover.add([...entities.values()]);
    await this.#options.store.seen(
      [...entities].map(([thingKey, entity]) => ({
        thingKey,
        entityRef: stringifyEntityRef(entity),
      })),
    );
    this.#say(rejects.join('; '), 'Namespaces without an entity');
    if (isComplete && namespaces.length > 0) {
      await this.#letGo(new Set(present.map(({ thing }) => thing.key)));
    }
  }

  async #read() {
    try {
      return await readNamespaces(this.#options.api);
    } catch (error) {
      this.#say(
        String(error),
        'Namespaces could not be read of the eks-fleet backend; their entities stay as they are',
      );
      return undefined;
    }
  }

  async #make(namespaces: ProvisionedNamespace[]) {
    const { catalogNamespace, clusters, requestUrl } = this.#options;
    const entities = new Map<string, ResourceEntity>();
    const rejects: string[] = [];
    for (const namespace of namespaces) {
      const { cluster, owner, request, thing } = namespace;
      try {
        if (!isEntityRef(owner)) {
          throw new Error('its owner is no entity reference');
        }
        const known =
          cluster.arn && (await clusters.getCluster(cluster.arn))?.entityRef;
        const entity = namespaceToEntity(namespace, {
          catalogNamespace,
          clusterRef: known || cluster.entityRef,
          requestUrl: request && requestUrl?.(request),
        });
        await validateEntity(entity);
        entities.set(thing.key, entity);
      } catch (error) {
        rejects.push(`${thing.title}: ${(error as Error).message}`);
      }
    }
    return { entities, rejects };
  }

  async #letGo(present: ReadonlySet<string>): Promise<void> {
    const { logger, now = () => new Date(), store } = this.#options;
    const isMissing = ({ thingKey }: { thingKey: string }) =>
      !present.has(thingKey);
    const missing = (await store.list()).filter(isMissing);
    await store.missed(missing.map(({ thingKey }) => thingKey));
    const records = await store.list();
    const { hold, remove } = decideRemovals(
      records.map(({ missedReads, thingKey }) => ({
        arn: thingKey,
        missedScans: missedReads,
        accepted: false,
      })),
      RULES,
      now(),
    );
    if (hold.length > 0) {
      logger.warn(
        `${hold.length} namespaces went missing at once; their entities stay until there are more again, or until fewer are missing`,
      );
    }
    const gone = new Set(remove);
    await this.#handover.remove(
      records
        .filter(({ thingKey }) => gone.has(thingKey))
        .map(({ entityRef }) => entityRef),
    );
    await store.forget(remove);
  }

  #say(detail: string, subject: string): void {
    const said = detail && `${subject}: ${detail}`;
    if (said && said !== this.#said) {
      this.#options.logger.warn(said);
    }
    this.#said = said;
  }
}
