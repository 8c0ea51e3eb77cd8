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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { Duration } from 'luxon';

/** What `eksFleet.ingest` says, checked. */
export interface IngestConfig {
  enabled: boolean;
  tokens: {
    /** For how long a token is issued where nobody says. */
    defaultDays: number;
    maxDays: number;
  };
  policyReporter: {
    /** What is not sent again for so long is taken to be gone. */
    expireAfterMs: number;
    /** Without a word for so long, it is stale. */
    staleAfterMs: number;
  };
  kubeBench: {
    /** After so long what a node has told is stale, and then gone. */
    staleAfterMs: number;
    expireAfterMs: number;
  };
}

const ROOT = 'eksFleet.ingest';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_MS = 400 * DAY_MS;

/** @throws InputError with one sentence that names the key */
export function readIngestConfig(
  config: RootConfigService | Config,
): IngestConfig {
  const maxDays = readDays(config, `${ROOT}.tokens.maxDays`, 365, 730);
  return {
    enabled: config.getOptionalBoolean(`${ROOT}.enabled`) ?? true,
    tokens: {
      maxDays,
      defaultDays: readDays(
        config,
        `${ROOT}.tokens.defaultDays`,
        Math.min(90, maxDays),
        maxDays,
      ),
    },
    policyReporter: readTimes(config, `${ROOT}.policyReporter`, {
      staleAfterMs: DAY_MS,
      expireAfterMs: 7 * DAY_MS,
    }),
    kubeBench: readTimes(config, `${ROOT}.kubeBench`, {
      staleAfterMs: 8 * DAY_MS,
      expireAfterMs: 30 * DAY_MS,
    }),
  };
}

function readTimes(
  config: Config,
  key: string,
  defaults: { staleAfterMs: number; expireAfterMs: number },
): { staleAfterMs: number; expireAfterMs: number } {
  return {
    staleAfterMs: readDuration(
      config,
      `${key}.staleAfter`,
      defaults.staleAfterMs,
    ),
    expireAfterMs: readDuration(
      config,
      `${key}.expireAfter`,
      defaults.expireAfterMs,
    ),
  };
}

function readDays(
  config: Config,
  key: string,
  fallback: number,
  most: number,
): number {
  const days = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(days) || days < 1 || days > most) {
    throw new InputError(`${key}: ${days} is not between 1 and ${most} days`);
  }
  return days;
}

function readDuration(config: Config, key: string, fallback: number): number {
  if (!config.has(key)) {
    return fallback;
  }
  let milliseconds: number;
  try {
    milliseconds = Duration.fromObject(
      readDurationFromConfig(config, { key }),
    ).toMillis();
  } catch (error) {
    throw new InputError(`${key}: ${toError(error).message}`);
  }
  if (milliseconds < HOUR_MS || milliseconds > LONGEST_MS) {
    throw new InputError(`${key}: it is between one hour and 400 days`);
  }
  return milliseconds;
}
