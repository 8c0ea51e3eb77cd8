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
  KRO_FILE,
  startHub,
  TERRAFORM_FILE,
  type StartedHub,
} from './__testUtils__/startHub';

const MINUTE = 60;

describe('Argo CD over the fleet repository', () => {
  let hub: StartedHub;

  beforeEach(async () => {
    hub = await startHub();
  });

  afterEach(() => hub.simulator.stop());

  const stateOf = async (cluster: StartedHub['orders']) => {
    const { status } = await hub.applicationOf(cluster);
    return [
      status.sync.status,
      status.operationState?.phase,
      status.health.status,
    ];
  };

  it('has an application, in sync and healthy, for each cluster in Git', async () => {
    const head = await hub.simulator.github.head('main');
    expect(await hub.applicationOf(hub.orders)).toMatchObject({
      metadata: {
        namespace: 'argocd',
        annotations: { 'eks-fleet.io/cluster-arn': hub.orders.arn },
      },
      spec: {
        source: {
          repoURL: `${hub.simulator.github.url}/acme/fleet.git`,
          path: 'clusters/prod/orders',
          targetRevision: 'main',
        },
        destination: { server: hub.orders.arn },
      },
      status: {
        sync: { status: 'Synced', revision: head },
        health: { status: 'Healthy' },
        history: [{ id: 0, revision: head }],
      },
    });
    const search = await hub.applicationOf(hub.search);
    expect(search.spec.destination.server).toBe(
      hub.endpoint.replace(hub.cluster.id, hub.search.id),
    );
  });

  it('compares again every three minutes, though nothing was pushed', async () => {
    const { metadata, status } = await hub.applicationOf(hub.orders);
    hub.clock.advance(3 * MINUTE + 1);
    const later = await hub.applicationOf(hub.orders);
    expect(
      Date.parse(later.status.reconciledAt) - Date.parse(status.reconciledAt),
    ).toBe(3 * MINUTE * 1000);
    expect(Number(later.metadata.resourceVersion)).toBeGreaterThan(
      Number(metadata.resourceVersion),
    );
  });

  it('follows a merge: out of sync, syncing, synced, and healthy once EKS is done', async () => {
    const sha = await hub.edit(
      TERRAFORM_FILE,
      '"kubernetes_version": "1.33"',
      '"kubernetes_version": "1.34"',
    );
    expect(await stateOf(hub.orders)).toEqual(['Synced', undefined, 'Healthy']);
    hub.clock.advance(2);
    expect(await stateOf(hub.orders)).toEqual([
      'OutOfSync',
      undefined,
      'Healthy',
    ]);
    hub.clock.advance(1);
    expect(await stateOf(hub.orders)).toEqual([
      'OutOfSync',
      'Running',
      'Healthy',
    ]);
    hub.clock.advance(5);
    expect(await stateOf(hub.orders)).toEqual([
      'Synced',
      'Succeeded',
      'Progressing',
    ]);
    expect(hub.orders).toMatchObject({ version: '1.33', status: 'UPDATING' });
    await hub.pass(30 * MINUTE);
    expect(await stateOf(hub.orders)).toEqual([
      'Synced',
      'Succeeded',
      'Healthy',
    ]);
    expect(hub.orders).toMatchObject({ version: '1.34', status: 'ACTIVE' });
    const { status, metadata } = await hub.applicationOf(hub.orders);
    expect(status).toMatchObject({
      sync: { revision: sha },
      history: [{ id: 0 }, { id: 1, revision: sha }],
      operationState: {
        operation: { sync: { revision: sha } },
        startedAt: '2026-11-26T09:00:03Z',
        finishedAt: '2026-11-26T09:00:08Z',
      },
    });
    expect(metadata.generation).toBeGreaterThan(1);
  });

  it('compares what was not touched with the new commit, and syncs nothing', async () => {
    const sha = await hub.edit(TERRAFORM_FILE, '"orders"', '"orders" ');
    await hub.pass(5 * MINUTE);
    const { status } = await hub.applicationOf(hub.search);
    expect(status.sync).toMatchObject({ status: 'Synced', revision: sha });
    expect(status.operationState).toBeUndefined();
    expect(status.history).toHaveLength(1);
  });

  it('walks minors one at a time with kro, and keeps to one with Terraform', async () => {
    await hub.edit(KRO_FILE, "k8sVersion: '1.33'", "k8sVersion: '1.35'");
    await hub.edit(
      TERRAFORM_FILE,
      '"kubernetes_version": "1.33"',
      '"kubernetes_version": "1.35"',
    );
    await hub.pass(60 * MINUTE);
    expect(hub.search.version).toBe('1.35');
    expect(
      hub.search.updates
        .filter(({ type }) => type === 'VersionUpdate')
        .slice(-2)
        .map(({ params }) => params.Version),
    ).toEqual(['1.34', '1.35']);
    expect(hub.orders.version).toBe('1.33');
    expect(
      await hub.simulator.argocd.application(hub.orders.arn),
    ).toMatchObject({
      syncStatus: 'Synced',
      healthStatus: 'Degraded',
      message: 'Unsupported Kubernetes minor version update from 1.33 to 1.35',
    });
  });

  it('updates add-ons and node groups as their lines say', async () => {
    await hub.edit(
      TERRAFORM_FILE,
      '"kubernetes_version": "1.33"',
      '"kubernetes_version": "1.34"',
    );
    await hub.pass(30 * MINUTE);
    const [group] = hub.orders.nodegroups;
    expect(group.version).toBe('1.33');
    const text = (await hub.simulator.github.file(TERRAFORM_FILE))!;
    const file = JSON.parse(text);
    file.eks_managed_node_groups[group.name].kubernetes_version = '1.34';
    delete file.eks_managed_node_groups[group.name].ami_release_version;
    await hub.simulator.github.commit({
      user: 'pat',
      files: { [TERRAFORM_FILE]: JSON.stringify(file) },
    });
    await hub.pass(4 * 60 * MINUTE);
    expect(group.version).toBe('1.34');
    expect(
      await hub.simulator.argocd.application(hub.orders.arn),
    ).toMatchObject({ healthStatus: 'Healthy' });
  });

  it('says what EKS said when an update fails, and tries again when synced', async () => {
    hub.simulator.addFault({
      match: { operation: 'UpdateClusterVersion', cluster: 'search' },
      effect: 'failUpdate',
      error: { code: 'IpNotAvailable', message: 'No address is left.' },
      times: 1,
    });
    await hub.edit(KRO_FILE, "k8sVersion: '1.33'", "k8sVersion: '1.34'");
    await hub.pass(30 * MINUTE);
    const { arn } = hub.search;
    expect(await hub.simulator.argocd.application(arn)).toMatchObject({
      healthStatus: 'Degraded',
      message: 'IpNotAvailable: No address is left.',
    });
    await hub.simulator.argocd.sync(arn);
    await hub.pass(30 * MINUTE);
    expect(hub.search.version).toBe('1.34');
    expect(await stateOf(hub.search)).toEqual([
      'Synced',
      'Succeeded',
      'Healthy',
    ]);
  });

  it.each([
    ['outOfSync', ['OutOfSync', undefined, 'Healthy'], '1.33'],
    ['degraded', ['Synced', 'Succeeded', 'Degraded'], '1.34'],
    ['progressing', ['Synced', 'Succeeded', 'Progressing'], '1.34'],
    ['comparisonError', ['Unknown', undefined, 'Healthy'], '1.33'],
  ] as const)(
    'stays %s until it is mended',
    async (fault, expected, version) => {
      const { argocd } = hub.simulator;
      await argocd.setFault(hub.search.arn, fault);
      await hub.edit(KRO_FILE, "k8sVersion: '1.33'", "k8sVersion: '1.34'");
      await hub.pass(60 * MINUTE);
      expect(await stateOf(hub.search)).toEqual(expected);
      expect(hub.search.version).toBe(version);
      await argocd.setFault(hub.search.arn, undefined);
      await hub.pass(60 * MINUTE);
      expect(await stateOf(hub.search)).toEqual([
        'Synced',
        'Succeeded',
        'Healthy',
      ]);
      expect(hub.search.version).toBe('1.34');
    },
  );

  it('knows nothing of a cluster that was never registered', async () => {
    await hub.simulator.argocd.setFault(hub.search.arn, 'unknown');
    expect(await hub.applicationOf(hub.search)).toBeUndefined();
    const { body } = await hub.get('/api/v1/namespaces/argocd/secrets');
    expect(body.items).toHaveLength(1);
  });

  it('does nothing by itself while it is suspended', async () => {
    const { argocd } = hub.simulator;
    await argocd.setAutomated(hub.orders.arn, false);
    await hub.edit(
      TERRAFORM_FILE,
      '"kubernetes_version": "1.33"',
      '"kubernetes_version": "1.34"',
    );
    await hub.pass(10 * MINUTE);
    expect(await stateOf(hub.orders)).toEqual([
      'OutOfSync',
      undefined,
      'Healthy',
    ]);
    expect((await hub.applicationOf(hub.orders)).spec.syncPolicy).toEqual({});
  });

  it('calls a file that cannot be read by its path', async () => {
    await hub.simulator.github.commit({
      user: 'pat',
      files: { [KRO_FILE]: 'spec: [' },
    });
    await hub.pass(MINUTE);
    const { status } = await hub.applicationOf(hub.search);
    expect(status.sync.status).toBe('Unknown');
    expect(status.conditions[0]).toMatchObject({
      type: 'ComparisonError',
      message: expect.stringContaining(KRO_FILE),
    });
  });

  it('registers clusters in Secrets that lead to the ARN, and hold no credentials', async () => {
    const { body } = await hub.get('/api/v1/namespaces/argocd/secrets');
    expect(body.items).toHaveLength(2);
    const [secret] = body.items;
    expect(secret.metadata).toMatchObject({
      labels: {
        'argocd.argoproj.io/secret-type': 'cluster',
        environment: 'prod',
      },
      annotations: {
        'eks-fleet.io/cluster-arn': hub.orders.arn,
        aws_account_id: '111122223333',
        aws_cluster_name: 'orders',
      },
    });
    const server = Buffer.from(secret.data.server, 'base64').toString();
    expect(server).toBe(hub.orders.arn);
    const config = JSON.parse(
      Buffer.from(secret.data.config, 'base64').toString(),
    );
    expect(Object.keys(config)).toEqual(['awsAuthConfig']);
  });

  it('lets Secrets of no other namespace be read', async () => {
    for (const path of [
      '/api/v1/secrets',
      '/api/v1/namespaces/kube-system/secrets',
    ]) {
      expect((await hub.get(path)).status).toBe(403);
    }
  });

  it('lists its sets and projects, and their definitions', async () => {
    const group = '/apis/argoproj.io/v1alpha1';
    const { body: sets } = await hub.get(`${group}/applicationsets`);
    expect(sets.items).toMatchObject([{ metadata: { name: 'clusters' } }]);
    const { body: projects } = await hub.get(`${group}/appprojects`);
    expect(projects.items).toHaveLength(1);
    const { body: kinds } = await hub.get(group);
    expect(kinds.resources.map(({ kind }: any) => kind)).toEqual([
      'Application',
      'ApplicationSet',
      'AppProject',
    ]);
  });
});
