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

import { AwsError } from '../../aws/errors';
import type { Operation } from '../../aws/types';
import { PARTITIONS } from '../../model/partitions';
import type { RegionOptStatus } from '../../model/types';
import { refuseFilters, valuesOf } from './form';

export const describeRegions: Operation = {
  action: 'ec2:DescribeRegions',
  handle: ({ call, account }) => {
    const form = call.parameters as Record<string, string>;
    const names = valuesOf(form, 'RegionName');
    const unknown = names.find(name => !account.regions.has(name));
    if (unknown !== undefined) {
      throw new AwsError(
        'InvalidParameterValue',
        400,
        `Invalid region provided: ${unknown}`,
      );
    }
    refuseFilters(form);
    const { dnsSuffix } = PARTITIONS[account.partition];
    const regions = [...account.regions]
      .map(([regionName, status]) => ({
        regionName,
        regionEndpoint: `ec2.${regionName}.${dnsSuffix}`,
        optInStatus: optInStatus(status),
      }))
      .filter(
        ({ regionName, optInStatus: status }) =>
          (form.AllRegions === 'true' || status !== 'not-opted-in') &&
          (names.length === 0 || names.includes(regionName)),
      );
    return { regionInfo: { item: regions } };
  },
};

function optInStatus(status: RegionOptStatus): string {
  if (status === 'ENABLED_BY_DEFAULT') {
    return 'opt-in-not-required';
  }
  return status === 'ENABLED' ? 'opted-in' : 'not-opted-in';
}
