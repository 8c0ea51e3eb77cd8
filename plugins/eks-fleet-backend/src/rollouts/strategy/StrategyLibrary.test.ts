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

import { ConfigReader } from '@backstage/config';
import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { DatabaseStrategyStore } from './DatabaseStrategyStore';
import { parseStrategy } from './parseStrategy';
import { readPlanningConfig } from './readPlanningConfig';
import { StrategyLibrary } from './StrategyLibrary';

const AT = '2026-11-25T09:00:00.000Z';
const strategy = (name: string, title?: string): RolloutStrategy => ({
  name,
  ...(title !== undefined && { title }),
  waves: [{ name: 'all' }],
});
const stored = (item: RolloutStrategy, updatedBy = 'user:default/pat') => ({
  strategy: item,
  updatedBy,
  updatedAt: AT,
});

jest.setTimeout(60_000);

describe('StrategyLibrary', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    const start = async (rollouts = {}) => {
      const knex = await databases.init(databaseId);
      await migrate(knex);
      const config = readPlanningConfig(
        new ConfigReader({ eksFleet: { rollouts } }),
      );
      const store = new DatabaseStrategyStore(knex);
      return { store, library: new StrategyLibrary({ config, store }) };
    };

    it('lists configured, shipped and saved strategies, with their YAML', async () => {
      const { library } = await start({
        strategies: [strategy('ours'), strategy('by-environment', 'Ours')],
      });
      await library.save(stored(strategy('zebra')));
      await library.save(stored(strategy('ant')));
      const items = await library.list();
      expect(items.map(item => [item.origin, item.strategy.name])).toEqual([
        ['configured', 'by-environment'],
        ['configured', 'ours'],
        ['shipped', 'careful-cells'],
        ['shipped', 'canary-then-half'],
        ['saved', 'ant'],
        ['saved', 'zebra'],
      ]);
      for (const item of items) {
        expect(parseStrategy(item.yaml)).toEqual(item.strategy);
      }
    });

    it('saves over what was saved, and says who did', async () => {
      const { library } = await start();
      await library.save(stored(strategy('mine', 'Old')));
      await library.save(stored(strategy('mine', 'New'), 'user:default/kim'));
      await expect(library.get('mine')).resolves.toMatchObject({
        origin: 'saved',
        strategy: { title: 'New' },
        updatedBy: 'user:default/kim',
        updatedAt: AT,
      });
      await library.delete('mine');
      await expect(library.get('mine')).rejects.toThrow(
        'There is no strategy mine',
      );
      await expect(library.delete('mine')).rejects.toThrow(
        'There is no strategy mine',
      );
    });

    it('keeps the names of those that users cannot change', async () => {
      const { library } = await start({ strategies: [strategy('ours')] });
      await expect(library.save(stored(strategy('ours')))).rejects.toThrow(
        'ours is a configured strategy; save yours under another name',
      );
      await expect(library.delete('careful-cells')).rejects.toThrow(
        'careful-cells is a shipped strategy; it cannot be deleted here',
      );
    });

    it('lets a strategy that was configured later hide a saved one', async () => {
      const { library, store } = await start({
        strategies: [strategy('mine', 'Configured')],
      });
      await store.put(stored(strategy('mine', 'Saved')));
      const named = (await library.list()).filter(
        item => item.strategy.name === 'mine',
      );
      expect(named.map(({ origin }) => origin)).toEqual(['configured']);
      await expect(library.get('mine')).resolves.toMatchObject({
        strategy: { title: 'Configured' },
      });
    });
  });
});

describe('readPlanningConfig', () => {
  const read = (rollouts: object) =>
    readPlanningConfig(new ConfigReader({ eksFleet: { rollouts } }));

  it('knows production by its usual names', () => {
    expect(read({})).toEqual({
      strategies: [],
      productionEnvironments: ['production', 'prod', 'live'],
      pairLabel: undefined,
    });
  });

  it('takes what the operator says', () => {
    expect(
      read({
        strategies: [strategy('ours')],
        productionEnvironments: ['gold'],
        pairLabel: 'pair',
      }),
    ).toEqual({
      strategies: [strategy('ours')],
      productionEnvironments: ['gold'],
      pairLabel: 'pair',
    });
  });

  it.each([
    [
      { strategies: [{ name: 'a', waves: [{ name: 'x', bake: 'long' }] }] },
      'eksFleet.rollouts.strategies[0]: waves[0].bake: "long" is no duration; write it as in 12h, 90m or 1d12h',
    ],
    [
      { strategies: [strategy('a'), strategy('a')] },
      'eksFleet.rollouts.strategies[1]: a is there twice',
    ],
    [
      { strategies: strategy('a') },
      'eksFleet.rollouts.strategies: must be a list of strategies',
    ],
    [
      { strategies: ['careful-cells'] },
      'eksFleet.rollouts.strategies[0]: waves: must be a list',
    ],
    [
      { pairLabel: 'a b' },
      'eksFleet.rollouts.pairLabel: "a b" is no label\'s key',
    ],
  ])('refuses %j', (rollouts, message) => {
    expect(() => read(rollouts)).toThrow(message);
  });
});
