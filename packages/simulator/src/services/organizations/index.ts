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
import { json11 } from '../../aws/protocols';
import type { AwsService, HttpRequest, ServiceCall } from '../../aws/types';
import { jsonBody, textOf } from '../parameters';
import { listAccounts, listAccountsForParent } from './accounts';
import { invalidInput } from './errors';
import {
  describeOrganization,
  listOrganizationalUnitsForParent,
  listRoots,
} from './tree';

const TARGET = 'AWSOrganizationsV20161128.';

/** AWS Organizations, 2016-11-28. */
export const organizationsService: AwsService = {
  name: 'organizations',
  protocol: json11,
  homeRegionOnly: true,
  resolve,
  operations: {
    DescribeOrganization: describeOrganization,
    ListRoots: listRoots,
    ListOrganizationalUnitsForParent: listOrganizationalUnitsForParent,
    ListAccounts: listAccounts,
    ListAccountsForParent: listAccountsForParent,
  },
};

function resolve(request: HttpRequest): ServiceCall {
  const target = request.headers['x-amz-target'] ?? '';
  const operation = target.replace(TARGET, '');
  if (
    !target.startsWith(TARGET) ||
    !Object.hasOwn(organizationsService.operations, operation)
  ) {
    const { code, status, message } = json11.errors.unknownOperation;
    throw new AwsError(code, status, message);
  }
  const parameters = jsonBody(request);
  if (!parameters) {
    throw invalidInput(
      'The request body is not valid JSON.',
      'INVALID_PATTERN',
    );
  }
  return {
    operation,
    parameters,
    pageToken: textOf(parameters, 'NextToken'),
  };
}
