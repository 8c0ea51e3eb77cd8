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

import type { FleetIndex, Holding } from '../ground/FleetIndex';
import { clusterKey } from '../ground/keys';
import { namespaceCounts, QUOTA_RESOURCES, type Claim } from './claims';

/** All that an owner has, added up. */
export interface Owned {
  claims: ReadonlyMap<string, Claim['counts']>;
  totals: Required<Claim['counts']>;
  /** Of how many things each is not known. */
  unknown: Required<Claim['counts']>;
}

/** Added up once for as long as the fleet stays so: an owner may have thousands of things. */
const kept = new WeakMap<FleetIndex, Map<string, Owned>>();

export function ownedByFleet(owner: string, fleet: FleetIndex): Owned {
  const owners = kept.get(fleet) ?? new Map<string, Owned>();
  kept.set(fleet, owners);
  const known = owners.get(owner);
  if (known) {
    return known;
  }
  const owned = addUp(owner, fleet);
  owners.set(owner, owned);
  return owned;
}

function addUp(owner: string, fleet: FleetIndex): Owned {
  const claims = new Map<string, Claim['counts']>();
  const totals = nothing();
  const unknown = nothing();
  for (const holding of fleet.holdings(owner)) {
    const counts = countsOf(holding, owner, fleet);
    claims.set(holding.key, counts);
    for (const resource of QUOTA_RESOURCES) {
      totals[resource] += counts[resource] ?? 0;
      unknown[resource] += counts[resource] === undefined ? 1 : 0;
    }
  }
  return { claims, totals, unknown };
}

function countsOf(
  holding: Holding,
  owner: string,
  fleet: FleetIndex,
): Claim['counts'] {
  if (holding.kind === 'cluster') {
    const { amounts, monthlyCostUsd } = holding.cluster;
    return {
      ...nothing(),
      clusters: 1,
      vcpu: amounts.vcpu,
      memoryGib: amounts.memoryGib,
      monthlyCost: monthlyCostUsd,
    };
  }
  const { amounts, cluster, monthlyCostUsd } = holding.namespace;
  return namespaceCounts(
    { ...amounts, monthlyCost: monthlyCostUsd },
    fleet.cluster(clusterKey(cluster))?.owner === owner,
  );
}

function nothing(): Required<Claim['counts']> {
  return {
    clusters: 0,
    namespaces: 0,
    vcpu: 0,
    memoryGib: 0,
    storageGib: 0,
    monthlyCost: 0,
  };
}
