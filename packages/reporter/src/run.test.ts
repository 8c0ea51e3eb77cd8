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
  type ReportedPolicyPart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { CLUSTER_POLICY_KINDS } from '@eks-fleet/backstage-plugin-eks-fleet-node';
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
  /** What came of policies, and how each is answered. */
  let parts: ReportedPolicyPart[];
  let answerPart: (part: ReportedPolicyPart) => {
    status: number;
    body?: object;
  };
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
      if (request.url!.startsWith('/api/eks-fleet/observations/policies?')) {
        const part = (await json(request)) as ReportedPolicyPart;
        parts.push(part);
        const { body, status } = answerPart(part);
        response.writeHead(status);
        response.end(body && JSON.stringify(body));
        return;
      }
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
    parts = [];
    answerPart = ({ sequence }) => ({
      status: 200,
      body: { taken: 'part', next: sequence + 1 },
    });
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
      FLEET_REPORTER_POLICIES: 'false',
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

  describe('with policies', () => {
    beforeEach(() => {
      env.FLEET_REPORTER_POLICIES = 'true';
    });

    const of = (feed: string) => parts.filter(part => part.feed === feed);

    it('reports what each engine says, in parts that follow each other', async () => {
      expect(await report()).toBe(0);
      expect(posted).toHaveLength(1);
      expect([...new Set(parts.map(({ feed }) => feed))]).toEqual([
        ...CLUSTER_POLICY_KINDS,
      ]);
      for (const feed of CLUSTER_POLICY_KINDS) {
        const own = of(feed);
        expect(own.map(({ sequence }) => sequence)).toEqual(
          own.map((_, index) => index),
        );
        expect(new Set(own.map(({ snapshot }) => snapshot)).size).toBe(1);
        const { error, final } = own.at(-1)!;
        expect(final ?? error).toBeDefined();
      }
      const outcomes = parts.flatMap(part => part.outcomes ?? []);
      expect(outcomes.length).toBeGreaterThan(0);
      expect(parts.flatMap(part => part.policies ?? []).length).toBeGreaterThan(
        0,
      );
    });

    it('tells nothing twice where nothing has changed', async () => {
      await report();
      const state = of('policyReports').at(-1)!.final!.state!;
      parts = [];
      answerPart = ({ feed, sequence }) => ({
        status: 200,
        body: {
          taken: 'part',
          next: sequence + 1,
          previous: feed === 'policyReports' ? state : undefined,
        },
      });
      expect(await report()).toBe(0);
      expect(of('policyReports')).toEqual([
        expect.objectContaining({ sequence: 0 }),
        expect.objectContaining({
          sequence: 1,
          final: { unchanged: true, state, engines: [] },
        }),
      ]);
    });

    it('reports what keeps one engine from being read, and the others', async () => {
      simulator.addFault({
        match: {
          service: 'kubernetes',
          operation: 'GET /apis/constraints.gatekeeper.sh/*',
        },
        effect: 'reset',
      });
      simulator.addFault({
        match: { service: 'kubernetes', operation: 'GET /metrics' },
        effect: 'deny',
      });
      expect(await report()).toBe(0);
      expect(of('policyReports').at(-1)!.final).toBeDefined();
    });

    it('sends a part again whose answer is lost, as it was', async () => {
      let lost = true;
      const taken = answerPart;
      answerPart = part => {
        if (lost && part.final) {
          lost = false;
          return { status: 502 };
        }
        return taken(part);
      };
      expect(await report()).toBe(0);
      const [feed] = CLUSTER_POLICY_KINDS;
      const [first, second] = of(feed).filter(({ final }) => final);
      expect(second).toEqual(first);
    });

    it('says what the portal refuses, goes on with the others, and fails', async () => {
      const taken = answerPart;
      answerPart = part =>
        part.feed === 'policyReports'
          ? {
              status: 409,
              body: { error: { message: 'Part 0 was taken already' } },
            }
          : taken(part);
      expect(await report()).toBe(1);
      expect(written).toContain(
        'policyReports: The portal answered 409: Part 0 was taken already\n',
      );
      expect(of('policyAdmission').at(-1)).toHaveProperty('sequence');
    });

    it('is content with a portal that wants no policies', async () => {
      answerPart = () => ({
        status: 404,
        body: { error: { message: 'Policies are switched off' } },
      });
      expect(await report()).toBe(0);
      expect(parts).toHaveLength(1);
      expect(written).toContain('policies: The portal answered 404');
    });
  });
});
