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

import { InputError } from '@backstage/errors';
import type { EksFleetProviderConfig } from './types';

/**
 * Refuses two providers over the same account and Region, as far as
 * configuration alone tells; what only AWS Organizations can tell is found
 * while scanning.
 */
export function checkOverlaps(providers: EksFleetProviderConfig[]): void {
  providers.forEach((one, i) => {
    for (const other of providers.slice(i + 1)) {
      const account = sharedAccount(one, other);
      const region = sharedRegion(one, other);
      if (one.partition === other.partition && account && region) {
        throw new InputError(
          `catalog.providers.eksFleet.${one.id} and catalog.providers.eksFleet.${other.id} both cover ${account} in ${region}: give each account and Region to one provider`,
        );
      }
    }
  });
}

function sharedAccount(
  one: EksFleetProviderConfig,
  other: EksFleetProviderConfig,
): string | undefined {
  const listed = one.accounts.find(account => other.accounts.includes(account));
  if (listed) {
    return `account ${listed}`;
  }
  const [first, second] = [one.organization, other.organization];
  if (first && first.accountId === second?.accountId) {
    const whole =
      first.organizationalUnits.length === 0 ||
      second.organizationalUnits.length === 0;
    const unit = first.organizationalUnits.find(id =>
      second.organizationalUnits.includes(id),
    );
    if (whole || unit) {
      return unit
        ? `the organizational unit ${unit}`
        : `the organization of account ${first.accountId}`;
    }
  }
  return undefined;
}

function sharedRegion(
  one: EksFleetProviderConfig,
  other: EksFleetProviderConfig,
): string | undefined {
  if (one.regions === 'enabled') {
    return other.regions === 'enabled' ? 'all Regions' : other.regions[0];
  }
  return other.regions === 'enabled'
    ? one.regions[0]
    : one.regions.find(region => other.regions.includes(region));
}
