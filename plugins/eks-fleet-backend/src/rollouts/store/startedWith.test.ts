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
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { putRunning, rolloutOf } from './__testUtils__/bigRollout';

jest.setTimeout(120_000);

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-11-23T13:00:00Z');

describe('startedWith', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'finds the cells that got their slots at the same moment, in the order of the plan, on %s',
    async id => {
      const knex = await databases.init(id);
      await migrate(knex);
      const store = await putRunning(
        knex,
        rolloutOf('one', 4, { concurrency: { asked: '2', resolved: 2 } }),
      );
      const grant = async (now: Date) => {
        const [claim] = await store.claimRollouts({
          owner: 'a',
          now,
          leaseSeconds: 60,
          limit: 9,
        });
        const caps = { perAccountAndRegion: 9, perQueue: 9 };
        await store.grantCells(claim, { wave: 1, caps, now });
        await store.recordRollout(claim, { nextAt: now.toISOString() }, now);
      };
      const cell = async (name: string) =>
        (await store.cell('one', name, 'all'))!;
      const idsOf = async (...names: string[]) => {
        const cells = await Promise.all(names.map(cell));
        return (await store.startedWith(cells)).map(each => each.id);
      };
      await grant(NOW);
      await store.actOnCell('one', 'one-0', record => ({
        cell: { ...record, state: 'succeeded' },
        nextAt: '',
        changes: {},
      }));
      await grant(LATER);

      expect(await idsOf('one-1')).toEqual(['one-0', 'one-1']);
      expect(await idsOf('one-2')).toEqual(['one-2']);
      expect(await idsOf('one-1', 'one-0', 'one-2')).toEqual([
        'one-0',
        'one-1',
        'one-2',
      ]);
      expect(await idsOf()).toEqual([]);
    },
  );
});
