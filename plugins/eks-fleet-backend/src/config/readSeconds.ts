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

import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { Duration } from 'luxon';

/**
 * A duration, in seconds.
 *
 * @throws InputError with one sentence that names the key
 */
export function readSeconds(
  config: Config,
  key: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  let seconds: number;
  try {
    seconds = Duration.fromObject(readDurationFromConfig(config, { key })).as(
      'seconds',
    );
  } catch (error) {
    throw new InputError(`${key}: ${toError(error).message}`);
  }
  if (!(seconds >= least && seconds <= most)) {
    throw new InputError(
      `${key}: ${seconds} seconds; it is between ${least} and ${most} seconds`,
    );
  }
  return seconds;
}
