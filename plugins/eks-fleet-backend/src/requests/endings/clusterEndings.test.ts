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

import {
  aClusterSubmission,
  startClusterRequests,
  type ClusterRequests,
} from '../__testUtils__/startClusterRequests';
import type { Portal } from '../__testUtils__/startRequests';

jest.setTimeout(180_000);

const DAY_MS = 86_400_000;

describe('the end of a cluster', () => {
  let world: ClusterRequests;
  let portal: Portal;

  afterEach(() => world.stop());

  const endsSoon = async (user = 'ada') => {
    const { body } = await world.get(
      portal,
      '/requests/things?filter=expires%3Dsoon,expires%3Dpast&orderField=expires,asc',
      user,
    );
    return body.items;
  };

  it('is seen ahead, and then its removal is asked for, which Git brings about', async () => {
    world = await startClusterRequests();
    portal = await world.startPortal({
      requests: { approvals: [{ approval: 'automatic' }] },
    });
    const expiresOn = new Date(Date.now() + 30 * DAY_MS)
      .toISOString()
      .slice(0, 10);
    const made = await world.ask(portal, aClusterSubmission({}, { expiresOn }));
    await world.decide(portal, made);
    await world.until(portal, made, () => world.open().length === 1);
    await world.merge();
    await world.until(portal, made, ({ state }) => state === 'ready');
    expect(await endsSoon()).toEqual([]);

    jest.setSystemTime(Date.now() + 20 * DAY_MS);
    expect(await endsSoon()).toMatchObject([
      {
        thing: { kind: 'cluster', title: 'checkout-dev in eu-west-1' },
        expiresOn,
        owner: 'group:default/payments',
        lifecycle: 'active',
        state: 'present',
        isBusy: false,
      },
    ]);
    const all = await world.get(
      portal,
      '/requests/things?filter=kind%3Dcluster',
    );
    expect(all.body.totalItems).toBe(1);
    // Namespaces are another list.
    const { body: namespaces } = await world.get(portal, '/namespaces');
    expect(namespaces.items).toEqual([]);

    jest.setSystemTime(Date.now() + 10 * DAY_MS);
    await portal.run('eks-fleet-request-endings');
    const { body: list } = await world.get(
      portal,
      '/requests?filter=operation%3Ddelete',
    );
    expect(list.items).toMatchObject([
      {
        title: 'Deletion of cluster checkout-dev in eu-west-1',
        reason: `Its life ends on ${expiresOn}, as was asked for`,
      },
    ]);
    // EKS has it for as long as nobody has merged that.
    expect(world.cluster('checkout-dev')?.status).toBe('ACTIVE');
    const [removal] = list.items;
    await world.until(portal, removal, () => world.open().length === 1);
    await world.merge();
    await world.until(
      portal,
      removal,
      () => world.open().length === 1 && !world.cluster('checkout-dev'),
    );
    await world.merge();
    await world.until(portal, removal, ({ state }) => state === 'ready');
    expect((await endsSoon()).length).toBe(0);
  });
});
