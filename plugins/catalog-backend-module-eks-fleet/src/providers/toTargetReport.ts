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
  HeldRemoval,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime } from 'luxon';
import type { EksFleetProviderConfig } from '../config/types';
import type { TargetRecord } from '../state/types';
import { frequencySeconds } from './schedule';

/** Scans that may be missed before what a target gave counts as stale. */
const FRESH_SCANS = 3;
const LISTED_PROBLEMS = 1000;

/** A target's record as the backend wants to hear it. */
export function toTargetReport(
  record: TargetRecord,
  config: EksFleetProviderConfig,
  details: {
    heldRemovals: HeldRemoval[];
    roleArn?: string;
    callerArn?: string;
  },
): TargetReport {
  const { removal, schedule } = config;
  const { lastSuccessAt, nextAttemptAt, unmanagedSince } = record;
  const pause =
    lastSuccessAt && nextAttemptAt
      ? (Date.parse(nextAttemptAt) - Date.parse(lastSuccessAt)) / 1000
      : 0;
  return {
    partition: record.partition,
    accountName: record.accountName,
    ...details,
    lastAttemptAt: record.lastAttemptAt,
    lastSuccessAt,
    nextAttemptAt: unmanagedSince ? undefined : nextAttemptAt,
    freshForSeconds: Math.ceil(
      FRESH_SCANS * frequencySeconds(schedule) + (record.error ? 0 : pause),
    ),
    unmanagedSince,
    removeAt:
      unmanagedSince &&
      DateTime.fromISO(unmanagedSince, { zone: 'utc' })
        .plus({ days: removal.orphanDays })
        .toJSDate()
        .toISOString(),
    error: record.error,
    clusterCount: record.clusterCount,
    unreadable: record.unreadable.slice(0, LISTED_PROBLEMS),
    rejects: record.rejects.slice(0, LISTED_PROBLEMS),
  };
}
