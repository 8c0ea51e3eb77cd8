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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  ClusterPolicies,
  IssuedIngestToken,
  PolicyFinding,
  SourceList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../__testUtils__/clock';
import { clusterEntity } from '../__testUtils__/entities';
import { memoryDatabase } from '../__testUtils__/memoryDatabase';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const MINE = '111111111111';
const ENTITIES = [
  clusterEntity({ name: 'alpha', accountId: MINE }),
  clusterEntity({ name: 'beta', accountId: MINE }),
  clusterEntity({ name: 'gamma', accountId: '222222222222' }),
];
const ALPHA = `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`;
const tokensOf = (name: string) =>
  `/clusters/by-name/default/${name}-1111/ingest-tokens`;

const result = (name: string, more: object = {}) => ({
  message: '=cmd <b>no requests</b>',
  policy: 'require-requests',
  rule: 'containers',
  status: 'fail',
  severity: 'high',
  source: 'kyverno',
  resource: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
  },
  ...more,
});

describe('pushing with tokens over HTTP', () => {
  const knex = memoryDatabase();
  const scheduler = mockServices.scheduler();
  const add = jest.fn();
  const metrics = metricsServiceMock.mock();
  let fleet: Awaited<ReturnType<typeof startFleet>>;
  let replica: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    metrics.createCounter.mockImplementation(
      (name: string) =>
        ({
          add: (count: number, labels: object) => add(name, count, labels),
        } as never),
    );
    fleet = await startFleet({
      entities: ENTITIES,
      knex,
      scheduler,
      features: [metrics.factory],
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await fleet.ready();
    replica = await startFleet({
      entities: ENTITIES,
      knex,
      scheduler: mockServices.scheduler.mock(),
    });
  });

  beforeEach(async () => {
    jest.setSystemTime(NOW);
    add.mockClear();
    fleet.decide({});
    await knex('ingest_tokens').delete();
  });

  afterAll(async () => {
    await replica.stop();
    await fleet.stop();
    await knex.destroy();
  });

  const issue = async (name = 'alpha', label = 'Policy Reporter') => {
    const { body, status } = await fleet.post(tokensOf(name), { label });
    expect(status).toBe(201);
    return body as IssuedIngestToken;
  };
  const push = (
    token: string,
    body: object,
    options: { to?: typeof fleet; path?: string } = {},
  ) =>
    (options.to ?? fleet)
      .post(options.path ?? '/ingest/policy-reporter')
      .set('Authorization', `Bearer ${token}`)
      .send(body);
  const pass = (days: number) =>
    jest.setSystemTime(Date.now() + days * 86_400_000);
  const rejects = () =>
    add.mock.calls
      .filter(([name]) => name === 'eks_fleet.ingest.rejects')
      .map(([, , labels]) => labels);
  const findings = async (): Promise<PolicyFinding[]> =>
    (await fleet.get('/findings')).body.items;

  describe('tokens', () => {
    it('are issued, seen and revoked by people, and each act is audited', async () => {
      const issued = await issue();
      expect(issued).toMatchObject({
        label: 'Policy Reporter',
        state: 'valid',
        issuedBy: 'user:default/mock',
        token: expect.stringMatching(/^eksfleet_/),
      });
      expect((await push(issued.token, result('cart'))).status).toBe(204);
      const { body } = await fleet.get(tokensOf('alpha'));
      expect(body).toMatchObject({
        items: [
          {
            id: issued.id,
            lastUsedAt: NOW.toISOString(),
            lastUsedFor: 'policy-reporter',
          },
        ],
        mostValid: 2,
        maxDays: 365,
      });
      expect(JSON.stringify(body)).not.toContain(issued.token.slice(-43));
      const { status } = await fleet.delete(
        `${tokensOf('alpha')}/${issued.id}`,
      );
      expect(status).toBe(204);
      expect(
        fleet.auditTrail.filter(({ eventId }) =>
          eventId.startsWith('ingest-token'),
        ),
      ).toEqual([
        expect.objectContaining({
          eventId: 'ingest-token-issue',
          severityLevel: 'high',
          outcome: 'success',
          meta: {
            entityRef: 'resource:default/alpha-1111',
            label: 'Policy Reporter',
          },
        }),
        expect.objectContaining({
          eventId: 'ingest-token-revoke',
          outcome: 'success',
        }),
      ]);
      expect(JSON.stringify(fleet.auditTrail)).not.toContain(
        issued.token.slice(-43),
      );
    });

    it('are no business of who may only read the cluster', async () => {
      fleet.decide({ 'eks-fleet.ingest.manage': AuthorizeResult.DENY });
      const { body, status } = await fleet.post(tokensOf('alpha'), {
        label: 'x',
      });
      expect([status, body.error.message]).toEqual([
        403,
        'This needs the permission eks-fleet.ingest.manage on resource:default/alpha-1111',
      ]);
      expect((await fleet.get(tokensOf('alpha'))).status).toBe(403);
    });

    it('are managed for the clusters that a condition allows', async () => {
      fleet.decide({
        'eks-fleet.ingest.manage': {
          conditions: condition('IN_ACCOUNT', { accounts: ['222222222222'] }),
        },
      });
      expect((await fleet.get(tokensOf('alpha'))).status).toBe(403);
      const { status } = await fleet.get(
        '/clusters/by-name/default/gamma-2222/ingest-tokens',
      );
      expect(status).toBe(200);
    });

    it('say nothing of a cluster that the caller may not read', async () => {
      fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.DENY });
      expect((await fleet.get(tokensOf('alpha'))).status).toBe(404);
    });

    it('are not for services', async () => {
      const { status } = await fleet
        .post(tokensOf('alpha'), { label: 'x' })
        .set('Authorization', mockCredentials.service.header());
      expect(status).toBe(403);
    });

    it.each([
      [{}, 400],
      [{ label: ' ' }, 400],
      [{ label: 'x', days: 0 }, 400],
      [{ label: 'x', days: 400 }, 400],
      [{ label: 'x', arn: 'y' }, 400],
    ])('are not issued for %j', async (body, status) => {
      expect((await fleet.post(tokensOf('alpha'), body)).status).toBe(status);
    });

    it('are two at most', async () => {
      await issue();
      await issue();
      const { status } = await fleet.post(tokensOf('alpha'), { label: 'x' });
      expect(status).toBe(409);
    });
  });

  describe('pushing', () => {
    it('finds its way to findings, to the cluster and to Sources, as pushed', async () => {
      const { token } = await issue();
      expect((await push(token, result('cart'))).status).toBe(204);
      expect((await push(token, result('till'), { to: replica })).status).toBe(
        204,
      );
      jest.setSystemTime(NOW.getTime() + 10_000);
      await scheduler.triggerTask('eks-fleet-pushed-policies');
      const found = await findings();
      expect(found.map(({ resource }) => resource.name).sort()).toEqual([
        'cart',
        'till',
      ]);
      expect(found[0]).toMatchObject({
        cluster: { arn: ALPHA },
        message: '=cmd <b>no requests</b>',
      });
      const { body: policies } = await fleet.get(
        '/clusters/by-name/default/alpha-1111/policies',
      );
      expect((policies as ClusterPolicies).feeds).toEqual([
        expect.objectContaining({
          kind: 'policyReporterWebhook',
          state: 'fresh',
          pushed: true,
          passes: 'notRecorded',
        }),
      ]);
      const { body: sources } = await fleet.get('/sources?filter=kind=policy');
      expect((sources as SourceList).items).toEqual([
        expect.objectContaining({
          kind: 'policy',
          arn: ALPHA,
          parts: [
            expect.objectContaining({
              kind: 'policyReporterWebhook',
              pushed: true,
            }),
          ],
        }),
      ]);
    });

    it('takes what kube-bench prints', async () => {
      const { token } = await issue();
      const path = '/ingest/kube-bench?node=ip-10-0-0-1';
      const printed = {
        Controls: [
          {
            version: 'eks-1.8.0',
            tests: [{ results: [{ test_number: '3.1.1', status: 'FAIL' }] }],
          },
        ],
      };
      expect((await push(token, printed, { path })).status).toBe(204);
      expect((await push(token, [], { path })).status).toBe(400);
      expect((await push(token, { a: 1 }, { path })).status).toBe(400);
    });

    it('goes on through a change of tokens, and ends with the old one', async () => {
      const old = await issue();
      const next = await issue();
      for (const { token } of [old, next]) {
        expect((await push(token, result('cart'))).status).toBe(204);
      }
      await fleet.delete(`${tokensOf('alpha')}/${old.id}`);
      const { body, status } = await push(old.token, result('cart'));
      expect([status, body.error.reason]).toEqual([401, 'revoked']);
      expect((await push(next.token, result('cart'))).status).toBe(204);
      const elsewhere = await push(old.token, result('cart'), { to: replica });
      expect(elsewhere.status).toBe(401);
    });

    it('ends when the token has expired, and says so', async () => {
      const { token } = await issue();
      pass(91);
      const { body, status } = await push(token, result('cart'));
      expect(status).toBe(401);
      expect(body.error).toMatchObject({
        name: 'IngestRefusal',
        reason: 'expired',
        message: expect.stringContaining('issue another one'),
      });
    });

    it('says the same to a wrong secret, an unknown token and none', async () => {
      const { id, token } = await issue();
      const wrong = [
        token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
        token.replace(id, '6f1c2f6e-1111-4222-8333-444455556666'),
        'nonsense',
      ];
      const answers = [];
      for (const each of wrong) {
        const { body, status } = await push(each, result('cart'));
        answers.push([status, body.error.message]);
      }
      const none = await fleet.post('/ingest/policy-reporter', result('cart'));
      answers.push([none.status, none.body.error.message]);
      expect(answers).toEqual(
        Array(4).fill([401, 'The token is none that is known here']),
      );
      expect(rejects()).toEqual(
        Array(4).fill({
          route: 'ingest/policy-reporter',
          reason: 'unknownToken',
        }),
      );
    });

    it('takes the token for the cluster, and refuses what names another', async () => {
      const { token } = await issue('beta');
      const { body, status } = await push(
        token,
        result('stolen', { properties: { clusterArn: ALPHA } }),
      );
      expect([status, body.error.reason]).toEqual([403, 'otherCluster']);
      expect(rejects()).toEqual([
        { route: 'ingest/policy-reporter', reason: 'otherCluster' },
      ]);
    });

    it('gives a token no other right', async () => {
      const { token } = await issue();
      for (const path of ['/findings', '/clusters', tokensOf('alpha')]) {
        const { status } = await fleet
          .get(path)
          .set('Authorization', `Bearer ${token}`);
        expect(status).toBe(401);
      }
      const { status } = await fleet
        .post('/observations?arn=x')
        .set('Authorization', `Bearer ${token}`)
        .send({});
      expect(status).toBe(404);
    });

    it('takes a message of 1 MB, and refuses what is larger or broken', async () => {
      const { token } = await issue();
      const message = (size: number) =>
        result('cart', { message: 'x'.repeat(size) });
      expect((await push(token, message(1_000_000))).status).toBe(204);
      expect((await push(token, message(3_000_000))).status).toBe(413);
      const half = await fleet
        .post('/ingest/policy-reporter')
        .set('Authorization', `Bearer ${token}`)
        .set('Content-Type', 'application/json')
        .send('{"policy": "require-req');
      expect(half.status).toBe(400);
      const other = await push(token, { alerts: [] });
      expect(other.status).toBe(400);
      expect(rejects().map(({ reason }) => reason)).toEqual([
        'tooLarge',
        'invalid',
        'invalid',
      ]);
    });

    it('reads no body of whom it does not know', async () => {
      const { status } = await fleet
        .post('/ingest/policy-reporter')
        .set('Content-Type', 'application/json')
        .send('{"this is": no JSON');
      expect(status).toBe(401);
    });

    it('slows down who is refused too often, and never who has a token', async () => {
      pass(200);
      const { token } = await issue();
      const answers = [];
      for (let attempt = 0; attempt < 61; attempt += 1) {
        answers.push((await push('nonsense', {})).status);
      }
      expect(answers.filter(status => status === 401)).toHaveLength(60);
      expect(answers[60]).toBe(429);
      expect((await push(token, result('cart'))).status).toBe(204);
    });
  });
});

describe('pushing with tokens, switched off', () => {
  it('takes nothing', async () => {
    const fleet = await startFleet({
      config: { eksFleet: { ingest: { enabled: false } } },
      scheduler: mockServices.scheduler.mock(),
    });
    const { status } = await fleet.post('/ingest/policy-reporter', {});
    expect(status).toBe(404);
    await fleet.stop();
  });
});

describe('tokens while permissions are off', () => {
  it('are not managed, as anybody could', async () => {
    const scheduler = mockServices.scheduler();
    const fleet = await startFleet({
      entities: ENTITIES,
      config: { permission: { enabled: false } },
      scheduler,
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await fleet.ready();
    const { body, status } = await fleet.post(tokensOf('alpha'), {
      label: 'x',
    });
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/permission\.enabled is off/);
    await fleet.stop();
  });
});
