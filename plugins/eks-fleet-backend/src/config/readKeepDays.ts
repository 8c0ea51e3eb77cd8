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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * How long something is kept.
 *
 * @throws InputError with one sentence that names the key
 */
export function readKeepDays(
  config: Pick<Config, 'getOptionalNumber'>,
  key: string,
  defaultDays: number,
): number {
  const days = config.getOptionalNumber(key) ?? defaultDays;
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new InputError(`${key}: ${days} is no whole number from 1 to 3650`);
  }
  return days;
}
