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
  arnOf,
  cellOf,
  draft,
  make,
  OTHER,
  startOne,
  startRollouts,
  strategy,
  until,
  type Fleet,
} from './__testUtils__/rollouts';

jest.setTimeout(60_000);

const DEV = { selection: { clusters: [arnOf('dev-1'), arnOf('dev-2')] } };
/** Waits for somebody before its first wave. */
const gated = strategy({ before: [{ type: 'approval' }] });

describe('rights on rollouts', () => {
  let fleet: Fleet;

  afterEach(() => fleet.stop());

  /** One that is planned, and one that has started and waits for an approval. */
  const prepare = async () => {
    fleet = await startRollouts();
    const planned = await make(fleet);
    await act(fleet, planned, { act: 'plan' });
    const started = await startOne(fleet, draft({ strategy: gated }));
    const { waves, plan } = await until(
      fleet,
      started,
      ({ waiting }) => waiting?.code === 'gate.approval',
    );
    const cell = await cellOf(fleet, started, 'dev-1');
    const decision = `/rollouts/${started}/gates/${waves[0].gates[0].id}/decision`;
    return { planned, started, cell: cell.id, decision, hash: plan!.hash };
  };
  type Prepared = Awaited<ReturnType<typeof prepare>>;
  type Ask = (prepared: Prepared) => PromiseLike<{ status: number; body: any }>;

  const cases: Array<[string, string, string, Ask]> = [
    [
      'plan',
      'make one',
      'rollout-create',
      () => fleet.post('/rollouts', draft()),
    ],
    [
      'plan',
      'edit one',
      'rollout-edit',
      ({ planned }) => fleet.put(`/rollouts/${planned}`, draft()),
    ],
    [
      'plan',
      'plan it',
      'rollout-act',
      ({ planned }) => act(fleet, planned, { act: 'plan' }),
    ],
    [
      'plan',
      'assign clusters',
      'rollout-act',
      ({ planned }) =>
        act(fleet, planned, { act: 'assign', clusters: [arnOf('dev-1')] }),
    ],
    [
      'plan',
      'gather stragglers',
      'rollout-stragglers',
      ({ started }) => fleet.post(`/rollouts/${started}/stragglers`),
    ],
    [
      'start',
      'start it',
      'rollout-act',
      ({ planned }) => act(fleet, planned, { act: 'start' }),
    ],
    ...['pause', 'resume', 'stop', 'cancel', 'skipWave'].map(
      (name): [string, string, string, Ask] => [
        'pause',
        name,
        'rollout-act',
        ({ started }) =>
          act(fleet, started, {
            act: name,
            reason: 'why',
            ...(name === 'skipWave' && { wave: 1 }),
          }),
      ],
    ),
    ...['retry', 'skip'].map((name): [string, string, string, Ask] => [
      'pause',
      `${name} a cell`,
      'rollout-cell-act',
      ({ cell, started }) => actOnCell(fleet, started, cell, { act: name }),
    ]),
    [
      'force',
      'force a cell',
      'rollout-cell-act',
      ({ cell, started }) =>
        actOnCell(fleet, started, cell, { act: 'force', reason: 'why' }),
    ],
    [
      'rollback',
      'take a cell back',
      'rollout-cell-act',
      ({ cell, started }) =>
        actOnCell(fleet, started, cell, { act: 'rollBack', reason: 'why' }),
    ],
    [
      'approve',
      'approve it',
      'rollout-decide',
      ({ decision, hash }) =>
        fleet
          .post(decision, { decision: 'approve', planHash: hash })
          .set('Authorization', OTHER),
    ],
  ];

  it('are asked for each of what people do, and refusals are audited', async () => {
    const prepared = await prepare();
    for (const [right, what, eventId, ask] of cases) {
      const permission = `eks-fleet.rollout.${right}`;
      fleet.decide({ [permission]: AuthorizeResult.DENY });
      fleet.auditTrail.length = 0;
      const { body, status } = await ask(prepared);
      expect({ what, status }).toEqual({ what, status: 403 });
      expect(body.error.message).toContain(permission);
      expect(fleet.auditTrail).toMatchObject([
        { eventId, outcome: 'fail', error: body.error.message },
      ]);
    }
    fleet.decide({});
    const { body } = await fleet.get(`/rollouts/${prepared.started}`);
    expect(body).toMatchObject({ lifecycle: 'running', outcome: { total: 3 } });
  });

  it('are needed to preview, too', async () => {
    fleet = await startRollouts();
    fleet.decide({ 'eks-fleet.rollout.plan': AuthorizeResult.DENY });
    const { body, status } = await fleet.post('/rollouts/preview', draft());
    expect(status).toBe(403);
    expect(body.error.message).toContain('eks-fleet.rollout.plan');
  });

  it('mean nothing while permission.enabled is off, and so nobody does anything', async () => {
    fleet = await startRollouts({ config: { permission: { enabled: false } } });
    const made = await fleet.post('/rollouts', draft());
    expect(made.status).toBe(403);
    expect(made.body.error.message).toContain('permission.enabled is off');
    const stopped = await fleet.put('/fleet/stop', {
      stopped: true,
      reason: 'an outage',
      confirm: 'stop the fleet',
    });
    expect(stopped.status).toBe(403);
  });

  it('mean nothing either, and all do all, where configuration says so', async () => {
    fleet = await startRollouts({
      config: {
        permission: { enabled: false },
        eksFleet: { dangerouslyAllowWithoutPermissions: true },
      },
    });
    expect((await fleet.post('/rollouts', draft())).status).toBe(201);
  });

  it('are no service’s: what people do is done by people', async () => {
    const { cell, decision, hash, planned, started } = await prepare();
    const service = mockCredentials.service.header();
    for (const [path, body] of [
      ['/rollouts', draft()],
      [`/rollouts/${planned}/act`, { act: 'start' }],
      [`/rollouts/${started}/cells/${cell}/act`, { act: 'skip' }],
      [`/rollouts/${started}/stragglers`, undefined],
      [decision, { decision: 'approve', planHash: hash }],
    ] as const) {
      const { status } = await fleet
        .post(path, body)
        .set('Authorization', service);
      expect({ path, status }).toEqual({ path, status: 403 });
    }
  });

  it.each<[string, object]>([
    ['IS_OWNER', { claims: ['group:default/payments'] }],
    ['IN_ENVIRONMENT', { environments: ['dev'] }],
  ])(
    'hold only where %s holds of all that it touches',
    async (rule, params) => {
      fleet = await startRollouts();
      const both = await make(fleet);
      const own = await make(fleet, draft(DEV));
      for (const id of [both, own]) {
        await act(fleet, id, { act: 'plan' });
      }
      const conditions = {
        rule,
        resourceType: 'eks-fleet-rollout',
        params,
      };
      fleet.decide({ 'eks-fleet.rollout.start': { conditions } });
      const mayStart = async (id: string) =>
        (await fleet.get(`/rollouts/${id}`)).body.may.start;
      expect([await mayStart(both), await mayStart(own)]).toEqual([
        false,
        true,
      ]);
      expect((await act(fleet, both, { act: 'start' })).status).toBe(403);
      expect((await act(fleet, own, { act: 'start' })).status).toBe(200);

      fleet.decide({
        'eks-fleet.rollout.pause': {
          conditions: { not: conditions },
        },
      });
      expect((await act(fleet, own, { act: 'pause' })).status).toBe(403);
      fleet.decide({ 'eks-fleet.rollout.pause': { conditions } });
      expect(
        (await act(fleet, own, { act: 'pause', reason: 'lunch' })).status,
      ).toBe(200);
      expect(fleet.auditTrail.at(-1)).toMatchObject({
        eventId: 'rollout-act',
        severityLevel: 'high',
        meta: { rollout: own, act: 'pause', reason: 'lunch' },
        outcome: 'success',
      });
    },
  );

  it('do not let who made, edited or started it approve', async () => {
    const { decision, hash, started } = await prepare();
    const mine = await fleet.post(decision, {
      decision: 'approve',
      planHash: hash,
    });
    expect(mine.status).toBe(403);
    expect(mine.body.error.message).toBe(
      'Whoever made, last edited or started a rollout cannot approve it; it takes somebody else',
    );
    const comment = 'go on';
    const approved = await fleet
      .post(decision, { decision: 'approve', planHash: hash, comment })
      .set('Authorization', OTHER);
    expect(approved.status).toBe(200);
    expect(fleet.auditTrail.at(-1)).toMatchObject({
      eventId: 'rollout-decide',
      authorization: OTHER,
      meta: { rollout: started, decision: 'approve', comment },
      outcome: 'success',
    });
    const [given] = approved.body.waves[0].gates[0].decisions;
    expect(given.evidence).toMatchObject({
      plan: { hash },
      readiness: { ready: 0, blocked: 0, unknown: 2, notRead: 0 },
      waves: [{ name: 'dev', lifecycle: 'gated' }],
    });
  });
});
