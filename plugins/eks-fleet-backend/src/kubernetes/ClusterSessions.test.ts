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

import type {
  CollectedCluster,
  KubernetesFacts,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { aControlPlane } from '../__testUtils__/observations';
import { ClusterSessions } from './ClusterSessions';

const CLUSTER: CollectedCluster = {
  entityRef: 'resource:default/alpha',
  arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/alpha',
  name: 'alpha',
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
};
const AT = (endpoint: string) =>
  aControlPlane({ endpoint, certificateAuthority: 'Y2E=' });
const HERE = AT('https://here');

function start() {
  const clients: Array<{ close: jest.Mock }> = [];
  const timers: Array<() => void> = [];
  const sessions = new ClusterSessions({
    access: {
      connect: () => {
        const client = { close: jest.fn() };
        clients.push(client);
        return client as never;
      },
    },
    ownerLabels: [],
    later: task => {
      timers.push(task);
      return () => timers.splice(timers.indexOf(task), 1);
    },
  });
  return {
    sessions,
    timers,
    clients,
    expire: () => timers.splice(0).forEach(task => task()),
    closed: () => clients.map(({ close }) => close.mock.calls.length),
  };
}

/** A read that ends when it is told to. */
function reading() {
  let end = () => {};
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const seen: KubernetesFacts[] = [];
  return {
    end,
    seen,
    read: async (facts: KubernetesFacts) => {
      seen.push(facts);
      await ended;
    },
  };
}

describe('ClusterSessions', () => {
  it('shares connections and facts, also one after the other, and then closes them', async () => {
    const { sessions, expire, clients, closed } = start();
    const { read, end, seen } = reading();
    const both = [1, 2].map(() => sessions.use(CLUSTER, HERE, read));
    end();
    await Promise.all(both);
    await sessions.use(CLUSTER, HERE, read);
    expect(clients).toHaveLength(1);
    expect(new Set(seen).size).toBe(1);
    expect(closed()).toEqual([0]);
    expire();
    expect(closed()).toEqual([1]);
  });

  it('lets a read that takes longer go on, and begins anew for the next', async () => {
    const { sessions, expire, closed } = start();
    const long = reading();
    const going = sessions.use(CLUSTER, HERE, long.read);
    expire();
    expect(closed()).toEqual([0]);
    const next = reading();
    next.end();
    await sessions.use(CLUSTER, HERE, next.read);
    expect(next.seen[0]).not.toBe(long.seen[0]);
    long.end();
    await going;
    expect(closed()).toEqual([1, 0]);
  });

  it('closes a connection also when what was read over it failed', async () => {
    const { sessions, expire, closed } = start();
    await expect(
      sessions.use(CLUSTER, HERE, async () => {
        expire();
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect(closed()).toEqual([1]);
  });

  it('shares nothing between clusters, nor with one that has moved', async () => {
    const { sessions, clients } = start();
    const nothing = async () => {};
    await sessions.use(CLUSTER, HERE, nothing);
    await sessions.use({ ...CLUSTER, arn: `${CLUSTER.arn}2` }, HERE, nothing);
    await sessions.use(CLUSTER, AT('https://there'), nothing);
    expect(clients).toHaveLength(3);
  });

  it('closes everything at the end', async () => {
    const { sessions, closed, timers } = start();
    await sessions.use(CLUSTER, HERE, async () => {});
    sessions.close();
    expect(closed()).toEqual([1]);
    expect(timers).toEqual([]);
  });
});
