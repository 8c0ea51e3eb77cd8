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

import type { PolicySeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import type { DueRule } from '../types';
import { DAY_MS, EXEMPT, NO_DUE_DATE, SEVERITIES } from './codes';
import { keyOf } from './policyKey';
import type { FindingRow } from './rows';

/** How many days a finding may stay; left out where no rule fits. */
export function daysToDue(
  rules: DueRule[],
  severity: PolicySeverity,
  environment: string,
): number | undefined {
  return rules.find(
    rule =>
      rule.severities.includes(severity) &&
      (rule.environments === undefined ||
        rule.environments.includes(environment)),
  )?.days;
}

/** When findings of one environment are due. */
export class DueDates {
  /** Of the rules and the environment: another key is other dates. */
  readonly key: string;
  readonly #milliseconds: Array<number | undefined>;

  constructor(rules: DueRule[], environment: string) {
    this.key = keyOf([environment, rules], 16);
    this.#milliseconds = SEVERITIES.map(severity => {
      const days = daysToDue(rules, severity, environment);
      return days === undefined ? undefined : days * DAY_MS;
    });
  }

  /** What is exempt is never due. */
  dueAt(firstSeen: number, severity: number, result: number): number {
    const milliseconds = this.#milliseconds[severity];
    return milliseconds === undefined || result === EXEMPT
      ? NO_DUE_DATE
      : firstSeen + milliseconds;
  }

  /** Makes anew what all open findings of a cluster are due by. */
  async renew(transaction: Knex, clusterId: number): Promise<void> {
    // First of all, so that of two feeds that notice it one waits, and is done.
    const isOther = await transaction('policy_clusters')
      .where({ id: clusterId })
      .whereNot('due_key', this.key)
      .update({ due_key: this.key });
    if (isOther === 0) {
      return;
    }
    for (const [severity, milliseconds] of this.#milliseconds.entries()) {
      await transaction<FindingRow>('findings')
        .where({ cluster_id: clusterId, severity })
        .whereRaw('resolved_at = 0')
        .update({
          due_at: transaction.raw(
            `case when result = ${EXEMPT} then ${NO_DUE_DATE} else ${
              milliseconds === undefined
                ? NO_DUE_DATE
                : `first_seen + ${Math.round(milliseconds)}`
            } end`,
          ) as never,
        });
    }
  }
}
