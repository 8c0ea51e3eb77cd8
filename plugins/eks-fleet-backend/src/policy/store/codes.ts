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
  PolicyResult,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** From what is least known to the worst: a severity's place is its code. */
export const SEVERITIES: PolicySeverity[] = [
  'unknown',
  'info',
  'low',
  'medium',
  'high',
  'critical',
];

/** A result's place is its code; of two results with one fingerprint the later stays. */
export const RESULTS: PolicyResult[] = ['exempt', 'warn', 'error', 'fail'];

export const EXEMPT = RESULTS.indexOf('exempt');

export const FAIL = RESULTS.indexOf('fail');

/** For sorting: what has no due date comes last. */
export const NO_DUE_DATE = Date.parse('9999-12-31T00:00:00Z');

export const DAY_MS = 86_400_000;

export function severityCode(severity: PolicySeverity | undefined): number {
  return Math.max(0, SEVERITIES.indexOf(severity ?? 'unknown'));
}

export function resultCode(result: PolicyResult): number {
  return RESULTS.indexOf(result);
}

/** Milliseconds as a database has them, in ISO 8601; empty where there is no time. */
export function timeOf(milliseconds: number | string): string {
  const time = Number(milliseconds);
  return time <= 0 || time >= NO_DUE_DATE ? '' : new Date(time).toISOString();
}

/** A day since 1970, UTC. */
export function dayOf(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS);
}
