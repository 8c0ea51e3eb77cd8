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
const FOLDER = `namespaces/payments/prod/${ACCOUNT}/${REGION}/orders/payments-api`;
const NAMESPACE_FILE = `${FOLDER}/namespace.yaml`;
const PROJECT_FILE = `${FOLDER}/project.yaml`;
const NAME = `payments-api-orders-${ACCOUNT}-${REGION}`;

const GUARD =
  "    argocd.argoproj.io/sync-options: 'Prune=false,Delete=false'\n";

const BUNDLE = `apiVersion: v1
kind: Namespace
metadata:
  name: payments-api
  labels:
    eks-fleet.io/team: payments
    pod-security.kubernetes.io/enforce: restricted
  annotations:
    eks-fleet.io/owner: group:default/payments
    eks-fleet.io/environment: prod
${GUARD}---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: payments-api
spec:
  hard:
    requests.cpu: '4'
    requests.memory: 8Gi
    pods: '20'
---
apiVersion: v1
kind: LimitRange
metadata:
  name: limits
spec:
  limits:
    - type: Container
      defaultRequest: { cpu: 100m, memory: 128Mi }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: payments-edit
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: payments }
`;

const PROJECT = `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: ${NAME}
  namespace: argocd
spec:
  sourceRepos: ['https://github.com/acme/payments']
  destinations:
    - { server: 'arn:aws:eks:${REGION}:${ACCOUNT}:cluster/orders', namespace: payments-api }
  clusterResourceWhitelist: []
`;

const DELETING = BUNDLE.replace(
  GUARD,
  '    eks-fleet.io/lifecycle: deleting\n',
);

describe('namespaces that are described in Git', () => {
  let hub: StartedHub;

  beforeEach(async () => {
    hub = await startHub();
  });

  afterEach(() => hub.simulator.stop());

  const application = async (name = NAME) => {
    const { body } = await hub.get(
      '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
    );
    return body.items.find((item: any) => item.metadata.name === name);
  };

  const stateOf = async (name = NAME) => {
    const found = await application(name);
    return (
      found && [
        found.status.sync.status,
        found.status.operationState?.phase,
        found.status.health.status,
      ]
    );
  };

  const objects = async (path: string) => {
    const { body } = await hub.getOf(hub.orders, path);
    return body.items.filter(
      ({ metadata }: any) =>
        (metadata.namespace ?? metadata.name) === 'payments-api',
    );
  };

  const inNamespace = (plural: string, group = '/api/v1') =>
    objects(`${group}/namespaces/payments-api/${plural}`);

  const create = async () => {
    await hub.push({ [NAMESPACE_FILE]: BUNDLE, [PROJECT_FILE]: PROJECT });
    await hub.pass(10);
  };

  it('are seen, made and in sync in their time', async () => {
    const sha = await hub.push({ [NAMESPACE_FILE]: BUNDLE });
    hub.clock.advance(1);
    expect(await application()).toBeUndefined();
    hub.clock.advance(1);
    expect(await stateOf()).toEqual(['OutOfSync', undefined, 'Missing']);
    hub.clock.advance(1);
    expect(await stateOf()).toEqual(['OutOfSync', 'Running', 'Missing']);
    hub.clock.advance(5);
    expect(await stateOf()).toEqual(['Synced', 'Succeeded', 'Healthy']);
    expect(await application()).toMatchObject({
      metadata: {
        creationTimestamp: '2026-11-26T09:00:02Z',
        labels: {
          'eks-fleet.io/kind': 'namespace',
          'eks-fleet.io/team': 'payments',
          environment: 'prod',
        },
        annotations: { 'eks-fleet.io/cluster-arn': hub.orders.arn },
      },
      spec: {
        project: 'fleet-namespaces',
        source: { path: FOLDER, directory: { include: 'namespace.yaml' } },
        destination: { server: hub.orders.arn, namespace: 'payments-api' },
      },
      status: {
        sync: { revision: sha },
        history: [{ id: 0, revision: sha }],
      },
    });
  });

  it('are in the cluster with all that is in their file', async () => {
    await create();
    expect(await objects('/api/v1/namespaces')).toMatchObject([
      {
        metadata: {
          labels: {
            'eks-fleet.io/team': 'payments',
            'kubernetes.io/metadata.name': 'payments-api',
          },
          annotations: {
            'eks-fleet.io/owner': 'group:default/payments',
            'argocd.argoproj.io/tracking-id': `${NAME}:/Namespace:payments-api/payments-api`,
          },
          creationTimestamp: '2026-11-26T09:00:08Z',
        },
        status: { phase: 'Active' },
      },
    ]);
    expect(await inNamespace('resourcequotas')).toMatchObject([
      {
        status: {
          hard: { 'requests.cpu': '4', 'requests.memory': '8Gi', pods: '20' },
          used: { 'requests.cpu': '0', 'requests.memory': '0', pods: '0' },
        },
      },
    ]);
    expect(await inNamespace('limitranges')).toHaveLength(1);
    expect(
      await inNamespace('networkpolicies', '/apis/networking.k8s.io/v1'),
    ).toMatchObject([{ spec: { policyTypes: ['Ingress', 'Egress'] } }]);
    expect(
      await inNamespace('rolebindings', '/apis/rbac.authorization.k8s.io/v1'),
    ).toMatchObject([{ roleRef: { name: 'edit' } }]);
    const { status } = await application();
    expect(status.resources.map(({ kind }: any) => kind)).toEqual([
      'Namespace',
      'ResourceQuota',
      'LimitRange',
      'NetworkPolicy',
      'RoleBinding',
    ]);
  });

  it('have their project on the hub', async () => {
    await create();
    const { body } = await hub.get(
      '/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects',
    );
    expect(body.items).toMatchObject([
      { metadata: { name: 'clusters' } },
      {
        metadata: { name: NAME },
        spec: { clusterResourceWhitelist: [] },
      },
    ]);
    expect(await application(`project-${NAME}`)).toMatchObject({
      metadata: { labels: { 'eks-fleet.io/kind': 'namespace-project' } },
      spec: {
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'argocd',
        },
      },
    });
  });

  it('change as their file does, and keep their age', async () => {
    await create();
    hub.clock.advance(3600);
    await hub.edit(NAMESPACE_FILE, "requests.cpu: '4'", "requests.cpu: '6'");
    await hub.pass(10);
    const [quota] = await inNamespace('resourcequotas');
    expect(quota.spec.hard['requests.cpu']).toBe('6');
    expect(quota.metadata.creationTimestamp).toBe('2026-11-26T09:00:08Z');
    expect(await stateOf()).toEqual(['Synced', 'Succeeded', 'Healthy']);
  });

  it('leave alone what is no longer in their file, and are out of sync', async () => {
    await create();
    const [kept] = BUNDLE.split('---\napiVersion: rbac');
    await hub.push({ [NAMESPACE_FILE]: kept });
    await hub.pass(10);
    expect(
      await inNamespace('rolebindings', '/apis/rbac.authorization.k8s.io/v1'),
    ).toHaveLength(1);
    expect(await stateOf()).toEqual(['OutOfSync', 'Succeeded', 'Healthy']);
  });

  it('wait for a cluster that Argo CD does not know', async () => {
    const folder = FOLDER.replace('/orders/', '/nowhere/');
    await hub.push({ [`${folder}/namespace.yaml`]: BUNDLE });
    await hub.pass(60);
    const { status } = await application(NAME.replace('orders', 'nowhere'));
    expect(status).toMatchObject({
      sync: { status: 'Unknown' },
      health: { status: 'Unknown' },
      conditions: [
        {
          type: 'InvalidSpecError',
          message: expect.stringContaining('cluster/nowhere" not found'),
        },
      ],
    });
  });

  it.each([
    [
      'no YAML',
      BUNDLE.replace('spec:\n  hard:', 'spec: [\n  hard:'),
      /failed to generate manifest for source 1 of 1.*Failed to unmarshal "namespace.yaml": error converting YAML to JSON: yaml: line \d+/,
    ],
    [
      'an object of no kind',
      BUNDLE.replace('kind: LimitRange\n', ''),
      /Object 'Kind' is missing in/,
    ],
    [
      'a field that there is not',
      BUNDLE.replace('  hard:', '  hrad:'),
      /error building typed value from config resource: \.spec\.hrad: field not declared in schema/,
    ],
    [
      'a label that is no text',
      BUNDLE.replace('team: payments', 'team: 7'),
      /\.metadata\.labels\.eks-fleet\.io\/team: expected string, got &value\.valueUnstructured\{Value:7\}/,
    ],
  ])('cannot be compared where the file has %s', async (_, text, message) => {
    await create();
    await hub.push({ [NAMESPACE_FILE]: text });
    await hub.pass(10);
    const { status } = await application();
    expect(status).toMatchObject({
      sync: { status: 'Unknown' },
      health: { status: 'Healthy' },
      conditions: [
        { type: 'ComparisonError', message: expect.stringMatching(message) },
      ],
      operationState: { phase: 'Failed' },
    });
    expect(await inNamespace('resourcequotas')).toHaveLength(1);
  });

  it.each([
    [
      'an amount that is none',
      BUNDLE.replace("'4'", 'lots'),
      /ResourceQuota in version "v1" cannot be handled as a ResourceQuota: quantities must match/,
    ],
    [
      'what the project does not permit',
      `${BUNDLE}---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: all }\n`,
      /resource rbac\.authorization\.k8s\.io:ClusterRole is not permitted in project fleet-namespaces/,
    ],
    [
      'an object of another namespace',
      BUNDLE.replace('namespace: payments-api', 'namespace: kube-system'),
      /namespace kube-system is not permitted in project 'fleet-namespaces'/,
    ],
  ])('are not synced where the file has %s', async (_, text, message) => {
    await hub.push({ [NAMESPACE_FILE]: text });
    await hub.pass(10);
    expect(await application()).toMatchObject({
      status: {
        sync: { status: 'OutOfSync' },
        health: { status: 'Missing' },
        operationState: {
          phase: 'Failed',
          message: expect.stringMatching(message),
        },
      },
    });
    expect(await objects('/api/v1/namespaces')).toEqual([]);
    await hub.push({ [NAMESPACE_FILE]: BUNDLE });
    await hub.pass(10);
    expect(await stateOf()).toEqual(['Synced', 'Succeeded', 'Healthy']);
  });

  it('take nothing that is of another application', async () => {
    await create();
    const folder = FOLDER.replace('/payments/prod/', '/search/prod/').replace(
      'payments-api',
      'search-api',
    );
    await hub.push({
      [`${folder}/namespace.yaml`]: BUNDLE.split('---')[0],
    });
    await hub.pass(10);
    expect(
      await application(NAME.replace('payments-api', 'search-api')),
    ).toMatchObject({
      status: {
        operationState: {
          phase: 'Failed',
          message: expect.stringContaining(
            `Shared resource found: Namespace/payments-api is part of applications`,
          ),
        },
      },
    });
  });

  it.each([
    ['outOfSync', ['OutOfSync', undefined, 'Missing']],
    ['degraded', ['Synced', 'Succeeded', 'Degraded']],
    ['progressing', ['Synced', 'Succeeded', 'Progressing']],
    ['comparisonError', ['Unknown', undefined, 'Missing']],
    ['unknown', undefined],
  ] as const)('stay %s until they are mended', async (fault, expected) => {
    const { argocd } = hub.simulator;
    await hub.push({ [NAMESPACE_FILE]: BUNDLE });
    hub.clock.advance(2);
    await argocd.setFault(NAME, fault);
    await hub.pass(60);
    expect(await stateOf()).toEqual(expected);
    await argocd.setFault(NAME, undefined);
    await hub.pass(60);
    expect(await stateOf()).toEqual(['Synced', 'Succeeded', 'Healthy']);
  });

  describe('when they are gone from Git', () => {
    it('stay, and cannot be compared, where the folder is gone', async () => {
      await create();
      await hub.push({
        [NAMESPACE_FILE]: undefined,
        [PROJECT_FILE]: undefined,
      });
      await hub.pass(3600);
      expect(await objects('/api/v1/namespaces')).toHaveLength(1);
      expect(await stateOf()).toEqual(['Unknown', 'Succeeded', 'Healthy']);
      const { status } = await application();
      expect(status.conditions[0].message).toBe(
        `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = ${FOLDER}: app path does not exist`,
      );
    });

    it('stay, out of sync, where only their file is gone', async () => {
      await create();
      await hub.push({ [NAMESPACE_FILE]: undefined });
      await hub.pass(3600);
      await hub.simulator.argocd.sync(NAME);
      await hub.pass(60);
      expect(await objects('/api/v1/namespaces')).toHaveLength(1);
      expect(await stateOf()).toEqual(['OutOfSync', 'Succeeded', 'Healthy']);
    });

    it('stay where the mark and the removal come as one', async () => {
      await create();
      await hub.push({ [NAMESPACE_FILE]: DELETING });
      await hub.push({
        [NAMESPACE_FILE]: undefined,
        [PROJECT_FILE]: undefined,
      });
      await hub.pass(3600);
      expect(await objects('/api/v1/namespaces')).toHaveLength(1);
    });

    it('stay where the mark is there and the guard too', async () => {
      await create();
      await hub.push({
        [NAMESPACE_FILE]: BUNDLE.replace(
          GUARD,
          `${GUARD}    eks-fleet.io/lifecycle: deleting\n`,
        ),
      });
      await hub.pass(3600);
      expect(await objects('/api/v1/namespaces')).toHaveLength(1);
    });

    it('go, with all that is in them, once they were marked before', async () => {
      await create();
      await hub.push({ [NAMESPACE_FILE]: DELETING });
      await hub.pass(8);
      expect(await stateOf()).toEqual(['Synced', 'Succeeded', 'Healthy']);
      await hub.push({
        [NAMESPACE_FILE]: undefined,
        [PROJECT_FILE]: undefined,
      });
      await hub.pass(60);
      expect(await objects('/api/v1/namespaces')).toEqual([]);
      expect(await inNamespace('resourcequotas')).toEqual([]);
      expect(await application()).toBeUndefined();
      expect(await application(`project-${NAME}`)).toBeUndefined();
    });

    it('come back where they are asked for anew', async () => {
      await create();
      await hub.push({ [NAMESPACE_FILE]: DELETING });
      await hub.pass(60);
      expect(await application()).toBeUndefined();
      await hub.push({ [NAMESPACE_FILE]: BUNDLE });
      await hub.pass(60);
      expect(await stateOf()).toEqual(['Synced', 'Succeeded', 'Healthy']);
    });
  });
});
