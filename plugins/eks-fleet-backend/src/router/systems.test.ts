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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DEMO_GITHUB_TOKEN, startSimulator } from '@eks-fleet/simulator';
import { clusterEntity } from '../__testUtils__/entities';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const HUB = '222222222222';
const WEBHOOK_TOKEN = 'a-token-of-the-webhook';

describe('GET /sources/systems', () => {
  const scheduler = mockServices.scheduler();
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let fleet: Awaited<ReturnType<typeof startFleet>>;
  let start: number;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: 'demo', limits: 'off' });
    const { apiUrl, url } = simulator.github;
    fleet = await startFleet({
      entities: [clusterEntity({ name: 'alpha', accountId: '111111111111' })],
      scheduler,
      config: {
        integrations: {
          github: [
            {
              host: new URL(url).host,
              apiBaseUrl: apiUrl,
              token: DEMO_GITHUB_TOKEN,
            },
          ],
        },
        eksFleet: {
          fleetRepositories: [
            { id: 'fleet', url: `${url}/acme/fleet`, branch: 'main' },
            { id: 'old', url: `${url}/acme/renamed`, branch: 'main' },
          ],
          argocd: [
            {
              id: 'hub',
              cluster: `arn:aws:eks:eu-west-1:${HUB}:cluster/hub`,
              url: 'https://argocd.example.com',
            },
          ],
          alerts: {
            alertmanagers: [{ id: 'prod', webhookToken: WEBHOOK_TOKEN }],
          },
        },
      },
    });
    start = Date.now();
  });

  beforeEach(() => fleet.decide({}));

  afterAll(async () => {
    await fleet.stop();
    await simulator.stop();
  });

  const list = async () => {
    const { body } = await fleet.get('/sources/systems').expect(200);
    return body.items;
  };
  const at = (minutes: number) =>
    new Date(start + minutes * 60_000).toISOString();
  const readAt = async (minutes: number) => {
    jest.setSystemTime(start + minutes * 60_000);
    await scheduler.triggerTask('eks-fleet-systems');
  };

  // One after the other: each goes on from what the one before has seen.

  it('calls nothing fresh that was never read', async () => {
    const { url } = simulator.github;
    expect(await list()).toEqual([
      { kind: 'git', id: 'fleet', url: `${url}/acme/fleet`, state: 'pending' },
      { kind: 'git', id: 'old', url: `${url}/acme/renamed`, state: 'pending' },
      {
        kind: 'argocd',
        id: 'hub',
        url: 'https://argocd.example.com',
        state: 'pending',
      },
      {
        kind: 'alertmanager',
        id: 'prod',
        state: 'pending',
        watchdog: 'notExpected',
      },
    ]);
  });

  it('tells what each answers, without tokens', async () => {
    await readAt(1);
    const systems = await list();
    expect(systems).toMatchObject([
      { id: 'fleet', state: 'fresh', lastSuccessAt: at(1) },
      {
        id: 'old',
        state: 'notFound',
        error: {
          code: 'notFound',
          message: expect.stringContaining('/acme/renamed has no branch main'),
          since: at(1),
        },
      },
      {
        id: 'hub',
        state: 'unreachable',
        error: { message: expect.stringContaining(HUB), since: at(1) },
      },
      { id: 'prod', state: 'pending' },
    ]);
    expect(systems[0].error).toBeUndefined();
    expect(systems[1].lastSuccessAt).toBeUndefined();
    for (const secret of [DEMO_GITHUB_TOKEN, WEBHOOK_TOKEN]) {
      expect(JSON.stringify(systems)).not.toContain(secret);
    }
  });

  it('asks for the right to read targets', async () => {
    fleet.decide({ 'eks-fleet.target.read': AuthorizeResult.DENY });
    const { body } = await fleet.get('/sources/systems').expect(403);
    expect(body.error.message).toContain('eks-fleet.target.read');
  });

  it('masks accounts for who may not read all clusters', async () => {
    fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: condition('IN_ACCOUNT', { accounts: ['111111111111'] }),
      },
    });
    const { error } = (await list())[2];
    expect(error.message).toContain('************');
    expect(error.message).not.toContain(HUB);
  });

  it('is stale where several reads were missed', async () => {
    jest.setSystemTime(start + 17 * 60_000);
    expect((await list())[0]).toMatchObject({
      state: 'stale',
      lastSuccessAt: at(1),
    });
  });

  it('keeps, while one fails, when it was read and since when it fails', async () => {
    await readAt(20);
    expect((await list())[0]).toMatchObject({ state: 'fresh' });
    await simulator.stop();
    await readAt(25);
    await readAt(30);
    expect((await list())[0]).toMatchObject({
      state: 'unreachable',
      error: { code: 'unreachable', since: at(25) },
      lastAttemptAt: at(30),
      lastSuccessAt: at(20),
    });
  });

  it('has nothing to tell where nothing is configured', async () => {
    const plain = await startFleet({});
    const { body } = await plain.get('/sources/systems').expect(200);
    expect(body).toEqual({ items: [] });
    await plain.stop();
  });
});
