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
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { putRunning, rolloutOf } from './__testUtils__/bigRollout';

jest.setTimeout(60_000);

const NOW = new Date('2026-11-23T12:00:00Z');
const CAPS = { perAccountAndRegion: 1000, perQueue: 1000 };

/** SQLite lets one transaction run at a time: nothing can be quicker there. */
const databases = testDatabases();
const ids = databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3');

describe('two rollouts that take one cluster at the same moment', () => {
  (ids.length > 0 ? describe.each(ids) : describe.skip.each([['PostgreSQL']]))(
    'on %s',
    id => {
      let knex: Knex;

      beforeEach(async () => {
        knex = await databases.init(id as (typeof ids)[0][0]);
        await migrate(knex);
      });

      /** Runs `lose` while another transaction holds the cluster and has not committed. */
      async function race<T>(
        holder: string,
        lose: () => Promise<T>,
      ): Promise<Promise<T>> {
        const transaction = await knex.transaction();
        await transaction('rollout_clusters')
          .where('rollout_id', holder)
          .update({ held: 1 });
        const losing = lose();
        losing.catch(() => undefined);
        await untilBlocked(knex);
        await transaction.commit();
        return losing;
      }

      it('lets the second one wait, with a sentence', async () => {
        await putRunning(knex, rolloutOf('one', 1));
        const two = await putRunning(knex, rolloutOf('two', 1));
        const claims = await two.claimRollouts({
          owner: 'a',
          now: NOW,
          leaseSeconds: 60,
          limit: 100,
        });
        const claim = claims.find(({ rollout }) => rollout.id === 'two')!;

        const granted = await race('one', () =>
          two.grantCells(claim, { wave: 1, caps: CAPS, now: NOW }),
        );

        expect(granted).toEqual({
          granted: 0,
          waiting: {
            code: 'cluster.otherRollout',
            message: expect.stringMatching(
              /^arn:0 is being changed by the rollout .* it follows once that is done with it/,
            ),
            cellId: 'two-0',
          },
        });
        expect(await two.cell('two', 'two-0', 'all')).toMatchObject({
          state: 'queued',
          waiting: { code: 'cluster.otherRollout' },
        });
      });

      it('refuses to take it back, and names the other one', async () => {
        await putRunning(knex, rolloutOf('one', 1));
        const two = await putRunning(knex, rolloutOf('two', 1), {
          state: 'succeeded',
        });

        await expect(
          race('one', () =>
            two.actOnCell('two', 'two-0', cell => ({
              cell: { ...cell, state: 'rollingBack', stage: 'back' },
              nextAt: '',
              changes: {},
            })),
          ),
        ).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringContaining('(one) is changing cluster-0. Wait'),
        });
        expect((await two.cell('two', 'two-0', 'all'))!.state).toBe(
          'succeeded',
        );
      });
    },
  );
});

/** Until a session of this database waits for what another one holds. */
async function untilBlocked(knex: Knex): Promise<void> {
  for (;;) {
    const { rows } = await knex.raw(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) {
      return;
    }
  }
}
