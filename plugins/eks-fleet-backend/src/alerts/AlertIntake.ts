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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { FleetClusters } from '../collection/FleetClusters';
import { ClusterNames, joinAlert } from './joinAlert';
import type { AlertmanagerConfig } from './readAlertsConfig';
import type {
  AlertSourceKind,
  AlertStore,
  Joined,
  ReceivedAlert,
} from './types';

/** Most of one message or answer; what is over it is said, not kept. */
const MAX_ALERTS = 10_000;

/** Finds out which clusters alerts are about, and records them. */
export class AlertIntake {
  readonly #options: {
    store: AlertStore;
    clusters: Pick<FleetClusters, 'generation' | 'list'>;
    logger: LoggerService;
    now: () => Date;
    onChanged: () => void;
  };
  readonly #received;
  #names?: { generation: number; names: ClusterNames };

  constructor(options: {
    store: AlertStore;
    clusters: Pick<FleetClusters, 'generation' | 'list'>;
    metrics: MetricsService;
    logger: LoggerService;
    now: () => Date;
    onChanged: () => void;
  }) {
    this.#options = options;
    this.#received = options.metrics.createCounter<{
      source: string;
      result: 'joined' | 'ambiguous' | 'noCluster';
    }>('eks_fleet.alerts.received', {
      description: 'Alerts by their source and whether they fit a cluster',
      unit: '{alert}',
    });
  }

  async put(
    source: { kind: AlertSourceKind; id: string },
    alerts: ReceivedAlert[],
    options: {
      complete: boolean;
      config?: Pick<
        AlertmanagerConfig,
        'clusterLabel' | 'clusters' | 'watchdog'
      >;
    },
  ): Promise<void> {
    const { logger, now, onChanged, store } = this.#options;
    const { complete, config } = options;
    const watchdog = alerts.some(
      ({ name, state }) =>
        name === config?.watchdog?.alertname && state !== 'resolved',
    );
    const names = await this.#fleet();
    const joined = alerts
      .filter(({ name }) => name !== config?.watchdog?.alertname)
      .slice(0, MAX_ALERTS)
      .map(alert => ({
        alert,
        joined: joinAlert(alert.labels, names, {
          clusterLabel: config?.clusterLabel ?? 'cluster',
          clusters: config?.clusters ?? new Map(),
        }),
      }));
    if (alerts.length > MAX_ALERTS) {
      logger.warn(
        `${source.id} told of ${alerts.length} alerts; the first ${MAX_ALERTS} are kept`,
      );
    }
    for (const { joined: one } of joined) {
      this.#received.add(1, { source: source.id, result: resultOf(one) });
    }
    const changed = await store.put(source, joined, { now: now(), complete });
    await store.attempted(source, { now: now(), watchdog });
    if (changed) {
      onChanged();
    }
  }

  async #fleet(): Promise<ClusterNames> {
    const { clusters } = this.#options;
    const generation = await clusters.generation();
    if (this.#names?.generation !== generation) {
      this.#names = {
        generation,
        names: new ClusterNames(await clusters.list()),
      };
    }
    return this.#names.names;
  }
}

function resultOf({ ambiguous, arns }: Joined) {
  if (arns.length === 0) {
    return 'noCluster' as const;
  }
  return ambiguous ? ('ambiguous' as const) : ('joined' as const);
}
