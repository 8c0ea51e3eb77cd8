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
import { foreignEntity } from '../__testUtils__/entities';
import {
  fleetCluster,
  iso,
  NOON,
  setFleet,
} from '../collection/__testUtils__/fleet';
import type { FleetCluster } from '../collection/FleetClusters';
import { clusterColumns } from '../collection/store/rows';
import { migrate } from '../database/migrate';
import { toRow } from '../inventory/clusterRows';
import { entityToCluster } from '../inventory/entityToCluster';
import { DatabaseTargetStore } from '../targets/DatabaseTargetStore';
import { DatabaseSourceStore } from './DatabaseSourceStore';
import { SOURCE_STATES, summarizeSource } from './sourceState';
import type { SourcePage, SourcePosition, SourceSelection } from './types';

jest.setTimeout(60_000);

const FRESH = {
  source: 'collector',
  attempted_at: iso(-60),
  observed_at: iso(-60),
  fresh_until: iso(60),
  next_at: iso(30),
};
const failed = (code: string) => ({
  ...FRESH,
  error_code: code,
  error_message: `${code} it is`,
  error_since: iso(-30),
});

describe('DatabaseSourceStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseSourceStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseSourceStore(knex);
    });

    const observe = async (
      cluster: FleetCluster,
      kind: string,
      row: object = FRESH,
    ) =>
      knex('observations').insert({ ...clusterColumns(cluster), kind, ...row });
    const asked = (more: Partial<SourceSelection> = {}): SourceSelection => ({
      scope: 'all',
      filters: [],
      now: NOON,
      ...more,
    });
    const show = ({ sources }: SourcePage) =>
      sources.map(
        ({ kind, name, parts }) =>
          `${name} ${kind} ${summarizeSource(parts, NOON).state}`,
      );
    const list = async (more: Partial<SourceSelection> = {}) =>
      show(await store.list(asked(more), { limit: 100 }));

    const groups = async (more: Partial<SourceSelection> = {}) =>
      (await store.list(asked(more), { limit: 1 })).groups;

    const alpha = fleetCluster({ name: 'alpha' });
    const beta = fleetCluster({ name: 'Beta', region: 'us-east-1' });
    const gamma = fleetCluster({ name: 'gamma', accountId: '222222222222' });

    /** Three clusters: one by two paths, one broken, one just found. */
    const fill = async () => {
      await setFleet(knex, [alpha, beta, gamma]);
      await observe(alpha, 'controlPlane', { ...FRESH, next_at: '' });
      await observe(alpha, 'nodegroups');
      await observe(alpha, 'kubernetesNodes', failed('timeout'));
      await observe(beta, 'controlPlane');
      await observe(beta, 'addons', failed('forbidden'));
      await observe(beta, 'insights', failed('throttled'));
      await observe(beta, 'kubernetesNodes', {
        ...FRESH,
        source: 'reporter',
        next_at: '',
        fresh_until: iso(0),
      });
    };

    it('makes a row of each cluster and path, the worst first', async () => {
      await fill();
      expect(await list()).toEqual([
        'Beta eks forbidden',
        'alpha kubernetes timeout',
        'Beta reporter stale',
        'gamma eks pending',
        'alpha eks fresh',
      ]);
    });

    it('tells all of each part', async () => {
      await fill();
      const { sources } = await store.list(
        asked({
          filters: [
            [
              { key: 'kind', values: ['eks'] },
              { key: 'cluster', values: [beta.arn] },
            ],
          ],
        }),
        { limit: 9 },
      );
      expect(sources).toEqual([
        {
          kind: 'eks',
          arn: beta.arn,
          entityRef: beta.entityRef,
          name: 'Beta',
          accountId: beta.accountId,
          region: 'us-east-1',
          parts: expect.arrayContaining([
            {
              kind: 'addons',
              error: {
                code: 'forbidden',
                message: 'forbidden it is',
                since: iso(-30),
              },
              observedAt: iso(-60),
              freshUntil: iso(60),
              attemptedAt: iso(-60),
              nextAttemptAt: iso(30),
            },
          ]),
        },
      ]);
      expect(sources[0].parts).toHaveLength(3);
    });

    it('says that nothing is known yet of a cluster that was just found', async () => {
      await setFleet(knex, [alpha]);
      const { sources } = await store.list(asked(), { limit: 9 });
      expect(sources).toMatchObject([
        { kind: 'eks', parts: [{ kind: 'controlPlane' }] },
      ]);
      expect(sources[0].parts[0].observedAt).toBeUndefined();
    });

    it('knows no sources of foreign clusters, nor of what the catalog has not', async () => {
      await setFleet(knex, []);
      await knex('clusters').insert(
        toRow(
          entityToCluster(
            foreignEntity('stranger', {
              annotations: { 'amazonaws.com/arn': alpha.arn },
            }),
            { environmentLabel: 'environment', accountNames: new Map() },
          )!,
        ),
      );
      await observe(alpha, 'controlPlane');
      expect(await list()).toEqual([]);
      expect(await groups()).toEqual([]);
    });

    describe('a control plane, which comes by its target', () => {
      const target = {
        provider: 'main',
        accountId: alpha.accountId,
        region: alpha.region,
      };
      const report = {
        partition: 'aws' as const,
        clusterCount: 1,
        freshForSeconds: 600,
        lastAttemptAt: iso(-5),
        nextAttemptAt: iso(300),
      };
      const controlPlane = async () => {
        const { sources } = await store.list(asked(), { limit: 9 });
        return sources[0].parts.find(({ kind }) => kind === 'controlPlane');
      };

      beforeEach(async () => {
        await setFleet(knex, [alpha]);
      });

      it('is tried when its target is', async () => {
        await observe(alpha, 'controlPlane');
        await new DatabaseTargetStore(knex).put(target, report, NOON);
        expect(await controlPlane()).toEqual({
          kind: 'controlPlane',
          error: undefined,
          observedAt: iso(-60),
          freshUntil: iso(60),
          attemptedAt: iso(-60),
          nextAttemptAt: iso(300),
        });
      });

      it('fails as its target does', async () => {
        await observe(alpha, 'controlPlane');
        await new DatabaseTargetStore(knex).put(
          target,
          { ...report, error: { code: 'notAllowed', message: 'no' } },
          NOON,
        );
        expect(await controlPlane()).toMatchObject({
          error: { code: 'notAllowed', message: 'no' },
          observedAt: iso(-60),
          attemptedAt: iso(-5),
        });
        expect(await list()).toEqual(['alpha eks notAllowed']);
      });

      it('has its own error first', async () => {
        await observe(alpha, 'controlPlane', failed('timeout'));
        await new DatabaseTargetStore(knex).put(
          target,
          { ...report, error: { code: 'notAllowed', message: 'no' } },
          NOON,
        );
        expect(await controlPlane()).toMatchObject({
          error: { code: 'timeout', message: 'timeout it is' },
          attemptedAt: iso(-60),
        });
      });
    });

    it.each<[string, Partial<SourceSelection>, string[]]>([
      [
        'kind',
        { filters: [[{ key: 'kind', values: ['kubernetes', 'reporter'] }]] },
        ['alpha kubernetes timeout', 'Beta reporter stale'],
      ],
      [
        'state',
        { filters: [[{ key: 'state', values: ['timeout', 'fresh'] }]] },
        ['alpha kubernetes timeout', 'alpha eks fresh'],
      ],
      [
        'account',
        { filters: [[{ key: 'account', values: ['222222222222'] }]] },
        ['gamma eks pending'],
      ],
      [
        'region and kind',
        {
          filters: [
            [
              { key: 'region', values: ['us-east-1'] },
              { key: 'kind', values: ['eks'] },
            ],
          ],
        },
        ['Beta eks forbidden'],
      ],
      [
        'one of two filters',
        {
          filters: [
            [{ key: 'state', values: ['stale'] }],
            [{ key: 'account', values: ['222222222222'] }],
          ],
        },
        ['Beta reporter stale', 'gamma eks pending'],
      ],
      ['name', { text: 'BET' }, ['Beta eks forbidden', 'Beta reporter stale']],
      ['name, as it stands', { text: '%' }, []],
      [
        'scope',
        { scope: { kind: 'account', accounts: ['222222222222'] } },
        ['gamma eks pending'],
      ],
      ['scope of nobody', { scope: 'none' }, []],
    ])('leaves out what does not fit the %s', async (_, more, expected) => {
      await fill();
      expect(await list(more)).toEqual(expected);
      const { totalItems } = await store.list(asked(more), { limit: 1 });
      expect(totalItems).toBe(expected.length);
    });

    it('counts what there is, whatever kind and state are asked for', async () => {
      await fill();
      const all = [
        { kind: 'eks', state: 'forbidden', count: 1 },
        { kind: 'eks', state: 'pending', count: 1 },
        { kind: 'eks', state: 'fresh', count: 1 },
        { kind: 'kubernetes', state: 'timeout', count: 1 },
        { kind: 'reporter', state: 'stale', count: 1 },
      ];
      expect(await groups()).toEqual(all);
      expect(
        await groups({
          filters: [
            [
              { key: 'kind', values: ['eks'] },
              { key: 'state', values: ['stale'] },
            ],
          ],
        }),
      ).toEqual(all);
      expect(
        await groups({
          filters: [
            [
              { key: 'kind', values: ['reporter'] },
              { key: 'region', values: ['eu-west-1'] },
            ],
          ],
        }),
      ).toEqual(all.filter(({ kind }) => kind !== 'reporter').slice(1));
    });

    it('walks through all pages and back', async () => {
      await fill();
      const there: string[][] = [];
      const positions: Array<SourcePosition | undefined> = [];
      let after: SourcePosition | undefined;
      let hasMore = true;
      while (hasMore) {
        const page = await store.list(asked(), { limit: 2, after });
        there.push(show(page));
        positions.push(page.first);
        ({ last: after, hasMore } = page);
      }
      expect(there.map(({ length }) => length)).toEqual([2, 2, 1]);
      expect(there.flat()).toEqual(await list());
      const back = await store.list(asked(), {
        limit: 2,
        before: positions.at(-1),
      });
      expect(show(back)).toEqual(there[1]);
      expect(back.hasMore).toBe(true);
    });

    it('judges as the pure function does, whatever was observed', async () => {
      await setFleet(knex, [alpha]);
      const times = ['', iso(-1), iso(0), iso(1)];
      const codes = [
        '',
        ...SOURCE_STATES.filter(
          state => !['fresh', 'stale', 'pending'].includes(state),
        ),
      ];
      const rows = codes.flatMap(error_code =>
        times.flatMap(observed_at =>
          times.map(fresh_until => ({ error_code, observed_at, fresh_until })),
        ),
      );
      for (const row of rows) {
        await knex('observations').delete();
        await observe(alpha, 'controlPlane', row);
        const { sources, first } = await store.list(asked(), { limit: 1 });
        expect({ row, state: first?.state }).toEqual({
          row,
          state: summarizeSource(sources[0].parts, NOON).state,
        });
      }
    });
  });
});
