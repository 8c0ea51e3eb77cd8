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

import type {
  CollectedCluster,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { NOW } from '../../__testUtils__/clock';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { migrate } from '../../database/migrate';
import {
  findingSelection,
  fleetCluster,
  LABELS,
  minutes,
  putClusters,
} from '../store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { PolicyCollector } from './PolicyCollector';

const ALPHA = fleetCluster('alpha');
const CLUSTER = { ...ALPHA, target: {} } as unknown as CollectedCluster;

describe('sources that read the same results', () => {
  let knex: Knex;
  let reads: DatabasePolicyStore;

  beforeEach(async () => {
    knex = memoryDatabase();
    await migrate(knex);
    await putClusters(knex, [ALPHA]);
    reads = new DatabasePolicyStore(knex);
  });

  afterEach(() => knex.destroy());

  /** Reports through the API, and elsewhere where configuration says so. */
  function collectors(isElsewhere: boolean) {
    const read: PolicySource['read'] = async (_, sink) => {
      await sink.outcomes([
        {
          policy: LABELS,
          result: 'fail',
          resource: { kind: 'Deployment', namespace: 'shop', name: 'cart' },
        },
      ]);
      return { engines: [] };
    };
    const schedule = { everySeconds: 600, timeoutSeconds: 60 };
    const sources: PolicySource[] = [
      { kind: 'direct', schedule, read },
      {
        kind: 'elsewhere',
        insteadOf: ['direct'],
        schedule,
        appliesTo: () => isElsewhere,
        read,
      },
    ];
    return sources
      .map(
        source =>
          new PolicyCollector({
            source,
            sources,
            store: new DatabasePolicyIngestStore(knex),
            owners: {
              resolve: async (_, outcomes) =>
                outcomes.map(() => ({ owner: '', ownerFrom: 'cluster' })),
            },
            due: [],
            environmentOf: async () => '',
          }),
      )
      .filter(collector => collector.appliesTo(CLUSTER));
  }

  async function collect(isElsewhere: boolean, now: Date): Promise<string[]> {
    const applying = collectors(isElsewhere);
    for (const collector of applying) {
      await collector.collect(CLUSTER, {
        signal: new AbortController().signal,
        now: () => now,
      });
    }
    return applying.map(({ kind }) => kind);
  }

  it('read a cluster one at a time, and go on with what the other has found', async () => {
    const found = async () => {
      const { records } = await reads.findings(findingSelection(), {
        order: { field: 'firstSeen', direction: 'asc' },
        limit: 10,
      });
      return records.map(({ feed, firstSeen, name }) => [
        name,
        feed,
        firstSeen,
      ]);
    };
    const since = NOW.toISOString();
    expect(await collect(false, NOW)).toEqual(['direct']);
    expect(await found()).toEqual([['cart', 'direct', since]]);
    expect(await collect(true, minutes(10))).toEqual(['elsewhere']);
    expect(await found()).toEqual([['cart', 'elsewhere', since]]);
    expect(await collect(false, minutes(20))).toEqual(['direct']);
    expect(await found()).toEqual([['cart', 'direct', since]]);
  });
});
