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
import { at } from '../../collection/__testUtils__/fleet';
import { migrate } from '../../database/migrate';
import { DatabaseWatchLeases } from './DatabaseWatchLeases';

jest.setTimeout(60_000);

describe('DatabaseWatchLeases', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let leases: DatabaseWatchLeases;

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      leases = new DatabaseWatchLeases(knex);
    });

    beforeEach(() => knex('policy_watches').delete());

    const hold = async (
      owner: string,
      arns: string[],
      { second = 0, limit = 10 } = {},
    ) =>
      [
        ...(await leases.hold({
          owner,
          arns,
          now: at(second),
          leaseSeconds: 60,
          limit,
        })),
      ].sort();

    it('lets one have a cluster at a time', async () => {
      expect(await hold('one', ['a', 'b'])).toEqual(['a', 'b']);
      expect(await hold('two', ['a', 'b', 'c'], { second: 59 })).toEqual(['c']);
    });

    it('keeps what is renewed, and lets others take what is not', async () => {
      await hold('one', ['a', 'b']);
      expect(await hold('one', ['a', 'b'], { second: 40 })).toEqual(['a', 'b']);
      expect(await hold('two', ['a', 'b'], { second: 99 })).toEqual([]);
      expect(await hold('two', ['a', 'b'], { second: 100 })).toEqual([
        'a',
        'b',
      ]);
      expect(await hold('one', ['a', 'b'], { second: 101 })).toEqual([]);
    });

    it('takes no more than its share, and gives up what is too much', async () => {
      expect(await hold('one', ['a', 'b', 'c'], { limit: 2 })).toEqual([
        'a',
        'b',
      ]);
      expect(await hold('two', ['a', 'b', 'c'], { limit: 2 })).toEqual(['c']);
      expect(await hold('one', ['a', 'b', 'c'], { limit: 1 })).toEqual(['a']);
      expect(await hold('two', ['a', 'b', 'c'], { limit: 2 })).toEqual([
        'b',
        'c',
      ]);
    });

    it('gives up clusters that are not to be watched any more', async () => {
      await hold('one', ['a', 'b']);
      expect(await hold('one', ['b'])).toEqual(['b']);
      expect(await hold('two', ['a', 'b'])).toEqual(['a']);
    });

    it('gives everything up at once, and nothing of others', async () => {
      await hold('one', ['a']);
      await hold('two', ['b']);
      await leases.release('one');
      expect(await hold('three', ['a', 'b'])).toEqual(['a']);
    });

    it('forgets what nobody takes over', async () => {
      await hold('one', ['a', 'b']);
      expect(await hold('two', ['b'], { second: 4000 })).toEqual(['b']);
      expect(await knex('policy_watches').pluck('arn')).toEqual(['b']);
    });

    it('gives a cluster to one of several who ask at once', async () => {
      const arns = Array.from({ length: 20 }, (_, index) => `arn-${index}`);
      const got = await Promise.all(
        ['one', 'two', 'three'].map(owner => hold(owner, arns, { limit: 20 })),
      );
      expect(got.flat().sort()).toEqual([...arns].sort());
    });
  });
});
