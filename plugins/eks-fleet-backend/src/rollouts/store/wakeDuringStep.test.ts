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
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { putRunning, rolloutOf } from './__testUtils__/bigRollout';
import { wakeQueue } from './wakeQueue';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-23T12:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const by = (owner: string, now: Date) => ({
  owner,
  now,
  leaseSeconds: 60,
  limit: 100,
});

describe('a cell of which something is heard while a step of it is taken', () => {
  const databases = testDatabases();

  const start = async (id: TestDatabaseId) => {
    const knex = await databases.init(id);
    await migrate(knex);
    const planned = rolloutOf('one', 2);
    planned.cells.forEach(({ clusters }) =>
      clusters.forEach(cluster => {
        cluster.queue = 'fleet';
      }),
    );
    const store = await putRunning(knex, planned);
    const [claim] = await store.claimRollouts(by('a', NOW));
    await store.grantCells(claim, {
      wave: 1,
      caps: { perAccountAndRegion: 9, perQueue: 9 },
      now: NOW,
    });
    const cells = await store.claimCells(by('a', NOW));
    expect(cells).toHaveLength(2);
    return { cells, knex, store };
  };

  it.each(databases.eachSupportedId())(
    'is due again at once, whether the step changed anything or not, on %s',
    async id => {
      const { cells, knex, store } = await start(id);
      await wakeQueue(knex, 'fleet', after(1));
      expect(await store.claimCells(by('b', after(2)))).toEqual([]);
      const [quiet, loud] = cells;
      const nextAt = after(30).toISOString();
      await store.recordCells(
        [
          { lease: quiet.lease, rolloutId: 'one', nextAt },
          {
            lease: loud.lease,
            rolloutId: 'one',
            cell: { ...loud.cell, startedAt: NOW.toISOString() },
            nextAt,
          },
        ],
        after(2),
      );
      expect(await store.claimCells(by('b', after(2)))).toHaveLength(2);
    },
  );

  it.each(databases.eachSupportedId())(
    'is left alone where it is done with, and as long as it was asked for where nothing is heard, on %s',
    async id => {
      const { cells, store } = await start(id);
      const [done, waits] = cells;
      await store.wake([done.cell.clusters[0].cluster.arn], after(1));
      await store.recordCells(
        [
          { lease: done.lease, rolloutId: 'one', nextAt: '' },
          {
            lease: waits.lease,
            rolloutId: 'one',
            nextAt: after(30).toISOString(),
          },
        ],
        after(2),
      );
      expect(await store.claimCells(by('b', after(29)))).toEqual([]);
      const due = await store.claimCells(by('b', after(30)));
      expect(due.map(({ cell }) => cell.id)).toEqual([waits.cell.id]);
    },
  );
});
