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

import type { Knex } from 'knex';
import { NOW } from '../../__testUtils__/clock';
import { testDatabases } from '../../__testUtils__/databases';
import { clusterEntity, foreignEntity } from '../../__testUtils__/entities';
import { migrate } from '../../database/migrate';
import { DatabaseClusterStore } from '../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../inventory/entityToCluster';
import { SupportCalendar } from '../../versions/SupportCalendar';
import { HOSTILE } from '../__testUtils__/randomInput';
import { createFinding } from '../assess/findings';
import type { FindingDraft } from '../assess/findings';
import { verdictOf } from '../assess/findings';
import type { Assessment, Finding } from '../types';
import { DatabaseReadinessStore } from './DatabaseReadinessStore';
import type { DueCluster, ReadinessSelection } from './types';

jest.setTimeout(60_000);

const A = '111111111111';
const B = '222222222222';
const CLAIM = 'claim';
const HOUR_MS = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

function finding(extra: Partial<FindingDraft> = {}): Finding {
  return createFinding(
    { cluster: { owner: 'group:default/platform' } as never },
    {
      code: 'addon-incompatible',
      about: ['coredns', '1.34'],
      severity: 'blocking',
      title: 'coredns is not compatible with 1.34',
      message: 'coredns v1 is not among the versions for 1.34',
      subject: { kind: 'addon', name: 'coredns' },
      evidence: { source: 'addons', facts: {} },
      ...extra,
    },
  );
}

function assessment(target: string, ...findings: Finding[]): Assessment {
  return {
    target,
    verdict: verdictOf(findings),
    hops: [target],
    steps: [],
    findings,
    inputs: [],
    assessedAt: NOW.toISOString(),
  };
}

function selection(
  extra: Partial<ReadinessSelection> = {},
): ReadinessSelection {
  return {
    scope: 'all',
    filters: [],
    target: 'next',
    calendar: new SupportCalendar(),
    now: NOW,
    ...extra,
  };
}

describe('DatabaseReadinessStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseReadinessStore;

    const fill = async (...names: string[]) => {
      const clusters = new DatabaseClusterStore(knex);
      await clusters.replaceAll(
        [
          ...names.map(name =>
            clusterEntity({
              name,
              accountId: name === 'two' ? B : A,
              version: '1.33',
            }),
          ),
          foreignEntity('stranger'),
        ].map(
          entity =>
            entityToCluster(entity, {
              environmentLabel: 'environment',
              accountNames: new Map(),
            })!,
        ),
        await clusters.generation(),
      );
    };

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseReadinessStore(knex);
      await fill('one', 'two');
    });

    const due = async (now = NOW) => store.due({ now, limit: 100 });
    const named = async (name: string): Promise<DueCluster> => {
      const account = name === 'two' ? B : A;
      const arn = `arn:aws:eks:eu-west-1:${account}:cluster/${name}`;
      const [found] = await store.find([arn]);
      return found;
    };
    const replace = async (
      name: string,
      assessments: Assessment[],
      now = NOW,
    ) => {
      const cluster = await named(name);
      await store.claim([cluster.facts.arn], CLAIM);
      return store.replace(cluster, assessments, {
        claim: CLAIM,
        now,
        dueAt: new Date(now.getTime() + HOUR_MS),
      });
    };
    const changesOf = (result: Awaited<ReturnType<typeof replace>>) =>
      result.outcome === 'replaced' ? result.changes : [];
    const rows = async (table: string) => {
      const found = await knex(table).select().orderBy('arn');
      return found as Array<Record<string, unknown>>;
    };
    const statementsOf = async (work: () => Promise<unknown>) => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', listen);
      await work();
      knex.removeListener('query', listen);
      return statements.filter(sql => /^(insert|update|delete)/i.test(sql));
    };

    describe('what is due', () => {
      it('is each of our clusters that was never assessed', async () => {
        expect((await due()).map(({ facts }) => facts.name)).toEqual([
          'one',
          'two',
        ]);
        expect((await due())[0].facts).toEqual({
          arn: `arn:aws:eks:eu-west-1:${A}:cluster/one`,
          entityRef: 'resource:default/one-1111',
          name: 'one',
          partition: 'aws',
          accountId: A,
          region: 'eu-west-1',
          owner: 'group:default/platform',
          version: '1.33',
          status: 'ACTIVE',
          createdAt: '2025-01-02T03:04:05.000Z',
        });
      });

      it('is what time made due, what was marked and what the catalog changed', async () => {
        await replace('one', [assessment('1.34')]);
        await replace('two', [assessment('1.34')]);
        expect(await due()).toEqual([]);
        expect(await due(after(1))).toHaveLength(2);
        await store.mark([(await named('two')).facts.arn]);
        expect((await due()).map(({ facts }) => facts.name)).toEqual(['two']);
        await replace('two', [assessment('1.34')]);
        expect(await due()).toEqual([]);
        await knex('clusters').where('name', 'one').update({ hash: 'other' });
        expect((await due()).map(({ facts }) => facts.name)).toEqual(['one']);
      });

      it('comes in pages', async () => {
        const [first] = await store.due({ now: NOW, limit: 1 });
        const next = await store.due({
          now: NOW,
          limit: 1,
          afterArn: first.facts.arn,
        });
        expect(next.map(({ facts }) => facts.name)).toEqual(['two']);
      });

      it('stays due where it was marked while it was assessed', async () => {
        const cluster = await named('one');
        const { arn } = cluster.facts;
        await store.claim([arn], CLAIM);
        await store.mark([arn]);
        await store.replace(cluster, [assessment('1.34')], {
          claim: CLAIM,
          now: NOW,
          dueAt: after(1),
        });
        expect((await due()).map(({ facts }) => facts.name)).toContain('one');
      });
    });

    describe('replacing', () => {
      it('lets only who began last write', async () => {
        const cluster = await named('one');
        const { arn } = cluster.facts;
        await store.claim([arn], 'early');
        await store.claim([arn], 'late');
        const write = (claim: string) =>
          store.replace(cluster, [assessment('1.34')], {
            claim,
            now: NOW,
            dueAt: after(1),
          });
        expect(await write('early')).toEqual({ outcome: 'superseded' });
        expect(await write('late')).toMatchObject({ outcome: 'replaced' });
      });

      it('writes one row where nothing changed', async () => {
        const verdicts = () => [
          assessment('1.34', finding()),
          assessment('1.35', finding()),
        ];
        await replace('one', verdicts());
        const cluster = await named('one');
        await store.claim([cluster.facts.arn], CLAIM);
        const statements = await statementsOf(() =>
          store.replace(cluster, verdicts(), {
            claim: CLAIM,
            now: after(1),
            dueAt: after(2),
          }),
        );
        expect(statements).toHaveLength(1);
        expect(statements[0]).toMatch(/readiness_clusters/);
        expect((await rows('readiness_clusters'))[0]).toMatchObject({
          assessed_at: after(1).toISOString(),
        });
      });

      it('keeps since when a finding and a verdict are there', async () => {
        await replace('one', [assessment('1.34', finding())]);
        await replace(
          'one',
          [
            assessment('1.34', finding({ message: 'now otherwise' })),
            assessment('1.35', finding(), finding({ about: ['new'] })),
          ],
          after(5),
        );
        const { arn } = (await named('one')).facts;
        expect([...(await store.sinceByKey(arn))].sort()).toEqual([
          ['addon-incompatible:coredns:1.34', NOW.toISOString()],
          ['addon-incompatible:new', after(5).toISOString()],
        ]);
        const [first, second] = await rows('readiness');
        expect(first.verdict_since).toBe(NOW.toISOString());
        expect(second.verdict_since).toBe(after(5).toISOString());
      });

      it('removes what is gone, and says what was cleared', async () => {
        await replace('one', [
          assessment('1.34', finding()),
          assessment('1.35', finding()),
        ]);
        const result = await replace('one', [assessment('1.35')]);
        expect(changesOf(result)).toMatchObject([
          {
            before: 'blocked',
            assessment: { verdict: 'ready' },
            newBlockers: [],
            clearedBlockers: [{ key: 'addon-incompatible:coredns:1.34' }],
          },
        ]);
        expect(await rows('readiness_findings')).toEqual([]);
        expect(await rows('readiness')).toHaveLength(1);
      });

      it('says which blockers are new, and that a first verdict is no change', async () => {
        const first = await replace('one', [assessment('1.34', finding())]);
        expect(changesOf(first)[0]).toMatchObject({
          before: undefined,
          newBlockers: [{ key: 'addon-incompatible:coredns:1.34' }],
        });
        const second = await replace('one', [
          assessment('1.34', finding(), finding({ about: ['new'] })),
        ]);
        expect(changesOf(second)[0]).toMatchObject({
          before: 'blocked',
          newBlockers: [{ key: 'addon-incompatible:new' }],
          clearedBlockers: [],
        });
      });

      it('lets a cluster that was made again inherit nothing', async () => {
        await replace('one', [assessment('1.34', finding())]);
        await knex('clusters')
          .where('name', 'one')
          .update({ created_at: '2026-11-20T00:00:00.000Z', hash: 'other' });
        const counts = await store.countVerdicts(selection());
        expect(counts.every(({ verdict }) => verdict === 'unknown')).toBe(true);
        const result = await replace(
          'one',
          [assessment('1.34', finding())],
          after(3),
        );
        expect(changesOf(result)[0].before).toBeUndefined();
        const { arn } = (await named('one')).facts;
        expect([...(await store.sinceByKey(arn)).values()]).toEqual([
          after(3).toISOString(),
        ]);
      });

      it('keeps and gives back whatever clusters call their things', async () => {
        const findings = HOSTILE.map((text, index) =>
          finding({
            about: [String(index), text],
            cause: [text],
            title: text,
            message: text,
            subject: { kind: 'addon', name: text },
            owner: text,
            fix: text,
          }),
        );
        await replace('one', [assessment('1.34', ...findings)]);
        await replace('one', [assessment('1.34', ...findings)], after(1));
        for (const { causeKey, subject } of findings) {
          const [hit] = await store.hits(
            { ...selection(), cause: causeKey },
            10,
          );
          expect(hit.cluster.name).toBe('one');
          expect(typeof subject.name).toBe('string');
        }
        const blockers = await store.blockers(selection(), 100);
        expect(blockers.map(({ causeKey }) => causeKey).sort()).toEqual(
          [...new Set(findings.map(({ causeKey }) => causeKey))].sort(),
        );
      });
    });

    describe('pruning', () => {
      it('forgets a cluster only when it has been gone for long', async () => {
        await replace('one', [assessment('1.34', finding())]);
        await replace('two', [assessment('1.34', finding())]);
        await fill('one');
        await store.prune(after(-1));
        expect(await rows('readiness')).toHaveLength(2);
        await store.prune(after(1));
        for (const table of [
          'readiness',
          'readiness_findings',
          'readiness_clusters',
        ]) {
          expect((await rows(table)).map(({ arn }) => arn)).toEqual([
            `arn:aws:eks:eu-west-1:${A}:cluster/one`,
          ]);
        }
      });
    });

    describe('causes', () => {
      const clearing = (hours: number | undefined, extra = {}) =>
        finding({
          about: ['kubectl', String(hours)],
          cause: ['kubectl'],
          clearsAt: hours === undefined ? undefined : after(hours),
          ...extra,
        });

      it('are as old as their oldest hit, and end with their last', async () => {
        await replace('one', [assessment('1.34', clearing(5))]);
        await replace('two', [assessment('1.34', clearing(9))], after(2));
        expect(await store.blockers(selection(), 10)).toMatchObject([
          {
            causeKey: 'addon-incompatible:kubectl',
            clusters: 2,
            since: NOW.toISOString(),
            clearsAt: after(9).toISOString(),
          },
        ]);
      });

      it('do not end by themselves where one hit does not', async () => {
        await replace('one', [assessment('1.34', clearing(5))]);
        await replace('two', [assessment('1.34', clearing(undefined))]);
        expect((await store.blockers(selection(), 10))[0].clearsAt).toBe('');
      });

      it('say of each cluster what was found on it, and until when', async () => {
        await replace('one', [
          assessment('1.34', clearing(5, { message: 'kubectl 1.30 is old' })),
        ]);
        await replace('two', [
          assessment('1.34', clearing(undefined, { message: 'No version' })),
        ]);
        const hits = await store.hits(
          { ...selection(), cause: 'addon-incompatible:kubectl' },
          10,
        );
        expect(
          hits.map(({ clearsAt, message }) => ({ clearsAt, message })),
        ).toEqual([
          {
            clearsAt: after(5).toISOString(),
            message: 'kubectl 1.30 is old',
          },
          { clearsAt: '', message: 'No version' },
        ]);
      });

      it('count a cluster once, and owners by the clusters of each', async () => {
        await replace('one', [
          assessment(
            '1.34',
            clearing(1, { owner: 'group:default/shop' }),
            clearing(2, { owner: 'group:default/shop' }),
            clearing(3),
          ),
        ]);
        await replace('two', [assessment('1.34', clearing(1))]);
        expect(await store.blockers(selection(), 10)).toMatchObject([
          {
            clusters: 2,
            owners: [
              { owner: 'group:default/platform', clusters: 2 },
              { owner: 'group:default/shop', clusters: 1 },
            ],
          },
        ]);
        expect(
          await store.hits(
            { ...selection(), cause: 'addon-incompatible:kubectl' },
            10,
          ),
        ).toHaveLength(2);
      });

      it('follow the owner that the catalog names now', async () => {
        await replace('one', [assessment('1.34', finding())]);
        await knex('clusters')
          .where('name', 'one')
          .update({ owner: 'group:default/new' });
        const [cause] = await store.blockers(selection(), 10);
        expect(cause.owners).toEqual([
          { owner: 'group:default/new', clusters: 1 },
        ]);
      });

      it('are waived where each finding of a cluster is', async () => {
        const waiver = { active: true } as never;
        await replace('one', [
          assessment(
            '1.34',
            { ...clearing(1), waiver },
            { ...clearing(2), waiver },
          ),
        ]);
        await replace('two', [
          assessment('1.34', { ...clearing(1), waiver }, clearing(2)),
        ]);
        expect(await store.blockers(selection(), 10)).toMatchObject([
          { clusters: 2, waived: 1 },
        ]);
      });

      it('are no matter once the cluster has passed the hop', async () => {
        await replace('one', [assessment('1.34', finding())]);
        await knex('clusters')
          .where('name', 'one')
          .update({ version: '1.34', version_rank: 10_034 });
        const named34 = selection({ target: '1.34' });
        expect(await store.blockers(named34, 10)).toEqual([]);
        expect(
          (await store.countVerdicts(named34)).find(
            ({ verdict }) => verdict === 'done',
          )?.clusters,
        ).toBe(1);
      });

      it('leave out what only warns', async () => {
        await replace('one', [
          assessment(
            '1.34',
            finding({ severity: 'warning' }),
            finding({ severity: 'unknown', about: ['x'] }),
          ),
        ]);
        expect(
          (await store.blockers(selection(), 10)).map(item => item.severity),
        ).toEqual(['unknown']);
      });
    });

    it('asks for a page and its numbers in few statements', async () => {
      await replace('one', [assessment('1.34', finding())]);
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      await store.list(selection(), {
        order: { field: 'verdict', direction: 'asc' },
        limit: 50,
      });
      await store.countVerdicts(selection());
      expect(statements).toHaveLength(2);
    });
  });
});
