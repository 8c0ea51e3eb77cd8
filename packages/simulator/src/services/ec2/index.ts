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
import { formOf } from '../parameters';
import { describeRegions } from './regions';
import { describeSubnets } from './subnets';
import { describeVpcs } from './vpcs';

const OPERATIONS: Record<string, Operation> = {
  DescribeRegions: describeRegions,
  DescribeSubnets: describeSubnets,
  DescribeVpcs: describeVpcs,
};

/** Amazon EC2, 2016-11-15. */
export const ec2Service: AwsService = {
  name: 'ec2',
  protocol: ec2Query,
  resolve,
  operations: OPERATIONS,
};

function resolve(request: HttpRequest): ServiceCall {
  const parameters = formOf(request);
  const { Action, NextToken } = parameters;
  if (!Object.hasOwn(OPERATIONS, Action)) {
    const { code, status } = ec2Query.errors.unknownOperation;
    throw new AwsError(
      code,
      status,
      `The action ${Action} is not valid for this web service.`,
    );
  }
  return { operation: Action, parameters, pageToken: NextToken };
}
