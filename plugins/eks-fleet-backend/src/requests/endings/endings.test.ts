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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aSubmission,
  startRequests,
  type Portal,
  type Requests,
} from '../__testUtils__/startRequests';

jest.setTimeout(180_000);

const DAY_MS = 86_400_000;
const FILE =
  'namespaces/payments/dev/111111111111/eu-west-1/alpha/payments-dev/namespace.yaml';
const AUTOMATIC = { approvals: [{ approval: 'automatic' }] };

const dateIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('the end of a namespace', () => {
  let world: Requests;
  let portal: Portal;
  let made: FleetRequest;
  let expiresOn: string;

  const open = () => world.pulls().filter(({ state }) => state === 'open');
  const merge = () =>
    world.simulator.github.merge({ number: open()[0].number, user: 'pat' });
  const pass = (days: number) => jest.setSystemTime(Date.now() + days * DAY_MS);
  const endAll = (at = portal) => at.run('eks-fleet-request-endings');
  const ask = async (part: Parameters<typeof aSubmission>[0], spec = {}) => {
    const { body, status } = await world.post(
      portal,
      '/requests',
      aSubmission(part, spec),
    );
    expect({ body, status }).toMatchObject({ status: 201 });
    return body as FleetRequest;
  };
  const decide = ({ id, specHash }: FleetRequest, decision: object) =>
    world.post(
      portal,
      `/requests/${id}/decisions`,
      { specHash, ...decision },
      'sam',
    );
  const removals = async (): Promise<FleetRequest[]> => {
    const { body } = await world.get(
      portal,
      '/requests?filter=operation%3Ddelete',
      'sam',
    );
    return Promise.all(
      body.items.map(
        async ({ id }: FleetRequest) =>
          (await world.get(portal, `/requests/${id}`, 'sam')).body,
      ),
    );
  };
  const brought = async (requests: Parameters<Requests['startPortal']>[0]) => {
    portal = await world.startPortal(requests);
    expiresOn = dateIn(30);
    made = await ask({}, { expiresOn });
    // What it costs is not known here, which a person has to agree to.
    await decide(made, { verdict: 'approve' });
    await world.until(portal, made.id, ({ links }) =>
      Boolean(links?.pullRequest),
    );
    await merge();
    await world.until(portal, made.id, ({ state }) => state === 'ready');
  };

  beforeEach(async () => {
    world = await startRequests();
  });

  afterEach(() => world.stop());

  it('is asked for once it has come, over two replicas once, and is in Git', async () => {
    await brought({ requests: AUTOMATIC });
    const other = await world.startPortal({ requests: AUTOMATIC });
    pass(29);
    await endAll();
    expect(await removals()).toEqual([]);

    pass(1);
    await Promise.all([endAll(), endAll(other)]);
    const [removal, ...more] = await removals();
    expect(more).toEqual([]);
    expect(removal).toMatchObject({
      title: 'Deletion of namespace payments-dev on alpha',
      requestedBy: 'user:default/ada',
      reason: `Its life ends on ${expiresOn}, as was asked for`,
    });
    await world.until(portal, removal.id, () => open().length === 1);
    // Nothing has happened behind the back of Git.
    expect(await world.simulator.github.file(FILE)).toContain(
      'eks-fleet.io/lifecycle: active',
    );
    await merge();
    await world.until(portal, removal.id, () => open().length === 1);
    await merge();
    await world.until(portal, removal.id, ({ state }) => state === 'ready');
    expect(await world.simulator.github.file(FILE)).toBeUndefined();
    await endAll();
    expect(await removals()).toHaveLength(1);
  });

  it('waits for somebody to agree where rules want that, and is not asked for again once it was refused', async () => {
    await brought({
      requests: {
        approvals: [
          { match: { operations: ['create'] }, approval: 'automatic' },
          { approval: 'required' },
        ],
      },
    });
    pass(31);
    await endAll();
    const [removal] = await removals();
    expect(removal.state).toBe('pendingApproval');
    expect(open()).toEqual([]);
    const { status } = await decide(removal, {
      verdict: 'reject',
      comment: 'It is needed for longer',
    });
    expect(status).toBe(200);
    pass(1);
    await endAll();
    expect(await removals()).toMatchObject([{ state: 'rejected' }]);
  });

  it('is put off by whoever extends it, in the portal or in Git', async () => {
    await brought({ requests: AUTOMATIC });
    pass(29);
    const longer = await ask({
      thing: made.thing.key,
      spec: undefined,
      operation: 'extend',
      expiresOn: dateIn(20),
    });
    pass(2);
    // Its pull request is not merged, and it is under way.
    await endAll();
    expect(await removals()).toEqual([]);
    await world.until(portal, longer.id, () => open().length === 1);
    await merge();
    await world.until(portal, longer.id, ({ state }) => state === 'ready');
    await endAll();
    expect(await removals()).toEqual([]);

    pass(30);
    const text = await world.simulator.github.file(FILE);
    const byHand = dateIn(10);
    await world.simulator.github.commit({
      user: 'pat',
      files: {
        [FILE]: text!.replace(
          /expires-on: '?[\d-]+'?/,
          `expires-on: '${byHand}'`,
        ),
      },
    });
    await endAll();
    expect(await removals()).toEqual([]);
    pass(11);
    await endAll();
    expect(await removals()).toHaveLength(1);
  });

  it('comes while Git does not answer, and is asked for once it does', async () => {
    await brought({ requests: AUTOMATIC });
    pass(31);
    world.simulator.github.removeToken('github_pat_bot');
    await endAll();
    expect(await removals()).toEqual([]);
    world.simulator.github.addToken({
      token: 'github_pat_bot',
      login: 'eks-fleet',
    });
    await endAll();
    expect(await removals()).toHaveLength(1);
  });

  it('is left to people where the configuration says so', async () => {
    await brought({ requests: { ...AUTOMATIC, ttl: { remove: false } } });
    pass(31);
    // There is no such task.
    await expect(endAll()).rejects.toThrow();
    expect(await removals()).toEqual([]);
  });
});
