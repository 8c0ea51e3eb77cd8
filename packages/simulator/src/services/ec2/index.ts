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
import { ec2Query } from '../../aws/protocols';
import type {
  AwsService,
  HttpRequest,
  Operation,
  ServiceCall,
} from '../../aws/types';
import { PARTITIONS } from '../../model/partitions';
import type { RegionOptStatus } from '../../model/types';
import { formOf } from '../parameters';

const describeRegions: Operation = {
  action: 'ec2:DescribeRegions',
  handle: ({ call, account }) => {
    const form = call.parameters as Record<string, string>;
    const names = valuesOf(form, /^RegionName\.\d+$/);
    const unknown = names.find(name => !account.regions.has(name));
    if (unknown !== undefined) {
      throw new AwsError(
        'InvalidParameterValue',
        400,
        `Invalid region provided: ${unknown}`,
      );
    }
    if (Object.keys(form).some(key => key.startsWith('Filter.'))) {
      throw new AwsError(
        'UnsupportedOperation',
        400,
        'This cloud does not know filters of DescribeRegions.',
      );
    }
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

/** Amazon EC2, 2016-11-15. */
export const ec2Service: AwsService = {
  name: 'ec2',
  protocol: ec2Query,
  resolve,
  operations: { DescribeRegions: describeRegions },
};

function resolve(request: HttpRequest): ServiceCall {
  const parameters = formOf(request);
  if (parameters.Action !== 'DescribeRegions') {
    const { code, status } = ec2Query.errors.unknownOperation;
    throw new AwsError(
      code,
      status,
      `The action ${parameters.Action} is not valid for this web service.`,
    );
  }
  return { operation: 'DescribeRegions', parameters };
}

function optInStatus(status: RegionOptStatus): string {
  if (status === 'ENABLED_BY_DEFAULT') {
    return 'opt-in-not-required';
  }
  return status === 'ENABLED' ? 'opted-in' : 'not-opted-in';
}

function valuesOf(form: Record<string, string>, key: RegExp): string[] {
  return Object.keys(form)
    .filter(name => key.test(name))
    .map(name => form[name]);
}
