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

import type { SourceState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { SystemRecord } from './types';

/** How often each system is read. */
export const READ_EVERY_MINUTES = 5;
/** What was read for the last time longer ago has missed several reads. */
const STALE_MS = 3 * READ_EVERY_MINUTES * 60_000;

/** How a system stands; never `fresh` where it was never read. Pure. */
export function systemState(record: SystemRecord, now: Date): SourceState {
  if (record.error) {
    return record.error.code;
  }
  if (!record.succeededAt) {
    return 'pending';
  }
  const ageMs = now.getTime() - Date.parse(record.succeededAt);
  return ageMs > STALE_MS ? 'stale' : 'fresh';
}

/** What is known of a system after it was read, or was not to be. Pure. */
export function noteRead(
  before: SystemRecord,
  at: string,
  error?: SystemRecord['error'],
): SystemRecord {
  return error
    ? {
        attemptedAt: at,
        succeededAt: before.succeededAt,
        error: { ...error, since: before.error?.since ?? at },
      }
    : { attemptedAt: at, succeededAt: at };
}
