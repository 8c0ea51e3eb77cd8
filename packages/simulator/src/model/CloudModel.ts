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

import type { Clock } from '../clock';
import { Alarms } from './alarms';
import { createCluster } from './createCluster';
import { SecurityHub } from './securityHub';
import { UpdateRuns, type UpdateFaults } from './runs/UpdateRuns';
import {
  DEFAULT_SETTINGS,
  changedSettings,
  type CloudSettings,
} from './settings';
import { hexFrom } from './ids';
import { PARTITIONS, isRegionOf, regionsOf } from './partitions';
import type {
  Account,
  AccountSpec,
  AccountState,
  Cluster,
  ClusterSpec,
  FleetSpec,
  OrganizationDeny,
  OrganizationSpec,
  RegionOptStatus,
  RoleSpec,
} from './types';

const CLUSTER_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;

/**
 * Everything that exists in the simulated cloud. What changes here is what the
 * next call sees.
 *
 * @public
 */
export class CloudModel {
  readonly organizations: OrganizationSpec[];
  readonly alarms: Alarms;
  readonly securityHub: SecurityHub;
  /** @internal */
  readonly runs: UpdateRuns;
  readonly #accounts = new Map<string, Account>();
  /** By account and Region, then by name. */
  readonly #clusters = new Map<string, Map<string, Cluster>>();
  readonly #clustersById = new Map<string, Cluster>();
  readonly #clock: Clock;
  readonly #followers: (() => void)[] = [];
  #isSettling = false;
  #creations = 0;
  #settings = DEFAULT_SETTINGS;

  static fromSpec(
    spec: FleetSpec,
    clock: Clock,
    options: {
      settings?: Partial<CloudSettings>;
      updateFaults?: UpdateFaults;
    } = {},
  ): CloudModel {
    const { settings, updateFaults = () => undefined } = options;
    const model = new CloudModel(
      structuredClone(spec.organizations),
      clock,
      updateFaults,
      new SecurityHub(spec.securityHub),
    );
    model.changeSettings(settings ?? {});
    for (const account of spec.accounts) {
      model.addAccount(account);
    }
    return model;
  }

  private constructor(
    organizations: OrganizationSpec[],
    clock: Clock,
    faults: UpdateFaults,
    securityHub: SecurityHub,
  ) {
    this.organizations = organizations;
    this.#clock = clock;
    this.alarms = new Alarms(clock);
    this.securityHub = securityHub;
    this.runs = new UpdateRuns({
      clock,
      settings: () => this.#settings,
      faults,
    });
  }

  /**
   * Lets somebody else catch up with the clock whenever the cloud is looked at.
   *
   * @internal
   */
  onLook(follower: () => void): void {
    this.#followers.push(follower);
  }

  #settle(): void {
    this.runs.settle();
    if (this.#isSettling) {
      return;
    }
    this.#isSettling = true;
    try {
      this.#followers.forEach(follow => follow());
    } finally {
      this.#isSettling = false;
    }
  }

  get settings(): CloudSettings {
    return this.#settings;
  }

  /** Throws an Error that names a field that is not as it must be. */
  changeSettings(change: Partial<CloudSettings>): void {
    this.#settings = changedSettings(this.#settings, change);
  }

  accounts(): Account[] {
    return [...this.#accounts.values()];
  }

  findAccount(accountId: string): Account | undefined {
    return this.#accounts.get(accountId);
  }

  /** Throws where there is no such account. */
  account(accountId: string): Account {
    const account = this.#accounts.get(accountId);
    if (!account) {
      throw new Error(`There is no account ${accountId}`);
    }
    return account;
  }

  addAccount(spec: AccountSpec): Account {
    if (!/^\d{12}$/.test(spec.id)) {
      throw new Error(`accounts[].id must be 12 digits, not '${spec.id}'`);
    }
    if (this.#accounts.has(spec.id)) {
      throw new Error(`There are two accounts ${spec.id}`);
    }
    const partition = spec.partition ?? 'aws';
    const enabled = spec.enabledRegions ?? [];
    const defaults = PARTITIONS[partition].defaultRegions;
    const account: Account = {
      id: spec.id,
      name: spec.name,
      email: spec.email ?? `aws+${spec.name}@example.com`,
      partition,
      state: spec.state ?? 'ACTIVE',
      joinedAt: new Date(spec.joinedAt ?? '2023-01-16T09:00:00Z'),
      parentId: spec.parentId,
      regions: new Map(
        regionsOf(partition).map((region): [string, RegionOptStatus] => {
          if (defaults.includes(region)) {
            return [region, 'ENABLED_BY_DEFAULT'];
          }
          return [region, enabled.includes(region) ? 'ENABLED' : 'DISABLED'];
        }),
      ),
      organizationDenies: structuredClone(spec.organizationDenies ?? []),
      roles: new Map(),
    };
    this.#accounts.set(account.id, account);
    for (const role of spec.roles ?? []) {
      this.setRole(account.id, role);
    }
    for (const cluster of spec.clusters ?? []) {
      this.addCluster(account.id, cluster);
    }
    for (const alarm of spec.alarms ?? []) {
      this.alarms.put(account, alarm);
    }
    return account;
  }

  /** Takes the account, and what is in it, out of the cloud. */
  removeAccount(accountId: string): void {
    for (const cluster of this.clusters({ accountId })) {
      this.removeCluster(accountId, cluster.region, cluster.name);
    }
    this.#accounts.delete(accountId);
  }

  setAccountState(accountId: string, state: AccountState): void {
    this.account(accountId).state = state;
  }

  setRegion(accountId: string, region: string, status: RegionOptStatus): void {
    this.#checkRegion(accountId, region);
    this.account(accountId).regions.set(region, status);
  }

  /** Replaces what organization policies deny to the account. */
  setOrganizationDenies(accountId: string, denies: OrganizationDeny[]): void {
    this.account(accountId).organizationDenies = structuredClone(denies);
  }

  findRole(accountId: string, name: string): RoleSpec | undefined {
    return this.#accounts.get(accountId)?.roles.get(name);
  }

  /** Creates the role or replaces it. */
  setRole(accountId: string, role: RoleSpec): void {
    this.account(accountId).roles.set(role.name, structuredClone(role));
  }

  removeRole(accountId: string, name: string): void {
    this.account(accountId).roles.delete(name);
  }

  /** Clusters in order of account, Region and name, as they were added. */
  clusters(filter: { accountId?: string; region?: string } = {}): Cluster[] {
    this.#settle();
    return [...this.#clustersById.values()].filter(
      cluster =>
        (!filter.accountId || cluster.accountId === filter.accountId) &&
        (!filter.region || cluster.region === filter.region),
    );
  }

  /** Names in one account and Region, sorted as EKS pages through them. */
  clusterNames(accountId: string, region: string): string[] {
    const names = this.#clusters.get(`${accountId}/${region}`)?.keys() ?? [];
    return [...names].sort();
  }

  findCluster(
    accountId: string,
    region: string,
    name: string,
  ): Cluster | undefined {
    this.#settle();
    return this.#clusters.get(`${accountId}/${region}`)?.get(name);
  }

  findClusterById(id: string): Cluster | undefined {
    this.#settle();
    return this.#clustersById.get(id);
  }

  addCluster(accountId: string, spec: ClusterSpec): Cluster {
    const { partition } = this.#checkRegion(accountId, spec.region);
    if (!CLUSTER_NAME.test(spec.name)) {
      throw new Error(`'${spec.name}' is no name for a cluster`);
    }
    const target = `${accountId}/${spec.region}`;
    const siblings = this.#clusters.get(target) ?? new Map<string, Cluster>();
    if (siblings.has(spec.name)) {
      throw new Error(`There are two clusters '${spec.name}' in ${target}`);
    }
    const arn = `arn:${partition}:eks:${spec.region}:${accountId}:cluster/${spec.name}`;
    this.#creations += 1;
    const cluster = createCluster(
      spec,
      {
        id: hexFrom(`${arn}#${this.#creations}`, 32).toUpperCase(),
        arn,
        name: spec.name,
        accountId,
        partition,
        region: spec.region,
      },
      this.#clock.now(),
    );
    siblings.set(spec.name, cluster);
    this.#clusters.set(target, siblings);
    this.#clustersById.set(cluster.id, cluster);
    return cluster;
  }

  /** Changes a cluster in place; its identity stays. */
  updateCluster(
    accountId: string,
    region: string,
    name: string,
    changes: Partial<
      Omit<
        Cluster,
        'id' | 'arn' | 'name' | 'accountId' | 'partition' | 'region'
      >
    >,
  ): Cluster {
    return Object.assign(this.#cluster(accountId, region, name), changes);
  }

  removeCluster(accountId: string, region: string, name: string): void {
    const cluster = this.#cluster(accountId, region, name);
    this.#clusters.get(`${accountId}/${region}`)?.delete(name);
    this.#clustersById.delete(cluster.id);
    this.runs.drop(cluster);
  }

  #cluster(accountId: string, region: string, name: string): Cluster {
    const cluster = this.findCluster(accountId, region, name);
    if (!cluster) {
      throw new Error(`There is no cluster ${accountId}/${region}/${name}`);
    }
    return cluster;
  }

  #checkRegion(accountId: string, region: string): Account {
    const account = this.account(accountId);
    if (!isRegionOf(account.partition, region)) {
      throw new Error(
        `'${region}' is no Region of ${account.partition}, the partition of account ${accountId}`,
      );
    }
    return account;
  }
}
