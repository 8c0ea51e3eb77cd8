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

import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { startFleet } from '../__testUtils__/startFleet';

const A = '111111111111';
const B = '222222222222';

describe('the fleet as a whole', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await startFleet({
      entities: [
        clusterEntity({ name: 'twin', accountId: A, version: '1.31' }),
        clusterEntity({
          name: 'Twin',
          accountId: B,
          region: 'us-east-1',
          version: '1.34',
        }),
        foreignEntity('stranger'),
      ],
    });
    await fleet.ready();
  });

  afterAll(() => fleet.stop());

  const matches = async (query: string) =>
    (await fleet.get(`/go?${query}`).expect(200)).body.matches.map(
      (match: { accountId?: string; name: string }) => match.accountId,
    );

  it('finds what a deep link means', async () => {
    expect(await matches('cluster=twin')).toEqual([A, B]);
    expect(await matches(`cluster=twin&account=${B}`)).toEqual([B]);
    expect(await matches('cluster=twin&region=eu-west-1')).toEqual([A]);
    expect(
      await matches(`arn=arn:aws:eks:us-east-1:${B}:cluster/Twin`),
    ).toEqual([B]);
    expect(await matches('cluster=nobody')).toEqual([]);
  });

  it('says what a deep link lacks', async () => {
    const { status, body } = await fleet.get(`/go?account=${A}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/arn or cluster/);
  });

  it('lists versions by the shipped calendar until EKS told its own', async () => {
    const { body } = await fleet.get('/versions').expect(200);
    expect(body).toMatchObject({
      source: 'shipped',
      observedAt: '2026-11-23T00:00:00.000Z',
    });
    expect(
      body.items.find((item: { version: string }) => item.version === '1.31'),
    ).toEqual({
      version: '1.31',
      partition: 'aws',
      releaseDate: '2024-09-26T00:00:00.000Z',
      endOfStandardSupport: '2025-11-26T00:00:00.000Z',
      endOfExtendedSupport: '2026-11-26T00:00:00.000Z',
      state: 'extended',
      clusters: 1,
    });
  });

  it('sums up', async () => {
    const { body } = await fleet.get('/summary').expect(200);
    expect(body).toMatchObject({
      clusters: 2,
      foreignClusters: 1,
      accounts: 2,
      regions: 2,
      statuses: [{ value: 'ACTIVE', count: 2 }],
      cost: { controlPlaneUsdPerMonth: 511, extendedSupportUsdPerMonth: 365 },
    });
    expect(body.attention.map((item: { code: string }) => item.code)).toEqual([
      'forcedUpgrade',
      'extendedSoon',
      'extendedCost',
    ]);
  });

  it('describes its API', async () => {
    const { body } = await fleet.get('/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toContain('/api/eks-fleet/clusters');
  });
});
