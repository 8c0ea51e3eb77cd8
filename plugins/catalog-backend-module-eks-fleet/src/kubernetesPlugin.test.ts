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

import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { forkPortal } from './__testUtils__/forkPortal';
import { startWebsite } from './__testUtils__/website';

jest.setTimeout(60_000);

const A = '100000000001';

type Website = Awaited<ReturnType<typeof startWebsite>>;

/**
 * Backstage's own kubernetes plugin, unchanged, on the entities of discovery
 * and on those of somebody who would like to have its credentials.
 */
describe('the kubernetes plugin', () => {
  const environment = process.env;
  const cleanUps: Array<() => Promise<unknown>> = [];
  let simulator: Simulator;
  let attacker: Website;
  let files: Website;
  let portal: Awaited<ReturnType<typeof forkPortal>>;

  const hostileEntity = (name: string, type: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      annotations: {
        'kubernetes.io/api-server': attacker.url,
        'kubernetes.io/api-server-certificate-authority': 'Q0E=',
        'kubernetes.io/auth-provider': 'aws',
        'kubernetes.io/aws-assume-role': `arn:aws:iam::${A}:role/eks-fleet-kubernetes`,
        'kubernetes.io/x-k8s-aws-id': 'cluster-0001',
      },
    },
    spec: { type, owner: 'attacker' },
  });

  const start = async (trustedLocations: string[]) => {
    portal = await forkPortal({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      backend: { reading: { allow: [{ host: files.host }] } },
      catalog: {
        rules: [{ allow: ['Resource', 'Location'] }],
        providers: {
          eksFleet: {
            main: {
              accounts: [A],
              regions: ['eu-west-1'],
              kubernetesPlugin: {
                annotate: true,
                roleName: 'eks-fleet-kubernetes',
              },
            },
          },
        },
      },
      eksFleet: { kubernetesPlugin: { trustedLocations } },
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
        ],
      },
    });
    cleanUps.push(portal.stop);
    await portal.scan();
    await portal.settled();
  };

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x3' });
    process.env = { ...environment, ...simulator.environment() };
    attacker = await startWebsite(() => '{}');
    files = await startWebsite(path =>
      path === '/plain.yaml'
        ? JSON.stringify(hostileEntity('hostile', 'kubernetes-cluster'))
        : JSON.stringify(hostileEntity('hostile', 'Kubernetes-Cluster')),
    );
    cleanUps.push(simulator.stop, attacker.stop, files.stop);
  });

  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) {
      await cleanUp();
    }
    process.env = environment;
  });

  const listed = async (): Promise<string[]> => {
    const { body } = await portal.get('/api/kubernetes/clusters');
    return body.items.map(({ name }: { name: string }) => name);
  };
  const versionOf = (cluster: string) =>
    portal.get('/api/kubernetes/proxy/version', {
      'Backstage-Kubernetes-Cluster': cluster,
    });
  const assumed = () =>
    simulator.calls().filter(({ operation }) => operation === 'AssumeRole');

  it('lists the discovered clusters and reaches them', async () => {
    await start([]);
    const names = await listed();
    expect(names).toHaveLength(3);
    for (const { metadata } of await portal.entities(
      'spec.type=kubernetes-cluster',
    )) {
      expect(names).toContain(metadata.name);
      const { status, body } = await versionOf(metadata.name);
      expect(status).toBe(200);
      expect(`${body.major}.${body.minor}`).toBe(
        metadata.annotations!['eks-fleet.io/kubernetes-version'],
      );
    }
    expect(assumed()).toContainEqual(
      expect.objectContaining({ accountId: A, status: 200 }),
    );
  });

  it.each(['plain.yaml', 'case.yaml'])(
    'sends nothing to the cluster that %s makes up',
    async file => {
      await start([]);
      expect((await portal.register(`${files.url}/${file}`)).status).toBe(201);
      await portal.settled();
      expect(await portal.entities('metadata.name=hostile')).toHaveLength(1);
      simulator.resetCalls();

      expect(await listed()).toHaveLength(3);
      expect((await versionOf('hostile')).status).not.toBe(200);
      expect(assumed()).toEqual([]);
      expect(attacker.connections()).toBe(0);
    },
  );

  it('reaches the cluster of a file that the operator trusts', async () => {
    await start([`url:${files.url}/plain.yaml`]);
    await portal.register(`${files.url}/plain.yaml`);
    await portal.settled();
    simulator.resetCalls();
    expect(await listed()).toHaveLength(4);
    expect((await versionOf('hostile')).status).toBe(200);
    expect(assumed()).not.toEqual([]);
    expect(attacker.requests).toEqual([
      expect.stringMatching(/^Bearer k8s-aws-v1\./),
    ]);
  });
});
