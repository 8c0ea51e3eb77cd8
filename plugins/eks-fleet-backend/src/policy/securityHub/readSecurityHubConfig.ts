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
import {
  partitionOfRegion,
  type AwsPartition,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { Duration } from 'luxon';
import type { SecurityHubConfig } from './types';

const KEY = 'eksFleet.policies.securityHub';
const FREQUENCY_SECONDS = { usual: 600, least: 60, most: 86_400 };

/**
 * Where Security Hub is read; nothing where it is not to be.
 *
 * @throws InputError with one sentence that names the key
 */
export function readSecurityHubConfig(
  root: RootConfigService | Config,
): SecurityHubConfig | undefined {
  const config = root.getOptionalConfig(KEY);
  if (
    !config ||
    root.getOptionalBoolean('eksFleet.policies.enabled') === false
  ) {
    return undefined;
  }
  const accountId = config.getOptionalString('accountId') ?? '';
  if (!/^\d{12}$/.test(accountId)) {
    throw new InputError(
      `${KEY}.accountId: ${JSON.stringify(
        accountId,
      )} is no account; it has 12 digits, in quotes`,
    );
  }
  const region = config.getOptionalString('region') ?? '';
  const partition = partitionOfRegion(region);
  if (!partition) {
    throw new InputError(
      `${KEY}.region: ${JSON.stringify(
        region,
      )} is no Region; it is the one that findings are aggregated in`,
    );
  }
  return {
    accountId,
    region,
    partition: partition as AwsPartition,
    everySeconds: readFrequency(config),
  };
}

function readFrequency(config: Config): number {
  const { least, most, usual } = FREQUENCY_SECONDS;
  if (!config.has('frequency')) {
    return usual;
  }
  let seconds: number;
  try {
    seconds = Duration.fromObject(
      readDurationFromConfig(config, { key: 'frequency' }),
    ).as('seconds');
  } catch (error) {
    throw new InputError(`${KEY}.frequency: ${toError(error).message}`);
  }
  if (!(seconds >= least && seconds <= most)) {
    throw new InputError(
      `${KEY}.frequency: ${seconds} seconds; it is between a minute and a day`,
    );
  }
  return seconds;
}
