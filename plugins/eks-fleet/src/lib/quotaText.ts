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
  QuotaResource,
  RequestQuota,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { formatUsd } from './money';

/** One quota of an owner as it stands, with what is asked for where there is an ask. */
export type QuotaLine = RequestQuota['resources'][number];

export type QuotaState = 'within' | 'nearly' | 'over' | 'unlimited';

/** All resources with quotas, in the order in which they are shown. */
export const QUOTA_RESOURCES: readonly QuotaResource[] = [
  'clusters',
  'namespaces',
  'vcpu',
  'memoryGib',
  'storageGib',
  'monthlyCost',
];

const NEARLY = 0.9;
const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** What is taken once everything that is under way, and what is asked for, is there. */
export function quotaTaken({ reserved, used, wanted = 0 }: QuotaLine): number {
  return used + reserved + wanted;
}

/** How much of a quota is taken. */
export function quotaState(line: QuotaLine): QuotaState {
  const { limit } = line;
  if (limit === undefined) {
    return 'unlimited';
  }
  const taken = quotaTaken(line);
  if (taken > limit) {
    return 'over';
  }
  return taken > 0 && taken >= limit * NEARLY ? 'nearly' : 'within';
}

/** Shares of the limit for a bar, in percent; together at most 100. */
export function quotaShares(line: QuotaLine): {
  used: number;
  reserved: number;
  wanted: number;
} {
  const { limit, reserved, used } = line;
  const wanted = Math.max(0, line.wanted ?? 0);
  const whole = Math.max(limit ?? 0, used + reserved + wanted);
  const share = (value: number) => (whole > 0 ? (value / whole) * 100 : 0);
  return {
    used: share(used),
    reserved: share(reserved),
    wanted: share(wanted),
  };
}

/** An amount of a resource with its unit, such as `16 GiB`. */
export function quotaAmount(resource: QuotaResource, amount: number): string {
  switch (resource) {
    case 'memoryGib':
    case 'storageGib':
      return `${FORMAT.format(amount)} GiB`;
    case 'monthlyCost':
      return `${formatUsd(amount)} USD`;
    default:
      return FORMAT.format(amount);
  }
}

/** The same without its unit, for figures beside one that has it. */
export function quotaFigure(resource: QuotaResource, amount: number): string {
  return resource === 'monthlyCost' ? formatUsd(amount) : FORMAT.format(amount);
}

/** The quotas of an owner in the order in which they are shown. */
export function quotaLines(quota: RequestQuota): QuotaLine[] {
  return QUOTA_RESOURCES.flatMap(resource =>
    quota.resources.filter(line => line.resource === resource),
  );
}

/** Whether an owner is over any quota. */
export function isOverQuota(quota: RequestQuota): boolean {
  return quota.resources.some(line => quotaState(line) === 'over');
}
