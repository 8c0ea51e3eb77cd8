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

import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterEntity } from '../__testUtils__/entities';
import { startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(40_000);

const YAML = `name: mine # ours
title: Ours
waves:
  - name: first
    size: '1'
  - name: rest
bake: { first: 4h, floor: 1h }
`;

describe('strategies over HTTP', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeEach(async () => {
    fleet = await startFleet({
      entities: [clusterEntity({ name: 'alpha', accountId: '111111111111' })],
    });
  });

  afterEach(() => fleet.stop());

  const put = (body: object, name = 'mine') =>
    fleet.put(`/strategies/${name}`, body);
  const listed = async (name: string) =>
    (await fleet.get('/strategies')).body.items.find(
      (item: { strategy: { name: string } }) => item.strategy.name === name,
    );

  it('come with three that are shipped, each as YAML too', async () => {
    const { body } = await fleet.get('/strategies');
    expect(
      body.items.map((item: { strategy: { name: string }; origin: string }) => [
        item.strategy.name,
        item.origin,
      ]),
    ).toEqual([
      ['careful-cells', 'shipped'],
      ['by-environment', 'shipped'],
      ['canary-then-half', 'shipped'],
    ]);
    for (const { strategy, yaml } of body.items) {
      const saved = await put(
        { yaml: yaml.replace(strategy.name, 'copy') },
        'copy',
      );
      expect(saved.body.strategy).toEqual({ ...strategy, name: 'copy' });
    }
  });

  it('are saved as YAML or data, changed, and deleted', async () => {
    const saved = await put({ yaml: YAML });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({
      origin: 'saved',
      updatedBy: 'user:default/mock',
      strategy: {
        name: 'mine',
        title: 'Ours',
        waves: [{ name: 'first', size: '1' }, { name: 'rest' }],
        bake: { first: '4h', floor: '1h' },
      },
    });
    const { strategy } = saved.body;
    const changed = await put({ strategy: { ...strategy, title: 'Theirs' } });
    expect(changed.body.strategy.title).toBe('Theirs');
    expect((await listed('mine')).yaml).toContain('title: Theirs');

    expect((await fleet.delete('/strategies/mine')).status).toBe(204);
    expect(await listed('mine')).toBeUndefined();
    const gone = await fleet.delete('/strategies/mine');
    expect([gone.status, gone.body.error.message]).toEqual([
      404,
      'There is no strategy mine',
    ]);
    expect(
      fleet.auditTrail.map(({ eventId, meta, outcome }) => [
        eventId,
        meta,
        outcome,
      ]),
    ).toEqual([
      ['strategy-save', { name: 'mine' }, 'success'],
      ['strategy-save', { name: 'mine' }, 'success'],
      ['strategy-delete', { name: 'mine' }, 'success'],
      ['strategy-delete', { name: 'mine' }, 'fail'],
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['no YAML', 'name: [', /YAML|yaml/],
    ['a wave too few', 'name: mine\nwaves: []\n', /waves/],
    ['an unknown field', `${YAML}concurency: '1'\n`, /concurency/],
    ['a bake that is none', YAML.replace('4h', 'soon'), /bake\.first/],
    [
      'a size that is none',
      YAML.replace("'1'", "'many'"),
      /waves\[0\]\.size|waves\.0\.size/,
    ],
    ['another name', YAML.replace('name: mine', 'name: yours'), /^name: /],
  ])('name the field of %s', async (_, yaml, field) => {
    const { body, status } = await put({ yaml });
    expect({ status, message: body.error.message }).toEqual({
      status: 400,
      message: expect.stringMatching(field),
    });
    expect(await listed('mine')).toBeUndefined();
    expect(fleet.auditTrail.at(-1)).toMatchObject({ outcome: 'fail' });
  });

  it('leave what is shipped alone', async () => {
    const name = 'careful-cells';
    const saved = await put(
      { yaml: YAML.replace('name: mine', `name: ${name}`) },
      name,
    );
    expect([saved.status, saved.body.error.message]).toEqual([
      409,
      `${name} is a shipped strategy; save yours under another name`,
    ]);
    const deleted = await fleet.delete(`/strategies/${name}`);
    expect([deleted.status, deleted.body.error.message]).toEqual([
      409,
      `${name} is a shipped strategy; it cannot be deleted here`,
    ]);
  });

  it('are changed by those alone who may plan', async () => {
    await put({ yaml: YAML });
    fleet.decide({ 'eks-fleet.rollout.plan': AuthorizeResult.DENY });
    for (const { body, status } of [
      await put({ yaml: YAML }),
      await fleet.delete('/strategies/mine'),
    ]) {
      expect(status).toBe(403);
      expect(body.error.message).toContain('eks-fleet.rollout.plan');
    }
    expect(await listed('mine')).toMatchObject({ origin: 'saved' });
  });
});
