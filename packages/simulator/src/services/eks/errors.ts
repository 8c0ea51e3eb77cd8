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

/** @param subject - members of the error's shape, such as `nodegroupName` */
export function invalidParameter(
  message: string,
  subject: Record<string, unknown> = {},
): AwsError {
  return new AwsError('InvalidParameterException', 400, message, subject);
}

/** What the state of the cluster does not allow. */
export function invalidRequest(
  message: string,
  subject: Record<string, unknown>,
): AwsError {
  return new AwsError('InvalidRequestException', 400, message, subject);
}

export function resourceInUse(
  message: string,
  subject: Record<string, unknown>,
): AwsError {
  return new AwsError('ResourceInUseException', 409, message, subject);
}

/** What insights stand against. */
export function invalidState(message: string, clusterName: string): AwsError {
  return new AwsError('InvalidStateException', 400, message, { clusterName });
}

export function clusterNotFound(name: string): AwsError {
  return partNotFound(`No cluster found for name: ${name}.`, {
    clusterName: name,
  });
}

/** @param subject - members of the error's shape, such as `nodegroupName` */
export function partNotFound(
  message: string,
  subject: Record<string, unknown>,
): AwsError {
  return new AwsError('ResourceNotFoundException', 404, message, subject);
}

export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', 400, message);
}

export function notFound(message: string): AwsError {
  return new AwsError('NotFoundException', 404, message);
}
