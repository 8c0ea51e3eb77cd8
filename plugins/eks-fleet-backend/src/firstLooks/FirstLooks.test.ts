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
import type { ObservationChange } from '../collection/types';
import { migrate } from '../database/migrate';
import { FirstLooks } from './FirstLooks';

jest.setTimeout(60_000);

const ARN = 'arn:aws:eks:eu-west-1:111111111111:cluster/alpha';
const minutes = (count: number) =>
  new Date(Date.parse('2026-11-23T12:00:00Z') + count * 60_000);

function change(kind: string, at: Date, before?: object): ObservationChange {
  return {
    cluster: { arn: ARN } as ObservationChange['cluster'],
    kind,
    source: 'collector',
    before,
    after: {},
    at: at.toISOString(),
  };
}

describe('FirstLooks', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let looks: FirstLooks;
    const recent = async (at: Date) =>
      [...(await looks.recent(ARN, at))].sort();

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      looks = new FirstLooks(knex);
    });

    it('knows for half an hour what was never seen before', async () => {
      await looks.observed(change('addons', minutes(0)));
      await looks.observed(change('insights', minutes(10), { old: true }));
      await looks.observed(change('subnets', minutes(20)));
      expect(await recent(minutes(25))).toEqual(['addons', 'subnets']);
      expect(await recent(minutes(40))).toEqual(['subnets']);
      expect(await recent(minutes(60))).toEqual([]);
      expect(await looks.recent('arn:other', minutes(25))).toEqual(new Set());
    });

    it('begins anew with a cluster that was made again', async () => {
      await looks.observed(change('addons', minutes(0)));
      await looks.observed(change('addons', minutes(100)));
      expect(await recent(minutes(110))).toEqual(['addons']);
    });

    it('forgets what nobody asks for any more', async () => {
      await looks.observed(change('addons', minutes(0)));
      expect(await looks.prune(minutes(30))).toBe(0);
      expect(await looks.prune(minutes(61))).toBe(1);
    });
  });
});
