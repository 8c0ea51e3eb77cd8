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
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { clusterEntity } from '../../__testUtils__/entities';
import { migrate } from '../../database/migrate';
import { DatabaseClusterStore } from '../../inventory/DatabaseClusterStore';
import { entityToCluster } from '../../inventory/entityToCluster';
import { aRecord, ID } from '../../policy/exceptions/__testUtils__/content';
import { DatabaseExceptionStore } from '../../policy/exceptions/store/DatabaseExceptionStore';
import type { ExceptionRecord } from '../../policy/exceptions/types';
import { DatabaseNoticeStore } from '../DatabaseNoticeStore';
import { Notifier } from '../Notifier';
import { DatabaseExceptionNews } from './DatabaseExceptionNews';
import { ExceptionNotices } from './ExceptionNotices';

jest.setTimeout(60_000);

const START = Date.parse('2026-11-23T12:00:00.000Z');
const DAY_MS = 86_400_000;
const logger = mockServices.logger.mock();

describe('ExceptionNotices', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let time: number;
    let store: DatabaseExceptionStore;
    const now = () => new Date(time);
    const send = jest.fn();
    const sent = () =>
      send.mock.calls
        .map(
          ([{ payload, recipients }]) =>
            `${[recipients.entityRef].flat().join()}: ${payload.title}`,
        )
        .sort();

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseExceptionStore(knex);
      await new DatabaseClusterStore(knex).replaceAll(
        [
          entityToCluster(
            clusterEntity({
              name: 'orders',
              accountId: '111111111111',
              owner: 'group:default/orders',
            }),
            { environmentLabel: 'environment', accountNames: new Map() },
          )!,
        ],
        0,
      );
    });

    beforeEach(async () => {
      time = START;
      send.mockReset().mockResolvedValue(undefined);
      for (const table of [
        'notices',
        'exception_requests',
        'exception_request_clusters',
        'exception_request_events',
      ]) {
        await knex(table).delete();
      }
      const [{ created_at }] = await knex('clusters').select('created_at');
      const record = aRecord();
      await store.add(
        {
          ...record,
          clusters: [{ ...record.clusters[0], createdAt: created_at }],
        },
        { at: now().toISOString(), by: 'user:default/ada', message: 'Asked' },
      );
    });

    /** One backend of several. */
    const replica = () => {
      const notifier = new Notifier({
        store: new DatabaseNoticeStore(knex),
        notifications: { send },
        logger,
        now,
      });
      const notices = new ExceptionNotices({
        store,
        news: new DatabaseExceptionNews(knex),
        notifier,
        logger,
        approvers: [],
        now,
      });
      return {
        notices,
        async turn() {
          await notices.sweep();
          await notifier.flush();
        },
      };
    };

    const become = (
      part: Pick<ExceptionRecord, 'state'> & Partial<ExceptionRecord>,
    ) =>
      store.act(
        ID,
        record => ({
          state: part.state,
          acts: part.acts ?? record.acts,
          event: { at: now().toISOString(), message: 'It went on' },
        }),
        now(),
      );

    const WAITS =
      'group:default/orders: An exception from no-latest-tag, Deployment web in shop waits for your approval';

    it('tells each turn once, however many replicas look and start anew', async () => {
      await Promise.all([replica().turn(), replica().turn()]);
      await replica().turn();
      expect(sent()).toEqual([WAITS]);

      send.mockClear();
      await become({
        state: 'rejected',
        acts: {
          decision: {
            verdict: 'reject',
            by: 'user:default/sam',
            at: now().toISOString(),
          },
        },
      });
      await replica().turn();
      await replica().turn();
      expect(sent()).toEqual([
        'user:default/ada: The exception from no-latest-tag, Deployment web in shop was refused',
      ]);
    });

    it('tells at once of what has changed in this process', async () => {
      const { notices } = replica();
      notices.changed([ID]);
      notices.stop();
      await notices.tellChanged();
      expect(sent()).toEqual([WAITS]);
    });

    it('does not ask for what was decided before it could be told', async () => {
      send.mockRejectedValue(new Error('away'));
      const one = replica();
      await one.turn();
      send.mockReset().mockResolvedValue(undefined);
      time += 600_000;
      await become({
        state: 'cancelled',
        acts: {
          cancelled: { by: 'user:default/ada', at: now().toISOString() },
        },
      });
      await one.turn();
      await replica().turn();
      expect(sent()).toEqual([]);
    });

    it('tells of what only time has made', async () => {
      await become({ state: 'inForce' });
      const one = replica();
      await one.turn();
      send.mockClear();
      time = Date.parse('2027-01-20T00:00:00Z');
      await one.turn();
      await replica().turn();
      expect(sent()).toEqual([
        'group:default/orders: The exception from no-latest-tag, Deployment web in shop ends on 2027-01-31',
        'user:default/ada: The exception from no-latest-tag, Deployment web in shop ends on 2027-01-31',
      ]);
      send.mockClear();
      await become({ state: 'expired' });
      time = Date.parse('2027-02-04T00:00:00Z');
      await replica().turn();
      expect(sent()).toHaveLength(2);
      expect(sent()[0]).toMatch(/is over and still honoured$/);
    });

    it('forgets what ended long ago', async () => {
      await become({ state: 'rejected' });
      time += 2 * DAY_MS;
      await replica().turn();
      expect(sent()).toEqual([]);
    });
  });
});
