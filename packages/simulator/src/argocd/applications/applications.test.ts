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
import { startHub, type StartedHub } from '../__testUtils__/startHub';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const ENTRY = 'applications/payments/checkout/prod.yaml';

const folder = (cluster: string, team = 'payments') =>
  `namespaces/${team}/prod/${ACCOUNT}/${REGION}/${cluster}/checkout`;

const namespaceOn = (cluster: string, team?: string) => ({
  [`${folder(cluster, team)}/namespace.yaml`]:
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: checkout }\n',
  [`${folder(
    cluster,
    team,
  )}/project.yaml`]: `apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: checkout-${cluster}-${ACCOUNT}-${REGION} }\n`,
});

const ANY = "  - { account: '*', region: '*', cluster: '*' }\n";
const ONLY_ORDERS = `  - { account: '${ACCOUNT}', region: ${REGION}, cluster: orders }\n`;

const entry = (clusters = ANY, version = 'v1.4.2', more = '') =>
  `owner: 'group:default/payments'
namespace: checkout
clusters:
${clusters}source:
  repoUrl: 'https://github.com/acme/checkout'
  path: deploy/prod
  targetRevision: ${version}
syncPolicy:
  automated: true
  selfHeal: true
  prune: false
${more}`;

describe('applications that are described in Git', () => {
  let hub: StartedHub;

  beforeEach(async () => {
    hub = await startHub();
    await hub.push({ ...namespaceOn('orders'), ...namespaceOn('search') });
    await hub.pass(10);
  });

  afterEach(() => hub.simulator.stop());

  const nameOn = (cluster: string) =>
    `checkout-prod-${cluster}-${ACCOUNT}-${REGION}`;

  const application = async (cluster: string) => {
    const { body } = await hub.get(
      '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
    );
    return body.items.find(
      ({ metadata }: any) => metadata.name === nameOn(cluster),
    );
  };

  const imagesOf = async (cluster: StartedHub['orders']) => {
    const { body } = await hub.getOf(
      cluster,
      '/apis/apps/v1/namespaces/checkout/deployments',
    );
    return body.items.map(
      ({ spec }: any) =>
        `${spec.replicas} × ${spec.template.spec.containers[0].image}`,
    );
  };

  it('run on each cluster where their team has the namespace', async () => {
    await hub.push({ [ENTRY]: entry() });
    await hub.pass(10);
    for (const cluster of [hub.orders, hub.search]) {
      expect(await application(cluster.name)).toMatchObject({
        metadata: {
          labels: {
            'eks-fleet.io/kind': 'application',
            'eks-fleet.io/team': 'payments',
            environment: 'prod',
          },
        },
        spec: {
          project: `checkout-${cluster.name}-${ACCOUNT}-${REGION}`,
          source: {
            repoURL: 'https://github.com/acme/checkout',
            path: 'deploy/prod',
            targetRevision: 'v1.4.2',
          },
          destination: { server: cluster.arn, namespace: 'checkout' },
        },
        status: {
          sync: { status: 'Synced' },
          health: { status: 'Healthy' },
        },
      });
      expect(await imagesOf(cluster)).toEqual([
        '2 × registry.acme.example/payments/checkout:v1.4.2',
      ]);
    }
  });

  it('run on the clusters alone that they name', async () => {
    await hub.push({ [ENTRY]: entry(ONLY_ORDERS) });
    await hub.pass(10);
    expect(await application('orders')).toBeDefined();
    expect(await application('search')).toBeUndefined();
  });

  it('run in no namespace of another team', async () => {
    await hub.push({ 'applications/search/checkout/prod.yaml': entry() });
    await hub.pass(10);
    expect(await application('orders')).toBeUndefined();
  });

  it('change with their entry, and go on as they were without it', async () => {
    await hub.push({ [ENTRY]: entry(ONLY_ORDERS) });
    await hub.pass(10);
    const parameters = "parameters: { replicas: '3', image.tag: '1.10' }\n";
    await hub.push({ [ENTRY]: entry(ONLY_ORDERS, 'v1.5.0', parameters) });
    await hub.pass(10);
    const after = ['3 × registry.acme.example/payments/checkout:1.10'];
    expect(await imagesOf(hub.orders)).toEqual(after);
    expect((await application('orders')).spec.source).toMatchObject({
      targetRevision: 'v1.5.0',
      helm: {
        parameters: [
          { name: 'replicas', value: '3', forceString: true },
          { name: 'image.tag', value: '1.10', forceString: true },
        ],
      },
    });
    for (const text of [undefined, 'source: [', 'owner: nobody\n']) {
      await hub.push({ [ENTRY]: text });
      await hub.pass(60);
      expect(await imagesOf(hub.orders)).toEqual(after);
      expect((await application('orders')).status.sync.status).toBe('Synced');
    }
  });

  it('go where their entry lets go of them, and from nowhere else', async () => {
    await hub.push({ [ENTRY]: entry() });
    await hub.pass(10);
    await hub.push({ [ENTRY]: entry(ANY, undefined, 'lifecycle: deleting\n') });
    await hub.pass(60);
    for (const cluster of [hub.orders, hub.search]) {
      expect(await application(cluster.name)).toBeUndefined();
      expect(await imagesOf(cluster)).toEqual([]);
    }
    // The mark that is still there makes nothing anew.
    await hub.push({ 'README.md': 'Something else' });
    await hub.pass(60);
    expect(await application('orders')).toBeUndefined();
  });

  it('wait for somebody where they do not sync by themselves', async () => {
    const manual = entry(ONLY_ORDERS).replace(
      'automated: true',
      'automated: false',
    );
    await hub.push({ [ENTRY]: manual });
    await hub.pass(60);
    expect((await application('orders')).status.sync.status).toBe('OutOfSync');
    expect(await imagesOf(hub.orders)).toEqual([]);
    await hub.simulator.argocd.sync(nameOn('orders'));
    await hub.pass(10);
    expect(await imagesOf(hub.orders)).toHaveLength(1);
  });

  it('are none of a project that does not exist', async () => {
    const path = `namespaces/payments/stage/${ACCOUNT}/${REGION}/orders/cart/namespace.yaml`;
    await hub.push({
      [path]: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: cart }\n',
      'applications/payments/checkout/stage.yaml': entry().replace(
        'namespace: checkout',
        'namespace: cart',
      ),
    });
    await hub.pass(60);
    expect(
      await hub.simulator.argocd.application(
        `checkout-stage-orders-${ACCOUNT}-${REGION}`,
      ),
    ).toMatchObject({
      syncStatus: 'Unknown',
      message: `Application referencing project cart-orders-${ACCOUNT}-${REGION} which does not exist`,
    });
  });
});
