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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { condition, startFleet } from '../__testUtils__/startFleet';

const MINE = '111111111111';
const OTHER = '222222222222';
const arnOf = (account: string, name: string) =>
  `arn:aws:eks:eu-west-1:${account}:cluster/${name}`;
const held = (account: string, name: string) => ({
  heldRemovals: [
    {
      arn: arnOf(account, name),
      name,
      entityRef: `resource:default/${name}-${account.slice(0, 4)}`,
      missingSince: '2026-11-22T00:00:00Z',
    },
  ],
});
const onlyMine = {
  conditions: condition('IN_ACCOUNT', { accounts: [MINE] }),
};

const start = async (config = {}) => {
  const fleet = await startFleet({
    config,
    entities: [
      clusterEntity({ name: 'alpha', accountId: MINE }),
      clusterEntity({ name: 'beta', accountId: OTHER }),
      foreignEntity('stranger'),
    ],
  });
  await fleet.ready();
  await fleet.putTarget(`main/${MINE}/eu-west-1`, held(MINE, 'alpha'));
  await fleet.putTarget(`main/${OTHER}/eu-west-1`, held(OTHER, 'beta'));
  return fleet;
};

describe('asking discovery', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await start();
  });

  beforeEach(() => {
    fleet.decide({});
    fleet.published.length = 0;
    fleet.audited.length = 0;
  });

  afterAll(() => fleet.stop());

  describe('to read a cluster', () => {
    const path = (name: string) => `/clusters/by-name/default/${name}/refresh`;

    it('hands on its ARN, and is audited', async () => {
      await fleet.post(path('alpha-1111')).expect(202);
      expect(fleet.published).toEqual([
        {
          topic: 'eks-fleet.refresh',
          eventPayload: { arns: [arnOf(MINE, 'alpha')] },
        },
      ]);
      expect(fleet.audited).toEqual([
        { eventId: 'cluster-refresh', outcome: 'success' },
      ]);
    });

    it('needs the permission on that cluster', async () => {
      fleet.decide({ 'eks-fleet.cluster.refresh': onlyMine });
      const { body } = await fleet.post(path('beta-2222')).expect(403);
      expect(body.error.message).toContain('eks-fleet.cluster.refresh');
      await fleet.post(path('alpha-1111')).expect(202);
      expect(fleet.published).toHaveLength(1);
      expect(fleet.audited.map(item => item.outcome)).toEqual([
        'fail',
        'success',
      ]);
    });

    it('finds none that may not be read', async () => {
      fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
      await fleet.post(path('beta-2222')).expect(404);
      expect(fleet.published).toEqual([]);
    });

    it('never has a foreign one read', async () => {
      const { body } = await fleet.post(path('stranger')).expect(400);
      expect(body.error.message).toMatch(/another source/);
      expect(fleet.published).toEqual([]);
    });
  });

  describe('to scan targets', () => {
    const path = '/targets/refresh';

    it('asks for all of discovery or for some targets', async () => {
      await fleet.post(path, {}).expect(202);
      await fleet.post(path, { targets: [`${MINE}/eu-west-1`] }).expect(202);
      expect(fleet.published.map(item => item.eventPayload)).toEqual([
        {},
        { targets: [`${MINE}/eu-west-1`] },
      ]);
    });

    it('asks for one’s own accounts only', async () => {
      fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
      await fleet.post(path, {}).expect(202);
      expect(fleet.published.map(item => item.eventPayload)).toEqual([
        { targets: [`${MINE}/eu-west-1`] },
      ]);
      const { body } = await fleet
        .post(path, { targets: [`${OTHER}/eu-west-1`] })
        .expect(404);
      expect(body.error.message).toBe(`No target ${OTHER}/eu-west-1`);
    });

    it('knows no target that was never reported', async () => {
      await fleet.post(path, { targets: [`${MINE}/eu-west-9`] }).expect(404);
      await fleet.post(path, { targets: ['everything'] }).expect(400);
      expect(fleet.published).toEqual([]);
    });

    it('needs the permission', async () => {
      fleet.decide({ 'eks-fleet.target.refresh': AuthorizeResult.DENY });
      await fleet.post(path, {}).expect(403);
      expect(fleet.published).toEqual([]);
      expect(fleet.audited).toEqual([
        { eventId: 'target-refresh', outcome: 'fail' },
      ]);
    });
  });

  describe('to let removals go', () => {
    const path = '/targets/removals/accept';
    const alpha = { provider: 'main', arns: [arnOf(MINE, 'alpha')] };

    it('hands on who accepted what', async () => {
      await fleet
        .post(path, alpha)
        .set('Authorization', mockCredentials.user.header('user:default/pat'))
        .expect(202);
      expect(fleet.published).toEqual([
        {
          topic: 'eks-fleet.accept-removals',
          eventPayload: { ...alpha, acceptedBy: 'user:default/pat' },
        },
      ]);
      expect(fleet.audited).toEqual([
        { eventId: 'removals-accept', outcome: 'success' },
      ]);
    });

    it('takes no service’s word', async () => {
      await fleet
        .post(path, alpha)
        .set('Authorization', mockCredentials.service.header())
        .expect(403);
      expect(fleet.published).toEqual([]);
    });

    it('needs the permission', async () => {
      fleet.decide({
        'eks-fleet.target.accept-removals': AuthorizeResult.DENY,
      });
      await fleet.post(path, alpha).expect(403);
      expect(fleet.published).toEqual([]);
    });

    it('knows only removals that are held back, and may be seen', async () => {
      await fleet
        .post(path, { ...alpha, arns: [arnOf(MINE, 'gamma')] })
        .expect(404);
      await fleet.post(path, { ...alpha, provider: 'second' }).expect(404);
      fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
      await fleet
        .post(path, { ...alpha, arns: [arnOf(OTHER, 'beta')] })
        .expect(404);
      await fleet.post(path, { ...alpha, arns: [] }).expect(400);
      expect(fleet.published).toEqual([]);
    });
  });
});

describe('asking discovery to let removals go with permissions switched off', () => {
  const accept = { provider: 'main', arns: [arnOf(MINE, 'alpha')] };

  it('is refused, saying why', async () => {
    const fleet = await start({ permission: { enabled: false } });
    const { status, body } = await fleet.post(
      '/targets/removals/accept',
      accept,
    );
    await fleet.stop();
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/permission\.enabled is off/);
    expect(fleet.published).toEqual([]);
  });

  it('is allowed where the operator says so', async () => {
    const fleet = await start({
      permission: { enabled: false },
      eksFleet: { dangerouslyAllowWithoutPermissions: true },
    });
    const { status } = await fleet.post('/targets/removals/accept', accept);
    await fleet.stop();
    expect(status).toBe(202);
  });
});
