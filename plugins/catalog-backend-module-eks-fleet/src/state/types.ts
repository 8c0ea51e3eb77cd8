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
  NamedProblem,
  ObservationError,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What is remembered of a target. Times are ISO 8601, UTC. */
export interface TargetRecord extends AwsTarget {
  provider: string;
  accountName?: string;
  lastAttemptAt?: string;
  lastSuccessAt?: string;
  nextAttemptAt?: string;
  failingSince?: string;
  error?: ObservationError;
  clusterCount: number;
  unreadable: NamedProblem[];
  rejects: NamedProblem[];
  unmanagedSince?: string;
}

/** What is remembered of a discovered cluster that has an entity. */
export interface ClusterRecord extends AwsTarget {
  arn: string;
  provider: string;
  clusterName: string;
  entityRef: string;
  createdAt?: string;
  firstSeenAt: string;
  lastSeenAt: string;
  missedScans: number;
  missingSince?: string;
  removalAcceptedAt?: string;
}

/** A cluster that a scan found, described or at least listed. */
export interface SeenCluster {
  arn: string;
  clusterName: string;
  entityRef: string;
  createdAt?: string;
}

export interface AccountRecord {
  accountId: string;
  provider: string;
  partition: string;
  name?: string;
  /** Whether discovery covers it now. */
  inScope: boolean;
}

export interface ScanSuccess {
  at: string;
  nextAttemptAt?: string;
  clusterCount: number;
  unreadable: NamedProblem[];
  rejects: NamedProblem[];
  seen: SeenCluster[];
  /** Listed, and known from before, but not described this time. */
  listedArns: string[];
  /** Proven absent. */
  missingArns: string[];
}

export interface ScanFailure {
  at: string;
  nextAttemptAt?: string;
  error: ObservationError;
}

/** Where discovery keeps its memory. */
export interface DiscoveryStore {
  listTargets(provider: string): Promise<TargetRecord[]>;
  getTarget(target: AwsTarget): Promise<TargetRecord | undefined>;
  /**
   * Makes the provider's targets just these: new ones are added, those that
   * left the scope become unmanaged, those that came back are managed again.
   *
   * @returns targets that another provider already works on
   */
  setTargets(
    provider: string,
    targets: Array<AwsTarget & { accountName?: string }>,
    now: string,
  ): Promise<AwsTarget[]>;
  /**
   * Whether the caller now has the target for itself until then. It has not
   * where another replica works on it, or has read it since the caller looked.
   */
  claimTarget(
    target: AwsTarget & Pick<TargetRecord, 'lastAttemptAt'>,
    owner: string,
    now: number,
    until: number,
  ): Promise<boolean>;
  releaseTarget(target: AwsTarget, owner: string): Promise<void>;
  recordSuccess(
    provider: string,
    target: AwsTarget,
    scan: ScanSuccess,
  ): Promise<void>;
  recordFailure(target: AwsTarget, scan: ScanFailure): Promise<void>;
  upsertCluster(
    provider: string,
    target: AwsTarget,
    cluster: SeenCluster,
    now: string,
  ): Promise<void>;
  listClusters(filter: {
    provider: string;
    target?: AwsTarget;
  }): Promise<ClusterRecord[]>;
  getCluster(arn: string): Promise<ClusterRecord | undefined>;
  getClusterByEntityRef(entityRef: string): Promise<ClusterRecord | undefined>;
  removeClusters(arns: string[]): Promise<void>;
  acceptRemovals(provider: string, arns: string[], now: string): Promise<void>;
  /** Forgets unmanaged targets that hold no cluster any more. */
  forgetEmptyUnmanagedTargets(provider: string): Promise<void>;
  setAccounts(
    provider: string,
    partition: string,
    accounts: Array<{ accountId: string; name?: string }>,
  ): Promise<void>;
  listAccounts(provider?: string): Promise<AccountRecord[]>;
}
