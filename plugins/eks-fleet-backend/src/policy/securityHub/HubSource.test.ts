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
  HubFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { allCells } from '../store/allCells';
import { NOW } from '../../__testUtils__/clock';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { migrate } from '../../database/migrate';
import { PolicyCollector } from '../ingest/PolicyCollector';
import type { PolicyFeedDocument } from '../ingest/SnapshotSink';
import {
  findingSelection,
  fleetCluster,
  ingest,
  minutes,
  newFinding,
  policySelection,
  putClusters,
} from '../store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { feedsOf } from '../store/read/readFeeds';
import {
  HUB_SCOPE,
  hubControl,
  hubReport,
  increment,
  wholePass,
} from './__testUtils__/hubFixtures';
import { DatabaseHubStore } from './DatabaseHubStore';
import { HubSource } from './HubSource';
import { HUB_STREAMS, type SecurityHubConfig } from './types';

const ALPHA = fleetCluster('alpha');
const { arn } = ALPHA;
const CLUSTER = { ...ALPHA, target: {} } as unknown as CollectedCluster;
const CONFIG: SecurityHubConfig = {
  partition: 'aws',
  accountId: '111111111111',
  region: 'eu-west-1',
  everySeconds: 600,
};

describe('HubSource', () => {
  let knex: Knex;
  let hub: DatabaseHubStore;
  let policies: DatabasePolicyStore;
  let ingestStore: DatabasePolicyIngestStore;
  let collector: PolicyCollector;
  let now: Date;
  let previous:
    | { document: PolicyFeedDocument; observedAt: string }
    | undefined;

  beforeEach(async () => {
    knex = memoryDatabase();
    await migrate(knex);
    await putClusters(knex, [ALPHA]);
    hub = new DatabaseHubStore(knex);
    policies = new DatabasePolicyStore(knex);
    ingestStore = new DatabasePolicyIngestStore(knex);
    now = NOW;
    previous = undefined;
    collector = new PolicyCollector({
      source: new HubSource({
        config: CONFIG,
        store: hub,
        feeds: of => feedsOf(knex, [of]),
      }),
      store: ingestStore,
      owners: {
        resolve: async (_, outcomes) =>
          outcomes.map(() => ({ owner: '', ownerFrom: 'cluster' })),
      },
      due: [],
      environmentOf: async () => 'prod',
    });
  });

  afterEach(() => knex.destroy());

  /** Reads Security Hub as it is by then, for all clusters. */
  async function readHub(
    at: Date,
    findings: HubFinding[],
    plan: typeof increment | typeof wholePass = wholePass,
  ) {
    for (const stream of HUB_STREAMS) {
      const pass = (await hub.claim(stream, {
        scope: HUB_SCOPE,
        now: at,
        plan: plan(at),
      }))!;
      await hub.put(
        pass,
        findings.filter(finding => finding.stream === stream),
        undefined,
      );
      await hub.complete(pass, undefined);
    }
  }

  async function collect(): Promise<PolicyFeedDocument> {
    const document = await collector.collect(CLUSTER, {
      signal: new AbortController().signal,
      previous,
      now: () => now,
    });
    previous = { document, observedAt: now.toISOString() };
    return document;
  }

  async function open(): Promise<string[]> {
    const { records } = await policies.findings(findingSelection(), {
      order: { field: 'policy', direction: 'asc' },
      limit: 100,
    });
    return records
      .map(({ policy, result, name }) => `${policy.name} ${result} ${name}`)
      .sort();
  }

  it('says of a cluster what its controls say, and what it sent itself', async () => {
    await readHub(NOW, [
      hubControl('EKS.1', { arn }),
      hubControl('EKS.3', { arn, verdict: 'pass' }),
      hubReport('cart', { arn }),
      hubControl('EKS.6', { arn: `${arn}-2` }),
      hubReport('till', { arn: `${arn}-2` }),
    ]);
    await expect(collect()).resolves.toMatchObject({
      policies: 3,
      fail: 2,
      engines: [],
      notes: [],
    });
    await expect(open()).resolves.toEqual([
      'EKS.1 fail alpha',
      'labels fail cart',
    ]);
    const matrix = await policies.matrix(policySelection(), 'cluster');
    const cells = new Map(
      allCells(matrix.cells).map(cell => [
        matrix.policies.find(({ id }) => id === cell.policyId)!.name,
        cell,
      ]),
    );
    expect(cells.get('EKS.1')).toMatchObject({
      seen: true,
      mode: 'audit',
      fail: 1,
      pass: 0,
      passes: 'exact',
    });
    expect(cells.get('EKS.3')).toMatchObject({ fail: 0, pass: 1 });
    expect(cells.get('labels')).toMatchObject({
      seen: false,
      fail: 1,
      pass: undefined,
      passes: 'notRecorded',
    });
  });

  it('resolves what is over, and keeps when it was first seen of what is not', async () => {
    await readHub(NOW, [
      hubControl('EKS.1', { arn }),
      hubControl('EKS.3', { arn }),
    ]);
    await collect();
    now = minutes(30);
    await readHub(
      now,
      [
        hubControl('EKS.1', { arn, verdict: 'pass' }),
        hubControl('EKS.3', { arn, observedAt: now.toISOString() }),
      ],
      increment,
    );
    await collect();
    const { records } = await policies.findings(findingSelection(), {
      order: { field: 'policy', direction: 'asc' },
      limit: 10,
    });
    expect(records).toMatchObject([
      { policy: { name: 'EKS.3' }, firstSeen: NOW.toISOString() },
    ]);
  });

  it('is as fresh as what was last read of Security Hub to its end', async () => {
    await readHub(NOW, [hubControl('EKS.1', { arn })]);
    now = minutes(8);
    await collect();
    const feed = async () => (await policies.feeds([arn]))[0];
    await expect(feed()).resolves.toMatchObject({
      observedAt: NOW.toISOString(),
      freshUntil: minutes(30).toISOString(),
    });
    now = minutes(18);
    await readHub(minutes(10), [], increment);
    await collect();
    await expect(feed()).resolves.toMatchObject({
      observedAt: minutes(10).toISOString(),
      freshUntil: minutes(40).toISOString(),
    });
  });

  it('says that nothing has changed where Security Hub only looked again', async () => {
    await readHub(NOW, [hubControl('EKS.1', { arn })]);
    const first = await collect();
    now = minutes(10);
    const again = minutes(9).toISOString();
    await readHub(
      now,
      [hubControl('EKS.1', { arn, updatedAt: again, observedAt: again })],
      increment,
    );
    await expect(collect()).resolves.toBe(first);
  });

  it('says when controls were not evaluated for days', async () => {
    await readHub(NOW, [hubControl('EKS.1', { arn })]);
    await collect();
    now = minutes(3 * 24 * 60);
    await readHub(now, [], increment);
    await collect();
    const matrix = await policies.matrix(policySelection(), 'cluster');
    expect(allCells(matrix.cells)).toEqual([
      expect.objectContaining({ evaluatedAt: '2026-11-23T06:00:00.000Z' }),
    ]);
  });

  it('puts what is suppressed on the register of exceptions', async () => {
    await readHub(NOW, [hubControl('EKS.1', { arn, verdict: 'exempt' })]);
    await collect();
    await expect(open()).resolves.toEqual(['EKS.1 exempt alpha']);
    await expect(policies.exceptions(policySelection())).resolves.toMatchObject(
      [{ engine: 'security-hub', name: 'EKS.1', exempted: 1 }],
    );
  });

  describe('where results are read more directly', () => {
    const direct = (feed: string) =>
      ingest(ingestStore, ALPHA, {
        feed,
        findings: [
          newFinding({
            policy: {
              engine: 'kyverno',
              kind: 'ClusterPolicy',
              name: 'labels',
            },
          }),
        ],
      });

    it('counts nothing twice, and says so', async () => {
      await direct('policyReports');
      await readHub(NOW, [
        hubControl('EKS.1', { arn }),
        hubReport('cart', { arn }),
      ]);
      await expect(collect()).resolves.toMatchObject({
        fail: 1,
        notes: [
          'What Policy Reporter sent to Security Hub is left out: policyReports reads it more directly.',
        ],
      });
      await expect(open()).resolves.toEqual([
        'EKS.1 fail alpha',
        'labels fail cart',
      ]);
    });

    it('gives up what it had said before', async () => {
      await readHub(NOW, [
        hubControl('EKS.1', { arn }),
        hubReport('cart', { arn }),
      ]);
      await expect(collect()).resolves.toMatchObject({ fail: 2 });
      await direct('policyReports');
      now = minutes(10);
      await expect(collect()).resolves.toMatchObject({ fail: 1 });
      await expect(open()).resolves.toHaveLength(2);
    });

    it('leaves checks of kube-bench to it once it is read', async () => {
      const outcome = {
        policy: {
          engine: 'kube-bench' as const,
          kind: 'CIS',
          name: '3.2.1',
        },
        result: 'fail' as const,
        resource: { kind: 'Cluster' },
      };
      await readHub(NOW, [
        hubReport('cart', { arn }),
        hubReport('3.2.1', { arn, outcome }),
      ]);
      await expect(collect()).resolves.toMatchObject({ fail: 2 });
      await direct('policyKubeBench');
      now = minutes(10);
      await expect(collect()).resolves.toMatchObject({ fail: 1 });
    });

    it('goes on where only policies are read, and no results', async () => {
      await direct('policyKyverno');
      await readHub(NOW, [hubReport('cart', { arn })]);
      await expect(collect()).resolves.toMatchObject({ fail: 1, notes: [] });
    });
  });

  it.each<[string, HubFinding[]]>([
    ['says nothing of it', [hubControl('EKS.1', { arn: `${arn}-2` })]],
    [
      'speaks of one of that name that there was before',
      [hubControl('EKS.1', { arn, observedAt: '2020-01-01T00:00:00.000Z' })],
    ],
  ])(
    'takes a cluster for compliant in nothing where Security Hub %s',
    async (_, findings) => {
      await readHub(NOW, [hubControl('EKS.1', { arn })]);
      await collect();
      now = minutes(10);
      await readHub(now, findings);
      await expect(collect()).rejects.toMatchObject({
        code: 'notInstalled',
        message: expect.stringContaining(
          'has no control of EKS about this cluster',
        ),
      });
      await expect(open()).resolves.toEqual(['EKS.1 fail alpha']);
    },
  );

  it('says what keeps Security Hub from being read, once that is too old', async () => {
    await readHub(NOW, [hubControl('EKS.1', { arn })]);
    const failed = await hub.claim('controls', {
      scope: HUB_SCOPE,
      now: minutes(10),
      plan: increment(minutes(10)),
    });
    await hub.fail(failed!, {
      code: 'forbidden',
      message: 'not authorized to perform: securityhub:GetFindings',
      at: minutes(10),
    });
    now = minutes(12);
    await expect(collect()).resolves.toMatchObject({ fail: 1 });
    now = minutes(31);
    await expect(collect()).rejects.toMatchObject({
      code: 'forbidden',
      message: 'not authorized to perform: securityhub:GetFindings',
    });
    await expect(open()).resolves.toHaveLength(1);
  });

  it('says nothing before Security Hub was read to its end', async () => {
    await expect(collect()).rejects.toMatchObject({
      code: 'timeout',
      message: 'Security Hub in eu-west-1 has not been read to its end yet',
    });
  });

  it('reads thousands of findings in pages', async () => {
    const names = Array.from({ length: 1_200 }, (_, index) => `app-${index}`);
    await readHub(
      NOW,
      names.map(name => hubReport(name, { arn })),
    );
    await expect(collect()).resolves.toMatchObject({ fail: 1_200 });
  });
});
