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

import { ConfigReader } from '@backstage/config';
import type { PolicySource } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { clusterEntity } from '../../__testUtils__/entities';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { migrate } from '../../database/migrate';
import { entityToCluster } from '../../inventory/entityToCluster';
import { startDemoCollectors } from '../../kubernetes/__testUtils__/startDemoCollectors';
import { PolicyCollector } from '../ingest/PolicyCollector';
import {
  findingSelection,
  minutes,
  putClusters,
} from '../store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { createConfiguredSources } from './createConfiguredSources';

jest.setTimeout(120_000);

const NAME = 'checkout-eu-staging';
const PASSWORD = { username: 'portal', password: 'demo-policy-reporter' };

describe('findings that Policy Reporter tells', () => {
  let demo: Awaited<ReturnType<typeof startDemoCollectors>>;
  let knex: Knex;
  let source: PolicySource;

  beforeAll(async () => {
    demo = await startDemoCollectors();
  });

  beforeEach(async () => {
    knex = memoryDatabase();
    await migrate(knex);
    const { accountId, name, region } = demo.find(NAME).cluster;
    await putClusters(knex, [
      entityToCluster(clusterEntity({ name, accountId, region }), {
        environmentLabel: 'environment',
        accountNames: new Map(),
      })!,
    ]);
    source = sourceWith(PASSWORD);
  });

  afterEach(async () => {
    demo.simulator.clearFaults();
    await knex.destroy();
  });

  afterAll(() => demo.stop());

  function sourceWith(basicAuth: { username: string; password: string }) {
    const { arn } = demo.find(NAME).cluster;
    const [only] = createConfiguredSources({
      aws: { s3: jest.fn() },
      config: new ConfigReader({
        eksFleet: {
          policies: {
            policyReporters: [
              {
                cluster: arn,
                url: demo.simulator.policyReporterUrl(arn),
                basicAuth,
                dangerouslyAllowLoopback: true,
              },
            ],
          },
        },
      }),
      kubernetes: demo.ways,
    });
    return only;
  }

  async function collect(now: Date) {
    const collector = new PolicyCollector({
      source,
      store: new DatabasePolicyIngestStore(knex),
      owners: {
        resolve: async (_, outcomes) =>
          outcomes.map(() => ({ owner: '', ownerFrom: 'cluster' })),
      },
      due: [],
      environmentOf: async () => 'staging',
    });
    const { collected } = demo.find(NAME);
    return collector.collect(
      { ...collected, createdAt: '2025-01-02T03:04:05Z' },
      { signal: new AbortController().signal, now: () => now },
    );
  }

  async function known() {
    const [feed] = await knex('policy_feeds').select('observed_at');
    const open = await knex('findings').where('resolved_at', 0).pluck('id');
    return { observedAt: feed.observed_at, open: open.length };
  }

  it('stay where an answer in the middle is none, and where the password is wrong', async () => {
    const { fail } = await collect(minutes(0));
    const before = await known();
    expect(before.open).toBeGreaterThan(2);
    expect(fail).toBeGreaterThan(2);
    demo.simulator.addFault({
      match: {
        service: 'policy-reporter',
        operation: 'GET /v2/cluster-scoped/results',
      },
      effect: 'error',
    });
    await expect(collect(minutes(10))).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(await known()).toEqual(before);
    demo.simulator.clearFaults();

    source = sourceWith({ ...PASSWORD, password: 'changed since' });
    await expect(collect(minutes(20))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await known()).toEqual(before);

    source = sourceWith(PASSWORD);
    await collect(minutes(30));
    expect(await known()).toEqual({
      open: before.open,
      observedAt: minutes(30).toISOString(),
    });
  });

  it('are found again under the same names', async () => {
    await collect(minutes(0));
    const fingerprints = () =>
      knex('finding_texts').orderBy('fingerprint').pluck('fingerprint');
    const first = await fingerprints();
    await collect(minutes(10));
    expect(await fingerprints()).toEqual(first);
    const reads = new DatabasePolicyStore(knex);
    const { records } = await reads.findings(findingSelection(), {
      order: { field: 'firstSeen', direction: 'asc' },
      limit: 5,
    });
    expect(records.map(({ feed }) => feed)).toEqual(
      Array(5).fill('policyReporter'),
    );
  });
});
