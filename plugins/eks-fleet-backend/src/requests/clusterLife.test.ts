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

const FOLDER = `clusters/dev/${ACCOUNT}/${REGION}/checkout-dev`;

describe('a request for a cluster', () => {
  let world: ClusterRequests;
  let portal: Portal;

  afterEach(() => world.stop());

  const proposed = (request: FleetRequest) =>
    world.until(
      portal,
      request,
      ({ links }) => links?.pullRequest?.state === 'open',
    );

  it.each([
    ['terraform', `${FOLDER}/cluster.auto.tfvars.json`],
    ['ack', `${FOLDER}/cluster.yaml`],
  ] as const)('goes from the ask to ready by %s', async (provisioner, file) => {
    world = await startClusterRequests(provisioner);
    portal = await world.startPortal();
    const request = await world.ask(portal, aClusterSubmission());
    expect(request).toMatchObject({
      state: 'pendingApproval',
      title: `Cluster checkout-dev in ${REGION}`,
      verdict: 'needsApproval',
    });
    expect((await world.decide(portal, request)).status).toBe(200);
    await proposed(request);
    const { body: diff } = await world.get(
      portal,
      `/requests/${request.id}/diff`,
    );
    expect(diff.files.map(({ path }: { path: string }) => path)).toEqual([
      file,
    ]);
    await world.merge();
    const coming = await world.until(
      portal,
      request,
      ({ state }) => state === 'provisioning',
    );
    expect(world.cluster('checkout-dev')?.status).toBe('CREATING');
    expect(coming.links?.application?.name).toBe(
      `checkout-dev-${ACCOUNT}-${REGION}`,
    );
    const ready = await world.until(
      portal,
      request,
      ({ state }) => state === 'ready',
    );
    expect(world.cluster('checkout-dev')).toMatchObject({
      status: 'ACTIVE',
      nodegroups: [{ name: 'general', status: 'ACTIVE' }],
    });
    expect(ready.steps.map(({ state, status }) => [state, status])).toEqual([
      ['draft', 'done'],
      ['pendingApproval', 'done'],
      ['proposed', 'done'],
      ['merged', 'done'],
      ['synced', 'done'],
      ['provisioning', 'done'],
      ['registered', 'done'],
      ['ready', 'done'],
    ]);
    expect(ready.links?.entityRef).toBe('resource:default/checkout-dev');
  });
});
