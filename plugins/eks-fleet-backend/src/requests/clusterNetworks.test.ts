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

import { TestDatabases } from '@backstage/backend-test-utils';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aClusterSubmission,
  ACCOUNT,
  REGION,
  startClusterRequests,
  type ClusterRequests,
} from './__testUtils__/startClusterRequests';
import type { Portal } from './__testUtils__/startRequests';

jest.setTimeout(180_000);

const POOLED = {
  clusters: { cidrPools: [{ cidr: '10.96.0.0/14', prefix: 16 }] },
};

/** A cluster in a VPC of its own, whose addresses the pools choose. */
const pooled = (name: string) =>
  aClusterSubmission(
    {},
    { name, network: { vpcCidr: 'fromPool', availabilityZones: 2 } },
  );
const cidrOf = ({ spec }: FleetRequest) => (spec as any).network.vpcCidr;

describe('the addresses of a cluster', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  let world: ClusterRequests;
  let portal: Portal;

  afterEach(() => world.stop());

  describe.each(databases.eachSupportedId())('on %s', id => {
    beforeEach(async () => {
      world = await startClusterRequests('terraform', await databases.init(id));
      portal = await world.startPortal({ requests: POOLED });
      await portal.run('eks-fleet-request-networks');
    });

    it('are never given twice, however many ask at once', async () => {
      const second = await world.startPortal({ requests: POOLED });
      const names = ['a-dev', 'b-dev', 'c-dev', 'd-dev', 'e-dev'];
      const answers = await Promise.all(
        names.map((name, index) =>
          world.post(index % 2 ? second : portal, '/requests', pooled(name)),
        ),
      );
      const made = answers.filter(({ status }) => status === 201);
      expect(made.map(({ body }) => cidrOf(body)).sort()).toEqual([
        '10.96.0.0/16',
        '10.97.0.0/16',
        '10.98.0.0/16',
        '10.99.0.0/16',
      ]);
      const [full] = answers.filter(({ status }) => status === 400);
      expect(full.body.error.message).toContain('has room');
      // One that ends gives back what it had.
      const [{ body: over }] = made;
      await world.post(portal, `/requests/${over.id}/cancel`, {});
      const next = await world.ask(portal, pooled('f-dev'));
      expect(cidrOf(next)).toBe(cidrOf(over));
    });
  });

  it('are shown before, and in the file; a VPC that is there, or to be, keeps its own', async () => {
    world = await startClusterRequests();
    const [other] = world.simulator.model.clusters();
    // Somebody has the first block of the pool already.
    other.subnets.forEach(subnet => {
      subnet.cidrBlock = '10.96.16.0/20';
    });
    portal = await world.startPortal({ requests: POOLED });
    await portal.run('eks-fleet-request-networks');
    const { reason: _, ...ask } = pooled('checkout-dev');
    const { body: shown } = await world.post(
      portal,
      '/requests/preflight',
      ask,
    );
    expect(shown.problems).toEqual([]);
    expect(cidrOf(shown)).toBe('10.97.0.0/16');

    const request = await world.ask(portal, pooled('checkout-dev'));
    expect(cidrOf(request)).toBe('10.97.0.0/16');
    await world.decide(portal, request);
    await world.until(portal, request, () => world.open().length === 1);
    await world.merge();
    const file = `clusters/dev/${ACCOUNT}/${REGION}/checkout-dev/cluster.auto.tfvars.json`;
    expect(await world.simulator.github.file(file)).toContain('10.97.0.0/16');
    await world.until(portal, request, ({ state }) => state === 'ready');
    // Nobody has looked at VPCs since: Git says that it has them.
    const next = await world.ask(portal, pooled('search-dev'));
    expect(cidrOf(next)).toBe('10.98.0.0/16');
  });

  it('must agree with the rest of what is asked for', async () => {
    world = await startClusterRequests();
    portal = await world.startPortal({ requests: POOLED });
    await portal.run('eks-fleet-request-networks');
    const { body, status } = await world.post(
      portal,
      '/requests',
      aClusterSubmission(
        {},
        {
          network: {
            vpcCidr: 'fromPool',
            availabilityZones: 2,
            serviceIpv4Cidr: '10.96.0.0/16',
          },
        },
      ),
    );
    expect({ body, status }).toMatchObject({
      status: 400,
      body: {
        error: {
          message: expect.stringContaining("must not overlap the VPC's"),
        },
      },
    });
  });
});
