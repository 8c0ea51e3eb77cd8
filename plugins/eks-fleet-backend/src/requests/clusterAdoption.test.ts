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
  ACCOUNT,
  REGION,
  role,
  startClusterRequests,
  type ClusterRequests,
} from './__testUtils__/startClusterRequests';
import type { Portal } from './__testUtils__/startRequests';

jest.setTimeout(180_000);

const NAME = 'by-hand';
const FOLDER = `clusters/dev/${ACCOUNT}/${REGION}/${NAME}`;

describe('the adoption of a cluster', () => {
  let world: ClusterRequests;
  let portal: Portal;

  afterEach(() => world.stop());

  const start = async (provisioner: 'ack' | 'terraform') => {
    world = await startClusterRequests(provisioner);
    world.simulator.model.addCluster(ACCOUNT, {
      name: NAME,
      region: REGION,
      version: '1.35',
      tags: { environment: 'dev', team: 'payments', tier: '1' },
      nodegroups: [
        {
          name: 'general',
          instanceTypes: ['m7g.large'],
          amiType: 'AL2023_ARM_64_STANDARD',
          labels: { 'acme.io/tier': 'gold' },
          minSize: 1,
          maxSize: 5,
          desiredSize: 2,
        },
      ],
      access: [
        {
          principalArn: role('team-payments-dev'),
          policies: [
            {
              policyArn:
                'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
              namespaces: ['checkout'],
            },
          ],
        },
      ],
      podIdentityAssociations: [
        {
          namespace: 'checkout',
          serviceAccount: 'api',
          roleArn: role('team-payments-api'),
        },
      ],
    });
    portal = await world.startPortal();
  };
  const adopt = (part: object = {}) => ({
    kind: 'cluster',
    operation: 'adopt',
    owner: 'group:default/payments',
    reason: 'It was made by hand',
    thing: `cluster/${ACCOUNT}/${REGION}/${NAME}`,
    patch: { environment: 'dev' },
    ...part,
  });
  const writes = () =>
    world.simulator
      .calls()
      .filter(
        ({ operation, service }) =>
          service === 'eks' &&
          /^(Associate|Create|Delete|Update)/.test(operation),
      );

  it.each([
    ['terraform', `${FOLDER}/cluster.auto.tfvars.json`],
    ['ack', `${FOLDER}/cluster.yaml`],
  ] as const)('writes down what is there, by %s', async (provisioner, file) => {
    await start(provisioner);
    const request = await world.ask(portal, adopt());
    expect(request).toMatchObject({
      title: `Adoption of cluster ${NAME} in ${REGION}`,
      state: 'pendingApproval',
    });
    await world.decide(portal, request);
    await world.until(portal, request, () => world.open().length === 1);
    world.simulator.resetCalls();
    await world.merge();
    await world.until(portal, request, ({ state }) => state === 'ready');
    const text = await world.simulator.github.file(file);
    for (const said of [
      'm7g.large',
      'acme.io/tier',
      'team-payments-dev',
      'AmazonEKSEditPolicy',
      'team-payments-api',
      'tier',
    ]) {
      expect(text).toContain(said);
    }
    // Nothing is made anew, and nothing changes by it.
    expect(writes()).toEqual([]);
    const { body, status } = await world.post(portal, '/requests', adopt());
    expect({ body, status }).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('Git has cluster') } },
    });
  });

  it('takes it as it is, or not at all', async () => {
    await start('terraform');
    const other = await world.post(
      portal,
      '/requests',
      adopt({ patch: { environment: 'dev', deletionProtection: true } }),
    );
    expect(other).toMatchObject({
      status: 400,
      body: {
        error: {
          message: expect.stringContaining(
            'spec.deletionProtection: must be as it is in EKS, or left out',
          ),
        },
      },
    });
    const missing = await world.post(
      portal,
      '/requests',
      adopt({ thing: `cluster/${ACCOUNT}/${REGION}/no-such` }),
    );
    expect(missing.status).toBe(404);
    const elsewhere = await world.post(
      portal,
      '/requests',
      adopt({ thing: `cluster/${ACCOUNT}/us-east-1/${NAME}` }),
    );
    expect(elsewhere.body.error.message).toContain(
      `discovery does not read ${ACCOUNT}/us-east-1`,
    );
    world.simulator.addFault({
      match: { service: 'eks', operation: 'ListAccessEntries' },
      effect: 'deny',
    });
    jest.setSystemTime(Date.now() + 61_000);
    const unread = await world.post(portal, '/requests', adopt());
    expect(unread.body.error.message).toContain(
      'not all of it could be read from EKS',
    );
    expect(world.open()).toEqual([]);
  });
});
