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

import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { startSimulator } from '../server/startSimulator';
import type { Simulator } from '../server/types';
import type { Cluster } from '../model/types';
import {
  askKubernetes,
  type KubernetesReply,
} from '../__testUtils__/askKubernetes';
import { readerOf } from '../__testUtils__/clients';

const ACCOUNT = '100000000001';
const KUBERNETES_ROLE = `arn:aws:iam::${ACCOUNT}:role/eks-fleet-kubernetes`;

describe('the Kubernetes API', () => {
  const environment = process.env;
  let simulator: Simulator;
  let cluster: Cluster;
  let endpoint: string;
  let authority: Buffer;

  beforeEach(async () => {
    simulator = await startSimulator({ fleet: '1x1x2' });
    process.env = { ...environment, ...simulator.environment() };
    cluster = simulator.model.findCluster(
      ACCOUNT,
      'eu-west-1',
      'cluster-0001',
    )!;
    const { eks } = await readerOf(simulator, ACCOUNT);
    const { cluster: described } = await eks.send(
      new DescribeClusterCommand({ name: cluster.name }),
    );
    endpoint = described!.endpoint!;
    authority = Buffer.from(described!.certificateAuthority!.data!, 'base64');
    simulator.resetCalls();
  });

  afterEach(async () => {
    process.env = environment;
    await simulator.stop();
  });

  /** A token by Backstage's own strategy, as the kubernetes plugin makes it. */
  const tokenFor = async (
    options: { clusterName?: string; role?: string } = {},
  ): Promise<string> => {
    const strategy = new AwsIamStrategy({
      config: new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    });
    const credential = await strategy.getCredential({
      name: 'an-entity-name',
      url: simulator.kubernetesUrl,
      authMetadata: {
        'kubernetes.io/x-k8s-aws-id': options.clusterName ?? cluster.name,
        ...(options.role !== '' && {
          'kubernetes.io/aws-assume-role': options.role ?? KUBERNETES_ROLE,
        }),
      },
    });
    if (credential.type !== 'bearer token') {
      throw new Error(`No token but ${credential.type}`);
    }
    return credential.token;
  };

  const get = (
    path: string,
    options: { token?: string; method?: string; trusting?: boolean } = {},
  ) => {
    const { token, method, trusting = true } = options;
    return askKubernetes(`${endpoint}${path}`, {
      token,
      method,
      ca: trusting ? authority : undefined,
    });
  };

  it('takes the token that Backstage makes, and tells its version', async () => {
    const token = await tokenFor();
    const answer = await get('/version', { token });
    expect(answer.status).toBe(200);
    expect(`${answer.body.major}.${answer.body.minor}`).toBe(cluster.version);
  });

  it('lists nodes, namespaces, pods and deployments', async () => {
    const token = await tokenFor();
    const kinds = await Promise.all(
      [
        '/api/v1/nodes',
        '/api/v1/namespaces',
        '/api/v1/pods',
        '/apis/apps/v1/deployments',
        '/api/v1/services',
      ].map(async path => (await get(path, { token })).body),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'NodeList',
      'NamespaceList',
      'PodList',
      'DeploymentList',
      'ServiceList',
    ]);
    expect(kinds[0].items.length).toBeGreaterThanOrEqual(3);
    const [pod] = kinds[2].items;
    expect(pod).toMatchObject({ status: { phase: 'Running' } });
    // Items of a list carry no kind, unlike the list and a single object.
    expect(pod.kind).toBeUndefined();
  });

  it('pages with limit and continue', async () => {
    const token = await tokenFor();
    const all = (await get('/api/v1/pods', { token })).body.items;
    const found: unknown[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const { body }: KubernetesReply = await get(
        `/api/v1/pods?limit=4&continue=${next}`,
        { token },
      );
      found.push(...body.items);
      next = body.metadata.continue;
    }
    expect(found).toEqual(all);
    expect(await get('/api/v1/pods?limit=x', { token })).toMatchObject({
      status: 400,
    });
  });

  it('selects by label, namespace and name', async () => {
    const token = await tokenFor();
    const { body } = await get(
      '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns',
      { token },
    );
    expect(body.items).toHaveLength(2);
    expect(
      await get('/apis/apps/v1/namespaces/kube-system/deployments/coredns', {
        token,
      }),
    ).toMatchObject({ status: 200, body: { kind: 'Deployment' } });
    expect(
      await get('/apis/apps/v1/namespaces/kube-system/deployments/none', {
        token,
      }),
    ).toMatchObject({ status: 404, body: { reason: 'NotFound' } });
  });

  it('says which groups and resources there are', async () => {
    const token = await tokenFor();
    expect((await get('/api', { token })).body.versions).toEqual(['v1']);
    const { body } = await get('/apis', { token });
    expect(body.groups.map((group: any) => group.name)).toContain('apps');
    expect((await get('/api/v1', { token })).body).toMatchObject({
      kind: 'APIResourceList',
      groupVersion: 'v1',
    });
  });

  const unauthorized = {
    status: 401,
    body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
  };

  it('refuses callers without a token, but not the question for health', async () => {
    expect(await get('/version')).toMatchObject(unauthorized);
    expect(await get('/livez')).toMatchObject({ status: 200, body: 'ok' });
  });

  it('refuses the token of another cluster', async () => {
    const token = await tokenFor({ clusterName: 'cluster-0002' });
    expect(await get('/version', { token })).toMatchObject(unauthorized);
  });

  it('refuses roles that have no access entry', async () => {
    const token = await tokenFor({ role: '' });
    expect(await get('/version', { token })).toMatchObject(unauthorized);
    simulator.model.updateCluster(ACCOUNT, 'eu-west-1', cluster.name, {
      accessEntries: ['arn:aws:iam::999988887777:role/backstage'],
    });
    expect(await get('/version', { token })).toMatchObject({ status: 200 });
  });

  it('refuses a token for another host, a changed one, and an old one', async () => {
    const token = await tokenFor();
    const url = Buffer.from(token.split('.')[1], 'base64url').toString();
    const remade = (changed: string) =>
      `k8s-aws-v1.${Buffer.from(changed).toString('base64url')}`;
    expect(await get('/version', { token: remade(url) })).toMatchObject({
      status: 200,
    });
    for (const changed of [
      url.replace('sts.eu-west-1.amazonaws.com', 'sts.evil.example'),
      url.replace('GetCallerIdentity', 'AssumeRole'),
      url.replace('X-Amz-Expires=0', 'X-Amz-Expires=901'),
      url.replace('https:', 'http:'),
    ]) {
      expect(changed).not.toBe(url);
      expect(await get('/version', { token: remade(changed) })).toMatchObject(
        unauthorized,
      );
    }
    const later = Date.now() + 15 * 60_000 + 1000;
    const now = jest.spyOn(Date, 'now').mockReturnValue(later);
    try {
      expect(await get('/version', { token })).toMatchObject(unauthorized);
    } finally {
      now.mockRestore();
    }
  });

  it('is answered by STS when the token is sent there, as EKS does', async () => {
    const token = await tokenFor();
    const url = new URL(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    );
    const { hostname, port } = new URL(simulator.url);
    const ask = (clusterName: string) =>
      new Promise<string>((resolve, reject) => {
        httpRequest(
          {
            hostname,
            port,
            path: `/${url.search}`,
            headers: { host: url.host, 'x-k8s-aws-id': clusterName },
          },
          response => text(response).then(resolve, reject),
        )
          .on('error', reject)
          .end();
      });
    expect(await ask(cluster.name)).toContain(
      `:assumed-role/eks-fleet-kubernetes/`,
    );
    expect(await ask('cluster-0002')).toContain('SignatureDoesNotMatch');
  });

  it('lets nobody write, or read secrets', async () => {
    const token = await tokenFor();
    const forbidden = {
      status: 403,
      body: { reason: 'Forbidden', message: expect.stringContaining('cannot') },
    };
    expect(await get('/api/v1/pods', { token, method: 'POST' })).toMatchObject(
      forbidden,
    );
    expect(await get('/api/v1/secrets', { token })).toMatchObject(forbidden);
  });

  it('can be out of reach, and shows a certificate that only its own authority signed', async () => {
    await expect(get('/livez', { trusting: false })).rejects.toThrow(
      'self-signed certificate',
    );
    cluster.unreachable = true;
    await expect(get('/livez')).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('counts who knocked at which cluster', async () => {
    await get('/version');
    expect(simulator.calls()).toContainEqual({
      service: 'kubernetes',
      operation: 'GET /version',
      accountId: ACCOUNT,
      region: 'eu-west-1',
      status: 401,
      error: '401',
      count: 1,
    });
  });

  it('suffers from faults as AWS does', async () => {
    simulator.addFault({
      match: { service: 'kubernetes', cluster: cluster.name },
      effect: 'error',
      times: 1,
    });
    expect(await get('/livez')).toMatchObject({ status: 500 });
    expect(await get('/livez')).toMatchObject({ status: 200 });
  });
});
