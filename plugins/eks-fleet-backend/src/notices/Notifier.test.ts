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
import { testDatabases } from '../__testUtils__/databases';
import { migrate } from '../database/migrate';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { Notifier } from './Notifier';
import type { Notice } from './types';

jest.setTimeout(60_000);

function notice(clusterName: string, more: Partial<Notice> = {}): Notice {
  return {
    scope: `eks-fleet/${clusterName}/support`,
    fingerprint: '60',
    owner: 'group:default/payments',
    family: 'support/1.33/60',
    topic: 'support',
    severity: 'normal',
    clusterName,
    title: `${clusterName}: support ends`,
    description: 'soon',
    link: `/eks-fleet/go?cluster=${clusterName}`,
    together: { title: 'support ends', link: '/eks-fleet/readiness' },
    ...more,
  };
}

describe('Notifier', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseNoticeStore;
    const send = jest.fn();
    const logger = mockServices.logger.mock();
    let notifier: Notifier;
    const titles = () => send.mock.calls.map(([{ payload }]) => payload.title);

    beforeEach(async () => {
      jest.clearAllMocks();
      send.mockReset().mockResolvedValue(undefined);
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseNoticeStore(knex);
      notifier = new Notifier({ store, notifications: { send }, logger });
    });

    it('tells the owner once, however often it is found', async () => {
      for (let i = 0; i < 3; i++) {
        await notifier.queue([notice('alpha')]);
        await notifier.flush();
      }
      expect(send).toHaveBeenCalledTimes(1);
      expect(send).toHaveBeenCalledWith({
        recipients: { type: 'entity', entityRef: 'group:default/payments' },
        payload: {
          title: 'alpha: support ends',
          description: 'soon',
          link: '/eks-fleet/go?cluster=alpha',
          severity: 'normal',
          topic: 'eks-fleet.support',
          scope: 'eks-fleet/alpha/support',
        },
      });
    });

    it('tells anew when it is something else', async () => {
      await notifier.queue([notice('alpha')]);
      await notifier.flush();
      await notifier.queue([notice('alpha', { fingerprint: '30' })]);
      await notifier.flush();
      expect(send).toHaveBeenCalledTimes(2);
    });

    it('makes one message of the same news about many clusters of an owner', async () => {
      await notifier.queue([
        ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => notice(name)),
        notice('x', { owner: 'group:default/search' }),
        notice('y', { family: 'blocker/z', severity: 'high' }),
      ]);
      await notifier.flush();
      expect(titles().sort()).toEqual([
        '7 clusters: support ends',
        'x: support ends',
        'y: support ends',
      ]);
      const [{ payload }] = send.mock.calls.find(
        ([call]) => call.payload.title === '7 clusters: support ends',
      )!;
      expect(payload.description).toBe('a, b, c, d, e and 2 more');
      await notifier.flush();
      expect(send).toHaveBeenCalledTimes(3);
    });

    it('loses nothing while notifications cannot be sent, and says so once', async () => {
      send.mockRejectedValue(new Error('404'));
      await notifier.queue([notice('alpha'), notice('beta')]);
      await notifier.flush();
      await notifier.flush();
      expect(logger.warn).toHaveBeenCalledTimes(1);
      send.mockReset().mockResolvedValue(undefined);
      await notifier.flush();
      expect(titles().sort()).toEqual([
        'alpha: support ends',
        'beta: support ends',
      ]);
    });

    it('forgets what was told long ago', async () => {
      await notifier.queue([notice('alpha'), notice('beta')]);
      await notifier.flush();
      await notifier.queue([notice('gamma')]);
      expect(await store.prune(new Date(Date.now() + 1000))).toBe(2);
      expect(await store.pending()).toHaveLength(1);
    });
  });
});
