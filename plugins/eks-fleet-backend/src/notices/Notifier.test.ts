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
    let time: Date;
    const replica = () =>
      new Notifier({
        store,
        notifications: { send },
        logger,
        now: () => time,
        timeoutMs: 50,
      });
    const later = (minutes: number) => {
      time = new Date(time.getTime() + minutes * 60_000);
    };
    const titles = () => send.mock.calls.map(([{ payload }]) => payload.title);

    beforeAll(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseNoticeStore(knex);
    });

    beforeEach(async () => {
      jest.clearAllMocks();
      send.mockReset().mockResolvedValue(undefined);
      await knex('notices').delete();
      time = new Date('2026-11-23T12:00:00Z');
      notifier = replica();
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
      expect(titles()).toEqual([]);
      later(5);
      await notifier.flush();
      expect(titles().sort()).toEqual([
        'alpha: support ends',
        'beta: support ends',
      ]);
    });

    it('does not let one that is always refused keep others waiting', async () => {
      send.mockImplementation(async ({ payload }) => {
        if (payload.title.startsWith('alpha')) {
          throw new Error('400');
        }
      });
      await notifier.queue([notice('alpha'), notice('beta')]);
      await notifier.flush();
      await notifier.queue([notice('gamma')]);
      await notifier.flush();
      expect(titles().filter(title => !title.startsWith('alpha'))).toEqual([
        'beta: support ends',
        'gamma: support ends',
      ]);
    });

    it('gives up on an answer that does not come', async () => {
      send.mockReturnValueOnce(new Promise(() => {}));
      await notifier.queue([notice('alpha'), notice('beta')]);
      await notifier.flush();
      expect(titles()).toHaveLength(2);
      later(5);
      await notifier.flush();
      expect(titles().filter(title => title.startsWith('beta'))).toHaveLength(
        1,
      );
    });

    it('tells once where two replicas find and send the same at the same time', async () => {
      const replicas = [replica(), replica(), replica()];
      for (let round = 0; round < 5; round++) {
        await Promise.all(
          replicas.map(async each => {
            await each.queue([notice('alpha'), notice(`round-${round}`)]);
            await each.flush();
          }),
        );
      }
      await Promise.all(replicas.map(each => each.flush()));
      expect(titles().sort()).toEqual([
        'alpha: support ends',
        ...[0, 1, 2, 3, 4].map(round => `round-${round}: support ends`),
      ]);
    });

    it('tells under the same scope what a process sent and died before it could record', async () => {
      await notifier.queue([notice('alpha')]);
      const [claimed] = await store.claim(time, 120);
      await send({ payload: { scope: claimed.scope, title: claimed.title } });
      const other = replica();
      await other.flush();
      expect(send).toHaveBeenCalledTimes(1);
      later(3);
      await other.flush();
      await other.flush();
      expect(send.mock.calls.map(([{ payload }]) => payload.scope)).toEqual([
        'eks-fleet/alpha/support',
        'eks-fleet/alpha/support',
      ]);
    });

    it('tells what came meanwhile after what it is sending', async () => {
      send.mockImplementationOnce(async () => {
        await notifier.queue([notice('alpha', { fingerprint: '30' })]);
        await replica().flush();
        expect(send).toHaveBeenCalledTimes(1);
      });
      await notifier.queue([notice('alpha')]);
      await notifier.flush();
      await notifier.flush();
      expect(send).toHaveBeenCalledTimes(2);
    });

    it('names all who are told, and who is not', async () => {
      await notifier.queue([
        notice('alpha', {
          others: ['user:default/dana'],
          except: ['user:default/sam'],
          thread: 'eks-fleet/rollout/1/standing',
        }),
      ]);
      await notifier.flush();
      expect(send).toHaveBeenCalledWith({
        recipients: {
          type: 'entity',
          entityRef: ['group:default/payments', 'user:default/dana'],
          excludeEntityRef: ['user:default/sam'],
        },
        payload: expect.objectContaining({
          scope: 'eks-fleet/rollout/1/standing',
        }),
      });
    });

    it('drops what no longer holds before anybody was told', async () => {
      await notifier.queue([
        notice('a', { scope: 'eks-fleet/rollout/1/paused' }),
        notice('b', { scope: 'eks-fleet/rollout/1/wave/1' }),
        notice('c', { scope: 'eks-fleet/rollout/12/paused' }),
      ]);
      await notifier.retain('eks-fleet/rollout/1/', [
        'eks-fleet/rollout/1/wave/1',
      ]);
      await notifier.flush();
      expect(titles()).toEqual(['b: support ends', 'c: support ends']);
    });

    it('forgets what was told long ago', async () => {
      await notifier.queue([notice('alpha'), notice('beta')]);
      await notifier.flush();
      later(1);
      await notifier.queue([notice('gamma')]);
      expect(await store.prune({ sent: time, queued: time })).toBe(2);
      expect(await store.claim(time, 60)).toHaveLength(1);
    });

    it('tells nobody what has waited for days', async () => {
      send.mockRejectedValue(new Error('404'));
      await notifier.queue([notice('alpha')]);
      await notifier.flush();
      later(5 * 24 * 60);
      const now = time.getTime();
      await store.prune({ sent: new Date(0), queued: new Date(now - 1000) });
      send.mockReset().mockResolvedValue(undefined);
      await notifier.queue([notice('alpha')]);
      await notifier.flush();
      expect(titles()).toEqual([]);
    });
  });
});
