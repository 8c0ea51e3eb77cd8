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

import {
  act,
  ACCOUNT,
  arnOf,
  draft,
  entities,
  group,
  make,
  person,
  report,
  startRollouts,
  strategy,
  type Fleet,
} from './__testUtils__/rollouts';
import { clusterEntity } from '../__testUtils__/entities';

jest.setTimeout(40_000);

describe('what rollouts are asked for', () => {
  let fleet: Fleet;

  afterEach(() => fleet.stop());

  it('is refused with the field that is wrong', async () => {
    fleet = await startRollouts();
    const id = await make(fleet);
    const change = { kind: 'kubernetesVersion', version: '1.34' };
    const post = (body: object) => fleet.post('/rollouts', body);
    const asks: Array<
      [RegExp, () => PromiseLike<{ status: number; body: any }>]
    > = [
      [
        /executor: there is no executor magic/,
        () => post(draft({ executor: 'magic' })),
      ],
      [
        /change\.version/,
        () => post({ ...draft(), change: { kind: 'kubernetesVersion' } }),
      ],
      [
        /change\.addons/,
        () => post({ ...draft(), change: { kind: 'addons' } }),
      ],
      [
        /kind/,
        () => post({ ...draft(), change: { ...change, kind: 'magic' } }),
      ],
      [/title/, () => post({ ...draft(), title: undefined })],
      [
        /selection|filter|magic/,
        () => post(draft({ selection: { filter: ['magic=1'] } })),
      ],
      [
        /strategy|waves/,
        () => post(draft({ strategy: strategy({ waves: [] }) })),
      ],
      [
        /bake/,
        () =>
          post(
            draft({
              strategy: strategy({ waves: [{ name: 'all', bake: 'soon' }] }),
            }),
          ),
      ],
      [/act/, () => act(fleet, id, { act: 'explode' })],
      [/wave/, () => act(fleet, id, { act: 'skipWave', wave: 'first' })],
      [
        /body must NOT have additional/,
        () => act(fleet, id, { act: 'plan', surprise: true }),
      ],
      [/limit/, () => fleet.get(`/rollouts/${id}/cells?limit=-1`)],
      [/cursor/, () => fleet.get(`/rollouts/${id}/log?cursor=x`)],
      [/magic/, () => fleet.get('/rollouts?filter=magic=1')],
    ];
    for (const [field, ask] of asks) {
      const { body, status } = await ask();
      expect({ field, status, message: body.error?.message }).toEqual({
        field,
        status: 400,
        message: expect.stringMatching(field),
      });
    }
    const stale = await act(fleet, id, { act: 'plan', revision: 7 });
    expect(stale.status).toBe(409);
    expect(stale.body.error.message).toContain('Somebody changed it meanwhile');
    const none = await act(fleet, 'none', { act: 'plan' });
    expect(none.status).toBe(404);
  });

  it('gives clusters in no wave to the last one, and voids what was approved', async () => {
    fleet = await startRollouts({
      entities: [
        ...entities,
        clusterEntity({
          name: 'test-1',
          accountId: ACCOUNT,
          version: '1.33',
          owner: 'group:default/payments',
          labels: { environment: 'test' },
        }),
        group('sre'),
        person('mock'),
      ],
    });
    await report(fleet, {
      'dev-1': '1.33',
      'dev-2': '1.33',
      'prod-1': '1.33',
      'test-1': '1.33',
    });
    const id = await make(fleet);
    const { body: before } = await act(fleet, id, { act: 'plan' });
    expect(before).toMatchObject({ unassigned: 1, outcome: { total: 3 } });

    const assign = (clusters?: string[]) =>
      act(fleet, id, { act: 'assign', clusters });
    const none = await assign();
    expect([none.status, none.body.error.message]).toEqual([
      409,
      'clusters: names those that the last wave takes',
    ]);
    const stranger = await assign([arnOf('dev-1')]);
    expect([stranger.status, stranger.body.error.message]).toEqual([
      409,
      `${arnOf('dev-1')} is not unassigned`,
    ]);
    const clusters = [arnOf('test-1')];
    const { body, status } = await assign(clusters);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      unassigned: 0,
      outcome: { total: 4 },
      waves: [{ cells: 2 }, { name: 'prod', cells: 2 }],
    });
    expect(body.plan.hash).not.toBe(before.plan.hash);
    expect(fleet.auditTrail.at(-1)).toMatchObject({
      eventId: 'rollout-act',
      meta: { rollout: id, act: 'assign', clusters },
      outcome: 'success',
    });
    const { body: log } = await fleet.get(`/rollouts/${id}/log`);
    expect(log.items[0]).toMatchObject({
      code: 'assign',
      actor: 'user:default/mock',
      message: 'Wave prod takes 1 more cells',
    });
  });
});
