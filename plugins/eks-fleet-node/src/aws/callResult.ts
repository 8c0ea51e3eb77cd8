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

import { isThrottling } from './isThrottling';
import type { AwsCallResult } from './types';

const DENIED =
  /^(AccessDenied|UnrecognizedClient|ExpiredToken|InvalidClientTokenId|NotAuthorized|UnauthorizedOperation|AuthFailure)/;

/** What became of a call that failed, in one word. */
export function callResult(error: unknown): Exclude<AwsCallResult, 'success'> {
  const { name = '', $metadata } = (error ?? {}) as {
    name?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  if (isThrottling(error)) {
    return 'throttled';
  }
  if (DENIED.test(name) || status === 401 || status === 403) {
    return 'denied';
  }
  if (status === undefined) {
    return 'unreachable';
  }
  return status >= 500 ? 'serverError' : 'refused';
}
