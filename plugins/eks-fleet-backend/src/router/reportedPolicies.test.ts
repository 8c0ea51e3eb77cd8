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

import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  PolicyFinding,
  ReportedPolicyPart,
  SourceList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  createPolicySources,
  toObservationError,
  type PolicySink,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { randomUUID } from 'node:crypto';
import { clusterEntity } from '../__testUtils__/entities';
import { memoryDatabase } from '../__testUtils__/memoryDatabase';
import { startFleet } from '../__testUtils__/startFleet';
import { startDemoCollectors } from '../kubernetes/__testUtils__/startDemoCollectors';

jest.setTimeout(60_000);

const REPORTER = {
  namespace: 'eks-fleet',
  name: 'fleet-reporter',
  audience: 'eks-fleet',
};
const PRIVATE = 'ledger';
const OTHER = 'payments-fraud';
const POLICY = {
  engine: 'kyverno',
  kind: 'ClusterPolicy',
  name: 'require-requests',
} as const;

const broken = (...names: string[]): ReportedPolicyPart['outcomes'] =>
  names.map(name => ({
    policy: POLICY,
    result: 'fail',
    message: '<script>alert(1)</script>\u0000',
    resource: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name,
    },
  }));

describe('POST /observations/policies', () => {
  const knex = memoryDatabase();
  const add = jest.fn();
  let demo: Awaited<ReturnType<typeof startDemoCollectors>>;
  let fleet: Awaited<ReturnType<typeof startFleet>>;
  let replica: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    demo = await startDemoCollectors({
      simulator: { oidcIssuers: 'simulator' },
    });
    const metrics = metricsServiceMock.mock();
    metrics.createCounter.mockImplementation(
      (name: string) =>
        ({
          add: (count: number, labels: object) => add(name, count, labels),
        } as never),
    );
    const scheduler = mockServices.scheduler();
    const common = {
      entities: [PRIVATE, OTHER].map(name => {
        const { accountId, region } = demo.find(name).collected;
        return clusterEntity({ name, accountId, region });
      }),
      config: {
        eksFleet: {
          kubernetes: {
            dangerouslyAllowHosts: ['127.0.0.1'],
            reporter: { enabled: true },
          },
        },
      },
      knex,
      // The simulator's tokens are of this hour.
      calendar: 'runs' as const,
    };
    fleet = await startFleet({
      ...common,
      scheduler,
      features: [metrics.factory],
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await fleet.ready();
    replica = await startFleet({
      ...common,
      scheduler: mockServices.scheduler.mock(),
    });
    for (const name of [PRIVATE, OTHER]) {
      const { accountId, region } = demo.find(name).collected;
      const target = `main/${accountId}/${region}`;
      await fleet.putTarget(target, { clusterCount: 1 });
      const document = await demo.controlPlaneOf(name);
      await fleet.putControlPlanes(target, {
        observedAt: new Date().toISOString(),
        clusters: [{ ...document, createdAt: '2025-01-02T03:04:05Z' }],
      });
    }
  });

  beforeEach(() => add.mockClear());

  afterAll(async () => {
    await replica.stop();
    await fleet.stop();
    await knex.destroy();
    await demo.stop();
  });

  const arnOf = (name: string) => demo.find(name).collected.arn;
  const tokenOf = (name: string) =>
    demo.simulator.serviceAccountToken(arnOf(name), REPORTER);
  async function post(
    part: object,
    more: { token?: string; name?: string; to?: typeof fleet } = {},
  ) {
    const { name = PRIVATE, to = fleet } = more;
    const token = more.token ?? (await tokenOf(name));
    return to
      .post(`/observations/policies?arn=${encodeURIComponent(arnOf(name))}`)
      .set('Authorization', `Bearer ${token}`)
      .send(part);
  }
  const part = (
    snapshot: string,
    sequence: number,
    more: Partial<ReportedPolicyPart> = {},
  ) => ({ feed: 'policyReports', snapshot, sequence, ...more });
  const FINAL = { engines: [], passes: 'notRecorded' as const, state: 'rv=1' };
  const found = async () => {
    const { body } = await fleet.get('/findings');
    return (body.items as PolicyFinding[])
      .map(({ resource }) => resource.name)
      .sort();
  };

  it('takes a snapshot whose parts come at several replicas, as a source of policies that is pushed', async () => {
    const id = randomUUID();
    const first = await post(part(id, 0));
    expect([first.status, first.body]).toEqual([
      200,
      { taken: 'part', next: 1 },
    ]);
    await post(part(id, 1, { outcomes: broken('cart') }), { to: replica });
    expect(await found()).toEqual([]);
    const last = await post(
      part(id, 2, { outcomes: broken('till'), final: FINAL }),
      { to: replica },
    );
    expect(last.body).toEqual({ taken: 'snapshot', next: 3 });
    expect(await found()).toEqual(['cart', 'till']);
    const { body } = await fleet.get(
      `/sources?filter=kind=policy,cluster=${arnOf(PRIVATE)}`,
    );
    expect((body as SourceList).items).toEqual([
      expect.objectContaining({
        state: 'fresh',
        parts: [
          expect.objectContaining({ kind: 'policyReports', pushed: true }),
        ],
      }),
    ]);
    const again = await post(part(randomUUID(), 0));
    expect(again.body).toEqual({ taken: 'part', next: 1, previous: 'rv=1' });
  });

  it('takes all that is read of a cluster, as the readers give it', async () => {
    const { collected } = demo.find(OTHER);
    const controlPlane = await demo.controlPlaneOf(OTHER);
    const client = demo.ways.connect(collected, controlPlane);
    const sources = createPolicySources({
      connect: (_, __, use) => use(client),
    });
    const counts = { policies: 0, outcomes: 0, exceptions: 0 };
    for (const source of sources) {
      const id = randomUUID();
      let sequence = 0;
      const send = async (more: object) => {
        const { body, status } = await post(
          { feed: source.kind, snapshot: id, sequence, ...more },
          { name: OTHER },
        );
        expect([source.kind, status, body.error]).toEqual([
          source.kind,
          200,
          undefined,
        ]);
        sequence += 1;
      };
      await send({});
      const policies: unknown[] = [];
      const tallies: unknown[] = [];
      const exceptions: unknown[] = [];
      const sink: PolicySink = {
        policy: policy => void policies.push(policy),
        tally: tally => void tallies.push(tally),
        exception: exception => void exceptions.push(exception),
        async outcomes(outcomes) {
          counts.outcomes += outcomes.length;
          await send({ outcomes });
        },
      };
      try {
        const final = await source.read(collected, sink, {
          controlPlane,
          now: () => new Date(),
          signal: new AbortController().signal,
        });
        await send({ policies, tallies, exceptions, final });
      } catch (error) {
        await send({ error: toObservationError(error) });
      }
      counts.policies += policies.length;
      counts.exceptions += exceptions.length;
    }
    client.close();
    expect(counts.policies).toBeGreaterThan(0);
    expect(counts.outcomes).toBeGreaterThan(0);
    const { body } = await fleet.get(
      `/findings?limit=200&filter=cluster=${arnOf(OTHER)}`,
    );
    expect(body.totalItems).toBe(counts.outcomes);
    const { body: exceptions } = await fleet.get('/exceptions');
    expect(exceptions.totalItems).toBe(counts.exceptions);
  });

  it('says what it would take instead of what does not fit', async () => {
    const id = randomUUID();
    await post(part(id, 0));
    const { body, status } = await post(part(id, 2));
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      name: 'IngestRefusal',
      reason: 'outOfOrder',
      expected: 1,
      message: 'Part 2 comes too early; send part 1',
    });
    expect(add).toHaveBeenCalledWith('eks_fleet.ingest.rejects', 1, {
      route: 'observations/policies',
      reason: 'outOfOrder',
    });
  });

  it('believes a cluster nothing of another', async () => {
    const token = await tokenOf(OTHER);
    const { body, status } = await post(part(randomUUID(), 0), { token });
    expect([status, body.error.message]).toEqual([
      401,
      'The report is of no reporter known here',
    ]);
    expect(add).toHaveBeenCalledWith('eks_fleet.ingest.rejects', 1, {
      route: 'observations/policies',
      reason: 'unknownToken',
    });
  });

  it.each<[string, object]>([
    ['no snapshot', { snapshot: undefined }],
    ['a snapshot of another form', { snapshot: '../../etc/passwd' }],
    ['a feed of another form', { feed: 'policy<b>' }],
    ['a feed that no reporter has', { feed: 'policyReporterWebhook' }],
    ['an engine that there is not', { final: { engines: ['opa'] } }],
    ['outcomes that are none', { outcomes: [{ result: 'fail' }] }],
    [
      'more at once than it may',
      { outcomes: broken(...Array(1001).fill('x')) },
    ],
    [
      'a number that none can be',
      { tallies: [{ policy: POLICY, passes: 'exact', pass: 1e12 }] },
    ],
    ['something else', { clusterArn: 'arn:x' }],
  ])('answers 400 to a part with %s', async (_, more) => {
    const { status } = await post({ ...part(randomUUID(), 0), ...more });
    expect(status).toBe(400);
  });

  it('refuses a part that is larger than parts are', async () => {
    const [outcome] = broken('x')!;
    const outcomes = Array.from({ length: 900 }, () => ({
      ...outcome,
      message: 'x'.repeat(3_000),
    }));
    const { status } = await post(part(randomUUID(), 0, { outcomes }));
    expect(status).toBe(413);
    expect(add).toHaveBeenCalledWith('eks_fleet.ingest.rejects', 1, {
      route: 'observations/policies',
      reason: 'tooLarge',
    });
  });

  it('does not slow a reporter down that brings many parts', async () => {
    const id = randomUUID();
    for (let sequence = 0; sequence < 40; sequence += 1) {
      const { status } = await post(
        part(id, sequence, { outcomes: broken(`pod-${sequence}`) }),
      );
      expect(status).toBe(200);
    }
  });
});
