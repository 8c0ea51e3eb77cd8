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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { judgeAlarms, quietSecondsOf } from './judgeAlarms';
import type { AlertsConfig } from './readAlertsConfig';
import { deafSources, sourceStates } from './sourceStates';
import type { AlarmVerdict, AlarmWatch, AlertStore } from './types';

/** {@link AlarmWatch} over what sources have said. */
export class StoredAlarmWatch implements AlarmWatch {
  readonly #store: AlertStore;
  readonly #config: AlertsConfig;

  constructor(options: { store: AlertStore; config: AlertsConfig }) {
    this.#store = options.store;
    this.#config = options.config;
  }

  async check(
    clusters: Pick<RolloutCluster, 'arn' | 'name'>[],
    rules: RolloutStrategy['alarms'],
    now: Date,
  ): Promise<AlarmVerdict> {
    const quietSeconds = quietSecondsOf(rules);
    const names = new Map(clusters.map(({ arn, name }) => [arn, name]));
    const [alerts, records] = await Promise.all([
      this.#store.ofClusters(
        Array.from(names.keys()),
        new Date(now.getTime() - quietSeconds * 1000),
      ),
      this.#store.sources(),
    ]);
    const sources = sourceStates(this.#config, records, now);
    return judgeAlarms(
      alerts,
      deafSources(sources),
      arn => names.get(arn) ?? arn,
      rules,
      now,
    );
  }
}
