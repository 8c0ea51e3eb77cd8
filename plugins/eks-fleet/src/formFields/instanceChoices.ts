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

import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { formatMoney } from '../lib/costText';
import type { NodeGroupValue } from './types';

type InstanceType = RequestOptions['instanceTypes'][number];

/** Images that a node group may have, where a template does not say. */
export const AMI_TYPES = [
  'AL2023_x86_64_STANDARD',
  'AL2023_ARM_64_STANDARD',
  'BOTTLEROCKET_x86_64',
  'BOTTLEROCKET_ARM_64',
];

/** Instance types that run an image and that may be had, by their names. */
export function instanceChoices(
  { instanceFamilies, instanceTypes }: RequestOptions,
  amiType: string,
): InstanceType[] {
  const architecture = amiType.includes('ARM') ? 'arm64' : 'amd64';
  return instanceTypes
    .filter(each => !each.architecture || each.architecture === architecture)
    .filter(
      ({ name }) =>
        !instanceFamilies || instanceFamilies.includes(name.split('.')[0]),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en-US', { numeric: true }));
}

/** Such as `m7i.large · 2 vCPU · 8 GiB · 74 USD a month`. */
export function instanceText(type: InstanceType): string {
  const { memoryGib, monthlyCost, name, vcpu } = type;
  return [
    name,
    vcpu !== undefined && `${vcpu} vCPU`,
    memoryGib !== undefined && `${memoryGib} GiB`,
    monthlyCost !== undefined && `${formatMoney(monthlyCost)} USD a month`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/**
 * What a group costs a month on demand, with as many nodes as it has at least
 * and at most; nothing where that is not known.
 */
export function groupCost(
  { instanceTypes, maxSize, minSize }: NodeGroupValue,
  { instanceTypes: known }: RequestOptions,
): { least: string; most: string } | undefined {
  const costs = instanceTypes.map(
    name => known.find(each => each.name === name)?.monthlyCost,
  );
  if (
    costs.length === 0 ||
    costs.some(cost => cost === undefined) ||
    typeof minSize !== 'number' ||
    typeof maxSize !== 'number'
  ) {
    return undefined;
  }
  const sums = costs as number[];
  return {
    least: formatMoney(minSize * Math.min(...sums)),
    most: formatMoney(maxSize * Math.max(...sums)),
  };
}
