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
import { ConfigReader } from '@backstage/config';
import {
  DefaultEksFleetAwsService,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ManualClock,
  startSimulator,
  type SecurityFinding,
  type Simulator,
} from '@eks-fleet/simulator';
import type { Knex } from 'knex';
import { memoryDatabase } from '../../__testUtils__/memoryDatabase';
import { migrate } from '../../database/migrate';
import { DatabaseHubStore } from './DatabaseHubStore';
import { HubReader } from './HubReader';
import type { HubStreamState, SecurityHubConfig } from './types';

jest.setTimeout(60_000);

const ACCOUNT = '100000000001';
const CONFIG: SecurityHubConfig = {
  partition: 'aws',
  accountId: ACCOUNT,
  region: 'eu-west-1',
  everySeconds: 600,
};
const DAY_SECONDS = 24 * 3600;

describe('HubReader', () => {
  const environment = process.env;
  let clock: ManualClock;
  let simulator: Simulator;
  let knex: Knex;
  let store: DatabaseHubStore;
  let aws: DefaultEksFleetAwsService;
  let reader: HubReader;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    clock = new ManualClock('2026-11-29T09:00:00Z');
    // 24 clusters have 120 findings of controls: two pages.
    simulator = await startSimulator({ fleet: '2x2x6', clock, limits: 'off' });
    process.env = { ...environment, ...simulator.environment() };
    aws = DefaultEksFleetAwsService.fromConfig(
      new ConfigReader({
        aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      }),
    );
    aws.setLimits(CONFIG, 'off');
    knex = memoryDatabase();
    await migrate(knex);
    store = new DatabaseHubStore(knex);
    logger.warn.mockReset();
    reader = readerOf(aws);
  });

  afterEach(async () => {
    process.env = environment;
    await knex.destroy();
    await simulator.stop();
  });

  function readerOf(
    service: Pick<EksFleetAwsService, 'securityHub'>,
    config = CONFIG,
  ) {
    return new HubReader({
      aws: service,
      config,
      logger,
      store,
      now: () => clock.now(),
    });
  }

  /** Does something just before each page is asked for. */
  function beforePages(
    task: (page: number) => Promise<void>,
  ): Pick<EksFleetAwsService, 'securityHub'> {
    let page = 0;
    return {
      securityHub: target => {
        const client = aws.securityHub(target);
        return {
          send: async (...args: Parameters<typeof client.send>) => {
            page += 1;
            await task(page);
            return client.send(...args);
          },
        } as unknown as typeof client;
      },
    };
  }

  const state = async (
    stream: HubStreamState['stream'] = 'controls',
  ): Promise<HubStreamState> =>
    (await store.states()).find(each => each.stream === stream)!;
  const failing = async (arn: string) =>
    (await store.findings(arn, { stream: 'controls', limit: 100 }))
      .filter(({ control }) => control?.verdict === 'fail')
      .map(({ control }) => control?.id);
  const keptRows = async () =>
    Number(
      (await knex('policy_hub_findings').count({ rows: '*' }).first())?.rows,
    );
  const later = (seconds: number) => clock.advance(seconds);
  const fail = (effect: 'deny' | 'error' | 'expireToken' | 'throttle') =>
    simulator.addFault({
      match: { service: 'securityhub', operation: 'GetFindings' },
      effect,
    });
  const asked = () =>
    simulator
      .calls()
      .filter(({ operation }) => operation === 'GetFindings')
      .reduce((sum, { count }) => sum + count, 0);

  function sent(
    updatedAt: string,
    more: Partial<SecurityFinding> = {},
  ): SecurityFinding {
    const [{ name, region }] = simulator.model.clusters();
    return {
      SchemaVersion: '2018-10-08',
      Id: 'result-1',
      ProductArn: `arn:aws:securityhub:${region}:${ACCOUNT}:product/${ACCOUNT}/default`,
      ProductName: name,
      CompanyName: 'Kyverno',
      Region: region,
      GeneratorId: 'kyverno/labels',
      AwsAccountId: ACCOUNT,
      Types: ['Software and Configuration Checks/Kubernetes Policies/kyverno'],
      CreatedAt: updatedAt,
      UpdatedAt: updatedAt,
      Severity: { Label: 'MEDIUM' },
      Title: 'labels: shop/deployment/cart',
      Description: 'The label team is required.',
      Resources: [
        {
          Type: 'Other',
          Id: 'cart',
          Partition: 'aws',
          Region: region,
          Details: {
            Other: {
              Source: 'kyverno',
              Policy: 'labels',
              Result: 'fail',
              'Resource Kind': 'Deployment',
              'Resource Namespace': 'shop',
              'Resource Name': 'cart',
            },
          },
        },
      ],
      Compliance: { Status: 'FAILED' },
      Workflow: { Status: 'NEW' },
      RecordState: 'ACTIVE',
      ...more,
    };
  }
  const reported = async () =>
    (
      await store.findings(simulator.model.clusters()[0].arn, {
        stream: 'reports',
        limit: 10,
      })
    ).length;

  it('reads everything once, then what was updated', async () => {
    await reader.read();
    expect(await keptRows()).toBe(120);
    // Two pages of controls, and one of what was sent.
    expect(asked()).toBe(3);
    const [changed, gone] = simulator.model.clusters();
    expect(await failing(changed.arn)).not.toContain('EKS.3');

    later(600);
    changed.encryption = false;
    simulator.model.removeCluster(gone.accountId, gone.region, gone.name);
    await reader.read();
    expect(asked()).toBe(5);
    expect(await failing(changed.arn)).toContain('EKS.3');
    expect(await store.marks(gone.arn)).toEqual([]);
    expect(await keptRows()).toBe(115);
    expect(await state()).toMatchObject({
      completedAt: clock.now().toISOString(),
      fullAt: '2026-11-29T09:00:00.000Z',
      watermark: clock.now().toISOString(),
      pass: 1,
    });
  });

  it('reads everything again each day, and drops what Security Hub has forgotten', async () => {
    const finding = sent('2026-11-01T00:00:00Z');
    simulator.model.securityHub.import(finding);
    await reader.read();
    expect(await reported()).toBe(1);
    simulator.model.securityHub.forget(finding);
    later(600);
    await reader.read();
    expect(await reported()).toBe(1);
    later(DAY_SECONDS);
    await reader.read();
    expect(await reported()).toBe(0);
    expect(await state('reports')).toMatchObject({ pass: 2 });
  });

  it('goes on with a first reading that failed in the middle, and says that none was complete', async () => {
    const half = readerOf(
      beforePages(async page => {
        if (page === 2) {
          fail('expireToken');
        }
      }),
    );
    await half.read();
    const reached = await state();
    expect(reached).toMatchObject({
      watermark: undefined,
      completedAt: undefined,
      fullAt: undefined,
      full: { startedAt: '2026-11-29T09:00:00.000Z' },
      error: { code: 'invalid' },
    });
    expect(reached.full?.cursor).toBeDefined();
    expect(await keptRows()).toBe(100);

    simulator.clearFaults();
    later(600);
    await reader.read();
    expect(await keptRows()).toBe(120);
    expect(await state()).toMatchObject({
      fullAt: '2026-11-29T09:00:00.000Z',
      completedAt: '2026-11-29T09:00:00.000Z',
      full: undefined,
      error: undefined,
      pass: 1,
    });
  });

  it.each([
    ['deny', 'forbidden'],
    ['error', 'unreachable'],
    ['throttle', 'throttled'],
  ] as const)(
    'leaves the watermark where it was after %s, and reads the same again',
    async (effect, code) => {
      await reader.read();
      const before = await state();
      const [cluster] = simulator.model.clusters();
      later(600);
      cluster.encryption = false;
      fail(effect);
      await reader.read();
      expect(await state()).toMatchObject({
        watermark: before.watermark,
        completedAt: before.completedAt,
        error: { code, since: clock.now().toISOString() },
      });
      expect(await keptRows()).toBe(120);

      simulator.clearFaults();
      later(600);
      await reader.read();
      expect(await failing(cluster.arn)).toContain('EKS.3');
      expect((await state()).error).toBeUndefined();
    },
  );

  it('tells once what keeps it from being read, and again what else does', async () => {
    const told = () => logger.warn.mock.calls.map(([text]) => text);
    fail('deny');
    await reader.read();
    await reader.read();
    expect(told()).toEqual([
      expect.stringContaining('(controls, forbidden)'),
      expect.stringContaining('(reports, forbidden)'),
    ]);
    simulator.clearFaults();
    simulator.model.securityHub.switchOff({ accountId: ACCOUNT });
    await reader.read();
    expect(told()).toHaveLength(4);
    expect(told()[2]).toContain('not subscribed to AWS Security Hub');
  });

  it('says where Security Hub is not switched on, and takes nothing for gone', async () => {
    await reader.read();
    simulator.model.securityHub.switchOff({ region: CONFIG.region });
    later(DAY_SECONDS);
    await reader.read();
    expect(await state()).toMatchObject({
      error: {
        code: 'disabled',
        message: `Account ${ACCOUNT} is not subscribed to AWS Security Hub`,
      },
    });
    expect(await keptRows()).toBe(120);
  });

  it('misses nothing that is updated while it reads', async () => {
    const cluster = simulator.model.clusters().at(-1)!;
    const busy = readerOf(
      beforePages(async page => {
        if (page === 2) {
          later(1);
          cluster.encryption = false;
        }
      }),
    );
    await busy.read();
    expect(await keptRows()).toBe(120);
    expect(await failing(cluster.arn)).toContain('EKS.3');
  });

  it('gives way to another replica that has taken over', async () => {
    const other = readerOf(aws);
    const slow = readerOf(
      beforePages(async page => {
        if (page === 2) {
          later(60);
          await other.read();
        }
      }),
    );
    await slow.read();
    expect(await keptRows()).toBe(120);
    expect(await state()).toMatchObject({
      error: undefined,
      full: undefined,
      // It went on where the other had come to.
      completedAt: '2026-11-29T09:00:00.000Z',
      pass: 1,
    });
  });

  it('lets what was updated come before the rest of a long whole reading', async () => {
    await reader.read();
    const cluster = simulator.model.clusters().at(-1)!;
    later(DAY_SECONDS);
    // All were evaluated since: the first two pages are of the increment.
    const long = readerOf(
      beforePages(async page => {
        if (page === 3) {
          later(CONFIG.everySeconds + 1);
        }
      }),
    );
    const before = await state();
    await long.read();
    const half = await state();
    expect(half).toMatchObject({
      fullAt: before.fullAt,
      full: { startedAt: '2026-11-30T09:00:00.000Z' },
      completedAt: '2026-11-30T09:00:00.000Z',
    });
    later(600);
    cluster.encryption = false;
    await reader.read();
    expect(await failing(cluster.arn)).toContain('EKS.3');
    expect(await keptRows()).toBe(120);
    expect(await state()).toMatchObject({
      fullAt: '2026-11-30T09:00:00.000Z',
      completedAt: clock.now().toISOString(),
      full: undefined,
    });
  });

  it('lets whoever comes next go on where its time was up', async () => {
    const ending = new AbortController();
    const short = readerOf(
      beforePages(async page => {
        if (page === 2) {
          ending.abort();
        }
      }),
    );
    await short.read(ending.signal);
    expect(await state()).toMatchObject({
      error: undefined,
      completedAt: undefined,
      full: { startedAt: '2026-11-29T09:00:00.000Z' },
    });
    await reader.read();
    expect(await keptRows()).toBe(120);
  });

  describe('with clocks that are wrong by a day', () => {
    it('sees what a sender says to have updated tomorrow, and what others update until then', async () => {
      simulator.model.securityHub.import(sent('2026-11-30T09:00:00Z'));
      await reader.read();
      expect(await reported()).toBe(1);
      expect(await state('reports')).toMatchObject({
        watermark: '2026-11-29T09:00:00.000Z',
      });
      later(600);
      simulator.model.securityHub.import(
        sent('2026-11-29T09:05:00Z', { Id: 'result-2' }),
      );
      await reader.read();
      expect(await reported()).toBe(2);
      expect(await state('reports')).toMatchObject({
        watermark: '2026-11-29T09:10:00.000Z',
      });
    });

    it('finds within a day what a sender says to have updated yesterday', async () => {
      simulator.model.securityHub.import(sent('2026-11-29T09:00:00Z'));
      await reader.read();
      later(600);
      simulator.model.securityHub.import(
        sent('2026-11-28T09:10:00Z', { Id: 'result-2' }),
      );
      await reader.read();
      expect(await reported()).toBe(1);
      later(DAY_SECONDS);
      await reader.read();
      expect(await reported()).toBe(2);
    });

    it('gets over its own having been ahead', async () => {
      await reader.read();
      const [cluster] = simulator.model.clusters();
      const ahead = new HubReader({
        aws,
        config: CONFIG,
        logger,
        store,
        now: () => new Date(clock.now().getTime() + DAY_SECONDS * 1000),
      });
      await ahead.read();
      later(600);
      cluster.encryption = false;
      await reader.read();
      expect(await failing(cluster.arn)).toContain('EKS.3');
      expect(await keptRows()).toBe(120);
      expect(await state()).toMatchObject({
        completedAt: clock.now().toISOString(),
      });
    });
  });

  it('keeps nothing of an account that it is not to read from any more', async () => {
    await reader.read();
    await readerOf(aws, { ...CONFIG, accountId: '100000000002' }).read();
    const accounts = new Set(
      (await knex('policy_hub_findings').select('arn')).map(
        ({ arn }) => arn.split(':')[4],
      ),
    );
    expect(accounts).toEqual(new Set(['100000000002']));
  });
});
