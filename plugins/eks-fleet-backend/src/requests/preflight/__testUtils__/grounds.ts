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
import type { JsonObject } from '@backstage/types';
import { DEFAULT_CONTROL_PLANE_PRICES } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { SupportCalendar } from '../../../versions/SupportCalendar';
import { readRequestConfig } from '../config/readRequestConfig';
import type { RequestConfig } from '../config/types';
import { FleetIndex } from '../ground/FleetIndex';
import { NetworkIndex, type KnownBlock } from '../ground/NetworkIndex';
import { ReservationIndex } from '../ground/ReservationIndex';
import type {
  KnownApplication,
  KnownCluster,
  KnownNamespace,
  OwnerFacts,
  PreflightGround,
  Reservation,
} from '../ground/types';

export const NOW = new Date('2026-11-23T12:00:00Z');
export const ACCOUNT = '111122223333';
export const PAYMENTS = 'group:default/payments';

/** Lets each request go on by itself, so that a test sees what else speaks against it. */
export const LET_GO = { approvals: [{ approval: 'automatic' }] };

/** What all prices come to nothing unknown with. */
export const COSTS = {
  autoMode: {
    instanceType: 'm7g.large',
    minimumNodes: 1,
    expectedNodes: 2,
    maximumNodes: 4,
  },
  autoModeSurchargePercent: 12,
  spotPercent: 40,
  volumeUsdPerGibMonth: 0.1,
  natGatewayUsdPerHour: 0.05,
  loadBalancerUsdPerHour: 0.03,
  sharedUsdPerVcpuMonth: 20,
  sharedUsdPerMemoryGibMonth: 2,
};

export function aConfig(requests: JsonObject = {}): RequestConfig {
  return readRequestConfig(
    new ConfigReader({
      eksFleet: { requests: { ...LET_GO, costs: COSTS, ...requests } },
    }),
  );
}

export function aCluster(more: Partial<KnownCluster> = {}): KnownCluster {
  return {
    accountId: ACCOUNT,
    region: 'eu-west-1',
    name: 'shared',
    partition: 'aws',
    environment: 'prod',
    owner: 'group:default/platform',
    version: '1.35',
    status: 'ACTIVE',
    amounts: { vcpu: 64, memoryGib: 256 },
    monthlyCostUsd: 3000,
    computeUsdPerMonth: 2000,
    architectures: ['amd64'],
    capacity: {
      allocatable: { vcpu: 60, memoryGib: 240 },
      requested: { vcpu: 20, memoryGib: 80 },
      observedAt: '2026-11-23T11:55:00Z',
      grows: false,
    },
    ...more,
  };
}

export function aNamespaceThere(
  more: Partial<KnownNamespace> = {},
): KnownNamespace {
  return {
    cluster: { accountId: ACCOUNT, region: 'eu-west-1', name: 'shared' },
    name: 'checkout',
    environment: 'prod',
    owner: PAYMENTS,
    amounts: { vcpu: 4, memoryGib: 8, storageGib: 0 },
    monthlyCostUsd: 96,
    ...more,
  };
}

export interface GroundParts {
  requests?: JsonObject;
  clusters?: KnownCluster[];
  namespaces?: KnownNamespace[];
  applications?: KnownApplication[];
  reservations?: Reservation[];
  blocks?: KnownBlock[];
  owner?: Partial<OwnerFacts>;
  more?: Partial<PreflightGround>;
}

/** One shared cluster, one account, prices for what tests ask for. */
export function aGround(parts: GroundParts = {}): PreflightGround {
  return {
    now: NOW,
    config: aConfig(parts.requests),
    fleet: new FleetIndex({
      clusters: parts.clusters ?? [aCluster()],
      namespaces: parts.namespaces ?? [],
      applications: parts.applications ?? [],
    }),
    reservations: new ReservationIndex(parts.reservations ?? []),
    network: new NetworkIndex({ blocks: parts.blocks ?? [] }),
    owner: {
      ref: PAYMENTS,
      exists: true,
      asksForOwn: true,
      longerTeams: [],
      ...parts.owner,
    },
    accounts: new Map([[ACCOUNT, new Set(['eu-west-1', 'us-east-1'])]]),
    calendar: new SupportCalendar([
      {
        partition: 'aws',
        observedAt: '2026-11-23T00:00:00Z',
        versions: [
          {
            version: '1.31',
            endOfStandardSupport: '2025-11-26T00:00:00Z',
            endOfExtendedSupport: '2026-11-20T00:00:00Z',
          },
          {
            version: '1.33',
            endOfStandardSupport: '2026-07-29T00:00:00Z',
            endOfExtendedSupport: '2027-07-29T00:00:00Z',
          },
          {
            version: '1.34',
            endOfStandardSupport: '2026-12-02T00:00:00Z',
            endOfExtendedSupport: '2027-12-02T00:00:00Z',
          },
          {
            version: '1.35',
            endOfStandardSupport: '2027-03-27T00:00:00Z',
            endOfExtendedSupport: '2028-03-27T00:00:00Z',
          },
        ],
      },
    ]),
    prices: {
      controlPlane: DEFAULT_CONTROL_PLANE_PRICES,
      instances: new Map([
        ['m7g.large', 0.1],
        ['m7g.xlarge', 0.2],
        ['c7i.xlarge', 0.15],
      ]),
    },
    ...parts.more,
  };
}

export function aReservation(more: Partial<Reservation> = {}): Reservation {
  return {
    requestId: 'r-other',
    kind: 'namespace',
    operation: 'create',
    key: `namespace/${ACCOUNT}/eu-west-1/shared/refunds`,
    owner: PAYMENTS,
    amounts: { vcpu: 2, memoryGib: 4, storageGib: 0 },
    monthlyCostUsd: 50,
    ...more,
  };
}
