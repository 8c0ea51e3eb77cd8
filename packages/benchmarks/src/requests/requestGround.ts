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

import { ConfigReader } from '@backstage/config';
import { DEFAULT_CONTROL_PLANE_PRICES } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  FleetIndex,
  NetworkIndex,
  readRequestConfig,
  ReservationIndex,
  SupportCalendar,
  type KnownNamespace,
  type PreflightGround,
} from './internals';
import {
  clustersOf,
  namespacesOf,
  reservationsOf,
  teamOf,
  vpcsOf,
} from './requestFleet';

export const CLUSTERS = 2_000;
export const NAMESPACES = 20_000;
export const RESERVATIONS = 1_000;
const NOW = new Date('2026-11-23T12:00:00Z');

const REQUESTS = {
  quotas: [
    {
      default: true,
      clusters: 50,
      namespaces: 500,
      vcpu: 5000,
      memoryGib: 20_000,
      monthlyCost: 100_000,
    },
  ],
  approvals: [{ approval: 'increase' }],
  clusters: { cidrPools: [{ cidr: '10.0.0.0/8', prefix: 20 }] },
  costs: {
    volumeUsdPerGibMonth: 0.1,
    natGatewayUsdPerHour: 0.05,
    loadBalancerUsdPerHour: 0.03,
  },
};

/**
 * A large fleet, and what of it is made anew: the indexes of the fleet and its
 * addresses when they have changed, that of the requests at each keystroke.
 */
export function largeGround(options: { ownerOfNamespaces?: string } = {}): {
  kept: PreflightGround;
  withFleetAnew: () => PreflightGround;
  withRequestsAnew: () => PreflightGround;
} {
  const clusters = clustersOf(CLUSTERS);
  const namespaces = namespacesOf(clusters, NAMESPACES).map(
    (namespace): KnownNamespace => ({
      ...namespace,
      owner: options.ownerOfNamespaces ?? namespace.owner,
    }),
  );
  const blocks = vpcsOf(clusters);
  const reservations = reservationsOf(RESERVATIONS);
  const regions = new Set(clusters.map(({ region }) => region));
  const kept: PreflightGround = {
    now: NOW,
    config: readRequestConfig(
      new ConfigReader({ eksFleet: { requests: REQUESTS } }),
    ),
    fleet: new FleetIndex({ clusters, namespaces }),
    network: new NetworkIndex({ blocks }),
    reservations: new ReservationIndex(reservations),
    owner: {
      ref: options.ownerOfNamespaces ?? teamOf(0),
      exists: true,
      asksForOwn: true,
      longerTeams: ['team-0-eu'],
    },
    accounts: new Map(
      clusters.map(({ accountId }) => [accountId, regions] as const),
    ),
    calendar: new SupportCalendar(),
    prices: {
      controlPlane: DEFAULT_CONTROL_PLANE_PRICES,
      instances: new Map([['m7g.large', 0.1]]),
    },
  };
  return {
    kept,
    withFleetAnew: () => ({
      ...kept,
      fleet: new FleetIndex({ clusters, namespaces }),
      network: new NetworkIndex({ blocks }),
    }),
    withRequestsAnew: () => ({
      ...kept,
      reservations: new ReservationIndex(reservations),
    }),
  };
}
