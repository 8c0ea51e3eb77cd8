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
  type AwsTarget,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { homeRegion } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksFleetProviderConfig } from '../config/types';
import { explainFailure } from '../discovery/explainFailure';
import { listEnabledRegions } from '../discovery/listEnabledRegions';
import {
  listOrganizationAccounts,
  type ScopedAccount,
} from '../discovery/resolveAccounts';
import type { DiscoveryStore } from '../state/types';

/** Something besides a Region that discovery asks, and how that went. */
export interface ScopeSource {
  accountId: string;
  accountName?: string;
  /** `organization`, or `all` for the list of an account's Regions. */
  region: 'organization' | 'all';
  error?: ObservationError;
}

export interface Scope {
  targets: Array<AwsTarget & { accountName?: string }>;
  sources: ScopeSource[];
}

/**
 * Finds out which accounts and Regions a provider covers now. What cannot be
 * asked today is taken from what was known before.
 */
export class ScopeResolver {
  readonly #aws: EksFleetAwsService;
  readonly #store: DiscoveryStore;
  readonly #config: EksFleetProviderConfig;

  constructor(
    aws: EksFleetAwsService,
    store: DiscoveryStore,
    config: EksFleetProviderConfig,
  ) {
    this.#aws = aws;
    this.#store = store;
    this.#config = config;
  }

  async resolve(signal?: AbortSignal): Promise<Scope> {
    const { id, partition } = this.#config;
    const sources: ScopeSource[] = [];
    const accounts = await this.#accounts(sources, signal);
    await this.#store.setAccounts(id, partition, accounts);
    const perAccount = await Promise.all(
      accounts.map(async account => {
        const regions = await this.#regions(account, sources, signal);
        return regions.map(region => ({
          partition,
          accountId: account.accountId,
          accountName: account.name,
          region,
        }));
      }),
    );
    return { targets: perAccount.flat(), sources };
  }

  async #accounts(
    sources: ScopeSource[],
    signal?: AbortSignal,
  ): Promise<ScopedAccount[]> {
    const { id, accounts, organization, partition } = this.#config;
    const known = await this.#store.listAccounts(id);
    const byId = new Map<string, ScopedAccount>();
    for (const accountId of accounts) {
      const name = known.find(one => one.accountId === accountId)?.name;
      byId.set(accountId, { accountId, name });
    }
    if (organization) {
      const { accountId } = organization;
      try {
        const found = await listOrganizationAccounts(
          this.#aws,
          this.#config,
          signal,
        );
        found.forEach(account => byId.set(account.accountId, account));
        sources.push({ accountId, region: 'organization' });
      } catch (error) {
        const region = homeRegion(partition);
        sources.push({
          accountId,
          region: 'organization',
          error: await explainFailure(
            this.#aws,
            { partition, accountId, region },
            error,
          ),
        });
        for (const account of known.filter(({ inScope }) => inScope)) {
          byId.set(account.accountId, account);
        }
      }
    }
    return [...byId.values()];
  }

  async #regions(
    account: ScopedAccount,
    sources: ScopeSource[],
    signal?: AbortSignal,
  ): Promise<string[]> {
    const { id, partition, regions } = this.#config;
    if (regions !== 'enabled') {
      return regions;
    }
    const { accountId, name: accountName } = account;
    try {
      const found = await listEnabledRegions(
        this.#aws,
        { partition, accountId },
        signal,
      );
      sources.push({ accountId, accountName, region: 'all' });
      return found;
    } catch (error) {
      const target = { partition, accountId, region: homeRegion(partition) };
      sources.push({
        accountId,
        accountName,
        region: 'all',
        error: await explainFailure(this.#aws, target, error),
      });
      const known = await this.#store.listTargets(id);
      return known
        .filter(one => one.accountId === accountId && !one.unmanagedSince)
        .map(({ region }) => region);
    }
  }
}
