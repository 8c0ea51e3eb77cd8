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
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { readClusterMatch } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readSeconds } from '../../config/readSeconds';
import type { WatchConfig } from './types';

const KEY = 'eksFleet.policies.watch';
const AT_MOST_EVERY = { least: 10, most: 3600 };
const MOST_CLUSTERS = 500;

/**
 * Which clusters' reports are watched; nothing where configuration names none.
 *
 * @throws InputError with one sentence that names the key
 */
export function readWatchConfig(
  config: RootConfigService | Config,
): WatchConfig | undefined {
  const rules = config.getOptionalConfigArray(`${KEY}.clusters`) ?? [];
  if (rules.length === 0) {
    return undefined;
  }
  if (!config.getOptionalBoolean('eksFleet.kubernetes.enabled')) {
    throw new InputError(
      `${KEY}: needs eksFleet.kubernetes.enabled, as it is clusters' own APIs that are watched`,
    );
  }
  const maxClusters = config.getOptionalNumber(`${KEY}.maxClusters`) ?? 50;
  if (
    !Number.isInteger(maxClusters) ||
    maxClusters < 1 ||
    maxClusters > MOST_CLUSTERS
  ) {
    throw new InputError(
      `${KEY}.maxClusters: ${maxClusters} is not between 1 and ${MOST_CLUSTERS}`,
    );
  }
  return {
    clusters: rules.map((rule, index) => {
      try {
        return readClusterMatch(rule, `${KEY}.clusters[${index}]`);
      } catch (error) {
        throw new InputError(toError(error).message);
      }
    }),
    maxClusters,
    atMostEverySeconds:
      readSeconds(config, `${KEY}.atMostEvery`, AT_MOST_EVERY) ?? 30,
  };
}
