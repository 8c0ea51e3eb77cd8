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

import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@backstage/types';
import { clusterThingKey } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import type { ClusterRecord } from '../../inventory/types';
import type { RequestStore } from '../../requests/store/types';
import { specOf, type RequestRecord } from '../../requests/types';
import type { UnderWay } from '../types';

/** From when Git says it until EKS has it. */
const STATES = ['merged', 'synced', 'provisioning'];
const MOST = 5000;

/** What changes clusters at this moment: rollouts that hold them, and merged requests. */
export async function readUnderWay(
  knex: Knex,
  requests: Pick<RequestStore, 'list'>,
  clusters: Pick<ClusterRecord, 'accountId' | 'arn' | 'name' | 'region'>[],
): Promise<Map<string, UnderWay>> {
  const [held, records] = await Promise.all([
    knex('rollout_clusters').where('held', 1).distinct('arn') as Promise<
      Array<{ arn: string }>
    >,
    requests.list(
      {
        scope: 'all',
        filters: [
          new Map([
            ['kind', ['cluster']],
            ['state', STATES],
          ]),
        ],
      },
      {
        offset: 0,
        limit: MOST,
        order: { field: 'updated', direction: 'asc' },
      },
    ),
  ]);
  const requested = new Map(
    records.map(each => [each.asked.thing.key, changedFields(each)]),
  );
  const heldArns = new Set(held.map(({ arn }) => arn));
  return new Map(
    clusters.flatMap(cluster => {
      const rollout = heldArns.has(cluster.arn);
      const fields = requested.get(clusterThingKey(cluster)) ?? [];
      return rollout || fields.length > 0
        ? [[cluster.arn, { rollout, requested: fields }]]
        : [];
    }),
  );
}

/** First parts of the fields that a request changes; all of a new thing. */
export function changedFields(record: RequestRecord): string[] {
  const after = specOf(record);
  const before: JsonObject = record.progress.assessment.before ?? {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(field => !isDeepStrictEqual(before[field], after[field]))
    .sort();
}
