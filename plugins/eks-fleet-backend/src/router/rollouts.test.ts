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
import { testDatabases } from '../__testUtils__/databases';
import {
  act,
  arnOf,
  draft,
  entities,
  group,
  make,
  OTHER,
  person,
  report,
  startRollouts,
  strategy,
  until,
  type Fleet,
} from './__testUtils__/rollouts';

jest.setTimeout(40_000);

describe('rollouts over HTTP', () => {
  const databases = testDatabases();
  let fleet: Fleet | undefined;

  afterEach(async () => {
    await fleet?.stop();
    fleet = undefined;
  });

  const start = async (
    options: Partial<Parameters<typeof startRollouts>[0]> = {},
  ): Promise<Fleet> => {
    fleet = await startRollouts(options);
    return fleet;
  };

  it.each(databases.eachSupportedId())(
    'follows what others do from wave to wave until all is done on %s',
    async id => {
      const running = await start({ database: { databases, id } });
      const rollout = await make(running);
      const planned = await act(running, rollout, { act: 'plan' });
      expect(planned.body).toMatchObject({
        lifecycle: 'planned',
        from: ['1.33'],
        environments: ['dev', 'prod'],
        owners: ['group:default/data', 'group:default/payments'],
        outcome: { total: 3, notReached: 3 },
        waves: [
          { name: 'dev', cells: 2, lifecycle: 'planned' },
          { name: 'prod', cells: 1, production: true },
        ],
        may: { edit: true, start: true },
      });

      await act(running, rollout, { act: 'start' });
      const first = await until(
        running,
        rollout,
        ({ waiting }) => waiting?.code === 'observe.waiting',
      );
      expect(first.waves.map(({ lifecycle }) => lifecycle)).toEqual([
        'running',
        'planned',
      ]);
      expect(first.waiting?.message).toBe(
        'It waits until somebody moves the control plane of dev-1 from 1.33 to 1.34',
      );

      await report(running, { 'dev-1': '1.34', 'dev-2': '1.34' });
      await until(running, rollout, ({ waves }) => waves[1].running === 1);
      await report(running, { 'prod-1': '1.34' });
      const done = await until(
        running,
        rollout,
        ({ lifecycle }) => lifecycle === 'done',
      );
      expect(done.outcome).toMatchObject({ total: 3, succeeded: 3, failed: 0 });
      expect(done.waiting).toBeUndefined();

      const { body: cells } = await running.get(`/rollouts/${rollout}/cells`);
      expect(cells.items).toHaveLength(3);
      expect(cells.items[0]).toMatchObject({
        wave: 1,
        state: 'succeeded',
        clusters: [
          {
            arn: arnOf('dev-1'),
            tracks: [
              {
                kind: 'controlPlane',
                from: '1.33',
                now: '1.34',
                state: 'succeeded',
              },
            ],
          },
        ],
      });
      const { body: log } = await running.get(`/rollouts/${rollout}/log`);
      expect(log.items[0]).toMatchObject({
        code: 'rollout.done',
        message: 'It is over: 3 succeeded',
      });
      const { body: mine } = await running.get(
        '/clusters/by-name/default/dev-1-1111/rollouts',
      );
      expect(mine.items).toMatchObject([
        { rollout: { id: rollout, lifecycle: 'done' }, wave: { name: 'dev' } },
      ]);
      const { body: list } = await running.get('/rollouts?filter=version=1.34');
      expect(list).toMatchObject({ totalItems: 1, counts: { done: 1 } });
      expect(
        running.published.filter(({ topic }) => topic === 'signals'),
      ).toContainEqual({
        topic: 'signals',
        eventPayload: {
          recipients: { type: 'broadcast' },
          channel: 'eks-fleet:rollouts',
          message: { rollout },
        },
      });
      expect(running.audited.map(({ eventId }) => eventId)).toContain(
        'rollout-act',
      );
    },
  );

  it('has somebody else approve, of the groups asked for, and of the plan as it is', async () => {
    const running = await start();
    const rollout = await make(
      running,
      draft({
        strategy: strategy({
          before: [{ type: 'approval', with: { from: ['group:default/sre'] } }],
        }),
      }),
    );
    await act(running, rollout, { act: 'plan' });
    await act(running, rollout, { act: 'start' });
    const gated = await until(
      running,
      rollout,
      ({ waiting }) => waiting?.code === 'gate.approval',
    );
    expect(gated.waiting).toMatchObject({
      message: 'It waits for an approval of sre',
      who: [{ kind: 'group', ref: 'group:default/sre', name: 'sre' }],
    });
    const [gate] = gated.waves[0].gates;
    const decide = (body: object, header = OTHER) =>
      running
        .post(`/rollouts/${rollout}/gates/${gate.id}/decision`, body)
        .set('Authorization', header);

    const own = await decide(
      { decision: 'approve', planHash: gated.plan!.hash },
      mockCredentials.user.header(),
    );
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('cannot approve it');
    expect((await decide({ decision: 'approve', planHash: 'x' })).status).toBe(
      409,
    );
    expect(
      (await decide({ decision: 'hold', planHash: gated.plan!.hash })).status,
    ).toBe(409);
    const ok = await decide({
      decision: 'approve',
      comment: 'go',
      planHash: gated.plan!.hash,
    });
    expect(ok.status).toBe(200);
    const open = await until(
      running,
      rollout,
      ({ waves }) => waves[0].lifecycle === 'running',
    );
    expect(open.waves[0].gates[0]).toMatchObject({
      state: 'open',
      decisions: [
        { by: 'user:default/other', decision: 'approve', comment: 'go' },
      ],
    });
    const list = await running.get(
      '/rollouts?filter=waitsFor=group:default/sre',
    );
    expect(list.body.totalItems).toBe(0);
  });

  it('says who is missing where nobody is left to approve, and who can act', async () => {
    const running = await start({
      entities: [...entities, group('sre'), person('mock'), person('other')],
    });
    const rollout = await make(
      running,
      draft({
        strategy: strategy({
          before: [
            {
              type: 'approval',
              with: { from: ['group:default/sre', 'user:default/left'] },
            },
          ],
        }),
      }),
    );
    await act(running, rollout, { act: 'plan' });
    await act(running, rollout, { act: 'start' });
    const { waiting } = await until(
      running,
      rollout,
      body => body.waiting?.code === 'approver.missing',
    );
    expect(waiting).toMatchObject({
      message:
        'Nobody is left who could approve it: nobody is in the group sre any more, left is not in the catalog any more. Bring others into the catalog who may; or whoever may pause the rollout skips the wave, or cancels it and has it planned anew with other approvers',
      who: [{ kind: 'user', ref: 'user:default/mock', name: 'mock' }],
    });
    await act(running, rollout, {
      act: 'skipWave',
      wave: 1,
      reason: 'nobody is left',
    });
    await until(
      running,
      rollout,
      ({ waves }) =>
        waves[0].lifecycle === 'done' && waves[1].lifecycle === 'gated',
    );
  });

  it('lets only members of the moment approve', async () => {
    const running = await start({
      entities: [
        ...entities,
        group('sre'),
        person('mock'),
        person('sam', ['sre']),
        person('other', ['interns']),
      ],
    });
    const rollout = await make(
      running,
      draft({
        strategy: strategy({
          before: [{ type: 'approval', with: { from: ['group:default/sre'] } }],
        }),
      }),
    );
    await act(running, rollout, { act: 'plan' });
    const { body } = await act(running, rollout, { act: 'start' });
    const decision = { decision: 'approve', planHash: body.plan.hash };
    const path = `/rollouts/${rollout}/gates/${body.waves[0].gates[0].id}/decision`;
    const stranger = await running
      .post(path, decision)
      .set('Authorization', OTHER);
    expect(stranger.status).toBe(403);
    const left = await running
      .post(path, decision)
      .set('Authorization', mockCredentials.user.header('user:default/left'));
    expect(left.status).toBe(403);
    expect(left.body.error.message).toContain('whoever left cannot decide');
  });

  it('halts everything, and only for those who type the words', async () => {
    const running = await start();
    const put = (body: object) =>
      running.put('/fleet/stop', { reason: 'an outage', ...body });
    expect((await put({ stopped: true, confirm: 'yes' })).status).toBe(400);
    expect(
      (await put({ stopped: true, confirm: 'stop the fleet' })).body,
    ).toMatchObject({ stopped: true, by: 'user:default/mock' });
    const rollout = await make(running);
    await act(running, rollout, { act: 'plan' });
    await act(running, rollout, { act: 'start' });
    const halted = await until(
      running,
      rollout,
      ({ waiting }) => waiting?.code === 'fleet.stop',
    );
    expect(halted.waves[0].lifecycle).toBe('gated');
    await put({ stopped: false, confirm: 'let the fleet go on' });
    await until(running, rollout, ({ waves }) => waves[0].running! > 0);
  });

  it('answers nothing of rollouts to whom the policy lets read none', async () => {
    const running = await start();
    const rollout = await make(running);
    running.decide({ 'eks-fleet.rollout.read': AuthorizeResult.DENY });
    expect((await running.get('/rollouts')).status).toBe(403);
    expect((await running.get(`/rollouts/${rollout}`)).status).toBe(404);
    expect((await act(running, rollout, { act: 'plan' })).status).toBe(404);
  });

  it('shows another team nothing of clusters that it may not read', async () => {
    const running = await start();
    const rollout = await make(running);
    await act(running, rollout, { act: 'plan' });
    running.decide({
      'eks-fleet.cluster.read': {
        conditions: {
          rule: 'IS_OWNER',
          resourceType: 'eks-fleet-cluster',
          params: { claims: ['group:default/data'] },
        },
      },
    });
    const { body } = await running.get(`/rollouts/${rollout}`);
    expect(body.outcome.total).toBe(1);
    expect(body.waves.map((wave: { cells: number }) => wave.cells)).toEqual([
      0, 1,
    ]);
    const { body: cells } = await running.get(`/rollouts/${rollout}/cells`);
    expect(cells.items.map((cell: { name: string }) => cell.name)).toEqual([
      'prod-1',
    ]);
    expect(JSON.stringify([body, cells])).not.toContain('dev-1');
  });
});
