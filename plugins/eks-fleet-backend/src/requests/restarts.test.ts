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

import { setImmediate as turn } from 'node:timers/promises';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aSubmission,
  startRequests,
  type Portal,
  type Requests,
} from './__testUtils__/startRequests';
import { DatabaseRequestStore } from './store/DatabaseRequestStore';

jest.setTimeout(240_000);

const AT_ONCE = 8;

describe('requests', () => {
  let world: Requests;

  beforeEach(async () => {
    world = await startRequests();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await world.stop();
  });

  const submit = async (portal: Portal, name: string) => {
    const { body, status } = await world.post(
      portal,
      '/requests',
      aSubmission({}, { name }),
    );
    expect(status).toBe(201);
    return body as FleetRequest;
  };
  const agree = async (portal: Portal, { id, specHash }: FleetRequest) => {
    const { status } = await world.post(
      portal,
      `/requests/${id}/decisions`,
      { verdict: 'approve', specHash },
      'sam',
    );
    expect(status).toBe(200);
  };
  const isProposed = ({ links }: FleetRequest) =>
    links?.pullRequest !== undefined;
  /** From now on the process dies at some of its records, before or after it is written. */
  const die = (dies: (count: number) => 'before' | 'after' | undefined) => {
    const { record } = DatabaseRequestStore.prototype;
    let count = 0;
    const spy = jest
      .spyOn(DatabaseRequestStore.prototype, 'record')
      .mockImplementation(async function dying(
        this: DatabaseRequestStore,
        ...given
      ) {
        count += 1;
        const when = dies(count);
        if (when === 'before') {
          throw new Error('The process died');
        }
        const kept = await record.apply(this, given);
        if (when === 'after') {
          throw new Error('The process died');
        }
        return kept;
      });
    return {
      count: () => count,
      nevermore: () => spy.mockRestore(),
    };
  };

  it.each(['before', 'after'] as const)(
    'are proposed once, though the process dies %s any record is written',
    async when => {
      let portal = await world.startPortal();
      for (let deadly = 1; deadly <= 7; deadly += 1) {
        const request = await submit(portal, `payments-${deadly}`);
        const death = die(count => (count === deadly ? when : undefined));
        await agree(portal, request);
        // What takes long goes on after the answer.
        while (death.count() < deadly) {
          await turn();
        }
        death.nevermore();

        const at = Date.now();
        portal = await world.startPortal();
        // A portal of a test starts at noon.
        jest.setSystemTime(at);
        await world.until(portal, request.id, isProposed);
        expect(world.pulls()).toHaveLength(deadly);
      }
    },
  );

  it('lose none and make none twice, many at once over two portals that die while answers are lost', async () => {
    const portals = [await world.startPortal(), await world.startPortal()];
    const requests = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        submit(portals[index % 2], `payments-${index}`),
      ),
    );
    world.simulator.addFault({
      match: { service: 'github', operation: 'POST*' },
      effect: 'lostAnswer',
      every: 3,
    });
    const deaths = die(count =>
      count % 5 === 0 ? (['before', 'after'] as const)[count % 2] : undefined,
    );
    await Promise.all(
      requests.map((request, index) => agree(portals[index % 2], request)),
    );
    for (let left = 6; left > 0; left -= 1) {
      jest.setSystemTime(Date.now() + 301_000);
      await Promise.all(
        portals.map(portal => portal.run('eks-fleet-requests')),
      );
    }
    deaths.nevermore();
    world.simulator.clearFaults();

    const numbers = new Set<number>();
    for (const { id } of requests) {
      const { links } = await world.until(portals[0], id, isProposed);
      numbers.add(links!.pullRequest!.number);
    }
    expect(numbers.size).toBe(AT_ONCE);
    expect(world.pulls()).toHaveLength(AT_ONCE);
    expect(deaths.count()).toBeGreaterThan(AT_ONCE);
  });
});
