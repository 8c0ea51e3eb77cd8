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
import { InputError } from '@backstage/errors';
import { KUBERNETES_OBSERVATION_KINDS } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterCollector } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { readSeconds } from '../config/readSeconds';

/** What `eksFleet.collectors.<kind>` says; what is left out stays as it is. */
export interface CollectorConfig {
  enabled: boolean;
  everySeconds?: number;
  timeoutSeconds?: number;
}

const KEY = 'eksFleet.collectors';
const FREQUENCY_SECONDS = { least: 30, most: 7 * 24 * 3600 };
const TIMEOUT_SECONDS = { least: 1, most: 3600 };

/** @throws InputError with one sentence that names the key */
export function readCollectorConfig(
  config: RootConfigService,
): Map<string, CollectorConfig> {
  const collectors = config.getOptionalConfig(KEY);
  return new Map(
    (collectors?.keys() ?? []).map(kind => {
      const key = `${KEY}.${kind}`;
      return [
        kind,
        {
          enabled: config.getOptionalBoolean(`${key}.enabled`) ?? true,
          everySeconds: readSeconds(
            config,
            `${key}.frequency`,
            FREQUENCY_SECONDS,
          ),
          timeoutSeconds: readSeconds(
            config,
            `${key}.timeout`,
            TIMEOUT_SECONDS,
          ),
        },
      ];
    }),
  );
}

/**
 * The collectors that are on, on the schedules that the operator wants.
 *
 * @throws InputError for a kind that has two collectors, or is configured and
 *   has none
 */
export function configureCollectors(
  collectors: ClusterCollector[],
  config: Map<string, CollectorConfig>,
): ClusterCollector[] {
  const kinds = collectors.map(({ kind }) => kind);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== undefined) {
    throw new InputError(`There are two collectors of ${twice}`);
  }
  for (const kind of config.keys()) {
    const mayBeOff = KUBERNETES_OBSERVATION_KINDS.some(one => one === kind);
    if (!kinds.includes(kind) && !mayBeOff) {
      throw new InputError(
        `${KEY}.${kind}: nothing collects ${kind}; there are ${kinds
          .sort()
          .join(', ')}`,
      );
    }
  }
  return collectors
    .filter(({ kind }) => config.get(kind)?.enabled ?? true)
    .map(collector => withSchedule(collector, config.get(collector.kind)));
}

/** A collector may be an object of a class: it stays the one it is. */
function withSchedule(
  collector: ClusterCollector,
  config: CollectorConfig | undefined,
): ClusterCollector {
  if (!config) {
    return collector;
  }
  const { schedule } = collector;
  const everySeconds = config.everySeconds ?? schedule.everySeconds;
  return {
    kind: collector.kind,
    schedule: {
      everySeconds,
      timeoutSeconds: config.timeoutSeconds ?? schedule.timeoutSeconds,
      freshForSeconds:
        config.everySeconds === undefined
          ? schedule.freshForSeconds
          : undefined,
    },
    appliesTo: (cluster, controlPlane) =>
      collector.appliesTo?.(cluster, controlPlane) ?? true,
    collect: (cluster, context) => collector.collect(cluster, context),
  };
}
