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
  ProvisionedThing,
  ProvisionedThingList,
  ProvisionedNamespaceList,
  RequestKind,
  RequestOptions,
  RequestQuota,
  RequestQuotaList,
  PlacementAsk,
  PlacementList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetRepository } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { offeredAddons } from '../../collection/addonVersions/offeredAddons';
import type { AddonOffers } from '../../collection/types';
import type { ClusterRecord, ClusterStore } from '../../inventory/types';
import { pageOf, placeOf } from '../../policy/service/pages';
import { quotaUse, type PreflightGround } from '../preflight';
import type { DatabaseThingStore } from '../store/DatabaseThingStore';
import {
  isOnCluster,
  type KnownThing,
  type ThingOnCluster,
} from '../store/things';
import type { RequestStore } from '../store/types';
import type { GroundReader } from './GroundReader';
import { optionsOn, PARTITION } from './optionsOn';
import { placeOn } from './placeOn';
import type { RequestAssessor } from './RequestAssessor';
import { selectThings, type ThingQuery } from './selectThings';
import type { NamespaceReader, RequestAsker } from './types';

/** What people may ask for, what they have, and what is left for them. */
export class RequestOffers {
  readonly #store: Pick<RequestStore, 'activeOf' | 'reservations'>;
  readonly #things: Pick<DatabaseThingStore, 'list'>;
  readonly #assessor: RequestAssessor;
  readonly #ground: GroundReader;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #addons: AddonOffers;
  readonly #repositories: readonly FleetRepository[];
  readonly #halted: () => Promise<string | undefined>;
  readonly #now: () => Date;

  constructor(options: {
    store: Pick<RequestStore, 'activeOf' | 'reservations'>;
    things: Pick<DatabaseThingStore, 'list'>;
    assessor: RequestAssessor;
    ground: GroundReader;
    clusters: Pick<ClusterStore, 'find'>;
    addons: AddonOffers;
    repositories: readonly FleetRepository[];
    /** Why nothing may be written to Git now. */
    halted: () => Promise<string | undefined>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#things = options.things;
    this.#assessor = options.assessor;
    this.#ground = options.ground;
    this.#clusters = options.clusters;
    this.#addons = options.addons;
    this.#repositories = options.repositories;
    this.#halted = options.halted;
    this.#now = options.now;
  }

  async options(
    owner: string | undefined,
    asker: RequestAsker,
  ): Promise<RequestOptions> {
    const own = groupsOf(asker);
    const ground = await this.#groundOf(
      owner ?? own[0] ?? asker.userRef,
      asker,
    );
    const [answers, described, clusters] = await Promise.all([
      this.#addons.ofPartition(PARTITION),
      this.#things.list('cluster'),
      this.#clusters.find(asker.clusters, { limit: 100_000 }, this.#now()),
    ]);
    return {
      ...optionsOn(
        ground,
        { kinds: this.#assessor.kinds, owners: own, owner },
        {
          addons: offeredAddons(answers),
          gitopsAddons: gitopsAddonsOf(described),
          accountNames: new Map(
            clusters.map(each => [each.accountId, each.accountName]),
          ),
        },
      ),
      halted: await this.#halted(),
    };
  }

  async place(
    { owner, spec }: PlacementAsk,
    asker: RequestAsker,
  ): Promise<PlacementList> {
    const ground = await this.#groundOf(owner, asker);
    const readable = await this.#clusters.find(
      asker.clusters,
      { limit: 100_000 },
      this.#now(),
    );
    return { items: placeOn(spec, ground, readable) };
  }

  /** Of the asker's own groups, and of whom the asker may read all requests. */
  async quotas(
    owners: string[] | undefined,
    asker: RequestAsker,
  ): Promise<RequestQuotaList> {
    const own = groupsOf(asker);
    const ground = await this.#groundOf(own[0] ?? asker.userRef, asker);
    const all =
      asker.readable === 'all'
        ? [
            ...own,
            ...(await this.#things.list('namespace')).map(each => each.owner),
            ...(await this.#things.list('cluster')).map(each => each.owner),
            ...(await this.#store.reservations()).map(each => each.owner),
            ...ground.config.quotas.flatMap(quota => quota.owners ?? []),
          ]
        : own;
    const wanted = [...new Set(all)]
      .filter(owner => !owners || owners.includes(owner))
      .sort();
    return {
      items: wanted.map(
        (owner): RequestQuota => ({
          owner,
          resources: quotaUse(owner, ground),
        }),
      ),
    };
  }

  namespaces(
    query: ThingQuery,
    asker: NamespaceReader,
  ): Promise<ProvisionedNamespaceList> {
    return this.#list(['namespace'], query, asker);
  }

  /** Of whatever kind. */
  things(
    query: ThingQuery,
    asker: NamespaceReader,
  ): Promise<ProvisionedThingList> {
    return this.#list(this.#assessor.kinds, query, asker);
  }

  async #list(
    kinds: RequestKind[],
    query: ThingQuery,
    asker: NamespaceReader,
  ): Promise<ProvisionedThingList> {
    const now = this.#now();
    const clusters = new Map(
      (await this.#clusters.find(asker.clusters, { limit: 100_000 }, now))
        .filter(({ origin }) => origin === 'eks-fleet')
        .map(each => [keyOf(each), each]),
    );
    const listed = await Promise.all(
      kinds.map(kind => this.#things.list(kind)),
    );
    const readable = listed
      .flat()
      .filter(isOnCluster)
      .filter(
        thing =>
          clusters.has(keyOf(thing.cluster)) ||
          asker.memberOf.has(thing.owner.toLocaleLowerCase('en-US')),
      );
    const selected = selectThings(readable, query, {
      now,
      warnDays: this.#ground.config.ttl.warnDays,
    });
    const page = pageOf(
      selected,
      placeOf({ cursor: query.cursor }),
      query.limit,
    );
    return {
      ...page,
      items: await Promise.all(
        page.items.map(thing =>
          this.#present(thing, clusters.get(keyOf(thing.cluster)), asker),
        ),
      ),
    };
  }

  async #present(
    thing: ThingOnCluster,
    cluster: ClusterRecord | undefined,
    { readable }: NamespaceReader,
  ): Promise<ProvisionedThing> {
    const active = await this.#store.activeOf(thing.key);
    const handler = this.#assessor.handlerOf(thing.kind);
    return {
      thing: handler.facts(thing.spec).thing,
      name: thing.name,
      owner: thing.owner,
      team: thing.owner.split('/').at(-1)!,
      environment: thing.environment,
      cluster: {
        ...thing.cluster,
        ...(cluster && {
          arn: cluster.arn,
          entityRef: cluster.entityRef,
          accountName: cluster.accountName || undefined,
        }),
      },
      lifecycle: thing.lifecycle,
      state: thing.seenAt ? 'present' : 'unknown',
      ...(!thing.seenAt && {
        stateMessage: 'It was not seen to be there yet',
      }),
      observedAt: thing.seenAt,
      spec: thing.spec,
      expiresOn: thing.expiresOn,
      ...(readable === 'all' && { request: thing.requestId }),
      ...(active && readable === 'all' && { activeRequest: active.asked.id }),
      isBusy: active !== undefined,
      entityRef: thing.entityRef,
      path: thing.path,
      repository: this.#repositories.find(({ id }) => id === thing.repository)
        ?.url,
      application: thing.application,
    };
  }

  async #groundOf(
    owner: string,
    { userRef }: RequestAsker,
  ): Promise<PreflightGround> {
    return this.#ground.read(
      { owner, userRef },
      await this.#store.reservations(),
      { typing: true },
    );
  }
}

function groupsOf({ memberOf }: RequestAsker): string[] {
  return [...memberOf].filter(ref => ref.startsWith('group:')).sort();
}

function keyOf({
  accountId,
  name,
  region,
}: {
  accountId: string;
  region: string;
  name: string;
}): string {
  return `${accountId}/${region}/${name}`;
}

/** Layers that some cluster in Git has. */
function gitopsAddonsOf(clusters: KnownThing[]): string[] {
  const named = clusters.flatMap(
    ({ spec }) => (spec as { gitopsAddons?: string[] }).gitopsAddons ?? [],
  );
  return [...new Set(named)].sort();
}
