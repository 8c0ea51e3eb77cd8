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
import { securityHubRestJson } from '../../aws/protocols';
import type { AwsService, HttpRequest, ServiceCall } from '../../aws/types';
import { jsonBody, textOf } from '../parameters';
import { invalidInput } from './findingFilters';
import { getFindings } from './getFindings';

/** AWS Security Hub CSPM, 2018-10-26. */
export const securityHubService: AwsService = {
  name: 'securityhub',
  protocol: securityHubRestJson,
  resolve,
  operations: { GetFindings: getFindings },
};

function resolve(request: HttpRequest): ServiceCall {
  if (request.method !== 'POST' || request.path !== '/findings') {
    const { code, status, message } =
      securityHubRestJson.errors.unknownOperation;
    throw new AwsError(code, status, message);
  }
  const parameters = jsonBody(request);
  if (!parameters) {
    throw invalidInput('The request body is not valid JSON.');
  }
  return {
    operation: 'GetFindings',
    parameters,
    pageToken: textOf(parameters, 'NextToken'),
  };
}
