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

/** The values of a list, which EC2 takes as `SubnetId.1`, `SubnetId.2`, … */
export function valuesOf(form: Record<string, string>, name: string): string[] {
  return Object.keys(form)
    .filter(key => /^\d+$/.test(key.slice(name.length + 1)))
    .filter(key => key.startsWith(`${name}.`))
    .map(key => form[key]);
}

/** Says that filters are not known here, rather than answer too much. */
export function refuseFilters(form: Record<string, string>): void {
  if (Object.keys(form).some(key => key.startsWith('Filter.'))) {
    throw new AwsError(
      'UnsupportedOperation',
      400,
      `This cloud does not know filters of ${form.Action}.`,
    );
  }
}
