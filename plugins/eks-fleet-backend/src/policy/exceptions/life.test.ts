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

import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { parse } from 'yaml';
import {
  anAsk,
  LAYER,
  startExceptions,
  VALUES,
  type Exceptions,
  type Portal,
} from './__testUtils__/startExceptions';
import { DatabaseExceptionStore } from './store/DatabaseExceptionStore';

jest.setTimeout(180_000);

const DAY = 86_400;

describe('an exception through Git', () => {
  let world: Exceptions;
  let portal: Portal;

  beforeEach(async () => {
    world = await startExceptions();
  });

  afterEach(() => world.stop());

  async function asked(
    policy = 'no-latest-tag',
    part = {},
  ): Promise<ExceptionRequest> {
    const { fingerprint } = await world.finding(portal, policy);
    const { body, status } = await world.post(
      portal,
      'requests',
      anAsk({ finding: fingerprint, ...part }),
    );
    expect({ body, status }).toMatchObject({ status: 201 });
    return body;
  }

  const agree = ({ contentHash, id }: ExceptionRequest, user = 'sam') =>
    world.post(
      portal,
      `requests/${id}/decision`,
      { verdict: 'approve', contentHash },
      user,
    );
  const until = (
    { id }: ExceptionRequest,
    holds: (request: ExceptionRequest) => boolean,
  ) => world.until(portal, id, holds);
  const open = () => world.pulls().filter(({ state }) => state === 'open');
  const merge = () =>
    world.simulator.github.merge({ number: open()[0].number, user: 'pat' });

  it('goes from the ask to the clusters, and is gone at its end', async () => {
    portal = await world.startPortal();
    const request = await asked();
    expect(request).toMatchObject({
      state: 'pendingApproval',
      message: 'Waits for somebody else to agree to it',
      rights: { decide: false, cancel: true, remove: false },
    });
    await portal.run('eks-fleet-exceptions');
    expect(world.pulls()).toEqual([]);
    expect((await agree(request, 'ada')).status).toBe(403);
    const other = { ...request, contentHash: 'another' };
    expect((await agree(other)).status).toBe(409);
    expect((await agree(request)).body).toMatchObject({
      state: 'proposed',
      decision: { by: 'user:default/sam', verdict: 'approve' },
    });

    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    const [pull] = open();
    expect(pull).toMatchObject({
      title: 'Exception from no-latest-tag: Deployment web in shop',
    });
    expect(pull.body).toContain(
      'Agreed to in the portal by `user:default/sam`',
    );
    await merge();
    const merged = await until(
      request,
      ({ pullRequest }) => pullRequest?.state === 'merged',
    );
    expect(merged.pullRequest).toMatchObject({ mergedBy: 'pat' });
    const { files } = merged;
    const { spec } = parse(
      (await world.simulator.github.file(files![0].path))!,
    );
    expect(spec).toMatchObject({
      expiresAt: request.expiresAt,
      properties: {
        reason: request.reason,
        'requested-by': 'user:default/ada',
        'approved-by': 'user:default/sam',
      },
    });
    expect(files![0].path).toBe(
      `exceptions/prod/111111111111/eu-west-1/alpha/${request.name}.yaml`,
    );

    const inForce = await until(request, ({ state }) => state === 'inForce');
    expect(inForce).toMatchObject({
      inForceOn: 1,
      clusters: [{ inForceAt: expect.any(String) }],
    });
    const { body: register } = await portal.get('/exceptions');
    expect(register.items).toMatchObject([
      { name: request.name, request: request.id },
    ]);

    world.advance(10 * DAY);
    const expired = await until(
      request,
      ({ removal }) => removal !== undefined,
    );
    expect(expired).toMatchObject({
      state: 'expired',
      removal: { state: 'open' },
    });
    expect(open()[0].title).toBe(
      'End of the exception from no-latest-tag: Deployment web in shop',
    );
    await merge();
    const removed = await until(request, ({ state }) => state === 'removed');
    expect(removed.inForceOn).toBe(0);
    expect(removed.events!.map(({ message }) => message)).toEqual([
      'Asked for',
      'Agreed',
      'Opened pull request #1',
      'Pull request #1 was merged by pat',
      'In force on 1 cluster',
      'Its time is over',
      'Opened pull request #2, which removes it',
      'It is gone from its clusters',
    ]);
    expect(await world.simulator.github.file(files![0].path)).toBeUndefined();
    expect(world.pulls()).toHaveLength(2);
  });

  it('is an entry in the values of Gatekeeper, beside what people wrote', async () => {
    portal = await world.startPortal();
    const request = await asked('require-owner', { scope: 'namespace' });
    await agree(request);
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    await merge();
    await until(request, ({ state }) => state === 'inForce');
    const text = (await world.simulator.github.file(VALUES))!;
    expect(text.startsWith(LAYER)).toBe(true);
    expect(parse(text).exceptions[request.name]).toMatchObject({
      policies: ['require-owner'],
      namespaces: ['shop'],
      approvedBy: 'user:default/sam',
    });

    const { body } = await world.post(
      portal,
      `requests/${request.id}/remove`,
      undefined,
    );
    expect(body.endedEarly).toMatchObject({ by: 'user:default/ada' });
    await until(request, ({ removal }) => removal !== undefined);
    await merge();
    await until(request, ({ state }) => state === 'removed');
    expect(await world.simulator.github.file(VALUES)).toBe(LAYER);
  });

  it('is proposed once, over lost answers and a restart', async () => {
    portal = await world.startPortal();
    const request = await asked();
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
    await agree(request);
    await portal.run('eks-fleet-exceptions');
    portal = await world.startPortal();
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    expect(world.pulls()).toHaveLength(1);
  });

  it.each(['before', 'after'])(
    'is proposed once, though the process dies %s any of its records is written',
    async when => {
      portal = await world.startPortal();
      const { record } = DatabaseExceptionStore.prototype;
      for (let deadly = 1; deadly <= 6; deadly += 1) {
        const request = await asked();
        await agree(request);
        let count = 0;
        const spy = jest
          .spyOn(DatabaseExceptionStore.prototype, 'record')
          .mockImplementation(async function die(
            this: DatabaseExceptionStore,
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
        world.advance(61);
        await portal.run('eks-fleet-exceptions');
        spy.mockRestore();
        expect(count).toBeGreaterThanOrEqual(deadly);
        await until(request, ({ pullRequest }) => pullRequest !== undefined);
        expect(open()).toHaveLength(1);
        expect(world.pulls()).toHaveLength(deadly);
        await world.simulator.github.close({
          number: open()[0].number,
          user: 'pat',
        });
        await until(request, ({ state }) => state === 'closed');
      }
    },
  );

  it('is proposed once by two replicas', async () => {
    portal = await world.startPortal();
    const other = await world.startPortal();
    const request = await asked();
    await agree(request);
    for (let left = 4; left > 0; left -= 1) {
      world.advance(61);
      await Promise.all([
        portal.run('eks-fleet-exceptions'),
        other.run('eks-fleet-exceptions'),
      ]);
    }
    expect(world.pulls()).toHaveLength(1);
    await until(request, ({ pullRequest }) => pullRequest?.state === 'open');
  });

  it('writes nothing while writes are off or the fleet is stopped', async () => {
    portal = await world.startPortal({ writes: 'off' });
    const request = await asked();
    await agree(request);
    await until(
      request,
      ({ message }) => message?.includes('eksFleet.writes is off') ?? false,
    );
    portal = await world.startPortal();
    await portal.put('/fleet/stop', {
      stopped: true,
      reason: 'An incident',
      confirm: 'stop the fleet',
    });
    await until(
      request,
      ({ message }) => message?.startsWith('The fleet is stopped') ?? false,
    );
    expect(world.pulls()).toEqual([]);
    await portal.put('/fleet/stop', {
      stopped: false,
      reason: 'Over',
      confirm: 'let the fleet go on',
    });
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    expect(world.pulls()).toHaveLength(1);
  });

  it('is over where its pull request is closed unmerged', async () => {
    portal = await world.startPortal();
    const request = await asked();
    await agree(request);
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    await world.simulator.github.close({ number: 1, user: 'pat' });
    expect(
      await until(request, ({ state }) => state === 'closed'),
    ).toMatchObject({ message: 'Pull request #1 was closed unmerged' });
    // The same may be asked for again.
    await asked();
  });

  it('closes its pull request where it is taken back', async () => {
    portal = await world.startPortal();
    const request = await asked();
    await agree(request);
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    await world.post(portal, `requests/${request.id}/cancel`, undefined);
    await until(request, ({ state }) => state === 'cancelled');
    expect(open()).toEqual([]);
  });

  it('leaves to people what they changed in Git since', async () => {
    portal = await world.startPortal();
    const request = await asked();
    await agree(request);
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    await merge();
    const { files } = await until(request, ({ state }) => state === 'inForce');
    const [{ path, text }] = files!;
    await world.simulator.github.commit({
      user: 'pat',
      files: { [path]: text.replace('2026-', '2027-') },
    });
    world.advance(10 * DAY);
    const left = await until(
      request,
      ({ message }) => message?.includes('was changed in Git') ?? false,
    );
    expect(left).toMatchObject({
      state: 'expired',
      message: expect.stringContaining(path),
    });
    expect(world.pulls()).toHaveLength(1);
  });

  it('lets whoever merges agree, where that is how it is configured', async () => {
    portal = await world.startPortal({ exceptions: { approval: 'git' } });
    const request = await asked();
    expect(request.state).toBe('proposed');
    expect((await agree(request)).status).toBe(409);
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    expect(open()[0].body).toContain('Whoever merges this agrees to it.');
    await merge();
    expect(
      await until(request, ({ state }) => state === 'inForce'),
    ).toMatchObject({ pullRequest: { mergedBy: 'pat' } });
  });

  it('says where something else was merged than was agreed to', async () => {
    portal = await world.startPortal();
    const request = await asked();
    await agree(request);
    await until(request, ({ pullRequest }) => pullRequest !== undefined);
    await world.simulator.github.forcePush({
      number: 1,
      user: 'pat',
      files: { 'README.md': 'And this\n' },
    });
    const seen = await until(request, ({ problem }) => problem !== undefined);
    expect(seen.problem).toContain('README.md is no part of the proposal');
  });
});
