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

import { parse } from 'yaml';
import {
  anAsk,
  ownLayer,
  PROD,
  PROD_LAYER,
  startEdits,
  type Edits,
  type Portal,
} from './__testUtils__/startEdits';
import { DatabaseEditStore } from './store/DatabaseEditStore';

jest.setTimeout(180_000);

describe('switching a policy through Git', () => {
  let world: Edits;
  let portal: Portal;

  beforeEach(async () => {
    world = await startEdits();
  });

  afterEach(() => world.stop());

  const open = () => world.pulls().filter(({ state }) => state === 'open');
  const merge = () =>
    world.simulator.github.merge({ number: open()[0].number, user: 'pat' });
  const events = (edit: { events?: Array<{ message: string }> }) =>
    edit.events!.map(({ message }) => message);

  it('goes from the ask to the clusters', async () => {
    portal = await world.startPortal();
    await world.read(portal);
    world.held.add('beta');
    const edit = await world.propose(portal, anAsk());
    expect(edit).toMatchObject({
      state: 'proposed',
      policy: 'no-latest-tag',
      layers: [PROD],
      counts: { changes: 2, same: 0, overridden: 0, unknown: 0 },
      inForceOn: 0,
      rights: { cancel: true },
    });
    const proposed = await world.until(
      portal,
      edit,
      ({ pullRequest }) => pullRequest !== undefined,
    );
    const [pull] = open();
    expect(pull.title).toBe(`Switch no-latest-tag to enforce in ${PROD}`);
    expect(pull.body).toContain('Nothing has failed for a month');
    expect(pull.body).toContain(
      '`alpha (111111111111, eu-west-1)`: warn → enforce',
    );
    expect(proposed.message).toBe(
      'Waits for somebody to merge pull request #1',
    );
    await merge();
    const half = await world.until(
      portal,
      edit,
      ({ inForceOn }) => inForceOn === 1,
    );
    expect(half).toMatchObject({
      state: 'merged',
      message: 'In force on 1 of 2 clusters',
      pullRequest: { state: 'merged', mergedBy: 'pat' },
    });
    expect(await world.simulator.github.file(PROD)).toBe(
      PROD_LAYER.replace('mode: warn', 'mode: enforce'),
    );
    world.held.clear();
    const done = await world.until(
      portal,
      edit,
      ({ state }) => state === 'inForce',
    );
    expect(done).toMatchObject({
      inForceOn: 2,
      clusters: [
        {
          effect: 'changes',
          before: { mode: 'warn' },
          after: { mode: 'enforce' },
          inForceAt: expect.any(String),
        },
        { inForceAt: expect.any(String) },
      ],
    });
    expect(events(done)).toEqual([
      'Asked for',
      'Opened pull request #1',
      'Pull request #1 was merged by pat',
      'In force on 2 clusters',
    ]);
  });

  it('sees that a policy is off where its engine says so', async () => {
    portal = await world.startPortal();
    await world.read(portal);
    const edit = await world.propose(
      portal,
      anAsk({ change: { mode: 'off' } }),
    );
    await world.until(portal, edit, () => open().length === 1);
    await merge();
    await world.until(portal, edit, ({ state }) => state === 'inForce');
    expect(parse((await world.simulator.github.file(PROD))!)).toMatchObject({
      policies: { 'no-latest-tag': { enabled: false } },
    });
  });

  it('writes to the layer of each cluster, also where there is no file yet', async () => {
    portal = await world.startPortal();
    await world.read(portal);
    const { body } = await world.get(portal, 'matrix');
    const edit = await world.propose(
      portal,
      anAsk({
        layer: undefined,
        clusters: body.columns.map(({ key }: { key: string }) => key),
      }),
    );
    expect(edit.layers).toEqual([ownLayer('alpha'), ownLayer('beta')]);
    await world.until(portal, edit, () => open().length === 1);
    expect(open()[0].title).toBe(
      'Switch no-latest-tag to enforce in 2 policy layers',
    );
    await merge();
    await world.until(portal, edit, ({ state }) => state === 'inForce');
    expect(await world.simulator.github.file(ownLayer('beta'))).toBe(
      'policies:\n  no-latest-tag:\n    mode: enforce\n',
    );
  });

  it('ends with the merge where clusters cannot show it', async () => {
    portal = await world.startPortal();
    await world.read(portal);
    const edit = await world.propose(
      portal,
      anAsk({ change: { parameters: { tags: ['latest', 'main'] } } }),
    );
    await world.until(portal, edit, () => open().length === 1);
    await merge();
    const merged = await world.until(portal, edit, ({ message }) =>
      Boolean(message?.includes('nothing more to be seen')),
    );
    expect(merged.state).toBe('merged');
  });

  it('is superseded where Git says something else again before it was in force', async () => {
    portal = await world.startPortal();
    await world.read(portal);
    world.held.add('alpha').add('beta');
    const edit = await world.propose(portal, anAsk());
    await world.until(portal, edit, () => open().length === 1);
    await merge();
    await world.until(portal, edit, ({ state }) => state === 'merged');
    await world.simulator.github.commit({
      user: 'pat',
      files: { [PROD]: PROD_LAYER },
    });
    expect(
      await world.until(portal, edit, ({ state }) => state === 'superseded'),
    ).toMatchObject({ inForceOn: 0 });
  });

  it('is proposed once, over lost answers and a restart', async () => {
    portal = await world.startPortal();
    for (const operation of [
      'POST /graphql',
      'POST /repos/{owner}/{repo}/statuses/{sha}',
    ]) {
      world.simulator.addFault({
        match: { service: 'github', operation },
        effect: 'lostAnswer',
        times: 1,
      });
    }
    const edit = await world.propose(portal, anAsk());
    await portal.run('eks-fleet-policy-edits');
    portal = await world.startPortal();
    await world.until(
      portal,
      edit,
      ({ pullRequest }) => pullRequest !== undefined,
    );
    expect(world.pulls()).toHaveLength(1);
  });

  it.each(['before', 'after'])(
    'is proposed once, though the process dies %s any of its records is written',
    async when => {
      portal = await world.startPortal();
      const { record } = DatabaseEditStore.prototype;
      for (let deadly = 1; deadly <= 6; deadly += 1) {
        const edit = await world.propose(portal, anAsk());
        let count = 0;
        const spy = jest
          .spyOn(DatabaseEditStore.prototype, 'record')
          .mockImplementation(async function die(
            this: DatabaseEditStore,
            ...given
          ) {
            count += 1;
            if (count === deadly && when === 'before') {
              throw new Error('The process died');
            }
            const kept = await record.apply(this, given);
            if (count === deadly) {
              throw new Error('The process died');
            }
            return kept;
          });
        jest.setSystemTime(Date.now() + 61_000);
        await portal.run('eks-fleet-policy-edits');
        spy.mockRestore();
        expect(count).toBeGreaterThanOrEqual(deadly);
        await world.until(
          portal,
          edit,
          ({ pullRequest }) => pullRequest !== undefined,
        );
        expect(open()).toHaveLength(1);
        expect(world.pulls()).toHaveLength(deadly);
        await world.simulator.github.close({
          number: open()[0].number,
          user: 'pat',
        });
        await world.until(portal, edit, ({ state }) => state === 'closed');
      }
    },
  );

  it('is proposed once by two replicas', async () => {
    portal = await world.startPortal();
    const other = await world.startPortal();
    const edit = await world.propose(portal, anAsk());
    for (let left = 4; left > 0; left -= 1) {
      jest.setSystemTime(Date.now() + 61_000);
      await Promise.all([
        portal.run('eks-fleet-policy-edits'),
        other.run('eks-fleet-policy-edits'),
      ]);
    }
    expect(world.pulls()).toHaveLength(1);
    await world.until(
      portal,
      edit,
      ({ pullRequest }) => pullRequest?.state === 'open',
    );
  });

  it('writes nothing while writes are off or the fleet is stopped', async () => {
    portal = await world.startPortal({ writes: 'off' });
    const edit = await world.propose(portal, anAsk());
    await world.until(
      portal,
      edit,
      ({ message }) => message?.includes('eksFleet.writes is off') ?? false,
    );
    portal = await world.startPortal();
    await portal.put('/fleet/stop', {
      stopped: true,
      reason: 'An incident',
      confirm: 'stop the fleet',
    });
    await world.until(
      portal,
      edit,
      ({ message }) => message?.startsWith('The fleet is stopped') ?? false,
    );
    expect(world.pulls()).toEqual([]);
    await portal.put('/fleet/stop', {
      stopped: false,
      reason: 'Over',
      confirm: 'let the fleet go on',
    });
    await world.until(
      portal,
      edit,
      ({ pullRequest }) => pullRequest !== undefined,
    );
    expect(world.pulls()).toHaveLength(1);
  });

  it('is over where its pull request is closed unmerged, and may be asked for again', async () => {
    portal = await world.startPortal();
    const edit = await world.propose(portal, anAsk());
    await world.until(portal, edit, () => open().length === 1);
    await world.simulator.github.close({ number: 1, user: 'pat' });
    expect(
      await world.until(portal, edit, ({ state }) => state === 'closed'),
    ).toMatchObject({ message: 'Pull request #1 was closed unmerged' });
    await world.propose(portal, anAsk());
  });

  it('closes its pull request where it is taken back', async () => {
    portal = await world.startPortal();
    const edit = await world.propose(portal, anAsk());
    await world.until(portal, edit, () => open().length === 1);
    const { body } = await world.post(portal, `/${edit.id}/cancel`, undefined);
    expect(body).toMatchObject({
      state: 'proposed',
      rights: { cancel: false },
    });
    await world.until(portal, edit, ({ state }) => state === 'closed');
    expect(open()).toEqual([]);
  });

  it('fails where Git has another value by the time that it is first read', async () => {
    portal = await world.startPortal();
    const busy = jest
      .spyOn(DatabaseEditStore.prototype, 'claim')
      .mockResolvedValue([]);
    const edit = await world.propose(portal, anAsk());
    await world.simulator.github.commit({
      user: 'pat',
      files: { [PROD]: PROD_LAYER.replace('warn', 'audit') },
    });
    busy.mockRestore();
    const failed = await world.until(
      portal,
      edit,
      ({ state }) => state === 'failed',
    );
    expect(failed.message).toContain('It does not fit what is in Git');
    expect(world.pulls()).toEqual([]);
  });

  it('says where its pull request does not merge any more', async () => {
    portal = await world.startPortal();
    const edit = await world.propose(portal, anAsk());
    await world.until(portal, edit, () => open().length === 1);
    await world.simulator.github.commit({
      user: 'pat',
      files: { [PROD]: PROD_LAYER.replace('warn', 'audit') },
    });
    const stuck = await world.until(
      portal,
      edit,
      ({ problem }) => problem !== undefined,
    );
    expect(stuck.problem).toContain('does not merge any more');
  });

  it('says where something else was put on its branch', async () => {
    portal = await world.startPortal();
    const edit = await world.propose(portal, anAsk());
    await world.until(portal, edit, () => open().length === 1);
    await world.simulator.github.forcePush({
      number: 1,
      user: 'pat',
      files: { 'README.md': 'And this\n' },
    });
    const seen = await world.until(
      portal,
      edit,
      ({ problem }) => problem !== undefined,
    );
    expect(seen.problem).toContain('README.md is no part of the proposal');
  });
});
