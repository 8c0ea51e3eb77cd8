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
import { migrate } from '../database/migrate';
import { DatabaseTimelineStore } from './DatabaseTimelineStore';
import type { NewEvent } from './types';

jest.setTimeout(60_000);

const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha';

const event = (key: string, at: string, title = key): NewEvent => ({
  key,
  at,
  kind: 'version',
  tone: 'good',
  title,
  source: 'EKS DescribeCluster',
});

describe('DatabaseTimelineStore', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseTimelineStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseTimelineStore(knex);
    });

    it('pages through events, the newest first, each once', async () => {
      // Several at one time, as one look finds them.
      await store.add(
        ARN,
        Array.from({ length: 7 }, (_, i) =>
          event(`e${i}`, `2026-11-2${Math.floor(i / 3)}T00:00:00Z`),
        ),
      );
      await store.add('arn:other', [event('x', '2026-11-23T00:00:00Z')]);
      const seen: string[] = [];
      let after;
      let hasMore = true;
      while (hasMore) {
        const page = await store.list(ARN, { limit: 2, after });
        seen.push(...page.events.map(({ title }) => title));
        after = page.events.at(-1);
        hasMore = page.hasMore;
      }
      expect(seen[0]).toBe('e6');
      expect(seen.slice(1, 4).sort()).toEqual(['e3', 'e4', 'e5']);
      expect(seen.slice(4).sort()).toEqual(['e0', 'e1', 'e2']);
    });

    it('keeps an event as it was told first', async () => {
      await store.add(ARN, [event('a', '2026-11-20T00:00:00Z', 'first')]);
      await store.add(ARN, [event('a', '2026-11-22T00:00:00Z', 'second')]);
      expect((await store.list(ARN, { limit: 10 })).events).toEqual([
        expect.objectContaining({
          title: 'first',
          at: '2026-11-20T00:00:00.000Z',
        }),
      ]);
    });

    it('leaves out what was before a cluster was made again', async () => {
      await store.add(ARN, [
        event('a', '2026-11-20T00:00:00Z'),
        event('b', '2026-11-22T00:00:00Z'),
      ]);
      const { events } = await store.list(ARN, {
        limit: 10,
        since: '2026-11-21T00:00:00Z',
      });
      expect(events.map(({ title }) => title)).toEqual(['b']);
    });

    it('stores hostile text as text', async () => {
      const title = `'); DROP TABLE timeline;-- <script>`;
      await store.add(ARN, [event('a', '2026-11-20T00:00:00Z', title)]);
      expect((await store.list(ARN, { limit: 1 })).events[0].title).toBe(title);
    });

    it('forgets what is older than it is kept', async () => {
      await store.add(ARN, [
        event('a', '2026-11-20T00:00:00Z'),
        event('b', '2026-11-22T00:00:00Z'),
      ]);
      expect(await store.prune(new Date('2026-11-21T00:00:00Z'))).toBe(1);
      expect((await store.list(ARN, { limit: 10 })).events).toHaveLength(1);
    });
  });
});
