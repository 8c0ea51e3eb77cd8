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

import { SEVERITIES } from '../codes';
import type { FindingOrder } from '../types';
import type { FindingQuestion } from './FindingQuestion';
import { selectPolicies } from './policies';

/** Findings that have one value of what they are ordered by. */
export interface Group {
  /** As a number in the row of a finding. */
  value: number;
  /** What groups are ordered by; in cursors. */
  key: string | number;
  /** At most so many. */
  findings: number;
}

/** Groups that may have findings, in ascending order. */
export async function orderedGroups(
  question: FindingQuestion,
  field: FindingOrder['field'],
): Promise<{ column: string; groups: Group[] }> {
  const isCounted = question.selection.state === 'open';
  const groupsOf = async (
    column: string,
    keys: Map<number, string | number>,
  ): Promise<Group[]> => {
    const counted = isCounted
      ? await question.countBy(column)
      : new Map([...keys.keys()].map(value => [value, 1]));
    return [...counted]
      .flatMap(([value, findings]) => {
        const key = keys.get(value);
        return key === undefined ? [] : [{ value, key, findings }];
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  };
  switch (field) {
    case 'policy':
      return {
        column: 'policy_id',
        groups: await groupsOf(
          'policy_id',
          new Map(
            (
              await selectPolicies(question.knex, {})
            ).map(row => [row.id, `${row.name}\n${row.key}`.slice(-500)]),
          ),
        ),
      };
    case 'cluster':
      return {
        column: 'cluster_id',
        groups: await groupsOf(
          'cluster_id',
          new Map(
            question.reach.clusters.map(({ arn, id, name_key }) => [
              id,
              `${name_key}\n${arn}`,
            ]),
          ),
        ),
      };
    default:
      return {
        column: 'severity',
        groups: await groupsOf(
          'severity',
          new Map(SEVERITIES.map((_, code) => [code, code])),
        ),
      };
  }
}
