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

import type { Clock } from '../clock';

/**
 * @public
 */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/**
 * A CloudWatch alarm on one metric.
 *
 * @public
 */
export interface AlarmSpec {
  name: string;
  region: string;
  /** `OK` by default. */
  state?: AlarmState;
  /** Why it is in its state. */
  reason?: string;
  description?: string;
  /** `ContainerInsights` by default. */
  namespace?: string;
  /** `cluster_failed_node_count` by default. */
  metricName?: string;
  /** Such as `{ ClusterName: 'checkout-eu' }`. */
  dimensions?: Record<string, string>;
  tags?: Record<string, string>;
  threshold?: number;
  /** ARNs of what is told when it rings. */
  actions?: string[];
  /** ISO 8601; when it came into its state, the clock's present time by default. */
  since?: string;
}

/**
 * An alarm as it is now.
 *
 * @public
 */
export interface Alarm
  extends Omit<Required<AlarmSpec>, 'since' | 'description'> {
  arn: string;
  description?: string;
  stateUpdatedAt: Date;
  /** When it came into its state from another one. */
  stateTransitionedAt: Date;
}

/**
 * The alarms of the whole cloud.
 *
 * @public
 */
export class Alarms {
  readonly #clock: Clock;
  readonly #byArn = new Map<string, Alarm>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** In order of their names. */
  list(accountId: string, region: string): Alarm[] {
    return [...this.#byArn.values()]
      .filter(
        alarm =>
          alarm.region === region && alarm.arn.split(':')[4] === accountId,
      )
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  find(arn: string): Alarm | undefined {
    return this.#byArn.get(arn);
  }

  /** Creates the alarm or replaces it. */
  put(account: { id: string; partition: string }, spec: AlarmSpec): Alarm {
    const arn = `arn:${account.partition}:cloudwatch:${spec.region}:${account.id}:alarm:${spec.name}`;
    const since = spec.since ? new Date(spec.since) : this.#clock.now();
    const state = spec.state ?? 'OK';
    const alarm: Alarm = {
      arn,
      name: spec.name,
      region: spec.region,
      state,
      reason: spec.reason ?? reasonOf(state),
      description: spec.description,
      namespace: spec.namespace ?? 'ContainerInsights',
      metricName: spec.metricName ?? 'cluster_failed_node_count',
      dimensions: { ...spec.dimensions },
      tags: { ...spec.tags },
      threshold: spec.threshold ?? 1,
      actions: [...(spec.actions ?? [])],
      stateUpdatedAt: since,
      stateTransitionedAt: since,
    };
    this.#byArn.set(arn, alarm);
    return alarm;
  }

  /** Throws where there is no such alarm. */
  setState(
    arn: string,
    state: AlarmState,
    reason: string = reasonOf(state),
  ): Alarm {
    const alarm = this.#byArn.get(arn);
    if (!alarm) {
      throw new Error(`There is no alarm ${arn}`);
    }
    const now = this.#clock.now();
    if (alarm.state !== state) {
      alarm.stateTransitionedAt = now;
    }
    return Object.assign(alarm, { state, reason, stateUpdatedAt: now });
  }

  remove(arn: string): void {
    this.#byArn.delete(arn);
  }
}

function reasonOf(state: AlarmState): string {
  switch (state) {
    case 'ALARM':
      return 'Threshold Crossed: 3 datapoints were greater than or equal to the threshold.';
    case 'OK':
      return 'Threshold Crossed: 3 datapoints were not greater than or equal to the threshold.';
    default:
      return 'Insufficient Data: 3 datapoints were unknown.';
  }
}
