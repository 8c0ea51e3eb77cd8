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

export function invalidInput(message: string, reason: string): AwsError {
  return new AwsError('InvalidInputException', 400, message, {
    Reason: reason,
  });
}

export function parentNotFound(): AwsError {
  return new AwsError(
    'ParentNotFoundException',
    400,
    "You specified parent that doesn't exist.",
  );
}

export function notInUse(): AwsError {
  return new AwsError(
    'AWSOrganizationsNotInUseException',
    400,
    'Your account is not a member of an organization.',
  );
}

export function notPermitted(): AwsError {
  return new AwsError(
    'AccessDeniedException',
    400,
    "You don't have permissions to access this resource.",
  );
}
