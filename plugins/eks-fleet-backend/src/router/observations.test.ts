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

import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import type { ReportedObservations } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { KubernetesFactKind } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import express, { Router } from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { ChangeNotifier } from '../collection/ChangeNotifier';
import { ObservationIntake } from '../collection/ObservationIntake';
import { DatabaseObservationStore } from '../collection/store/DatabaseObservationStore';
import { openDatabase } from '../database/migrate';
import { startDemoCollectors } from '../kubernetes/__testUtils__/startDemoCollectors';
import { createReporterGate } from '../kubernetes/reporter/createReporterGate';
import { spec } from '../schema/generated/openapi';
import { addObservationRoutes, reporterGate } from './observations';
import { parseJson } from './parseJson';

const REPORTER = {
  namespace: 'eks-fleet',
  name: 'fleet-reporter',
  audience: 'eks-fleet',
};
const PRIVATE = 'ledger';
const KINDS: KubernetesFactKind[] = [
  'kubernetesNodes',
  'kubernetesDisruption',
  'kubernetesDeprecatedApis',
  'kubernetesAdmission',
  'kubernetesAddons',
];

describe('POST /observations', () => {
  const databases = testDatabases();
  let demo: Awaited<ReturnType<typeof startDemoCollectors>>;

  beforeAll(async () => {
    demo = await startDemoCollectors({
      simulator: { oidcIssuers: 'simulator' },
    });
  });

  afterAll(() => demo.stop());

  /** The route as the plugin has it, over a store that knows some clusters. */
  async function start(options: { knex: Knex; enabled?: boolean }) {
    const { enabled = true, knex } = options;
    await openDatabase({ getClient: async () => knex } as never);
    const store = new DatabaseObservationStore(knex);
    const clock = { now: new Date() };
    const now = () => clock.now;
    const logger = mockServices.logger.mock();
    const metrics = metricsServiceMock.mock();
    const add = jest.fn();
    metrics.createCounter.mockReturnValue({ add } as never);
    for (const name of [PRIVATE, 'checkout-eu', 'batch-legacy']) {
      const { entityRef, ...cluster } = demo.find(name).collected;
      await store.put(
        [
          {
            cluster,
            kind: 'controlPlane',
            source: 'discovery',
            observedAt: now(),
            freshUntil: now(),
            document: await demo.controlPlaneOf(name),
          },
        ],
        now(),
      );
    }
    const routes = {
      reporters: createReporterGate({
        config: new ConfigReader({
          eksFleet: {
            kubernetes: {
              dangerouslyAllowHosts: ['127.0.0.1'],
              reporter: { enabled },
            },
          },
        }),
        observations: store,
        metrics,
        logger,
        now,
      }),
      observations: store,
      collection: {
        intake: new ObservationIntake({
          store,
          notifier: new ChangeNotifier([], logger),
          now,
          onControlPlaneChanged: () => {},
        }),
      },
      now,
    };
    const api = createValidatedOpenApiRouter(spec) as unknown as Router;
    addObservationRoutes(api, routes);
    const app = express()
      .use(Router().use(reporterGate(routes)).use(parseJson).use(api))
      .use(
        MiddlewareFactory.create({
          config: mockServices.rootConfig(),
          logger,
        }).error(),
      );
    const arnOf = (name: string) => demo.find(name).collected.arn;
    const tokenOf = (name: string, more: object = {}) =>
      demo.simulator.serviceAccountToken(arnOf(name), { ...REPORTER, ...more });
    return {
      clock,
      store,
      arnOf,
      tokenOf,
      results: () => add.mock.calls.map(([, { result }]) => result),
      of: async (name: string) => store.of(arnOf(name)),
      async report(
        body: object,
        more: { name?: string; arn?: string; token?: string } = {},
      ) {
        const { name = PRIVATE } = more;
        return request(app)
          .post('/observations')
          .query({ arn: more.arn ?? arnOf(name) })
          .set('Authorization', `Bearer ${more.token ?? (await tokenOf(name))}`)
          .send({ observedAt: clock.now.toISOString(), ...body });
      },
      app,
    };
  }

  const ADDONS = { addons: [] };

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('records the documents that collectors make, as they are', async () => {
      const { clock, of, report } = await start({
        knex: await databases.init(id),
      });
      for (const name of ['checkout-eu', 'batch-legacy']) {
        const body: Partial<ReportedObservations> = {};
        for (const kind of KINDS) {
          Object.assign(body, { [kind]: await demo.collect(kind, name) });
        }
        expect((await report(body, { name })).status).toBe(204);
        const recorded = await of(name);
        for (const kind of KINDS.filter(
          one => one !== 'kubernetesDeprecatedApis',
        )) {
          expect(recorded[kind]).toMatchObject({
            source: 'reporter',
            document: body[kind],
            observedAt: clock.now.toISOString(),
            freshUntil: new Date(
              clock.now.getTime() + 45 * 60_000,
            ).toISOString(),
          });
        }
      }
    });

    it('records what kept a kind from being read, and keeps the last document', async () => {
      const { clock, of, report } = await start({
        knex: await databases.init(id),
      });
      await report({ kubernetesAddons: ADDONS });
      clock.now = new Date(clock.now.getTime() + 60_000);
      const error = { code: 'forbidden', message: 'May not list pods' };
      const { status } = await report({
        errors: { kubernetesAddons: error, controlPlane: error },
      });
      expect(status).toBe(204);
      expect(await of(PRIVATE)).toMatchObject({
        kubernetesAddons: { document: ADDONS, error },
        controlPlane: { error: undefined },
      });
    });

    it('adds what one report saw of deprecated APIs to what was known', async () => {
      const { clock, of, report } = await start({
        knex: await databases.init(id),
      });
      const first = clock.now.toISOString();
      const api = (resource: string) => ({
        version: 'v1beta1',
        resource,
        firstSeenAt: '2020-01-01T00:00:00Z',
        lastSeenAt: '2099-01-01T00:00:00Z',
      });
      const scrape = (resource: string) =>
        report({
          kubernetesDeprecatedApis: {
            apis: [api(resource)],
            scrapes: 1,
            since: '2020-01-01T00:00:00Z',
          },
        });
      await scrape('cronjobs');
      clock.now = new Date(clock.now.getTime() + 60_000);
      await scrape('ingresses');
      const { kubernetesDeprecatedApis } = await of(PRIVATE);
      const second = clock.now.toISOString();
      expect(kubernetesDeprecatedApis!.document).toEqual({
        apis: [
          {
            version: 'v1beta1',
            resource: 'cronjobs',
            firstSeenAt: first,
            lastSeenAt: first,
          },
          {
            version: 'v1beta1',
            resource: 'ingresses',
            firstSeenAt: second,
            lastSeenAt: second,
          },
        ],
        scrapes: 2,
        since: first,
      });
    });

    it('does not believe what is of the future, and leaves out what is late', async () => {
      const { clock, of, report } = await start({
        knex: await databases.init(id),
      });
      await report({
        observedAt: '2099-01-01T00:00:00Z',
        kubernetesAddons: ADDONS,
      });
      const recorded = (await of(PRIVATE)).kubernetesAddons!;
      expect(recorded.observedAt).toBe(clock.now.toISOString());
      const late = await report({
        observedAt: new Date(clock.now.getTime() - 60_000).toISOString(),
        kubernetesAddons: {
          addons: [
            { component: 'x', namespace: 'x', workload: 'x', image: 'x' },
          ],
        },
      });
      expect(late.status).toBe(204);
      expect((await of(PRIVATE)).kubernetesAddons).toEqual(recorded);
    });
  });

  const onSqlite = async (enabled?: boolean) =>
    start({ knex: await databases.init('SQLITE_3'), enabled });

  it('records nothing that the documents do not know', async () => {
    const { of, report } = await onSqlite();
    await report({
      kubernetesAddons: {
        note: 'x'.repeat(1000),
        addons: [
          {
            component: 'karpenter',
            namespace: 'karpenter',
            workload: 'Deployment/karpenter',
            image: 'karpenter/controller:1.6.3',
            script: '<script>',
          },
        ],
      },
    });
    expect((await of(PRIVATE)).kubernetesAddons!.document).toEqual({
      addons: [
        {
          component: 'karpenter',
          namespace: 'karpenter',
          workload: 'Deployment/karpenter',
          image: 'karpenter/controller:1.6.3',
        },
      ],
    });
  });

  it.each([
    ['no time', { observedAt: undefined }],
    ['a kind of ours alone', { controlPlane: {} }],
    ['a document of another form', { kubernetesAddons: { addons: 'none' } }],
    ['an error of another form', { errors: { kubernetesAddons: 'no' } }],
  ])('answers 400 to a report with %s', async (_, body) => {
    const { report } = await onSqlite();
    expect((await report(body)).status).toBe(400);
  });

  it('takes a report that is larger than other bodies', async () => {
    const { of, report } = await onSqlite();
    const addon = {
      component: 'x',
      namespace: 'x',
      workload: 'x',
      image: 'x'.repeat(1900),
    };
    const addons = Array.from({ length: 2000 }, () => addon);
    const { status } = await report({ kubernetesAddons: { addons } });
    expect(status).toBe(204);
    expect((await of(PRIVATE)).kubernetesAddons!.document!.addons).toHaveLength(
      2000,
    );
  });

  it('answers the same to a bad token and to an unknown cluster', async () => {
    const { arnOf, report, results, tokenOf, store } = await onSqlite();
    const unknown = arnOf(PRIVATE).replace(PRIVATE, 'no-such-cluster');
    const answers = [
      await report({}, { arn: unknown }),
      await report({}, { arn: 'arn:nonsense' }),
      await report({}, { token: 'a.b.c' }),
      await report({}, { token: await tokenOf('checkout-eu') }),
      await report({}, { token: await tokenOf(PRIVATE, { name: 'default' }) }),
      await report(
        {},
        { token: await tokenOf(PRIVATE, { expiresInSeconds: -300 }) },
      ),
    ];
    const seen = new Set(
      answers.map(({ status, body }) =>
        JSON.stringify([status, body.error.name, body.error.message]),
      ),
    );
    expect([...seen]).toEqual([
      JSON.stringify([
        401,
        'AuthenticationError',
        'The report is of no reporter known here',
      ]),
    ]);
    expect(results()).toEqual(Array(6).fill('unauthenticated'));
    expect((await store.of(unknown)).kubernetesAddons).toBeUndefined();
  });

  it('answers the same while the issuer cannot be asked, and says so to the operator', async () => {
    const { report, results } = await onSqlite();
    demo.simulator.addFault({ match: { service: 'oidc' }, effect: 'reset' });
    const { status, body } = await report({});
    demo.simulator.clearFaults();
    expect([status, body.error.message]).toEqual([
      401,
      'The report is of no reporter known here',
    ]);
    expect(results()).toEqual(['issuerFailed']);
  });

  it('reads no body of whom it does not know', async () => {
    const { app, arnOf } = await onSqlite();
    const { status } = await request(app)
      .post('/observations')
      .query({ arn: arnOf(PRIVATE) })
      .set('Content-Type', 'application/json')
      .send('{"this is": no JSON');
    expect(status).toBe(401);
  });

  it('slows down who is refused too often, but never the reporter', async () => {
    const { report, clock } = await onSqlite();
    const refused = async () => (await report({}, { token: 'x' })).status;
    const answers = [];
    for (let attempt = 0; attempt < 61; attempt += 1) {
      answers.push(await refused());
    }
    expect(answers.filter(status => status === 401)).toHaveLength(60);
    expect(answers[60]).toBe(429);
    expect((await report({ kubernetesAddons: ADDONS })).status).toBe(204);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await refused()).toBe(401);
  });

  it('slows down a reporter that comes too often', async () => {
    const { report } = await onSqlite();
    const answers = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      answers.push((await report({ kubernetesAddons: ADDONS })).status);
    }
    expect(answers).toEqual([...Array(10).fill(204), 429]);
  });

  it('takes no reports unless configuration says so', async () => {
    const { report } = await onSqlite(false);
    expect((await report({})).status).toBe(404);
  });

  it('wants to know of which cluster, once', async () => {
    const { app } = await onSqlite();
    for (const query of ['', '?arn=a&arn=b']) {
      const { status } = await request(app).post(`/observations${query}`);
      expect(status).toBe(400);
    }
  });
});
