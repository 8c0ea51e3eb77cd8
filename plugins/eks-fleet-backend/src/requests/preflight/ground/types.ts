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
  ApplicationSpec,
  ControlPlanePrices,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { InstancePrices } from '../../../costs/types';
import type { SupportCalendar } from '../../../versions/SupportCalendar';
import type {
  RequestConfig,
  RequestKind,
  RequestOperation,
} from '../config/types';
import type { FleetIndex } from './FleetIndex';
import type { NetworkIndex } from './NetworkIndex';
import type { ReservationIndex } from './ReservationIndex';

/**
 * All that a verdict depends on, besides the request. Who makes it reads; who
 * judges by it does not.
 *
 * Between two keystrokes `fleet` may be kept until the inventory or the
 * namespaces in Git change, `network` until a look at the VPCs does, and
 * `reservations` until a request begins or ends; the rest is small.
 */
export interface PreflightGround {
  now: Date;
  config: RequestConfig;
  fleet: FleetIndex;
  reservations: ReservationIndex;
  network: NetworkIndex;
  owner: OwnerFacts;
  /** Of each account that discovery reads, the Regions. */
  accounts: ReadonlyMap<string, ReadonlySet<string>>;
  calendar: SupportCalendar;
  prices: PriceTable;
}

export interface PriceTable {
  controlPlane: ControlPlanePrices;
  instances: InstancePrices;
}

/** What somebody asks for. */
export interface RequestAsk<Spec> {
  operation: RequestOperation;
  spec: Spec;
  /** What is there, where the request changes something. */
  base?: Spec;
  /** Pattern of the policy by which what provisions a cluster bounds the roles that it makes; none where left out. */
  boundary?: string;
  /** Of the request itself, where it has one: what it reserves is not held against it. */
  requestId?: string;
}

/** What the catalog says of the owner. */
export interface OwnerFacts {
  /** Entity reference. */
  ref: string;
  /** `undefined` where the catalog did not answer. */
  exists: boolean | undefined;
  /** Whether who asks is one of them; `undefined` where nobody could tell. */
  asksForOwn: boolean | undefined;
  /**
   * Other groups whose names begin with this one's and a dash: what is named
   * `team-pay-roll-x` is of `pay-roll`, not of `pay`. `undefined` where nobody
   * could tell.
   */
  longerTeams: readonly string[] | undefined;
}

/**
 * Cores, memory and storage that something may take at most. What is left out
 * is not known.
 */
export interface Amounts {
  vcpu?: number;
  memoryGib?: number;
  storageGib?: number;
}

/** A cluster that is there. */
export interface KnownCluster {
  accountId: string;
  region: string;
  name: string;
  partition: string;
  environment: string;
  /** Entity reference; an empty text where nobody knows it. */
  owner: string;
  version: string;
  /** As EKS calls it, such as `ACTIVE`. */
  status: string;
  /** What its nodes come to at most. */
  amounts: Amounts;
  /** What it costs at most; left out where a price or the nodes are not known. */
  monthlyCostUsd?: number;
  /** What its nodes cost as they are. */
  computeUsdPerMonth?: number;
  /** Of its nodes, such as `arm64`; left out where nobody looked. */
  architectures?: readonly string[];
  capacity?: KnownCapacity;
  /** What policies enforce there for pods; left out where nobody knows. */
  policyLevel?: 'privileged' | 'baseline' | 'restricted';
}

/** What nodes give and what is asked of them already. */
export interface KnownCapacity {
  allocatable: { vcpu: number; memoryGib: number };
  /** Left out where pods may not be listed. */
  requested?: { vcpu: number; memoryGib: number };
  /** ISO 8601. */
  observedAt: string;
  /** Whether more nodes come when pods wait: Auto Mode, Karpenter or an autoscaler. */
  grows: boolean;
}

/** A namespace that is there, provisioned by us or seen in a cluster. */
export interface KnownNamespace {
  cluster: { accountId: string; region: string; name: string };
  name: string;
  environment: string;
  /** Entity reference; an empty text where nobody knows it. */
  owner: string;
  /** What its quota allows. */
  amounts: Amounts;
  /** Its share; left out where it is not known. */
  monthlyCostUsd?: number;
  /** What was measured; left out where nobody measures. */
  usage?: MeasuredUsage;
  /** Where its applications may come from; left out where nobody knows. */
  sourceRepos?: readonly string[];
  /** Whether it is being taken away. */
  isGoing?: boolean;
}

/** An application that is described in Git. */
export interface KnownApplication {
  /** `application/<team>/<application>/<environment>`. */
  key: string;
  spec: ApplicationSpec;
  /** Whether it is being taken away. */
  isGoing: boolean;
}

/** What runs really used, over a time that says something. */
export interface MeasuredUsage extends Amounts {
  /** ISO 8601. */
  measuredAt: string;
}

/** What an active request holds until it ends. */
export interface Reservation {
  requestId: string;
  kind: RequestKind;
  operation: RequestOperation;
  /** Key of the thing. */
  key: string;
  /** Who is to have it when it is done. */
  owner: string;
  /** What the thing comes to when it is done. */
  amounts: Amounts;
  monthlyCostUsd?: number;
  /** Of a VPC that is to be made. */
  vpcCidr?: string;
}
