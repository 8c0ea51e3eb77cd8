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

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { NOW } from '../__testUtils__/clock';
import { testDatabases } from '../__testUtils__/databases';
import {
  accountEntity,
  clusterEntity,
  foreignEntity,
} from '../__testUtils__/entities';
import { migrate } from '../database/migrate';
import { CatalogSynchronizer } from './CatalogSynchronizer';
import { DatabaseClusterStore } from './DatabaseClusterStore';

jest.setTimeout(60_000);

const A = '111111111111';

describe('CatalogSynchronizer', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let clusters: DatabaseClusterStore;
    let reported: number;
    const logger = mockServices.logger.mock();

    beforeEach(async () => {
      logger.warn.mockClear();
      knex = await databases.init(id);
      await migrate(knex);
      clusters = new DatabaseClusterStore(knex);
      reported = 0;
    });

    const over = (catalog: ReturnType<typeof catalogServiceMock>) =>
      new CatalogSynchronizer({
        catalog,
        auth: mockServices.auth(),
        clusters,
        reported: { clusterCount: async () => reported },
        environmentLabel: 'environment',
        logger,
      });

    const follow = (entities: Entity[]) =>
      over(catalogServiceMock({ entities })).synchronize();

    const names = async () =>
      (await clusters.find('all', {}, NOW)).map(item => item.name).sort();

    it('follows the catalog: new, changed and gone', async () => {
      await follow([
        clusterEntity({ name: 'a', accountId: A, version: '1.33' }),
        clusterEntity({ name: 'b', accountId: A }),
      ]);
      expect(await names()).toEqual(['a', 'b']);
      await follow([
        accountEntity(A, 'payments-prod'),
        clusterEntity({ name: 'a', accountId: A, version: '1.34' }),
        clusterEntity({ name: 'c', accountId: A }),
      ]);
      expect(await names()).toEqual(['a', 'c']);
      const [found] = await clusters.find('all', { name: 'a' }, NOW);
      expect(found).toMatchObject({
        version: '1.34',
        accountName: 'payments-prod',
      });
    });

    it('takes no account name from another source', async () => {
      const entity = accountEntity(A, 'a lie');
      entity.metadata.annotations!['backstage.io/managed-by-origin-location'] =
        'url:https://example.com';
      await follow([entity, clusterEntity({ name: 'a', accountId: A })]);
      const [found] = await clusters.find('all', {}, NOW);
      expect(found.accountName).toBe('');
    });

    it('changes nothing where the stream breaks off', async () => {
      await follow([
        clusterEntity({ name: 'a', accountId: A }),
        clusterEntity({ name: 'b', accountId: A }),
      ]);
      const catalog = catalogServiceMock();
      catalog.streamEntities = async function* half() {
        yield [clusterEntity({ name: 'c', accountId: A })];
        throw new Error('connection reset');
      };
      await expect(over(catalog).synchronize()).rejects.toThrow(
        'connection reset',
      );
      expect(await names()).toEqual(['a', 'b']);
    });

    it('does not believe an empty catalog that discovery contradicts', async () => {
      await follow([clusterEntity({ name: 'a', accountId: A })]);
      reported = 1;
      await follow([foreignEntity('x')]);
      expect(await names()).toEqual(['a']);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      reported = 0;
      await follow([]);
      expect(await names()).toEqual([]);
    });

    it('reads again where another replica was first', async () => {
      const entities = [clusterEntity({ name: 'a', accountId: A })];
      const catalog = catalogServiceMock({ entities });
      const stream = catalog.streamEntities.bind(catalog);
      let readings = 0;
      catalog.streamEntities = async function* slow(request) {
        readings += 1;
        if (readings === 1) {
          // Meanwhile another one reads and writes.
          await follow([clusterEntity({ name: 'stale', accountId: A })]);
        }
        yield* stream(request);
      };
      await over(catalog).synchronize();
      expect(await names()).toEqual(['a']);
    });

    it('asks for no certificates', async () => {
      const catalog = catalogServiceMock({ entities: [] });
      const stream = jest.spyOn(catalog, 'streamEntities');
      await over(catalog).synchronize();
      for (const [request] of stream.mock.calls) {
        expect(request?.fields).toContain(
          'metadata.annotations.amazonaws.com/arn',
        );
        expect(request?.fields).not.toContain('metadata.annotations');
      }
      expect(stream).toHaveBeenCalledTimes(2);
    });
  });
});
