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
import { wakeQueue } from './wakeQueue';

const NOW = new Date('2026-11-25T12:00:00.000Z');
const LATER = '2026-11-25T12:00:30.000Z';

describe('wakeQueue', () => {
  const databases = testDatabases();

  it.each(databases.eachSupportedId())(
    'makes due what is under way in a repository, and nothing else, on %s',
    async id => {
      const knex = await databases.init(id);
      await migrate(knex);
      const cell = async (
        name: string,
        cluster: { queue: string; in_flight: number },
        nextAt = LATER,
      ) => {
        await knex('rollout_cells').insert({
          id: name,
          rollout_id: 'r1',
          wave: 1,
          place: 1,
          name,
          state: 'running',
          stage: 'first',
          changed: 0,
          waiting: '',
          error: '',
          started_at: '',
          ended_at: '',
          looked_at: '',
          next_at: nextAt,
          lease_owner: '',
          lease_until: '',
          lease: 0,
        });
        await knex('rollout_clusters').insert({
          cell_id: name,
          arn: `arn:${name}`,
          rollout_id: 'r1',
          wave: 1,
          account_id: '111122223333',
          region: 'eu-west-1',
          cluster: '{}',
          tracks: '[]',
          state: '{}',
          ...cluster,
        });
      };
      await cell('waits', { queue: 'fleet', in_flight: 1 });
      await cell('elsewhere', { queue: 'other', in_flight: 1 });
      await cell('planned', { queue: 'fleet', in_flight: 0 });
      await cell('over', { queue: 'fleet', in_flight: 1 }, '');
      await cell(
        'due',
        { queue: 'fleet', in_flight: 1 },
        '2026-11-25T11:00:00.000Z',
      );

      await wakeQueue(knex, 'fleet', NOW);

      const rows = await knex('rollout_cells').select('id', 'next_at');
      expect(
        Object.fromEntries(rows.map(row => [row.id, row.next_at])),
      ).toEqual({
        waits: NOW.toISOString(),
        elsewhere: LATER,
        planned: LATER,
        over: '',
        due: '2026-11-25T11:00:00.000Z',
      });
    },
  );
});
