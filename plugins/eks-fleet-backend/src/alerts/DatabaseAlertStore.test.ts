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
import { clusterEntity } from '../__testUtils__/entities';
import { migrate } from '../database/migrate';
import { DatabaseClusterStore } from '../inventory/DatabaseClusterStore';
import { entityToCluster } from '../inventory/entityToCluster';
import { DatabaseAlertStore } from './DatabaseAlertStore';
import type { AlertSelection, Joined, ReceivedAlert } from './types';

jest.setTimeout(60_000);

const NOW = new Date('2026-11-25T12:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const SOURCE = { kind: 'alertmanager' as const, id: 'prod' };
const arn = (name: string) =>
  `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`;

const alert = (
  fingerprint: string,
  over: Partial<ReceivedAlert> = {},
): ReceivedAlert => ({
  fingerprint,
  name: `Alert ${fingerprint}`,
  severity: 'warning',
  state: 'firing',
  summary: '',
  description: '',
  startsAt: '2026-11-25T11:00:00.000Z',
  endsAt: '',
  labels: { alertname: fingerprint },
  sourceUrl: '',
  runbookUrl: '',
  ...over,
});
const of = (...names: string[]): Joined => ({
  arns: names.map(arn),
  ambiguous: names.length > 1,
  by: 'label cluster',
});
const all: AlertSelection = { scope: 'all', filters: [] };

describe('DatabaseAlertStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseAlertStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseAlertStore(knex);
      await new DatabaseClusterStore(knex).replaceAll(
        ['alpha', 'beta'].map(
          name =>
            entityToCluster(
              clusterEntity({
                name,
                accountId: '111111111111',
                owner: `group:default/${name}`,
              }),
              { environmentLabel: 'env', accountNames: new Map() },
            )!,
        ),
        0,
      );
    });

    const names = async (selection = all) =>
      (await store.list(selection, { limit: 50 })).alerts.map(
        one => one.alert.fingerprint,
      );

    it('lists what fires first, the worst, the newest', async () => {
      await store.put(
        SOURCE,
        [
          alert('old'),
          alert('new', { startsAt: '2026-11-25T11:30:00.000Z' }),
          alert('worst', { severity: 'critical' }),
          alert('silenced', { severity: 'critical', state: 'silenced' }),
          alert('over', { state: 'resolved', endsAt: NOW.toISOString() }),
        ].map(one => ({ alert: one, joined: of('alpha') })),
        { now: NOW, complete: false },
      );
      expect(await names()).toEqual([
        'worst',
        'new',
        'old',
        'silenced',
        'over',
      ]);
    });

    it('pages through them, each once', async () => {
      await store.put(
        SOURCE,
        ['a', 'b', 'c', 'd', 'e'].map(one => ({
          alert: alert(one),
          joined: of('alpha'),
        })),
        { now: NOW, complete: true },
      );
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.list(all, { limit: 2, after });
        expect(page.total).toBe(5);
        seen.push(...page.alerts.map(one => one.alert.fingerprint));
        after = page.next;
      } while (after);
      expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('ends what a complete answer leaves out, and nothing of another source', async () => {
      const joined = of('alpha');
      await store.put(
        SOURCE,
        [
          { alert: alert('a'), joined },
          { alert: alert('b'), joined },
        ],
        {
          now: NOW,
          complete: true,
        },
      );
      await store.put(
        { kind: 'alertmanager', id: 'other' },
        [{ alert: alert('c'), joined }],
        { now: NOW, complete: true },
      );
      expect(
        await store.put(SOURCE, [{ alert: alert('a'), joined }], {
          now: later(1),
          complete: true,
        }),
      ).toBe(true);
      expect(
        (await store.list(all, { limit: 9 })).alerts.map(one => [
          one.alert.fingerprint,
          one.alert.state,
          one.alert.endsAt,
        ]),
      ).toEqual([
        ['c', 'firing', ''],
        ['a', 'firing', ''],
        ['b', 'resolved', later(1).toISOString()],
      ]);
    });

    it('ends nothing for a message that tells of one', async () => {
      const joined = of('alpha');
      await store.put(SOURCE, [{ alert: alert('a'), joined }], {
        now: NOW,
        complete: true,
      });
      await store.put(SOURCE, [{ alert: alert('b'), joined }], {
        now: NOW,
        complete: false,
      });
      expect(
        await names({ ...all, filters: [new Map([['state', ['firing']]])] }),
      ).toEqual(['a', 'b']);
    });

    it('says whether anything is other than before', async () => {
      const put = (state: ReceivedAlert['state'], minutes: number) =>
        store.put(
          SOURCE,
          [{ alert: alert('a', { state }), joined: of('alpha') }],
          {
            now: later(minutes),
            complete: true,
          },
        );
      expect(await put('firing', 0)).toBe(true);
      expect(await put('firing', 1)).toBe(false);
      expect(await put('resolved', 2)).toBe(true);
      expect(await put('firing', 3)).toBe(true);
    });

    it('shows a reader of some clusters theirs only, in lists and numbers', async () => {
      await store.put(
        SOURCE,
        [
          { alert: alert('a'), joined: of('alpha') },
          { alert: alert('b'), joined: of('beta') },
          { alert: alert('both'), joined: of('alpha', 'beta') },
          {
            alert: alert('none'),
            joined: { arns: [], ambiguous: false, by: '' },
          },
        ],
        { now: NOW, complete: true },
      );
      const scope = { kind: 'owner' as const, owners: ['group:default/alpha'] };
      const page = await store.list({ scope, filters: [] }, { limit: 10 });
      expect(
        page.alerts.map(one => [
          one.alert.fingerprint,
          one.clusters.map(({ name }) => name),
        ]),
      ).toEqual([
        ['a', ['alpha']],
        ['both', ['alpha']],
      ]);
      expect(page.total).toBe(2);
      expect(page.counts.severity).toEqual({ warning: 2 });
      expect(
        await names({
          scope,
          filters: [new Map([['cluster', [arn('beta')]]])],
        }),
      ).toEqual([]);
      expect(await names({ scope: 'none', filters: [] })).toEqual([]);
      expect(await names()).toEqual(['a', 'b', 'both', 'none']);
    });

    it.each<[string, Array<[string, string[]]>, string[]]>([
      ['cluster', [['cluster', [arn('beta')]]], ['b']],
      ['owner', [['owner', ['group:default/alpha']]], ['a', 'q']],
      ['name', [['name', ['Alert b']]], ['b']],
      [
        'severity and account',
        [
          ['severity', ['warning']],
          ['account', ['111111111111']],
        ],
        ['a', 'b', 'q'],
      ],
      ['source that is none', [['source', ['nobody']]], []],
    ])('filters by %s', async (_, pairs, expected) => {
      await store.put(
        SOURCE,
        [
          { alert: alert('a'), joined: of('alpha') },
          { alert: alert('b'), joined: of('beta') },
          { alert: alert('q'), joined: of('alpha') },
        ],
        { now: NOW, complete: true },
      );
      expect(
        await names({ scope: 'all', filters: [new Map(pairs as never)] }),
      ).toEqual(expected);
    });

    it('finds text in names and labels, and takes wildcards as they are', async () => {
      await store.put(
        SOURCE,
        [
          {
            alert: alert('a', { labels: { pod: '100%' } }),
            joined: of('alpha'),
          },
          {
            alert: alert('b', { labels: { pod: '1000' } }),
            joined: of('alpha'),
          },
        ],
        { now: NOW, complete: true },
      );
      expect(await names({ ...all, text: '100%' })).toEqual(['a']);
    });

    it('gives rollouts what fires and what ended lately', async () => {
      await store.put(
        SOURCE,
        [
          { alert: alert('fires'), joined: of('alpha', 'beta') },
          {
            alert: alert('lately', {
              state: 'resolved',
              endsAt: later(-5).toISOString(),
            }),
            joined: of('alpha'),
          },
          {
            alert: alert('long-ago', {
              state: 'resolved',
              endsAt: later(-50).toISOString(),
            }),
            joined: of('alpha'),
          },
          {
            alert: alert('silenced', { state: 'silenced' }),
            joined: of('alpha'),
          },
        ],
        { now: NOW, complete: true },
      );
      expect(
        (await store.ofClusters([arn('alpha')], later(-10))).map(one => [
          one.fingerprint,
          one.arn,
        ]),
      ).toEqual([
        ['fires', arn('alpha')],
        ['lately', arn('alpha')],
      ]);
    });

    it('remembers how a source went, and since when it fails', async () => {
      const error = {
        code: 'forbidden' as const,
        message: 'it answered with status 403',
      };
      await store.attempted(SOURCE, { now: NOW, watchdog: true });
      await store.attempted(SOURCE, { now: later(1), error });
      await store.attempted(SOURCE, { now: later(2), error });
      expect(await store.sources()).toEqual([
        {
          ...SOURCE,
          attemptedAt: later(2).toISOString(),
          succeededAt: NOW.toISOString(),
          watchdogAt: NOW.toISOString(),
          error: { ...error, since: later(1).toISOString() },
        },
      ]);
      await store.attempted(SOURCE, { now: later(3) });
      expect((await store.sources())[0].error).toBeUndefined();
    });

    it('forgets what was last seen too long ago', async () => {
      await store.put(SOURCE, [{ alert: alert('a'), joined: of('alpha') }], {
        now: NOW,
        complete: true,
      });
      expect(await store.prune(later(-1))).toBe(0);
      expect(await store.prune(later(1))).toBe(1);
      expect(await knex('alert_clusters')).toEqual([]);
    });
  });
});
