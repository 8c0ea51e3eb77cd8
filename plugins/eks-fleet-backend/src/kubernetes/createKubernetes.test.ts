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

import { ConfigReader } from '@backstage/config';
import type {
  ControlPlaneDocument,
  KubernetesDeprecatedApisDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { startDemoCollectors } from './__testUtils__/startDemoCollectors';
import { createKubernetes } from './createKubernetes';

type Demo = Awaited<ReturnType<typeof startDemoCollectors>>;

describe('createKubernetes', () => {
  it('collects nothing unless configuration says so', () => {
    const lifecycle = { addShutdownHook: jest.fn() };
    expect(
      createKubernetes({
        aws: {} as never,
        config: new ConfigReader({}),
        lifecycle,
      }),
    ).toEqual({ collectors: [], policySources: [] });
    expect(lifecycle.addShutdownHook).not.toHaveBeenCalled();
  });

  describe('over the demo fleet', () => {
    let demo: Demo;

    beforeAll(async () => {
      demo = await startDemoCollectors();
    });

    afterEach(() => {
      demo.expire();
      demo.simulator.clearFaults();
    });

    afterAll(() => demo.stop());

    it('tells node groups, pools and old kubelets apart, and what is asked of them', async () => {
      const { sets, nodes, allocatable, requested, workloadPods } =
        await demo.collect('kubernetesNodes', 'checkout-de');
      const karpenter = sets.filter(({ owner }) => owner.kind === 'karpenter');
      expect(karpenter).toMatchObject([
        {
          owner: { name: 'default' },
          kubeletVersion: expect.stringMatching(/^v1\.32\./),
          kubeProxyVersion: expect.stringMatching(/^v1\.\d+\./),
          instanceType: 'c7g.2xlarge',
          nodes: 3,
          doNotDisrupt: 2,
        },
      ]);
      expect(sets.some(({ owner }) => owner.kind === 'nodegroup')).toBe(true);
      expect(nodes).toBe(sets.reduce((sum, set) => sum + set.nodes, 0));
      expect(requested!.cpuMillis).toBeGreaterThan(0);
      expect(requested!.cpuMillis).toBeLessThan(allocatable.cpuMillis);
      expect(requested!.memoryBytes).toBeLessThan(allocatable.memoryBytes);
      expect(workloadPods).toBeGreaterThan(0);
    });

    it.each([
      ['batch-legacy', 'selfManaged', 'batch-2023'],
      ['data-ml-dev', 'autoMode', 'general-purpose'],
      ['ledger', 'hybrid', undefined],
    ] as const)('knows the nodes of %s', async (name, kind, owner) => {
      const { sets } = await demo.collect('kubernetesNodes', name);
      expect(sets.map(set => set.owner)).toContainEqual(
        owner ? { kind, name: owner } : { kind },
      );
    });

    it('sees clusters that run nothing', async () => {
      expect(await demo.collect('kubernetesNodes', 'Playground')).toMatchObject(
        { workloadPods: 0 },
      );
      expect(
        await demo.collect('kubernetesNodes', 'hackday-2025'),
      ).toMatchObject({ nodes: 0, workloadPods: 0 });
    });

    it.each([
      ['checkout-eu', 'Deployment/api', 'budgetNeedsAll', 'checkout'],
      ['search-de', 'Deployment/indexer', 'budgetNeedsAll', 'search'],
      ['payments-us', 'Deployment/settlement', 'budgetAllowsNone', 'payments'],
      ['identity-us', 'StatefulSet/sessions', 'severalBudgets', 'identity'],
      ['batch-legacy', 'StatefulSet/queue', 'budgetNeedsAll', 'platform'],
      ['search-eu', 'Deployment/otel-gateway', 'budgetNeedsAll', 'platform'],
      ['mobile-staging', 'Deployment/push-gateway', 'budgetNeedsAll', 'mobile'],
    ])(
      'says that a drain of %s hangs at %s: %s',
      async (name, workload, reason, team) => {
        const { blockedDrains } = await demo.collect(
          'kubernetesDisruption',
          name,
        );
        const drain = blockedDrains.find(
          ({ workload: { kind, name: of } }) => `${kind}/${of}` === workload,
        );
        expect(drain).toMatchObject({
          reason,
          workload: { owner: `group:default/${team}` },
        });
        expect(drain!.nodes).toBeGreaterThan(0);
        expect(drain!.nodeOwners).not.toEqual([]);
      },
    );

    it.each([
      ['search-us', 'pods.image-policy.acme.example', 1],
      ['legacy-reports', 'vault.hashicorp.com', 0],
      ['ci-runners', 'pods.runner-admission.acme.example', 0],
    ])(
      'finds the webhook that keeps pods of %s from coming up',
      async (name, webhook, ready) => {
        const { webhooks } = await demo.collect('kubernetesAdmission', name);
        expect(webhooks).toContainEqual(
          expect.objectContaining({
            name: webhook,
            readyEndpoints: ready,
            reaches: expect.arrayContaining(['pods']),
          }),
        );
      },
    );

    it('finds an API that nobody answers', async () => {
      const { apiServices } = await demo.collect(
        'kubernetesAdmission',
        'checkout-us-dev',
      );
      expect(apiServices).toMatchObject([
        {
          name: 'v1beta1.external.metrics.k8s.io',
          service: 'keda/keda-operator-metrics-apiserver',
        },
      ]);
    });

    it('knows what is installed, and in which version', async () => {
      const { addons } = await demo.collect('kubernetesAddons', 'batch-legacy');
      expect(
        Object.fromEntries(
          addons.map(({ component, version }) => [component, version]),
        ),
      ).toMatchObject({
        'aws-load-balancer-controller': 'v2.4.7',
        coredns: 'v1.9.3-eksbuild.7',
        karpenter: '1.0.8',
        'kube-proxy': expect.stringMatching(/^v1\.29\.0-/),
        'vpc-cni': 'v1.15.5-eksbuild.1',
      });
    });

    it('finds what one of two API servers was asked for, and keeps it', async () => {
      const name = 'payments-us-batch';
      const seen: string[][] = [];
      let previous:
        | { document: KubernetesDeprecatedApisDocument; observedAt: string }
        | undefined;
      for (let scrape = 0; scrape < 4; scrape += 1) {
        const document: KubernetesDeprecatedApisDocument = await demo.collect(
          'kubernetesDeprecatedApis',
          name,
          previous,
        );
        seen.push(document.apis.map(({ resource }) => resource));
        expect(document.scrapes).toBe(scrape + 1);
        previous = { document, observedAt: new Date().toISOString() };
      }
      expect(seen[0]).toEqual([]);
      expect(seen[3]).toEqual(['componentstatuses', 'flowschemas']);
    });

    it('lists pods and nodes once for all kinds of a round, and anew for the next', async () => {
      demo.simulator.resetCalls();
      const round = () =>
        Promise.all(
          (
            [
              'kubernetesNodes',
              'kubernetesDisruption',
              'kubernetesAddons',
            ] as const
          ).map(kind => demo.collect(kind, 'checkout-eu')),
        );
      await round();
      const lists = ['pods', 'nodes'].map(plural => `GET /api/v1/${plural}`);
      expect(lists.map(demo.calls)).toEqual([1, 1]);
      expect(demo.calls('GET /apis/apps/v1/deployments')).toBe(1);
      demo.expire();
      await round();
      expect(lists.map(demo.calls)).toEqual([2, 2]);
    });

    it('fails one kind alone where one right is missing', async () => {
      await expect(
        demo.collect('kubernetesDeprecatedApis', 'identity-eu'),
      ).rejects.toMatchObject({
        code: 'forbidden',
        message: expect.stringContaining('/metrics'),
      });
      await demo.collect('kubernetesNodes', 'identity-eu');
      await expect(
        demo.collect('kubernetesNodes', 'payments-risk-apac'),
      ).rejects.toMatchObject({
        code: 'forbidden',
        message: expect.stringMatching(/^May not list nodes: .*cannot list/),
      });
      await demo.collect('kubernetesDisruption', 'payments-risk-apac');
    });

    it.each([
      ['reset', 'unreachable'],
      ['error', 'unreachable'],
      ['expireCredentials', 'unauthenticated'],
      ['deny', 'forbidden'],
    ] as const)(
      'says what it means when an API server answers %s',
      async (effect, code) => {
        demo.simulator.addFault({
          match: { service: 'kubernetes', cluster: 'checkout-eu' },
          effect,
        });
        await expect(
          demo.collect('kubernetesAddons', 'checkout-eu'),
        ).rejects.toMatchObject({ code });
      },
    );

    it('says that an API server shows a certificate of somebody else', async () => {
      const { cluster } = demo.find('sandbox-platform');
      cluster.kubernetes.certificateMismatch = true;
      await expect(
        demo.collect('kubernetesNodes', 'sandbox-platform'),
      ).rejects.toMatchObject({
        code: 'unreachable',
        message: expect.stringContaining('certificate'),
      });
      cluster.kubernetes.certificateMismatch = false;
    });

    it('starts a list anew when its pages have expired', async () => {
      demo.simulator.addFault({
        match: { service: 'kubernetes', operation: 'GET /api/v1/pods' },
        effect: 'expireToken',
        times: 1,
      });
      const document = await demo.collect('kubernetesNodes', 'checkout-eu');
      expect(document.requested!.pods).toBeGreaterThan(0);
    });

    it('ends with its time while an API server hangs', async () => {
      const ending = new AbortController();
      demo.simulator.addFault({
        match: { service: 'kubernetes', operation: 'GET /api/v1/nodes' },
        effect: 'hang',
      });
      const [nodes] = demo.collectors;
      const collected = nodes.collect(demo.find('checkout-us').collected, {
        signal: ending.signal,
        controlPlane: await demo.controlPlaneOf('checkout-us'),
        now: () => new Date(),
      });
      ending.abort();
      await expect(collected).rejects.toMatchObject({ code: 'timeout' });
    });

    it('goes through the proxy that is configured for a cluster, and names it', async () => {
      const gated = await startDemoCollectors({
        kubernetes: {
          proxies: [
            {
              id: 'hub',
              // Port 1: nobody is there.
              url: 'http://127.0.0.1:1',
              match: { regions: ['eu-central-1'] },
            },
          ],
        },
      });
      try {
        await expect(
          gated.collect('kubernetesNodes', 'checkout-de'),
        ).rejects.toMatchObject({
          code: 'unreachable',
          message: 'Proxy hub: the connection was refused (ECONNREFUSED)',
        });
        const { nodes } = await gated.collect('kubernetesNodes', 'checkout-eu');
        expect(nodes).toBeGreaterThan(0);
      } finally {
        await gated.stop();
      }
    });

    it('needs to know where the API server is', async () => {
      const [collector] = demo.collectors;
      await expect(
        collector.collect(demo.find('checkout-eu').collected, {
          signal: new AbortController().signal,
          now: () => new Date(),
        }),
      ).rejects.toMatchObject({ code: 'unreachable' });
    });
  });

  describe('of clusters', () => {
    const endpoint = 'https://a.gr7.eu-west-1.eks.amazonaws.com';
    const open = { endpoint, endpointPublicAccess: true };
    const closed = { endpoint, endpointPublicAccess: false };

    it.each<
      [string, Partial<ControlPlaneDocument> | undefined, boolean, boolean]
    >([
      ['an open endpoint', open, false, true],
      ['a private endpoint', closed, false, false],
      ['a private endpoint that can be reached', closed, true, true],
      ['no endpoint yet', {}, true, false],
      ['an unknown control plane', undefined, true, false],
    ])(
      'applies where it can: %s',
      (_, controlPlane, privateEndpoints, applies) => {
        const { collectors } = createKubernetes({
          aws: {} as never,
          config: new ConfigReader({
            eksFleet: { kubernetes: { enabled: true, privateEndpoints } },
          }),
          lifecycle: { addShutdownHook: () => {} },
        });
        expect(collectors).toHaveLength(5);
        expect(
          collectors.map(collector =>
            collector.appliesTo!({} as never, controlPlane as never),
          ),
        ).toEqual(Array(5).fill(applies));
      },
    );

    it('reaches private endpoints where the proxy does that is for them', () => {
      const {
        collectors: [collector],
      } = createKubernetes({
        aws: {} as never,
        config: new ConfigReader({
          eksFleet: {
            kubernetes: {
              enabled: true,
              proxies: [
                {
                  id: 'hub',
                  url: 'http://proxy.example.com:3128',
                  match: { regions: ['eu-west-1'] },
                  privateEndpoints: true,
                },
              ],
            },
          },
        }),
        lifecycle: { addShutdownHook: () => {} },
      });
      const applies = (region: string) =>
        collector.appliesTo!({ region } as never, closed as never);
      expect(applies('eu-west-1')).toBe(true);
      expect(applies('us-east-1')).toBe(false);
    });
  });
});
