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
import { testDatabases } from '../__testUtils__/databases';
import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { NOW } from '../__testUtils__/clock';
import { migrate } from '../database/migrate';
import { SupportCalendar } from '../versions/SupportCalendar';
import { DatabaseClusterStore } from './DatabaseClusterStore';
import { entityToCluster } from './entityToCluster';
import type { ClusterRecord, ClusterScope, ClusterSelection } from './types';

jest.setTimeout(60_000);

const A = '111111111111';
const B = '222222222222';
const options = { environmentLabel: 'environment', accountNames: new Map() };

function own(
  name: string,
  extra: Partial<Parameters<typeof clusterEntity>[0]> = {},
): ClusterRecord {
  const entity = clusterEntity({ name, accountId: A, ...extra });
  return entityToCluster(entity, options)!;
}

function foreign(name: string, metadata: Record<string, unknown> = {}) {
  return entityToCluster(foreignEntity(name, metadata), options)!;
}

function selection(extra: Partial<ClusterSelection> = {}): ClusterSelection {
  return {
    scope: 'all',
    filters: [],
    calendar: new SupportCalendar(),
    now: NOW,
    ...extra,
  };
}

const byName = {
  order: { field: 'name', direction: 'asc' },
  limit: 50,
} as const;

describe('DatabaseClusterStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseClusterStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseClusterStore(knex);
    });

    const fill = async (clusters: ClusterRecord[]) =>
      store.replaceAll(clusters, await store.generation());

    const names = async (extra: Partial<ClusterSelection> = {}) =>
      (await store.list(selection(extra), byName)).clusters.map(
        item => item.name,
      );

    /** Statements that a piece of work sends. */
    const statementsOf = async (work: () => Promise<unknown>) => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', listen);
      await work();
      knex.removeListener('query', listen);
      return statements;
    };

    it('gives back what it was given', async () => {
      const cluster = own('a', { labels: { environment: 'prod', tier: '1' } });
      await fill([cluster]);
      const [found] = await store.find('all', { arn: cluster.arn }, NOW);
      expect(found).toMatchObject(cluster);
    });

    it('writes nothing where nothing changed', async () => {
      const clusters = [own('a', { labels: { x: 'y' } }), own('b')];
      await fill(clusters);
      const statements = await statementsOf(async () => {
        expect(await fill(clusters)).toEqual({ outcome: 'unchanged' });
      });
      expect(
        statements.filter(sql => /^(insert|update|delete)/i.test(sql)),
      ).toEqual([]);
    });

    it('writes what changed, and removes what is gone with its labels', async () => {
      await fill([
        own('a', { labels: { x: '1', y: '1' } }),
        own('b'),
        own('c'),
      ]);
      expect(
        await fill([own('a', { labels: { x: '2' } }), own('b'), own('d')]),
      ).toEqual({ outcome: 'changed', written: 2, removed: 1 });
      expect(await names()).toEqual(['a', 'b', 'd']);
      expect(await store.countLabelKeys(selection())).toEqual([
        { value: 'x', count: 1 },
      ]);
      expect(await store.countFacet(selection(), 'label.x')).toEqual([
        { value: '2', count: 1 },
      ]);
    });

    it('lets only the first of two that began together write', async () => {
      const generation = await store.generation();
      await store.replaceAll([own('a'), own('b')], generation);
      expect(await store.replaceAll([own('a')], generation)).toEqual({
        outcome: 'superseded',
      });
      expect(await names()).toEqual(['a', 'b']);
    });

    it('keeps a whole fleet through two writers at once', async () => {
      const clusters = Array.from({ length: 450 }, (_, index) =>
        own(`c${index}`, { labels: { n: String(index) } }),
      );
      const generation = await store.generation();
      const outcomes = await Promise.allSettled([
        store.replaceAll(clusters, generation),
        store.replaceAll(clusters, generation),
      ]);
      expect(
        outcomes.filter(
          item =>
            item.status === 'fulfilled' && item.value.outcome === 'changed',
        ),
      ).toHaveLength(1);
      expect(await store.count(selection())).toBe(450);
      expect(await store.countFacet(selection(), 'label.n')).toHaveLength(450);
    });

    it('lists a page and counts with one statement each', async () => {
      await fill(
        Array.from({ length: 60 }, (_, index) =>
          own(`c${index}`, { labels: { a: 'b' } }),
        ),
      );
      const statements = await statementsOf(() =>
        store.list(selection(), byName),
      );
      expect(statements).toHaveLength(1);
    });

    it.each([
      [`%`, []],
      [`_`, ['with_underscore']],
      [`!`, []],
      [`\\`, []],
      [`'`, []],
      [`') or 1=1 --`, []],
      [`WITH`, ['with_underscore']],
    ])('takes %s as text and not as a pattern', async (text, expected) => {
      await fill([own('plain'), own('with_underscore')]);
      expect(await names({ text })).toEqual(expected);
    });

    it('orders versions by number and unknown ones first', async () => {
      await fill([
        own('new', { version: '1.31' }),
        own('old', { version: '1.9' }),
        own('odd', { version: 'latest' }),
      ]);
      const page = await store.list(selection(), {
        order: { field: 'version', direction: 'asc' },
        limit: 9,
      });
      expect(page.clusters.map(item => item.name)).toEqual([
        'odd',
        'old',
        'new',
      ]);
    });

    it('orders by how little support is left', async () => {
      await fill([
        own('newest', { version: '1.35' }),
        own('soon', { version: '1.34' }),
        own('ended', { version: '1.29' }),
        own('ending', { version: '1.31' }),
        own('extended', { version: '1.33' }),
        own('unheard', { version: '1.99' }),
      ]);
      const page = await store.list(selection(), {
        order: { field: 'support', direction: 'asc' },
        limit: 9,
      });
      expect(page.clusters.map(item => item.name)).toEqual([
        'ended',
        'ending',
        'extended',
        'soon',
        'newest',
        'unheard',
      ]);
    });

    it('moves support with the clock', async () => {
      await fill([own('a', { version: '1.34' })]);
      const filters = [[{ facet: 'support' as const, values: ['extended'] }]];
      expect(await names({ filters })).toEqual([]);
      const now = new Date('2026-12-02T00:00:00Z');
      expect(await names({ filters, now })).toEqual(['a']);
    });

    describe('under conditions', () => {
      beforeEach(() =>
        fill([
          own('mine', {
            owner: 'group:default/mine',
            labels: { team: 'x', environment: 'prod' },
          }),
          own('theirs', { accountId: B, owner: 'group:default/theirs' }),
          own('shared', { accountId: B, labels: { team: 'x' } }),
          foreign('stranger', {
            annotations: { 'amazonaws.com/account-id': A },
            labels: { team: 'x' },
          }),
        ]),
      );

      const cases: Array<[string, ClusterScope, string[]]> = [
        ['all', 'all', ['mine', 'shared', 'stranger', 'theirs']],
        ['none', 'none', []],
        ['an account', { kind: 'account', accounts: [A] }, ['mine']],
        ['no account', { kind: 'account', accounts: [] }, []],
        [
          'an owner',
          { kind: 'owner', owners: ['group:default/mine'] },
          ['mine'],
        ],
        [
          'the stranger’s owner',
          { kind: 'owner', owners: ['group:default/strangers'] },
          [],
        ],
        ['a label', { kind: 'label', key: 'team' }, ['mine', 'shared']],
        ['a value', { kind: 'label', key: 'team', value: 'y' }, []],
        [
          'not an account',
          { not: { kind: 'account', accounts: [A] } },
          ['shared', 'theirs'],
        ],
        [
          'one of two',
          {
            anyOf: [
              { kind: 'owner', owners: ['group:default/mine'] },
              { kind: 'owner', owners: ['group:default/theirs'] },
            ],
          },
          ['mine', 'theirs'],
        ],
        [
          'both of two',
          {
            allOf: [
              { kind: 'label', key: 'team' },
              { not: { kind: 'account', accounts: [A] } },
            ],
          },
          ['shared'],
        ],
      ];

      it.each(cases)('shows what %s allows', async (_, scope, expected) => {
        expect(await names({ scope })).toEqual(expected);
        expect(await store.count(selection({ scope }))).toBe(expected.length);
        const found = await store.find(scope, {}, NOW);
        expect(found.map(item => item.name).sort()).toEqual(expected);
        const owners = await store.countFacet(selection({ scope }), 'owner');
        expect(owners.reduce((sum, item) => sum + item.count, 0)).toBe(
          expected.length,
        );
      });

      it('keeps filters inside of the conditions', async () => {
        const scope: ClusterScope = { kind: 'account', accounts: [A] };
        expect(
          await names({
            scope,
            filters: [
              [{ facet: 'account', values: [B] }],
              [{ facet: 'account', values: [A] }],
            ],
          }),
        ).toEqual(['mine']);
      });

      it('groups and counts by target our own only', async () => {
        const groups = await store.group(selection());
        expect(groups.reduce((sum, item) => sum + item.clusters, 0)).toBe(3);
        expect(
          await store.countByTarget({ kind: 'account', accounts: [B] }),
        ).toEqual([
          { provider: 'main', accountId: B, region: 'eu-west-1', clusters: 2 },
        ]);
      });

      it('gives permission rules our own only', async () => {
        const refs = [
          'resource:default/mine-1111',
          'resource:default/stranger',
        ];
        expect([...(await store.ownByRefs(refs)).keys()]).toEqual([refs[0]]);
      });
    });
  });
});
