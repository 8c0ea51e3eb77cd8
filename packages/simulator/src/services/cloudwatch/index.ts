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
import { json10 } from '../../aws/json10';
import type {
  AwsService,
  HttpRequest,
  Operation,
  ServiceCall,
} from '../../aws/types';
import { jsonBody, textOf } from '../parameters';
import { describeAlarms } from './describeAlarms';
import { listTagsForResource } from './tags';

const OPERATIONS: Record<string, Operation> = {
  DescribeAlarms: describeAlarms,
  ListTagsForResource: listTagsForResource,
};

const TARGET = /^GraniteServiceVersion20100801\.(\w+)$/;

/** Amazon CloudWatch, 2010-08-01, whose signatures are for `monitoring`. */
export const cloudwatchService: AwsService = {
  name: 'monitoring',
  protocol: json10,
  resolve,
  operations: OPERATIONS,
};

/** Whether a request is for CloudWatch, by what it looks like. */
export function isForCloudwatch({ headers }: HttpRequest): boolean {
  return TARGET.test(headers['x-amz-target'] ?? '');
}

function resolve(request: HttpRequest): ServiceCall {
  const [, operation = ''] =
    TARGET.exec(request.headers['x-amz-target'] ?? '') ?? [];
  if (request.method !== 'POST' || !Object.hasOwn(OPERATIONS, operation)) {
    const { code, status, message } = json10.errors.unknownOperation;
    throw new AwsError(code, status, message);
  }
  const parameters = jsonBody(request);
  if (!parameters) {
    throw new AwsError(
      'SerializationException',
      400,
      'The request body is not valid JSON.',
    );
  }
  return {
    operation,
    parameters,
    pageToken: textOf(parameters, 'NextToken'),
  };
}
