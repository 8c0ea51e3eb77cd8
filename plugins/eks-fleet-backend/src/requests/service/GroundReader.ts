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

import type { ControlPlanePrices } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { InstancePrices } from '../../costs/types';
import type { ObservationReader } from '../../collection/types';
import type { ClusterStore } from '../../inventory/types';
import type { TargetStore } from '../../targets/types';
import type { VersionStore } from '../../versions/types';
import {
  FleetIndex,
  ReservationIndex,
  type KnownBlock,
  type NetworkIndex,
  type OwnerFacts,
  type PreflightGround,
  type RequestConfig,
  type Reservation,
} from '../preflight';
import type { DatabaseThingStore } from '../store/DatabaseThingStore';
import { isOnCluster } from '../store/things';
import {
  describedBlock,
  toKnownApplication,
  toKnownCluster,
  toKnownNamespace,
} from './knownThings';
import { AMOUNT_KINDS } from './observedAmounts';

/** Who is to have something, and who asks. */
export interface GroundFor {
  owner: string;
  userRef: string;
}

/** What the ground is read from. */
export interface GroundSources {
  config: RequestConfig;
  clusters: Pick<ClusterStore, 'find'>;
  observations: Pick<ObservationReader, 'ofMany'>;
  /** Accounts and Regions that discovery reads. */
  targets: Pick<TargetStore, 'list'>;
  things: Pick<DatabaseThingStore, 'list'>;
  versions: Pick<VersionStore, 'calendar'>;
  prices: { controlPlane: ControlPlanePrices; instances: InstancePrices };
  /** Who has which addresses, as it was last seen. */
  network: () => NetworkIndex;
  /** What the catalog says of the owner, and of who asks. */
  owners: { look(who: GroundFor): Promise<Omit<OwnerFacts, 'ref'>> };
  now: () => Date;
}

type Fleet = Pick<PreflightGround, 'accounts' | 'fleet'> & {
  /** Of VPCs that Git says are to be, whether they are there or not. */
  described: KnownBlock[];
};

interface Kept {
  at: number;
  fleet: Promise<Fleet>;
}

/** Between two keystrokes the fleet is taken to be as it was. */
const KEPT_MS = 10_000;
/** Until then whoever types is not kept waiting while it is read again. */
const SHOWN_MS = 60_000;
const MOST_CLUSTERS = 100_000;

/** Reads all that a verdict depends on. */
export class GroundReader {
  readonly #from: GroundSources;
  #kept: Kept | undefined;
  /** What takes the place of the one that is kept, once it was read. */
  #next: Kept | undefined;

  constructor(sources: GroundSources) {
    this.#from = sources;
  }

  get config(): RequestConfig {
    return this.#from.config;
  }

  /**
   * @param options - `typing`: whether it is only to be shown, and may be as it was a minute ago
   */
  async read(
    who: GroundFor,
    reservations: Reservation[],
    options: { typing?: boolean } = {},
  ): Promise<PreflightGround> {
    const { config, network, now, owners, prices, versions } = this.#from;
    const [{ described, ...fleet }, calendar, owner] = await Promise.all([
      this.#fleet(options.typing ? SHOWN_MS : KEPT_MS),
      versions.calendar(),
      owners.look(who),
    ]);
    return {
      ...fleet,
      network: network().with(described),
      now: now(),
      config,
      calendar,
      prices,
      owner: { ref: who.owner, ...owner },
      reservations: new ReservationIndex(reservations),
    };
  }

  /** What is there, as others are judged by it. */
  async fleet(): Promise<FleetIndex> {
    return (await this.#fleet(KEPT_MS)).fleet;
  }

  /** The same ground, with what others hold at this moment. */
  withReservations(
    ground: PreflightGround,
    reservations: Reservation[],
  ): PreflightGround {
    return { ...ground, reservations: new ReservationIndex(reservations) };
  }

  /** To be called once Git has more or less than before. */
  forget(): void {
    this.#kept = undefined;
    this.#next = undefined;
  }

  #fleet(mostMs: number): Promise<Fleet> {
    const at = this.#from.now().getTime();
    const age = this.#kept ? at - this.#kept.at : Infinity;
    if (this.#kept && age <= KEPT_MS) {
      return this.#kept.fleet;
    }
    const next = this.#readAnew(at);
    return this.#kept && age <= mostMs ? this.#kept.fleet : next;
  }

  /** Once for all who ask meanwhile. */
  #readAnew(at: number): Promise<Fleet> {
    if (this.#next) {
      return this.#next.fleet;
    }
    const next: Kept = { at, fleet: this.#readFleet() };
    this.#next = next;
    next.fleet.then(
      () => {
        // What was forgotten meanwhile is not kept.
        if (this.#next === next) {
          this.#kept = next;
          this.#next = undefined;
        }
      },
      () => {
        if (this.#next === next) {
          this.#next = undefined;
        }
      },
    );
    return next.fleet;
  }

  async #readFleet(): Promise<Fleet> {
    const { clusters, config, now, observations } = this.#from;
    const { prices, targets, things, versions } = this.#from;
    const [found, reported, namespaces, made, applications] = await Promise.all(
      [
        clusters.find('all', { limit: MOST_CLUSTERS }, now()),
        targets.list(),
        things.list('namespace'),
        things.list('cluster'),
        things.list('application'),
      ],
    );
    const own = found.filter(({ origin }) => origin === 'eks-fleet');
    const [observed, calendar] = await Promise.all([
      observations.ofMany(
        own.map(({ arn }) => arn),
        AMOUNT_KINDS,
      ),
      versions.calendar(),
    ]);
    const specs = new Map(made.map(thing => [thing.key, thing.spec]));
    const accounts = new Map<string, Set<string>>();
    // One that has been read and has no cluster yet can have its first.
    const read = reported.filter(
      ({ lastSuccessAt, region }) =>
        lastSuccessAt !== '' && region !== 'organization',
    );
    for (const { accountId, region } of [...own, ...read]) {
      const regions = accounts.get(accountId) ?? new Set();
      accounts.set(accountId, regions.add(region));
    }
    return {
      accounts,
      described: made.filter(isOnCluster).flatMap(describedBlock),
      fleet: new FleetIndex({
        clusters: own.map(cluster =>
          toKnownCluster(cluster, observed.get(cluster.arn) ?? {}, {
            specs,
            ground: { calendar, config, now: now(), prices },
          }),
        ),
        namespaces: namespaces.filter(isOnCluster).map(toKnownNamespace),
        applications: applications.map(toKnownApplication),
      }),
    };
  }
}
