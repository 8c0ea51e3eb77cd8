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

import { uuidFrom } from './ids';
import type { Cluster } from './types';

/**
 * @public
 */
export type ZonalShiftType =
  | 'ZONAL_SHIFT'
  | 'PRACTICE_RUN'
  | 'FIS_EXPERIMENT'
  | 'ZONAL_AUTOSHIFT';

/**
 * @public
 */
export type ZonalShiftStatus = 'ACTIVE' | 'EXPIRED' | 'CANCELED';

/**
 * Traffic of a cluster that was moved away from one zone.
 *
 * @public
 */
export interface ZonalShift {
  id: string;
  /** Id of an Availability Zone, such as `euw1-az1`. */
  awayFrom: string;
  type: ZonalShiftType;
  comment: string;
  startedAt: Date;
  expiresAt: Date;
  canceledAt?: Date;
}

/**
 * @public
 */
export interface ZonalShiftSpec {
  /** Of the cluster's first zone by default. */
  awayFrom?: string;
  /** `ZONAL_SHIFT` by default. */
  type?: ZonalShiftType;
  comment?: string;
  /** 60 by default. */
  minutes?: number;
}

/** Starts a shift. Throws where the cluster does not take part. */
export function startZonalShift(
  cluster: Cluster,
  spec: ZonalShiftSpec,
  now: Date,
): ZonalShift {
  if (!cluster.zonalShift) {
    throw new Error(`Zonal shift is not enabled for ${cluster.arn}`);
  }
  const { type = 'ZONAL_SHIFT', minutes = 60 } = spec;
  const shift: ZonalShift = {
    id: uuidFrom(`${cluster.id}/zonal-shift/${cluster.zonalShifts.length}`),
    awayFrom: spec.awayFrom ?? zoneIdsOf(cluster)[0],
    type,
    comment: spec.comment ?? 'The zone is impaired.',
    startedAt: now,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  };
  cluster.zonalShifts.push(shift);
  return shift;
}

/** Ends the shifts that are on. */
export function cancelZonalShifts(cluster: Cluster, now: Date): void {
  for (const shift of cluster.zonalShifts) {
    if (statusOf(shift, now) === 'ACTIVE') {
      shift.canceledAt = now;
    }
  }
}

export function statusOf(shift: ZonalShift, now: Date): ZonalShiftStatus {
  if (shift.canceledAt) {
    return 'CANCELED';
  }
  return shift.expiresAt > now ? 'ACTIVE' : 'EXPIRED';
}

/** `euw1-az1` for the first zone of eu-west-1. */
export function zoneIdsOf({ region, subnets }: Cluster): string[] {
  const [place, direction, number] = region.split('-').slice(-3);
  const points = direction
    .replace('north', 'n')
    .replace('south', 's')
    .replace('east', 'e')
    .replace('west', 'w')
    .replace('central', 'c');
  const zones = subnets.map(({ availabilityZone }) => availabilityZone.at(-1)!);
  return [...new Set(zones)]
    .sort()
    .map(
      letter =>
        `${place}${points}${number}-az${
          letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1
        }`,
    );
}
