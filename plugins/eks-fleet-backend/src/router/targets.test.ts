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

import { mockCredentials } from '@backstage/backend-test-utils';
import { clusterEntity } from '../__testUtils__/entities';
import { startFleet } from '../__testUtils__/startFleet';

const ACCOUNT = '111111111111';
const TARGET = `main/${ACCOUNT}/eu-west-1`;

describe('targets', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await startFleet({
      entities: [
        clusterEntity({ name: 'alpha', accountId: ACCOUNT }),
        clusterEntity({ name: 'beta', accountId: ACCOUNT }),
      ],
    });
    await fleet.ready();
  });

  afterAll(() => fleet.stop());

  const alpha = async () =>
    (await fleet.get('/clusters/by-name/default/alpha-1111')).body.observation;

  it('are reported by the catalog alone', async () => {
    const user = mockCredentials.user.header();
    await fleet.putTarget(TARGET, {}, user).expect(403);
    const other = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:scaffolder'),
      targetPluginId: 'eks-fleet',
    });
    const { body } = await fleet.putTarget(TARGET, {}, other).expect(403);
    expect(body.error.message).toMatch(/Only the catalog/);
    expect((await fleet.get('/targets')).body.items).toEqual([]);
  });

  it('are forgotten by the word of the catalog alone', async () => {
    await fleet.putTarget(TARGET).expect(204);
    await fleet.putTarget(`main/${ACCOUNT}/us-east-1`).expect(204);
    await fleet.putTarget(`main/${ACCOUNT}/organization`).expect(204);

    const kept = [`${ACCOUNT}/eu-west-1`];
    const user = mockCredentials.user.header();
    await fleet.keepTargets('main', kept, user).expect(403);
    const { status, body } = await fleet.keepTargets('main', ['somewhere']);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/targets\/0/);
    expect((await fleet.get('/targets')).body.items).toHaveLength(3);

    await fleet.keepTargets('main', kept).expect(204);
    expect((await fleet.get('/targets')).body.items).toEqual([
      expect.objectContaining({ region: 'eu-west-1' }),
    ]);
  });

  it.each([
    ['an account that is none', `main/42/eu-west-1`, {}, /account/],
    ['a Region that is none', `main/${ACCOUNT}/EU`, {}, /region/],
    ['a negative count', TARGET, { clusterCount: -1 }, /clusterCount/],
    [
      'an error without a known code',
      TARGET,
      { error: { code: 'odd' as never, message: 'x' } },
      /error\/code/,
    ],
    ['a field that is unknown', TARGET, { colour: 'red' } as object, /body/],
    ['a time that is none', TARGET, { lastAttemptAt: 'noon' }, /lastAttemptAt/],
  ])('refuse %s', async (_, target, report, message) => {
    const { status, body } = await fleet.putTarget(target, report);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('take reports larger than other routes do', async () => {
    const unreadable = Array.from({ length: 300 }, (_, index) => ({
      name: `cluster-${index}`,
      reason: 'r'.repeat(1000),
    }));
    await fleet.putTarget(TARGET, { unreadable }).expect(204);
    const { status } = await fleet.post('/targets/refresh', {
      targets: ['x'.repeat(200_000)],
    });
    expect(status).toBe(413);
  });

  it('make what is known of their clusters fresh, stale or failing', async () => {
    await fleet
      .putTarget(TARGET, { lastSuccessAt: '2026-11-23T11:55:00Z' })
      .expect(204);
    expect(await alpha()).toEqual({
      state: 'fresh',
      observedAt: '2026-11-23T11:55:00.000Z',
    });
    await fleet
      .putTarget(TARGET, { lastSuccessAt: '2026-11-23T10:00:00Z' })
      .expect(204);
    expect(await alpha()).toMatchObject({ state: 'stale' });
    await fleet
      .putTarget(TARGET, {
        lastSuccessAt: '2026-11-23T11:55:00Z',
        error: {
          code: 'throttled',
          message: 'too many calls',
          since: '2026-11-23T11:58:00Z',
        },
      })
      .expect(204);
    expect(await alpha()).toEqual({
      state: 'failing',
      observedAt: '2026-11-23T11:55:00.000Z',
      error: {
        code: 'throttled',
        message: 'too many calls',
        since: '2026-11-23T11:58:00.000Z',
      },
    });
    await fleet
      .putTarget(TARGET, {
        lastSuccessAt: '2026-11-23T11:55:00Z',
        unmanagedSince: '2026-11-23T11:00:00Z',
      })
      .expect(204);
    expect(await alpha()).toMatchObject({ state: 'unmanaged' });
  });

  it('let one cluster fail alone', async () => {
    await fleet
      .putTarget(TARGET, {
        lastSuccessAt: '2026-11-23T11:55:00Z',
        unreadable: [{ name: 'alpha', reason: 'denied', code: 'forbidden' }],
      })
      .expect(204);
    expect(await alpha()).toMatchObject({
      state: 'failing',
      error: { code: 'forbidden', message: 'denied' },
    });
    const { body } = await fleet.get('/clusters?filter=observation=failing');
    expect(body.items).toHaveLength(1);
    const facets = await fleet.get('/clusters/facets?facet=observation');
    expect(facets.body.facets.observation).toEqual([
      { value: 'failing', count: 1 },
      { value: 'fresh', count: 1 },
    ]);
  });

  it('tell accounts and organizations from Regions', async () => {
    await fleet.putTarget(`main/${ACCOUNT}/all`).expect(204);
    await fleet.putTarget(`main/${ACCOUNT}/organization`).expect(204);
    const { body } = await fleet.get('/targets');
    expect(
      body.items.map((item: { kind: string; state: string }) => [
        item.kind,
        item.state,
      ]),
    ).toEqual([
      ['account', 'pending'],
      ['region', 'fresh'],
      ['organization', 'pending'],
    ]);
  });
});
