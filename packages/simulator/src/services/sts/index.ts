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
import { query } from '../../aws/protocols';
import type { AwsService, HttpRequest, ServiceCall } from '../../aws/types';
import { formOf } from '../parameters';
import { assumeRole } from './assumeRole';

const OPERATIONS: AwsService['operations'] = {
  AssumeRole: assumeRole,
  GetCallerIdentity: {
    handle: ({ caller }) => ({
      Arn: caller.arn,
      UserId: caller.userId,
      Account: caller.accountId,
    }),
  },
};

/** AWS STS, 2011-06-15. */
export const stsService: AwsService = {
  name: 'sts',
  protocol: query,
  resolve,
  operations: OPERATIONS,
};

function resolve(request: HttpRequest): ServiceCall {
  const parameters = formOf(request);
  const operation = parameters.Action ?? '';
  if (!Object.hasOwn(OPERATIONS, operation)) {
    const { code, status } = query.errors.unknownOperation;
    throw new AwsError(
      code,
      status,
      `Could not find operation ${operation} for version ${
        parameters.Version ?? 'NO_VERSION_SPECIFIED'
      }`,
    );
  }
  return {
    operation,
    parameters,
    accountId: /^arn:[a-z-]+:iam::(\d{12}):/.exec(
      parameters.RoleArn ?? '',
    )?.[1],
  };
}
