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
import { accountRestJson } from '../../aws/protocols';
import type {
  AwsService,
  HttpRequest,
  Operation,
  ServiceCall,
} from '../../aws/types';
import { integerBetween, jsonBody, textOf } from '../parameters';

const MAX_PAGE = 50;

const listRegions: Operation = {
  action: 'account:ListRegions',
  resource: ({ caller }) =>
    `arn:${caller.partition}:account::${caller.accountId}:account`,
  handle: ({ call, caller, account, pageTokens }) => {
    const { MaxResults = MAX_PAGE, RegionOptStatusContains: statuses } =
      call.parameters;
    const pageSize = integerBetween(MaxResults, 1, MAX_PAGE);
    if (pageSize === undefined) {
      throw invalid(`MaxResults must be a whole number from 1 to ${MAX_PAGE}.`);
    }
    if (statuses !== undefined && !Array.isArray(statuses)) {
      throw invalid('RegionOptStatusContains must be a list.');
    }
    const asked = textOf(call.parameters, 'AccountId');
    if (asked !== undefined) {
      // AWS wants this only for another account, which takes trusted access
      // that this cloud's organizations have not switched on.
      throw new AwsError(
        'AccessDeniedException',
        403,
        `User: ${caller.arn} is not authorized to perform: account:ListRegions on account ${asked}`,
      );
    }
    const page = pageTokens.page({
      list: `account:ListRegions/${caller.accountId}/${JSON.stringify(
        statuses,
      )}`,
      items: [...account.regions]
        .filter(([, status]) => !statuses?.length || statuses.includes(status))
        .map(([RegionName, RegionOptStatus]) => ({
          RegionName,
          RegionOptStatus,
        })),
      keyOf: region => region.RegionName,
      pageSize,
      token: call.pageToken,
    });
    if (!page) {
      throw invalid('NextToken is invalid or has expired.');
    }
    return { Regions: page.items, NextToken: page.nextToken };
  },
};

/** AWS Account Management, 2021-02-01. */
export const accountService: AwsService = {
  name: 'account',
  protocol: accountRestJson,
  resolve,
  operations: { ListRegions: listRegions },
};

function resolve(request: HttpRequest): ServiceCall {
  if (request.method !== 'POST' || request.path !== '/listRegions') {
    const { code, status, message } = accountRestJson.errors.unknownOperation;
    throw new AwsError(code, status, message);
  }
  const parameters = jsonBody(request);
  if (!parameters) {
    throw invalid('The request body is not valid JSON.');
  }
  return {
    operation: 'ListRegions',
    parameters,
    pageToken: textOf(parameters, 'NextToken'),
  };
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationException', 400, message);
}
