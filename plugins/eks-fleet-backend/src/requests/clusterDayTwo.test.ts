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

const THING = `cluster/${ACCOUNT}/${REGION}/checkout-dev`;
const FOLDER = `clusters/dev/${ACCOUNT}/${REGION}/checkout-dev`;
const FILES = {
  terraform: `${FOLDER}/cluster.auto.tfvars.json`,
  ack: `${FOLDER}/cluster.yaml`,
};
const PROVISIONERS = ['terraform', 'ack'] as const;

describe('a cluster that was asked for', () => {
  let world: ClusterRequests;
  let portal: Portal;
  let made: FleetRequest;

  afterEach(() => world.stop());

  const about = (operation: string, part: object = {}) => ({
    kind: 'cluster',
    operation,
    owner: 'group:default/payments',
    reason: 'It is time',
    thing: THING,
    ...part,
  });
  /** Has it agreed to, proposed and merged. */
  const merged = async (request: FleetRequest) => {
    await world.decide(portal, request);
    await world.until(portal, request, () => world.open().length === 1);
    await world.merge();
  };
  const ready = (request: FleetRequest) =>
    world.until(portal, request, ({ state }) => state === 'ready');
  const bring = async (
    provisioner: (typeof PROVISIONERS)[number],
    spec: Parameters<typeof aClusterSubmission>[1] = {},
  ) => {
    world = await startClusterRequests(provisioner);
    portal = await world.startPortal();
    made = await world.ask(portal, aClusterSubmission({}, spec));
    await merged(made);
    await ready(made);
  };
  const textOf = (provisioner: (typeof PROVISIONERS)[number]) =>
    world.simulator.github.file(FILES[provisioner]);

  it.each(PROVISIONERS)(
    'gets other sizes, an add-on and tags, and a longer life, by %s',
    async provisioner => {
      await bring(provisioner);
      const [group] = (made.spec as any).compute.nodeGroups;
      const change = await world.ask(
        portal,
        about('change', {
          patch: {
            compute: { nodeGroups: [{ ...group, maxSize: 6 }] },
            addons: [
              ...(made.spec as any).addons,
              { name: 'aws-ebs-csi-driver', podIdentityAssociations: [] },
            ],
            tags: { tier: '2' },
          },
        }),
      );
      expect(change).toMatchObject({
        title: `Change of cluster checkout-dev in ${REGION}`,
        spec: { tags: { environment: 'dev', team: 'payments', tier: '2' } },
      });
      await merged(change);
      await ready(change);
      expect(
        world.cluster('checkout-dev')?.addons.map(({ name }) => name),
      ).toContain('aws-ebs-csi-driver');

      const longer = await world.ask(
        portal,
        about('extend', { expiresOn: '2027-06-30' }),
      );
      await merged(longer);
      await ready(longer);
      expect(await textOf(provisioner)).toContain('2027-06-30');
      expect(await textOf(provisioner)).toContain('aws-ebs-csi-driver');
    },
  );

  it('gets another version by a rollout, and by no request', async () => {
    await bring('terraform');
    const { body, status } = await world.post(
      portal,
      '/requests',
      about('change', { patch: { kubernetesVersion: '1.36' } }),
    );
    expect({ body, status }).toMatchObject({
      status: 400,
      body: {
        error: {
          message: expect.stringContaining(
            'A rollout moves a cluster from Kubernetes 1.35 to another version',
          ),
        },
      },
    });
  });

  it.each(PROVISIONERS)(
    'goes by two merged changes, its protection first, by %s',
    async provisioner => {
      await bring(provisioner, { deletionProtection: true });
      expect(world.cluster('checkout-dev')?.deletionProtection).toBe(true);
      const deletion = await world.ask(portal, about('delete'));
      await merged(deletion);
      const going = await world.until(
        portal,
        deletion,
        ({ message }) => message?.includes('DELETING') ?? false,
      );
      expect(going.state).toBe('provisioning');
      // The file stays as long as EKS has the cluster.
      expect(world.open()).toEqual([]);
      expect(await textOf(provisioner)).toContain('deleting');
      await world.until(portal, deletion, () => world.open().length === 1);
      expect(world.cluster('checkout-dev')).toBeUndefined();
      await world.merge();
      const gone = await ready(deletion);
      expect(gone.steps.at(-1)?.message).toContain('took its files away');
      expect(await textOf(provisioner)).toBeUndefined();
      // Its name is free for another.
      const again = await world.ask(portal, aClusterSubmission());
      expect(again.state).toBe('pendingApproval');
    },
  );

  it('stays while namespaces of others are on it', async () => {
    await bring('terraform');
    const namespace = await world.ask(portal, {
      kind: 'namespace',
      operation: 'create',
      owner: 'group:default/payments',
      reason: 'A place for guests',
      spec: {
        name: 'guests-dev',
        cluster: { accountId: ACCOUNT, region: REGION, name: 'checkout-dev' },
        environment: 'dev',
        owner: 'group:default/payments',
        podSecurity: { level: 'restricted' },
        quota: {
          cpuRequests: '1',
          memoryRequests: '1Gi',
          memoryLimits: '1Gi',
          pods: 5,
        },
        project: { sourceRepos: ['https://github.com/acme/guests'] },
      },
    });
    await merged(namespace);
    await ready(namespace);
    const { length } = world.open();
    await portal
      .knex('request_things')
      .where({ kind: 'namespace' })
      .update({
        owner: 'group:default/guests',
        spec: JSON.stringify({
          ...(namespace.spec as object),
          owner: 'group:default/guests',
        }),
      });
    jest.setSystemTime(Date.now() + 61_000);
    const { body, status } = await world.post(
      portal,
      '/requests',
      about('delete'),
    );
    expect({ body, status }).toMatchObject({
      status: 400,
      body: {
        error: {
          message: expect.stringContaining(
            '1 namespace of others is on checkout-dev, of group:default/guests; they must go first',
          ),
        },
      },
    });
    expect(world.open()).toHaveLength(length);
  });
});
