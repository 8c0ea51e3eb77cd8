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
import {
  act,
  actOnCell,
  cellOf,
  draft,
  OTHER,
  startOne,
  startRollouts,
  strategy,
  until,
  untilCell,
  type Fleet,
} from './__testUtils__/rollouts';
import { ScriptedExecutor } from './__testUtils__/ScriptedExecutor';

jest.setTimeout(60_000);

const MINE = mockCredentials.user.header();

describe('what people do with cells', () => {
  let fleet: Fleet;
  let executor: ScriptedExecutor;
  let id: string;
  let failed: string;

  // The first cell fails, and with it the wave and the rollout stand.
  beforeEach(async () => {
    executor = new ScriptedExecutor();
    executor.fail('dev-1');
    fleet = await startRollouts({
      features: [executor.feature],
      config: { eksFleet: { writes: 'on' } },
    });
    id = await startOne(
      fleet,
      draft({
        executor: 'scripted',
        strategy: strategy({ concurrency: '100%' }),
      }),
    );
    await until(fleet, id, ({ lifecycle }) => lifecycle === 'paused');
    ({ id: failed } = await cellOf(fleet, id, 'dev-1'));
  });

  afterEach(() => fleet.stop());

  const logOf = async () =>
    (await fleet.get(`/rollouts/${id}/log`)).body.items as object[];
  const told = () =>
    fleet.auditTrail.filter(({ eventId }) => eventId === 'rollout-cell-act');
  const resume = async () => {
    const { status } = await act(fleet, id, { act: 'resume' });
    expect(status).toBe(200);
  };
  const states = async () => {
    const { body } = await fleet.get(`/rollouts/${id}/cells`);
    return Object.fromEntries(
      body.items.map((cell: { name: string; state: string }) => [
        cell.name,
        cell.state,
      ]),
    );
  };

  it('says of a cell that failed what to do', async () => {
    const cell = await cellOf(fleet, id, 'dev-1');
    expect(cell).toMatchObject({
      state: 'failed',
      clusters: [
        {
          tracks: [
            {
              state: 'failed',
              error: {
                code: 'PodEvictionFailure',
                advice: 'Let its disruption budget allow one more',
              },
            },
          ],
        },
      ],
    });
    expect(await states()).toMatchObject({
      'dev-2': 'succeeded',
      'prod-1': 'planned',
    });
  });

  it('forecasts it from where it stands', async () => {
    const { forecast } = await until(
      fleet,
      id,
      rollout => rollout.forecast?.conflicts?.length === 1,
    );
    expect(forecast).toMatchObject({
      basis: 'assumed',
      durations: [{ kind: 'controlPlane', basis: 'assumed', samples: 0 }],
      conflicts: [
        'It is paused; this is as if somebody resumed it now, and at the latest in 8 hours',
      ],
    });
  });

  it('tries it again once it is mended', async () => {
    executor.script.clear();
    const reason = 'its budget allows it now';
    const { body, status } = await actOnCell(fleet, id, failed, {
      act: 'retry',
      reason,
    });
    expect(status).toBe(200);
    expect(body.cell).toMatchObject({ state: 'queued', attempt: 2 });
    await resume();
    const done = await until(
      fleet,
      id,
      ({ lifecycle }) => lifecycle === 'done',
    );
    expect(done.outcome).toMatchObject({ succeeded: 3, failed: 0 });
    expect(await logOf()).toContainEqual(
      expect.objectContaining({
        code: 'cell.retry',
        actor: 'user:default/mock',
        message: 'Tries dev-1 again',
        reason,
      }),
    );
    expect(told()).toEqual([
      {
        eventId: 'rollout-cell-act',
        severityLevel: 'high',
        authorization: MINE,
        meta: { rollout: id, cell: failed, act: 'retry', reason },
        outcome: 'success',
      },
    ]);
    const again = await actOnCell(fleet, id, failed, { act: 'retry' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toBe(
      'The rollout is done; what is left over goes into a rollout of stragglers',
    );
  });

  it('skips what failed and what has not begun', async () => {
    const planned = await cellOf(fleet, id, 'prod-1');
    for (const cell of [failed, planned.id]) {
      const { status } = await actOnCell(fleet, id, cell, {
        act: 'skip',
        reason: 'it is replaced next week',
      });
      expect(status).toBe(200);
    }
    const again = await actOnCell(fleet, id, failed, { act: 'skip' });
    expect(again.body.error.message).toBe('dev-1 is skipped already');
    const { id: moved } = await cellOf(fleet, id, 'dev-2');
    const late = await actOnCell(fleet, id, moved, { act: 'retry' });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      'dev-2 is succeeded; only what failed or was skipped is tried again',
    ]);
    await resume();
    const done = await until(
      fleet,
      id,
      ({ lifecycle }) => lifecycle === 'done',
    );
    expect(done.outcome).toMatchObject({ succeeded: 1, skipped: 2 });
  });

  it('forces only what two agree to', async () => {
    const force = (body: object, header?: string) =>
      actOnCell(fleet, id, failed, { act: 'force', ...body }, header);
    const silent = await force({});
    expect([silent.status, silent.body.error.message]).toEqual([
      400,
      'reason: forcing needs one',
    ]);
    const asked = await force({ reason: 'we watch it' });
    expect(asked.status).toBe(200);
    expect(asked.body.cell.state).toBe('failed');
    const [entry] = asked.body.log;
    const [{ id: secondPerson, ...request }] = asked.body.requests;
    expect(request).toMatchObject({
      act: 'force',
      by: 'user:default/mock',
      reason: 'we watch it',
      force: false,
    });
    expect(entry.message).not.toContain(secondPerson);
    expect(entry).toMatchObject({
      code: 'cell.forceAsked',
      actor: 'user:default/mock',
      reason: 'we watch it',
    });

    const own = await force({ reason: 'yes', secondPerson });
    expect([own.status, own.body.error.message]).toEqual([
      403,
      'Whoever asked to force it cannot agree to it; it takes somebody else',
    ]);
    const wrong = await force({ reason: 'yes', secondPerson: 'x' }, OTHER);
    expect([wrong.status, wrong.body.error.message]).toEqual([
      409,
      'secondPerson: nobody asked for this',
    ]);
    fleet.decide({ 'eks-fleet.rollout.force': AuthorizeResult.DENY });
    const stranger = await force({ reason: 'yes', secondPerson }, OTHER);
    expect(stranger.status).toBe(403);
    expect(stranger.body.error.message).toContain('eks-fleet.rollout.force');
    expect(executor.forced.size).toBe(0);

    fleet.decide({});
    executor.script.clear();
    const agreed = await force({ reason: 'I do too', secondPerson }, OTHER);
    expect(agreed.status).toBe(200);
    expect(agreed.body).not.toHaveProperty('requests');
    await resume();
    await untilCell(fleet, id, 'dev-1', ({ state }) => state === 'succeeded');
    expect([...executor.forced]).toEqual(['dev-1']);
    expect(await logOf()).toContainEqual(
      expect.objectContaining({
        code: 'cell.forced',
        actor: 'user:default/other',
        message: expect.stringContaining(
          'Agreed to force dev-1, as user:default/mock had asked: we watch it; past PodEvictionFailure',
        ),
      }),
    );
    expect(
      told().map(({ authorization, outcome }) => [authorization, outcome]),
    ).toEqual([
      [MINE, 'fail'],
      [MINE, 'success'],
      [MINE, 'fail'],
      [OTHER, 'fail'],
      [OTHER, 'fail'],
      [OTHER, 'success'],
    ]);
  });

  it('takes back only what two agree to, and past insights only where both may force', async () => {
    const { id: moved } = await cellOf(fleet, id, 'dev-2');
    const back = (body: object, header?: string) =>
      actOnCell(fleet, id, moved, { act: 'rollBack', ...body }, header);
    const reason = 'its scheduler crashes';

    const plain = await back({ reason });
    expect(plain.status).toBe(409);
    expect(plain.body.error.message).toContain(
      'ask for force with a reason, to which somebody else agrees who may force',
    );
    fleet.decide({ 'eks-fleet.rollout.force': AuthorizeResult.DENY });
    const alone = await back({ reason, force: true });
    expect(alone.status).toBe(403);
    expect(alone.body.error.message).toContain('eks-fleet.rollout.force');
    fleet.decide({ 'eks-fleet.rollout.rollback': AuthorizeResult.DENY });
    const noRight = await back({ reason, force: true });
    expect(noRight.status).toBe(403);
    expect(noRight.body.error.message).toContain('eks-fleet.rollout.rollback');

    fleet.decide({});
    const silent = await back({ force: true });
    expect([silent.status, silent.body.error.message]).toEqual([
      400,
      'reason: taking back needs one',
    ]);
    const asked = await back({ reason, force: true });
    expect(asked.status).toBe(200);
    const { id: secondPerson, ...request } = asked.body.requests[0];
    expect(request).toMatchObject({
      act: 'rollBack',
      by: 'user:default/mock',
      reason,
      force: true,
    });
    const own = await back({ reason, force: true, secondPerson });
    expect(own.status).toBe(403);
    fleet.decide({ 'eks-fleet.rollout.force': AuthorizeResult.DENY });
    const agreed = { reason: 'so it does', force: true, secondPerson };
    expect((await back(agreed, OTHER)).status).toBe(403);

    fleet.decide({});
    expect((await back(agreed, OTHER)).status).toBe(200);
    const cell = await untilCell(
      fleet,
      id,
      'dev-2',
      ({ state }) => state === 'rolledBack',
    );
    expect(cell.clusters[0].tracks[0]).toMatchObject({ now: '1.33' });
    const { body } = await fleet.get(`/rollouts/${id}`);
    expect(body).toMatchObject({
      lifecycle: 'paused',
      outcome: { rolledBack: 1, failed: 1 },
    });
    expect(told().at(-1)).toMatchObject({
      authorization: OTHER,
      meta: { cell: moved, act: 'rollBack', ...agreed },
      outcome: 'success',
    });
  });

  it('answers for cells of others, and for none, in the same words', async () => {
    const acted = (cell: string) => actOnCell(fleet, id, cell, { act: 'skip' });
    const none = await acted('none');
    expect([none.status, none.body.error.message]).toEqual([
      404,
      'No cell none',
    ]);
    fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: {
          rule: 'IS_OWNER',
          resourceType: 'eks-fleet-cluster',
          params: { claims: ['group:default/data'] },
        },
      },
    });
    const others = await acted(failed);
    expect([others.status, others.body.error.message]).toEqual([
      404,
      `No cell ${failed}`,
    ]);
  });

  it('has what is left over of it go into a rollout of its own, once', async () => {
    const stragglers = () => fleet.post(`/rollouts/${id}/stragglers`);
    const early = await stragglers();
    expect([early.status, early.body.error.message]).toEqual([
      409,
      'It is paused; stragglers are what is left over of a rollout that is over',
    ]);
    await act(fleet, id, { act: 'cancel', reason: 'enough' });
    await until(fleet, id, ({ lifecycle }) => lifecycle === 'cancelled');
    const made = await stragglers();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: 'Stragglers of To 1.34',
      stragglersOf: id,
      lifecycle: 'planned',
      executor: 'scripted',
      outcome: { total: 2 },
      createdBy: 'user:default/mock',
    });
    const again = await stragglers();
    expect(again.body.id).toBe(made.body.id);
    expect(
      fleet.auditTrail
        .filter(({ eventId }) => eventId === 'rollout-stragglers')
        .map(({ meta, outcome }) => ({ meta, outcome })),
    ).toEqual([
      { meta: { rollout: id }, outcome: 'fail' },
      { meta: { rollout: id }, outcome: 'success' },
      { meta: { rollout: id }, outcome: 'success' },
    ]);
  });
});
