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

import { CustomObjectsApi } from '@kubernetes/client-node';
import type { KubernetesStory } from '../../model/kubernetesStory';
import type { PolicyStory } from '../../model/policyStory';
import {
  startCluster,
  type StartedCluster,
} from '../__testUtils__/startCluster';

const SHELL: KubernetesStory = {
  usualWorkloads: false,
  workloads: [
    {
      namespace: 'orders',
      name: 'shell',
      replicas: 2,
      images: { shell: 'busybox' },
      requests: 'none',
    },
    {
      namespace: 'orders',
      name: 'agent',
      kind: 'DaemonSet',
      privileges: ['hostNetwork'],
    },
    { namespace: 'kube-system', name: 'quiet', images: { quiet: 'busybox' } },
  ],
};

interface Result {
  policy: string;
  rule: string;
  result: string;
  message: string;
  properties: Record<string, string>;
  timestamp: { seconds: number; nanos: number };
}

interface Report {
  metadata: Record<string, any>;
  scope: { kind: string; name: string; uid: string };
  summary: Record<string, number>;
  results: Result[];
}

describe('what Kyverno says in a cluster', () => {
  let started: StartedCluster;

  const start = async (
    policies: PolicyStory = {},
    version = '1.19.0',
    more: KubernetesStory = {},
  ) => {
    started = await startCluster({
      kubernetes: {
        ...SHELL,
        ...more,
        components: [{ name: 'kyverno', version }],
        policies,
      },
    });
  };

  afterEach(() => started.simulator.stop());

  const list = async (group: string, version: string, plural: string) => {
    const { items } = await started.kubeConfig
      .makeApiClient(CustomObjectsApi)
      .listClusterCustomObject({ group, version, plural });
    return items as any[];
  };
  const reports = (): Promise<Report[]> =>
    list('wgpolicyk8s.io', 'v1alpha2', 'policyreports');
  const reportOf = async (kind: string, name: string) =>
    (await reports()).find(
      ({ scope }) => scope.kind === kind && scope.name.startsWith(name),
    )!;
  const resultOf = async (kind: string, name: string, policy: string) =>
    (await reportOf(kind, name)).results.find(
      result => result.policy === policy,
    );

  it('is one report for each resource, named and owned by it', async () => {
    await start();
    const { metadata, scope, summary, results } = await reportOf(
      'Deployment',
      'shell',
    );
    expect(metadata).toMatchObject({
      name: scope.uid,
      namespace: 'orders',
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'shell',
          uid: scope.uid,
        },
      ],
    });
    expect(summary).toEqual({ pass: 1, fail: 4, warn: 0, error: 0, skip: 0 });
    expect(
      results.map(({ policy, rule, result }) => [policy, rule, result]),
    ).toEqual([
      ['require-disruption-budget', '', 'fail'],
      ['require-owner', '', 'fail'],
      ['pod-security-baseline', '', 'pass'],
      ['require-requests', '', 'fail'],
      ['no-latest-tag', '', 'fail'],
    ]);
    expect(results[3]).toEqual({
      source: 'KyvernoValidatingPolicy',
      policy: 'require-requests',
      rule: '',
      category: 'resources',
      severity: 'medium',
      scored: true,
      result: 'fail',
      message: 'Containers do not request all of cpu, memory: shell',
      properties: {
        process: 'background scan',
        'cel.validationIndex': '0',
      },
      timestamp: { seconds: expect.any(Number), nanos: 0 },
    });
  });

  it('follows what runs in the cluster', async () => {
    await start();
    const [owner] = (await reportOf('Pod', 'shell')).metadata.ownerReferences;
    const { items: pods } = (
      await started.get('/api/v1/namespaces/orders/pods')
    ).body;
    expect(pods.map(({ metadata }: any) => metadata.uid)).toContain(owner.uid);
    expect(
      await resultOf('DaemonSet', 'agent', 'pod-security-baseline'),
    ).toMatchObject({
      result: 'fail',
      message:
        'hostNamespaces: hostNetwork, hostPID and hostIPC must not be true',
    });
    started.cluster.kubernetes = {
      ...started.cluster.kubernetes,
      namespaces: { orders: { team: 'orders' } },
      workloads: [{ namespace: 'orders', name: 'shell', replicas: 1 }],
    };
    expect((await reportOf('Deployment', 'shell')).summary.fail).toBe(0);
    expect(await reportOf('DaemonSet', 'agent')).toBeUndefined();
  });

  it('leaves the namespaces of Kubernetes and its own alone', async () => {
    await start();
    const namespaces = (await reports()).map(
      ({ metadata }) => metadata.namespace,
    );
    expect(new Set(namespaces)).toEqual(new Set(['orders']));
  });

  it('has reports of a cluster for what is in no namespace', async () => {
    await start({}, '1.19.0', {
      deprecatedApis: [
        {
          group: 'flowcontrol.apiserver.k8s.io',
          version: 'v1beta3',
          resource: 'flowschemas',
        },
      ],
    });
    const items = await list(
      'wgpolicyk8s.io',
      'v1alpha2',
      'clusterpolicyreports',
    );
    const found = items.map(({ scope, results }: Report) => [
      scope.kind,
      scope.name,
      results[0].result,
      results[0].properties.process,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['Namespace', 'orders', 'fail', 'background scan'],
        ['FlowSchema', 'batch-queue', 'fail', 'admission review'],
      ]),
    );
  });

  it('is ClusterPolicies with rules for what makes pods, before 1.17', async () => {
    await start(
      { values: { policies: { 'no-latest-tag': { mode: 'enforce' } } } },
      '1.15.2',
    );
    const policies = await list('kyverno.io', 'v1', 'clusterpolicies');
    expect(policies.map(({ metadata }) => metadata.name)).toContain(
      'no-latest-tag',
    );
    const [policy] = policies.filter(
      ({ metadata }) => metadata.name === 'no-latest-tag',
    );
    expect(policy.spec.rules[0].validate.failureAction).toBe('Enforce');
    expect(policy.metadata.labels['helm.sh/chart']).toBe(
      'fleet-policies-0.1.0',
    );
    expect(
      await resultOf('Deployment', 'shell', 'no-latest-tag'),
    ).toMatchObject({
      source: 'kyverno',
      rule: 'autogen-fixed-tag',
      message: expect.stringMatching(/^validation error: Images have no tag/),
    });
    expect((await resultOf('Pod', 'shell', 'no-latest-tag'))?.rule).toBe(
      'fixed-tag',
    );
  });

  it('gives a policy another version whenever it is set otherwise', async () => {
    await start();
    const versionOf = async () => {
      const policies = await list(
        'policies.kyverno.io',
        'v1',
        'validatingpolicies',
      );
      return policies.find(({ metadata }) => metadata.name === 'no-latest-tag')
        .metadata.resourceVersion;
    };
    const before = await versionOf();
    expect(await versionOf()).toBe(before);
    started.cluster.kubernetes.policies = {
      values: { policies: { 'no-latest-tag': { mode: 'enforce' } } },
    };
    expect(await versionOf()).not.toBe(before);
  });

  it.each([
    ['1.13.4', 404, 404],
    ['1.15.2', 404, 200],
    ['1.19.0', 200, 404],
  ])('is served by the APIs of %s', async (version, stable, alpha) => {
    await start({}, version);
    const statuses = await Promise.all(
      ['v1', 'v1alpha1'].map(
        async served =>
          (
            await started.get(
              `/apis/policies.kyverno.io/${served}/validatingpolicies`,
            )
          ).status,
      ),
    );
    expect(statuses).toEqual([stable, alpha]);
    const { body } = await started.get('/apis/kyverno.io');
    expect(body.versions.map((served: any) => served.version)).toEqual(
      version === '1.19.0' ? ['v2', 'v1'] : ['v2', 'v1', 'v2beta1'],
    );
  });

  it.each<[PolicyStory['kyverno'], string[]]>([
    [{ reportApis: ['openreports.io/v1alpha1'] }, ['openreports.io/v1alpha1']],
    [
      {
        reportApis: [
          'wgpolicyk8s.io/v1alpha2',
          'wgpolicyk8s.io/v1beta1',
          'openreports.io/v1alpha1',
        ],
      },
      [
        'wgpolicyk8s.io/v1alpha2',
        'wgpolicyk8s.io/v1beta1',
        'openreports.io/v1alpha1',
      ],
    ],
  ])('is reported where %j says', async (kyverno, apis) => {
    await start({ kyverno });
    const { body } = await started.get('/apis');
    const served = body.groups
      .flatMap(({ versions }: any) => versions)
      .map(({ groupVersion }: any) => groupVersion)
      .filter((name: string) => /^(wgpolicyk8s|openreports)/.test(name));
    expect(served.sort()).toEqual([...apis].sort());
    for (const api of apis) {
      const plural = api.startsWith('open') ? 'reports' : 'policyreports';
      const { body: found } = await started.get(`/apis/${api}/${plural}`);
      expect(found.apiVersion).toBe(api);
      expect(found.items.length).toBeGreaterThan(3);
    }
  });

  it('can keep failures alone, so that nobody knows what passes', async () => {
    await start({ kyverno: { allowedResults: ['fail'] } });
    const all = await reports();
    const results = all.flatMap(report => report.results);
    expect(results.length).toBeGreaterThan(5);
    expect(new Set(results.map(({ result }) => result))).toEqual(
      new Set(['fail']),
    );
    expect(all.every(({ summary }) => summary.pass === 0)).toBe(true);
  });

  it('can be that something could not be evaluated', async () => {
    await start({
      kyverno: { failures: { 'no-latest-tag': 'no such key: image' } },
    });
    expect(
      await resultOf('Deployment', 'shell', 'no-latest-tag'),
    ).toMatchObject({ result: 'error', message: 'no such key: image' });
  });

  it('is stamped anew once an hour only where that is wanted', async () => {
    await start({ kyverno: { restamps: true } });
    const stamp = async () => {
      const { metadata, results } = await reportOf('Deployment', 'shell');
      return [metadata.resourceVersion, results[0].timestamp.seconds];
    };
    const before = await stamp();
    started.simulator.clock.advance!(3600);
    const after = await stamp();
    expect(after[1]).toBe(before[1] + 3600);
    expect(after[0]).not.toBe(before[0]);
    started.cluster.kubernetes.policies = {};
    const still = await stamp();
    started.simulator.clock.advance!(3600);
    expect(await stamp()).toEqual(still);
  });

  describe('where an exception', () => {
    const cel = (spec: Record<string, unknown>) => ({
      apiVersion: 'policies.kyverno.io/v1',
      kind: 'PolicyException',
      metadata: { name: 'shell', namespace: 'kyverno' },
      spec: {
        policyRefs: [{ kind: 'ValidatingPolicy', name: 'no-latest-tag' }],
        ...spec,
      },
    });
    const legacy = (spec: Record<string, unknown>) => ({
      ...cel({}),
      apiVersion: 'kyverno.io/v2',
      spec: {
        exceptions: [{ policyName: 'no-latest-tag', ruleNames: ['autogen-*'] }],
        match: { any: [{ resources: { namespaces: ['or*'] } }] },
        ...spec,
      },
    });

    it.each<[string, Record<string, unknown>, string, string]>([
      ['covers it', {}, 'skip', 'exception'],
      ['reports a pass', { reportResult: 'pass' }, 'pass', 'exception'],
      [
        'covers others',
        {
          matchConditions: [
            { name: 'x', expression: "object.metadata.name == 'web'" },
          ],
        },
        'fail',
        '',
      ],
      [
        'cannot be evaluated',
        { matchConditions: [{ name: 'x', expression: 'request.userInfo' }] },
        'fail',
        '',
      ],
      [
        'is of another policy',
        { policyRefs: [{ kind: 'ValidatingPolicy', name: 'require-owner' }] },
        'fail',
        '',
      ],
    ])('in CEL %s', async (_, spec, result, rule) => {
      await start({ exceptions: [cel(spec)] });
      expect(
        await resultOf('Deployment', 'shell', 'no-latest-tag'),
      ).toMatchObject({ result, rule });
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['covers it', {}, 'skip'],
      [
        'is for another rule',
        { exceptions: [{ policyName: 'no-latest-tag', ruleNames: ['other'] }] },
        'fail',
      ],
      [
        'is for another kind',
        { match: { any: [{ resources: { kinds: ['Pod'] } }] } },
        'fail',
      ],
      [
        'is for another name',
        { match: { all: [{ resources: { names: ['web*'] } }] } },
        'fail',
      ],
    ])('of the older kind %s', async (_, spec, result) => {
      await start({ exceptions: [legacy(spec)] }, '1.15.2');
      expect(
        await resultOf('Deployment', 'shell', 'no-latest-tag'),
      ).toMatchObject({
        result,
        ...(result === 'skip' && {
          rule: 'autogen-fixed-tag',
          properties: { process: 'background scan', exceptions: 'shell' },
        }),
      });
      expect(await list('kyverno.io', 'v2', 'policyexceptions')).toHaveLength(
        1,
      );
    });

    it('of the chart’s values takes the pods of what it names with it', async () => {
      await start({
        values: {
          exceptions: {
            shell: {
              policies: ['no-latest-tag'],
              namespaces: ['orders'],
              resources: [{ kind: 'Deployment', name: 'shell' }],
              reason: 'For a while',
              expiresAt: '2027-03-31T00:00:00Z',
            },
          },
        },
      });
      for (const kind of ['Deployment', 'Pod']) {
        expect(await resultOf(kind, 'shell', 'no-latest-tag')).toMatchObject({
          result: 'skip',
        });
      }
      const [found] = await list(
        'policies.kyverno.io',
        'v1',
        'policyexceptions',
      );
      expect(found.spec).toMatchObject({
        expiresAt: '2027-03-31T00:00:00Z',
        properties: { reason: 'For a while' },
      });
    });
  });

  it('can be whatever somebody else has written', async () => {
    await start({
      reports: [
        {
          apiVersion: 'wgpolicyk8s.io/v1alpha2',
          kind: 'PolicyReport',
          metadata: { name: 'odd', namespace: 'orders' },
          results: [{ policy: '<b>odd</b>', result: 'info' }],
        },
      ],
    });
    const { body } = await started.get(
      '/apis/wgpolicyk8s.io/v1alpha2/namespaces/orders/policyreports/odd',
    );
    expect(body).toMatchObject({
      kind: 'PolicyReport',
      metadata: { name: 'odd', uid: expect.any(String) },
      results: [{ policy: '<b>odd</b>', result: 'info' }],
    });
    expect(body.summary).toBeUndefined();
  });

  it('is nothing where there are no policies, and not found where there is no Kyverno', async () => {
    started = await startCluster({
      kubernetes: { components: [{ name: 'kyverno' }] },
    });
    expect(await reports()).toEqual([]);
    started.cluster.kubernetes = {};
    const { status } = await started.get(
      '/apis/wgpolicyk8s.io/v1alpha2/policyreports',
    );
    expect(status).toBe(404);
  });
});
