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

import {
  ConflictError,
  CustomErrorBase,
  ForwardedError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';

/**
 * Says what a failure of the backend of EKS Fleet means to whoever ran a template;
 * what was refused before it was asked stays as it is.
 *
 * @param act - what it was asked for, such as `ask for namespaces`
 */
export function wordBackendFailure(error: unknown, act: string): Error {
  if (error instanceof CustomErrorBase) {
    return error;
  }
  if (!(error instanceof ResponseError)) {
    return new ServiceUnavailableError(
      'The backend of EKS Fleet cannot be reached: run the task again once it answers',
      error as Error,
    );
  }
  const { message } = error.cause;
  switch (error.statusCode) {
    case 400:
      return new InputError(message);
    case 401:
    case 403:
      return new NotAllowedError(
        `The backend of EKS Fleet does not let you ${act}: ${message}`,
      );
    case 404:
      return new NotFoundError(
        `The backend of EKS Fleet does not find it: ${message}`,
      );
    case 409:
      return new ConflictError(message);
    default:
      return new ForwardedError(
        'The backend of EKS Fleet failed: run the task again',
        error,
      );
  }
}
