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
import { integerBetween } from '../parameters';

/** As many as EC2 gives in one answer. */
const MAX_PAGE = 1000;
const MIN_PAGE = 5;

/** How many things one answer may hold. */
export function pageSizeOf(form: Record<string, string>): number {
  const pageSize = integerBetween(
    form.MaxResults ?? MAX_PAGE,
    MIN_PAGE,
    MAX_PAGE,
  );
  if (pageSize === undefined) {
    throw new AwsError(
      'InvalidParameterValue',
      400,
      `Value ( ${form.MaxResults} ) for parameter maxResults is invalid. Expecting a value between ${MIN_PAGE} and ${MAX_PAGE}.`,
    );
  }
  return pageSize;
}
