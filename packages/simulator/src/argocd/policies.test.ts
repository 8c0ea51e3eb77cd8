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

import { stringify } from 'yaml';
import { startHub, type StartedHub } from './__testUtils__/startHub';

const EXCEPTION = 'exceptions/prod/111122223333/eu-west-1/orders/shell.yaml';

const shellException = (more: Record<string, unknown> = {}) =>
  stringify({
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'PolicyException',
    metadata: { name: 'shell', namespace: 'kyverno' },
    spec: {
      policyRefs: [{ kind: 'ValidatingPolicy', name: 'no-latest-tag' }],
      matchConditions: [
        {
          name: 'covered',
          expression:
            "object.metadata.namespace == 'apps' && object.metadata.name.startsWith('shell')",
        },
      ],
      expiresAt: '2026-11-26T10:00:00Z',
      ...more,
    },
  });

describe('policies in the fleet repository', () => {
  let hub: StartedHub;

  beforeEach(async () => {
    hub = await startHub();
    const shell = {
      usualWorkloads: false,
      components: [{ name: 'kyverno' as const, version: '1.19.0' }],
      workloads: [
        { namespace: 'apps', name: 'shell', images: { shell: 'busybox' } },
      ],
      policies: {},
    };
    hub.orders.kubernetes = structuredClone(shell);
    hub.search.kubernetes = structuredClone(shell);
  });

  afterEach(() => hub.simulator.stop());

  const commit = (files: Record<string, string | undefined>) =>
    hub.simulator.github.commit({ user: 'pat', files });

  const of = async (cluster: StartedHub['orders'], path: string) =>
    (await hub.getOf(cluster, path)).body;

  const results = async (cluster: StartedHub['orders'], policy: string) => {
    const { items } = await of(
      cluster,
      '/apis/wgpolicyk8s.io/v1alpha2/namespaces/apps/policyreports',
    );
    return items.flatMap((report: any) =>
      report.results
        .filter((result: any) => result.policy === policy)
        .map((result: any) => [report.scope.kind, result.result]),
    );
  };

  const exceptionNames = async (cluster: StartedHub['orders']) =>
    (
      await of(cluster, '/apis/policies.kyverno.io/v1/policyexceptions')
    ).items.map(({ metadata }: any) => metadata.name);

  it('bring an exception into the cluster once its application is synced', async () => {
    expect(await results(hub.orders, 'no-latest-tag')).toEqual([
      ['Deployment', 'fail'],
      ['Pod', 'fail'],
    ]);
    await commit({ [EXCEPTION]: shellException() });
    hub.clock.advance(2);
    expect((await hub.applicationOf(hub.orders)).status.sync.status).toBe(
      'OutOfSync',
    );
    expect(await exceptionNames(hub.orders)).toEqual([]);
    hub.clock.advance(6);
    expect((await hub.applicationOf(hub.orders)).status.sync.status).toBe(
      'Synced',
    );
    expect(
      await of(
        hub.orders,
        '/apis/policies.kyverno.io/v1/namespaces/kyverno/policyexceptions/shell',
      ),
    ).toMatchObject({
      apiVersion: 'policies.kyverno.io/v1',
      kind: 'PolicyException',
      metadata: { creationTimestamp: '2026-11-26T09:00:08Z' },
      spec: { expiresAt: '2026-11-26T10:00:00Z' },
    });
    expect(await results(hub.orders, 'no-latest-tag')).toEqual([
      ['Deployment', 'skip'],
      ['Pod', 'skip'],
    ]);
    expect(await exceptionNames(hub.search)).toEqual([]);
    expect(await results(hub.search, 'no-latest-tag')).toEqual([
      ['Deployment', 'fail'],
      ['Pod', 'fail'],
    ]);
  });

  it('leave it honoured by the background scan after it has expired', async () => {
    await commit({ [EXCEPTION]: shellException() });
    await hub.pass(2 * 60 * 60);
    const { items } = await of(
      hub.orders,
      '/apis/wgpolicyk8s.io/v1alpha2/policyreports',
    );
    const skipped = items
      .flatMap((report: any) => report.results)
      .filter(({ result }: any) => result === 'skip');
    expect(skipped).toHaveLength(2);
    expect(skipped[0]).toMatchObject({
      rule: 'exception',
      message: 'rule is skipped due to policy exception: kyverno/shell',
      properties: { exceptions: 'shell' },
    });
  });

  it('know a cluster by its name alone too', async () => {
    await commit({ 'exceptions/search/shell.yaml': shellException() });
    await hub.pass(10);
    expect(await exceptionNames(hub.orders)).toEqual([]);
    expect(await exceptionNames(hub.search)).toEqual(['shell']);
  });

  it('bring an exception for an environment to each of its clusters, and take it away', async () => {
    const path = 'exceptions/prod/shell.yaml';
    await commit({ [path]: shellException() });
    await hub.pass(10);
    expect(await exceptionNames(hub.orders)).toEqual(['shell']);
    expect(await exceptionNames(hub.search)).toEqual(['shell']);
    await commit({ [path]: undefined });
    await hub.pass(10);
    expect(await exceptionNames(hub.orders)).toEqual([]);
    expect(await results(hub.orders, 'no-latest-tag')).toEqual([
      ['Deployment', 'fail'],
      ['Pod', 'fail'],
    ]);
  });

  it('keep what somebody has put there by hand', async () => {
    hub.orders.kubernetes.policies = {
      strayExceptions: [
        {
          apiVersion: 'policies.kyverno.io/v1',
          kind: 'PolicyException',
          metadata: { name: 'stray', namespace: 'kyverno' },
          spec: {
            policyRefs: [{ kind: 'ValidatingPolicy', name: 'require-owner' }],
          },
        },
      ],
    };
    await commit({ [EXCEPTION]: shellException() });
    await hub.pass(10);
    expect(await exceptionNames(hub.orders)).toEqual(['shell', 'stray']);
  });

  it('set modes, parameters and exclusions by layers, the nearest last', async () => {
    await commit({
      'policies/default.yaml': stringify({
        policies: {
          'no-latest-tag': { mode: 'warn' },
          'require-requests': { enabled: false },
        },
      }),
      'policies/environments/prod.yaml': stringify({
        policies: { 'no-latest-tag': { mode: 'enforce' } },
      }),
      'policies/clusters/111122223333/eu-west-1/orders.yaml': stringify({
        policies: { 'no-latest-tag': { exclude: { namespaces: ['apps'] } } },
      }),
    });
    await hub.pass(10);
    const policies = await of(
      hub.orders,
      '/apis/policies.kyverno.io/v1/validatingpolicies',
    );
    const actions = Object.fromEntries(
      policies.items.map(({ metadata, spec }: any) => [
        metadata.name,
        spec.validationActions,
      ]),
    );
    expect(actions['no-latest-tag']).toEqual(['Deny']);
    expect(actions).not.toHaveProperty('require-requests');
    expect(await results(hub.orders, 'no-latest-tag')).toEqual([]);
    expect(await results(hub.search, 'no-latest-tag')).toEqual([
      ['Deployment', 'fail'],
      ['Pod', 'fail'],
    ]);
  });

  it('set modes by the layer of a tenant, over that of the environment', async () => {
    hub.orders.tags.tenant = 'shop';
    await commit({
      'policies/environments/prod.yaml': stringify({
        policies: { 'no-latest-tag': { mode: 'enforce' } },
      }),
      'policies/tenants/shop.yaml': stringify({
        policies: { 'no-latest-tag': { mode: 'warn' } },
      }),
    });
    await hub.pass(10);
    const actions = async (cluster: StartedHub['orders']) =>
      (
        await of(cluster, '/apis/policies.kyverno.io/v1/validatingpolicies')
      ).items.find(({ metadata }: any) => metadata.name === 'no-latest-tag')
        .spec.validationActions;
    expect(await actions(hub.orders)).toEqual(['Warn', 'Audit']);
    expect(await actions(hub.search)).not.toEqual(['Warn', 'Audit']);
  });

  it('stop a sync where a file is no YAML', async () => {
    await commit({ [EXCEPTION]: 'kind: [' });
    await hub.pass(10);
    const { status } = await hub.applicationOf(hub.orders);
    expect(status.sync.status).toBe('Unknown');
    expect(JSON.stringify(status)).toContain(`${EXCEPTION}: `);
    expect(await exceptionNames(hub.orders)).toEqual([]);
  });
});
