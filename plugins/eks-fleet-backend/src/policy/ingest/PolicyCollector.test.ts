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
  PolicyOutcome,
  PolicySink,
  PolicySnapshot,
  PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { allCells } from '../store/allCells';
import { NOW } from '../../__testUtils__/clock';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { migrate } from '../../database/migrate';
import {
  findingSelection,
  fleetCluster,
  LABELS,
  minutes,
  observedPolicy,
  policySelection,
  putClusters,
} from '../store/__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from '../store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { PolicyCollector } from './PolicyCollector';
import type { PolicyFeedDocument } from './SnapshotSink';

const ALPHA = fleetCluster('alpha');
const CLUSTER = { ...ALPHA, target: {} } as unknown as CollectedCluster;

type Read = (
  sink: PolicySink,
  previous: string | undefined,
) => Promise<PolicySnapshot>;

function outcome(name: string): PolicyOutcome {
  return {
    policy: LABELS,
    result: 'fail',
    severity: 'high',
    resource: { kind: 'Deployment', namespace: 'shop', name },
  };
}

describe('PolicyCollector', () => {
  let knex: Knex;
  let reads: DatabasePolicyStore;
  let now: Date;
  let read: Read;
  let previous:
    | { document: PolicyFeedDocument; observedAt: string }
    | undefined;
  let collector: PolicyCollector;

  beforeEach(async () => {
    knex = memoryDatabase();
    await migrate(knex);
    await putClusters(knex, [ALPHA]);
    reads = new DatabasePolicyStore(knex);
    now = NOW;
    previous = undefined;
    const source: PolicySource = {
      kind: 'policyReports',
      schedule: { everySeconds: 600, timeoutSeconds: 60 },
      read: (_, sink, context) => read(sink, context.previous),
    };
    collector = new PolicyCollector({
      source,
      store: new DatabasePolicyIngestStore(knex),
      owners: {
        resolve: async (_, outcomes) =>
          outcomes.map(() => ({
            owner: 'group:default/shop',
            ownerFrom: 'namespace',
          })),
      },
      due: [{ severities: ['high'], environments: ['prod'], days: 7 }],
      environmentOf: async () => 'prod',
    });
  });

  afterEach(() => knex.destroy());

  async function collect(
    signal = new AbortController().signal,
  ): Promise<PolicyFeedDocument> {
    const document = await collector.collect(CLUSTER, {
      signal,
      previous,
      now: () => now,
    });
    previous = { document, observedAt: now.toISOString() };
    return document;
  }

  async function names(): Promise<string[]> {
    const { records } = await reads.findings(findingSelection(), {
      order: { field: 'severity', direction: 'desc' },
      limit: 100,
    });
    return records.map(({ name }) => name).sort();
  }

  it('keeps what a source reads, and says in short what it was', async () => {
    read = async sink => {
      sink.policy(observedPolicy({ documentation: 'data:text/html,<b>' }));
      await sink.outcomes([outcome('cart'), outcome('till')]);
      sink.tally({ policy: LABELS, pass: 10, passes: 'exact' });
      sink.tally({ policy: LABELS, pass: 5, passes: 'exact', skip: 1 });
      sink.exception({
        engine: 'gatekeeper',
        kind: 'constraint',
        name: 'owner-label',
        policies: [{ name: 'owner-label' }],
        scope: 'namespaces kube-*',
      });
      return { engines: ['gatekeeper'], passes: 'exact', state: 'rv=1' };
    };
    await expect(collect()).resolves.toEqual({
      engines: ['gatekeeper'],
      policies: 1,
      exceptions: 1,
      fail: 2,
      warn: 0,
      error: 0,
      exempt: 0,
      passes: 'exact',
      truncated: false,
      notes: [],
    });
    const matrix = await reads.matrix(policySelection(), 'cluster');
    expect(allCells(matrix.cells)).toEqual([
      expect.objectContaining({ fail: 2, pass: 15, seen: true }),
    ]);
    expect(matrix.policies[0].documentation).toBeUndefined();
    expect(matrix.feeds[0].freshUntil).toBe(minutes(30).toISOString());
    const { records } = await reads.findings(findingSelection(), {
      order: { field: 'firstSeen', direction: 'asc' },
      limit: 1,
    });
    expect(records[0]).toMatchObject({
      owner: 'group:default/shop',
      ownerFrom: 'namespace',
      feed: 'policyReports',
      dueAt: minutes(7 * 24 * 60).toISOString(),
    });
    await expect(reads.exceptions(policySelection())).resolves.toHaveLength(1);
  });

  it('hands a source what it gave, and believes it that nothing has changed', async () => {
    const states: Array<string | undefined> = [];
    read = async (sink, state) => {
      states.push(state);
      if (state === 'rv=1') {
        return { engines: [], unchanged: true };
      }
      await sink.outcomes([outcome('cart')]);
      return { engines: ['gatekeeper'], state: 'rv=1' };
    };
    const first = await collect();
    now = minutes(10);
    await expect(collect()).resolves.toEqual(first);
    expect(states).toEqual([undefined, 'rv=1']);
    await expect(names()).resolves.toEqual(['cart']);
    const [feed] = await reads.feeds([ALPHA.arn]);
    expect(feed.observedAt).toBe(minutes(10).toISOString());
  });

  it('does not believe it where there is nothing that could be the same', async () => {
    read = async () => ({ engines: [], unchanged: true });
    await expect(collect()).rejects.toThrow(
      'policyReports says that nothing has changed since a snapshot that there is not',
    );
  });

  it.each(['notInstalled', 'forbidden', 'unreachable'] as const)(
    'resolves nothing where a source is %s in the middle of reading',
    async code => {
      read = async sink => {
        await sink.outcomes([outcome('cart'), outcome('till')]);
        return { engines: ['gatekeeper'] };
      };
      await collect();
      now = minutes(10);
      read = async sink => {
        await sink.outcomes([outcome('cart')]);
        throw new ObservationFailure(code, 'in words');
      };
      await expect(collect()).rejects.toMatchObject({ code });
      await expect(names()).resolves.toEqual(['cart', 'till']);
      const [feed] = await reads.feeds([ALPHA.arn]);
      expect(feed.observedAt).toBe(NOW.toISOString());
    },
  );

  it('writes nothing of a source that does not mind that its time is up', async () => {
    const ending = new AbortController();
    read = async sink => {
      await sink.outcomes([outcome('cart')]);
      ending.abort();
      return { engines: ['gatekeeper'] };
    };
    await expect(collect(ending.signal)).rejects.toThrow('abort');
    await expect(names()).resolves.toEqual([]);
  });

  it('knows of findings that a source did not wait for, and of their failure', async () => {
    read = async sink => {
      const unwaited = sink.outcomes([outcome('cart')]);
      unwaited.catch(() => {});
      return { engines: ['gatekeeper'] };
    };
    await collect();
    await expect(names()).resolves.toEqual(['cart']);
  });
});
