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

import { ManualClock } from '../../clock';
import { CloudModel } from '../../model';
import type { Cluster } from '../../model/types';
import { objectsOf } from '../../kubernetes/objects/objectsOf';
import { demoFleet } from '../demo';
import { DEV, PAYMENTS_PROD, PROD, SANDBOX, STAGING } from '../demoAccounts';
import { kubernetesThread } from '.';

const clock = new ManualClock('2026-11-23T09:00:00Z');
const model = CloudModel.fromSpec(demoFleet(1, clock.now()), clock);

const cluster = (accountId: string, name: string): Cluster =>
  model.clusters({ accountId }).find(found => found.name === name)!;

const list = (of: Cluster, resource: string): any[] => [
  ...(objectsOf(of).byResource.get(resource) ?? []),
];

const budget = (of: Cluster, name: string) =>
  list(of, 'poddisruptionbudgets.policy').find(
    ({ metadata }) => metadata.name === name,
  );

const readyEndpoints = (of: Cluster, service: string): number =>
  list(of, 'endpointslices.discovery.k8s.io')
    .filter(
      ({ metadata }) =>
        metadata.labels['kubernetes.io/service-name'] === service,
    )
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions.ready).length;

const imagesOf = (of: Cluster, workload: string): string[] =>
  ['deployments.apps', 'daemonsets.apps', 'statefulsets.apps']
    .flatMap(resource => list(of, resource))
    .filter(({ metadata }) => metadata.name === workload)
    .flatMap(({ spec }) =>
      spec.template.spec.containers.map(({ image }: any) => image),
    );

describe('what goes on inside the demo fleet', () => {
  it.each<[string, () => unknown, unknown]>([
    [
      'a budget that allows nothing',
      () => budget(cluster(PROD, 'checkout-eu'), 'api').status,
      expect.objectContaining({
        expectedPods: 3,
        currentHealthy: 3,
        desiredHealthy: 3,
        disruptionsAllowed: 0,
      }),
    ],
    [
      'one replica that must stay',
      () => budget(cluster(PROD, 'search-de'), 'indexer').status,
      expect.objectContaining({ expectedPods: 1, disruptionsAllowed: 0 }),
    ],
    [
      'a crash loop under a budget',
      () => budget(cluster(PAYMENTS_PROD, 'payments-us'), 'settlement').status,
      expect.objectContaining({ currentHealthy: 2, disruptionsAllowed: 0 }),
    ],
    [
      'two budgets on one workload, each of which allows one',
      () =>
        ['sessions', 'sessions-2024'].map(
          name =>
            budget(cluster(PROD, 'identity-us'), name).status
              .disruptionsAllowed,
        ),
      [1, 1],
    ],
    [
      'a budget that can never allow anything',
      () => budget(cluster(PROD, 'batch-legacy'), 'queue').spec,
      expect.objectContaining({ maxUnavailable: 0 }),
    ],
    [
      'a webhook with one endpoint',
      () => readyEndpoints(cluster(PROD, 'search-us'), 'image-policy-webhook'),
      1,
    ],
    [
      'a webhook with none',
      () =>
        readyEndpoints(
          cluster(STAGING, 'legacy-reports'),
          'vault-agent-injector',
        ),
      0,
    ],
    [
      'an API without a server',
      () =>
        list(
          cluster(DEV, 'data-dev'),
          'apiservices.apiregistration.k8s.io',
        ).find(({ metadata }) => metadata.name === 'v1beta1.metrics.k8s.io')
          .status.conditions[0],
      expect.objectContaining({ status: 'False', reason: 'MissingEndpoints' }),
    ],
    [
      'an old Karpenter',
      () => imagesOf(cluster(STAGING, 'legacy-reports'), 'karpenter'),
      [expect.stringContaining('controller:v0.32.10@')],
    ],
    [
      'an old cert-manager',
      () => imagesOf(cluster(PROD, 'search-de'), 'cert-manager'),
      ['quay.io/jetstack/cert-manager-controller:v1.12.9'],
    ],
    [
      'a CNI that nobody but the cluster knows of',
      () => [
        cluster(PROD, 'batch-legacy').addons,
        imagesOf(cluster(PROD, 'batch-legacy'), 'aws-node')[0],
      ],
      [[], expect.stringContaining('amazon-k8s-cni:v1.15.5-eksbuild.1')],
    ],
    [
      'a cluster without nodes, whose pods wait',
      () => [
        list(cluster(SANDBOX, 'hackday-2025'), 'nodes').length,
        new Set(
          list(cluster(SANDBOX, 'hackday-2025'), 'pods').map(
            ({ status }) => status.phase,
          ),
        ),
      ],
      [0, new Set(['Pending'])],
    ],
    [
      'a cluster that runs nothing of its own',
      () =>
        list(cluster(SANDBOX, 'Playground'), 'pods').filter(
          ({ metadata }) => metadata.namespace !== 'kube-system',
        ),
      [],
    ],
    [
      'a cluster that runs one small thing',
      () =>
        list(cluster(SANDBOX, 'sandbox-payments'), 'pods').filter(
          ({ metadata }) => metadata.namespace !== 'kube-system',
        ).length,
      1,
    ],
    [
      'nodes that must not be disrupted',
      () =>
        list(cluster(PROD, 'checkout-de'), 'nodes').filter(
          ({ metadata }) => metadata.annotations['karpenter.sh/do-not-disrupt'],
        ).length,
      2,
    ],
    [
      'nodes three minors behind',
      () =>
        list(cluster(PROD, 'data-lake-ingest'), 'nodes').filter(({ status }) =>
          status.nodeInfo.kubeletVersion.startsWith('v1.29.'),
        ).length,
      8,
    ],
    [
      'previews on nodes of Fargate',
      () =>
        list(cluster(DEV, 'checkout-dev'), 'nodes').filter(({ metadata }) =>
          metadata.name.startsWith('fargate-'),
        ).length,
      3,
    ],
  ])('has %s', (_, fact, expected) => {
    expect(fact()).toEqual(expected);
  });

  it('has one template of a budget in the way on clusters of many owners', () => {
    const hit = model
      .clusters()
      .filter(
        of =>
          budget(of, 'otel-gateway')?.status.disruptionsAllowed === 0 &&
          budget(of, 'otel-gateway').metadata.labels['helm.sh/chart'] ===
            'acme-otel-gateway-1.4.2',
      );
    expect(hit).toHaveLength(10);
    expect(
      new Set(hit.map(({ tags }) => tags.team)).size,
    ).toBeGreaterThanOrEqual(4);
    for (const of of hit) {
      expect(
        list(of, 'namespaces').find(
          ({ metadata }) => metadata.name === 'observability',
        ).metadata.labels.team,
      ).toBe('platform');
    }
  });

  it('meets deprecated APIs where EKS saw them this morning', () => {
    const met = model
      .clusters()
      .filter(({ kubernetes }) => kubernetes.deprecatedApis)
      .map(({ name }) => name);
    expect(met.sort()).toEqual([
      'batch-legacy',
      'checkout-de',
      'checkout-us',
      'payments-de',
      'payments-us-batch',
      'search-us-staging',
    ]);
  });

  it('leaves most clusters without a budget in the way', () => {
    const blocked = model
      .clusters()
      .filter(of =>
        list(of, 'poddisruptionbudgets.policy').some(
          ({ status }) =>
            status.expectedPods > 0 && status.disruptionsAllowed === 0,
        ),
      );
    expect(blocked.length).toBeGreaterThan(10);
    expect(blocked.length).toBeLessThan(model.clusters().length / 3);
  });

  it('is the same for the same seed', () => {
    const again = CloudModel.fromSpec(demoFleet(1, clock.now()), clock);
    const one = cluster(PROD, 'checkout-eu');
    const other = again.findClusterById(one.id)!;
    expect(JSON.stringify([...objectsOf(other).byResource])).toBe(
      JSON.stringify([...objectsOf(one).byResource]),
    );
  });

  it('happens to clusters that there are', () => {
    const names = new Set(
      model.clusters().map(({ accountId, name }) => `${accountId}/${name}`),
    );
    expect(
      Object.keys(kubernetesThread(clock.now())).filter(
        name => !names.has(name),
      ),
    ).toEqual([]);
  });
});
