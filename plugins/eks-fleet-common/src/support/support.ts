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

import type { components } from '../generated/openapi';

/**
 * @public
 */
export type SupportState = components['schemas']['SupportState'];

/**
 * A Kubernetes minor version's support dates on EKS, ISO 8601.
 *
 * @public
 */
export interface VersionSupportDates {
  endOfStandardSupport?: string;
  endOfExtendedSupport?: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * In which state of support a version is, and how many whole days that state
 * lasts. Computed from the calendar alone: a cluster's `upgradePolicy` is a
 * preference, not the state it is billed in.
 *
 * Extended support begins with the UTC day of the end of standard support.
 *
 * @public
 */
export function supportAt(
  dates: VersionSupportDates | undefined,
  now: Date,
): { state: SupportState; daysLeft?: number } {
  const standardEnd = parseTime(dates?.endOfStandardSupport);
  const extendedEnd = parseTime(dates?.endOfExtendedSupport);
  const time = now.getTime();
  if (standardEnd === undefined && extendedEnd === undefined) {
    return { state: 'unknown' };
  }
  if (standardEnd !== undefined && time < standardEnd) {
    return { state: 'standard', daysLeft: wholeDays(standardEnd - time) };
  }
  if (extendedEnd !== undefined && time < extendedEnd) {
    return { state: 'extended', daysLeft: wholeDays(extendedEnd - time) };
  }
  if (extendedEnd === undefined) {
    return { state: 'unknown' };
  }
  return { state: 'unsupported', daysLeft: wholeDays(extendedEnd - time) };
}

/** The start of the UTC day that a date names. */
function parseTime(date: string | undefined): number | undefined {
  if (date === undefined) {
    return undefined;
  }
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS) * DAY_MS;
}

function wholeDays(milliseconds: number): number {
  return Math.floor(milliseconds / DAY_MS);
}

/**
 * Orders Kubernetes versions by number: `1.9` before `1.31`. What is no
 * version comes first.
 *
 * @public
 */
export function compareVersions(a: string, b: string): number {
  return versionRank(a) - versionRank(b);
}

/**
 * A number that orders Kubernetes minor versions; -1 for what is none.
 *
 * @public
 */
export function versionRank(version: string | undefined): number {
  const match = /^v?(\d{1,3})\.(\d{1,4})(?:[.+-].*)?$/.exec(version ?? '');
  return match ? Number(match[1]) * 10_000 + Number(match[2]) : -1;
}
