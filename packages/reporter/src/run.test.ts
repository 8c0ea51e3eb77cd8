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
  KUBERNETES_OBSERVATION_KINDS,
  type ReportedObservations,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { createApiToken } from './__testUtils__/createApiToken';
import { run } from './run';

interface Posted {
  url: string;
  authorization?: string;
  body: ReportedObservations;
}

describe('the reporter', () => {
  let simulator: Simulator;
  let folder: string;
  let portal: Server;
  let posted: Posted[];
  let answer: {
    status: number;
    headers?: Record<string, string>;
    body?: object;
  };
  let written: string;
  let env: NodeJS.ProcessEnv;

  const cluster = () =>
    simulator.model.clusters().find(({ name }) => name === 'checkout-eu')!;

  beforeAll(async () => {
    simulator = await startSimulator();
    folder = await mkdtemp(join(tmpdir(), 'fleet-reporter-'));
    await writeFile(
      join(folder, 'ca.crt'),
      simulator.kubernetesCertificateAuthority,
    );
    await writeFile(
      join(folder, 'token'),
      `${await createApiToken(simulator, cluster())}\n`,
    );
    await writeFile(join(folder, 'portal-token'), 'token-of-the-pod\n');
    portal = createHttpServer(async (request, response) => {
      posted.push({
        url: request.url!,
        authorization: request.headers.authorization,
        body: (await json(request)) as ReportedObservations,
      });
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body && JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => portal.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    posted = [];
    written = '';
    answer = { status: 204 };
    const { port } = portal.address() as AddressInfo;
    const { hostname, port: apiPort } = new URL(simulator.kubernetesUrl);
    env = {
      FLEET_REPORTER_PORTAL_URL: `http://127.0.0.1:${port}/api/eks-fleet`,
      FLEET_REPORTER_CLUSTER_ARN: cluster().arn,
      FLEET_REPORTER_TOKEN_FILE: join(folder, 'portal-token'),
      FLEET_REPORTER_SERVICE_ACCOUNT: folder,
      FLEET_REPORTER_VERSION: '0.1.0',
      KUBERNETES_SERVICE_HOST: hostname,
      // The simulator serves each cluster under a path of its own.
      KUBERNETES_SERVICE_PORT: `${apiPort}/clusters/${cluster().id}`,
    };
  });

  afterEach(() => simulator.clearFaults());

  afterAll(async () => {
    await new Promise(resolve => portal.close(resolve));
    await simulator.stop();
    await rm(folder, { recursive: true });
  });

  const report = () =>
    run(env, {
      write: text => {
        written += text;
      },
    });

  it("posts all facts of its cluster, with the pod's token for the portal", async () => {
    expect(await report()).toBe(0);
    expect(posted).toHaveLength(1);
    const [{ authorization, body, url }] = posted;
    expect(url).toBe(
      `/api/eks-fleet/observations?arn=${encodeURIComponent(cluster().arn)}`,
    );
    expect(authorization).toBe('Bearer token-of-the-pod');
    expect(Object.keys(body).sort()).toEqual(
      ['observedAt', 'reporterVersion', ...KUBERNETES_OBSERVATION_KINDS].sort(),
    );
    expect(body.kubernetesDisruption!.blockedDrains).toContainEqual(
      expect.objectContaining({ reason: 'budgetNeedsAll' }),
    );
    expect(body.kubernetesDeprecatedApis).toMatchObject({ scrapes: 1 });
    expect(written).toBe(`Reported ${cluster().arn}\n`);
  });

  it('reports what it can, and what kept it from the rest', async () => {
    simulator.addFault({
      match: { service: 'kubernetes', operation: 'GET /metrics' },
      effect: 'deny',
    });
    expect(await report()).toBe(0);
    const [{ body }] = posted;
    expect(Object.keys(body.errors!)).toEqual(['kubernetesDeprecatedApis']);
    expect(body.errors!.kubernetesDeprecatedApis.code).toBe('forbidden');
    expect(body.kubernetesNodes!.nodes).toBeGreaterThan(0);
    expect(written).toMatch(
      /^kubernetesDeprecatedApis: forbidden: May not get \/metrics/,
    );
  });

  it('reports an API server that answers nothing', async () => {
    simulator.addFault({ match: { service: 'kubernetes' }, effect: 'reset' });
    expect(await report()).toBe(0);
    expect(
      Object.values(posted[0].body.errors!).map(({ code }) => code),
    ).toEqual(Array(5).fill('unreachable'));
  });

  it.each([
    [
      'refuses it',
      { status: 401, body: { error: { message: 'not known' } } },
      'The portal answered 401: not known\n',
    ],
    [
      'has no words',
      { status: 502 },
      'The portal answered 502: no words of its own\n',
    ],
  ])('fails when the portal %s', async (_, answered, words) => {
    answer = answered;
    expect(await report()).toBe(1);
    expect(written).toBe(words);
  });

  it('does not carry its token to where it is redirected', async () => {
    answer = { status: 307, headers: { location: '/elsewhere' } };
    expect(await report()).toBe(1);
    expect(posted).toHaveLength(1);
  });

  it('says what is wrong with its environment', async () => {
    delete env.FLEET_REPORTER_CLUSTER_ARN;
    expect(await report()).toBe(2);
    expect(written).toBe('FLEET_REPORTER_CLUSTER_ARN is not set\n');
  });

  it('says that its tokens are not there', async () => {
    env.FLEET_REPORTER_SERVICE_ACCOUNT = join(folder, 'nowhere');
    expect(await report()).toBe(1);
    expect(written).toMatch(/ENOENT/);
  });
});
