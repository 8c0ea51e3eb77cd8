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

import type { QuotaResource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterKey } from '../ground/keys';
import type { PreflightGround, Reservation } from '../ground/types';

/** What one thing counts as against its owner's quotas; what is left out is not known. */
export interface Claim {
  key: string;
  counts: Partial<Record<QuotaResource, number>>;
}

export type ClaimGround = Pick<PreflightGround, 'fleet' | 'reservations'>;

/** In the order in which people read them. */
export const QUOTA_RESOURCES: readonly QuotaResource[] = [
  'clusters',
  'namespaces',
  'vcpu',
  'memoryGib',
  'storageGib',
  'monthlyCost',
];

const NOTHING: Claim['counts'] = {
  clusters: 0,
  namespaces: 0,
  vcpu: 0,
  memoryGib: 0,
  storageGib: 0,
  monthlyCost: 0,
};

/** All that requests under way are to give an owner. */
export function claimsOfReservations(
  owner: string,
  ground: ClaimGround,
): Claim[] {
  return ground.reservations
    .ofOwner(owner)
    .filter(({ operation }) => operation !== 'delete')
    .map(reservation => ({
      key: reservation.key,
      counts: countsOfReservation(reservation, ground),
    }));
}

function countsOfReservation(
  reservation: Reservation,
  ground: ClaimGround,
): Claim['counts'] {
  const { amounts, key, kind, monthlyCostUsd, owner } = reservation;
  switch (kind) {
    case 'cluster':
      return {
        clusters: 1,
        namespaces: 0,
        vcpu: amounts.vcpu,
        memoryGib: amounts.memoryGib,
        storageGib: 0,
        monthlyCost: monthlyCostUsd,
      };
    case 'namespace':
      return namespaceCounts(
        { ...amounts, monthlyCost: monthlyCostUsd },
        isOnOwnCluster(clusterOfNamespace(key), owner, ground),
      );
    default:
      // An application takes what its namespace has.
      return NOTHING;
  }
}

/**
 * What a namespace counts as. On a cluster of the same owner its cores, memory
 * and price are the cluster's already, and are not counted twice.
 */
export function namespaceCounts(
  amounts: Partial<
    Record<'vcpu' | 'memoryGib' | 'storageGib' | 'monthlyCost', number>
  >,
  onOwnCluster: boolean,
): Claim['counts'] {
  return {
    clusters: 0,
    namespaces: 1,
    vcpu: onOwnCluster ? 0 : amounts.vcpu,
    memoryGib: onOwnCluster ? 0 : amounts.memoryGib,
    storageGib: amounts.storageGib,
    monthlyCost: onOwnCluster ? 0 : amounts.monthlyCost,
  };
}

export function isOnOwnCluster(
  ofCluster: string,
  owner: string,
  { fleet, reservations }: ClaimGround,
): boolean {
  const ownerOfCluster =
    fleet.cluster(ofCluster)?.owner ?? reservations.of(ofCluster)?.owner;
  return ownerOfCluster === owner;
}

/** `namespace/<account>/<region>/<cluster>/<name>` is on `cluster/<account>/<region>/<cluster>`. */
function clusterOfNamespace(key: string): string {
  const [, accountId, region, name] = key.split('/');
  return clusterKey({ accountId, region, name });
}
