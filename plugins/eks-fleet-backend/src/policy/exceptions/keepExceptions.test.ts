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

import type { SchedulerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { rememberMetrics } from '../../collection/__testUtils__/rememberMetrics';
import { migrate } from '../../database/migrate';
import { aRecord, ARN } from './__testUtils__/content';
import { keepExceptions } from './keepExceptions';
import { DatabaseExceptionStore } from './store/DatabaseExceptionStore';
import type { ExceptionRecord } from './types';

jest.setTimeout(60_000);

const NOW = new Date('2026-11-30T12:00:00.000Z');

describe('keepExceptions', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let store: DatabaseExceptionStore;
    let now: Date;
    let metrics: ReturnType<typeof rememberMetrics>;
    let prune: () => Promise<void>;

    const put = (
      id: string,
      requestedAt: string,
      part: Partial<ExceptionRecord> = {},
    ) => {
      const { asked, clusters, ...record } = aRecord(part);
      return store.add(
        {
          ...record,
          asked: { ...asked, id, requestedAt },
          clusters: [{ ...clusters[0], arn: `${ARN}-${id}` }],
        },
        { at: requestedAt, message: 'Asked for' },
      );
    };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      store = new DatabaseExceptionStore(knex);
    });

    beforeEach(async () => {
      for (const table of [
        'exception_requests',
        'exception_request_clusters',
        'exception_request_events',
      ]) {
        await knex(table).delete();
      }
      now = NOW;
      metrics = rememberMetrics();
      await keepExceptions({
        knex,
        keepDays: 30,
        metrics: metrics.service,
        scheduler: mockServices.scheduler.mock({
          scheduleTask: async ({ fn, id }) => {
            expect(id).toBe('eks-fleet-exception-retention');
            prune = fn as () => Promise<void>;
          },
        }) as SchedulerService,
        now: () => now,
      });
    });

    it('tells how many wait for what, and how long', async () => {
      await put('a', '2026-11-30T11:00:00.000Z');
      await put('b', '2026-11-29T12:00:00.000Z');
      await put('c', '2026-11-30T11:50:00.000Z', { state: 'proposed' });
      await put('d', '2026-11-20T12:00:00.000Z', { state: 'inForce' });
      expect(await metrics.read('eks_fleet.exceptions')).toEqual([
        [1, { state: 'inForce' }],
        [2, { state: 'pendingApproval' }],
        [1, { state: 'proposed' }],
      ]);
      expect(await metrics.read('eks_fleet.exceptions.waiting')).toEqual([
        [2, { reason: 'approval' }],
        [1, { reason: 'proposal' }],
      ]);
      expect(await metrics.read('eks_fleet.exceptions.oldest_wait')).toEqual([
        [86_400, { reason: 'approval' }],
        [600, { reason: 'proposal' }],
      ]);
      now = new Date('2026-11-29T00:00:00.000Z');
      expect(
        await metrics.read('eks_fleet.exceptions.oldest_wait'),
      ).toContainEqual([0, { reason: 'proposal' }]);
    });

    it('forgets what has been over for long, and nothing that is under way', async () => {
      await put('over', '2026-10-01T00:00:00.000Z');
      await put('lately', '2026-10-02T00:00:00.000Z');
      await put('waits', '2025-10-01T00:00:00.000Z');
      const reject = (id: string, at: string) =>
        store.act(
          id,
          ({ acts }) => ({
            state: 'rejected',
            acts,
            event: { at, message: 'Refused' },
          }),
          now,
        );
      await reject('over', '2026-10-20T00:00:00.000Z');
      await reject('lately', '2026-11-01T00:00:00.000Z');
      await prune();
      for (const table of [
        'exception_request_clusters',
        'exception_request_events',
      ]) {
        expect(
          [...new Set(await knex(table).pluck('request_id'))].sort(),
        ).toEqual(['lately', 'waits']);
      }
      expect(await store.get('over')).toBeUndefined();
      now = new Date('2026-12-02T00:00:00.000Z');
      await prune();
      expect(await store.get('lately')).toBeUndefined();
      expect(await store.get('waits')).toBeDefined();
    });
  });
});
