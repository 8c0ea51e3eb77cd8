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
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DatabaseAddonCatalogue } from '../collection/addonVersions/DatabaseAddonCatalogue';
import {
  aSubmission,
  startRequests,
  type Portal,
  type Requests,
} from './__testUtils__/startRequests';

jest.setTimeout(180_000);

const FOLDER = 'namespaces/payments/dev/111111111111/eu-west-1/alpha';

describe('a request for a namespace', () => {
  let world: Requests;
  let portal: Portal;

  beforeEach(async () => {
    world = await startRequests();
    portal = await world.startPortal();
  });

  afterEach(() => world.stop());

  async function ask(
    part: Parameters<typeof aSubmission>[0] = {},
    spec: Parameters<typeof aSubmission>[1] = {},
  ): Promise<FleetRequest> {
    const { body, status } = await world.post(
      portal,
      '/requests',
      aSubmission(part, spec),
    );
    expect({ body, status }).toMatchObject({ status: 201 });
    return body;
  }
  const decide = (
    { id, specHash }: FleetRequest,
    decision: object,
    user = 'sam',
    at = portal,
  ) =>
    world.post(
      at,
      `/requests/${id}/decisions`,
      { specHash, ...decision },
      user,
    );
  const until = (
    { id }: FleetRequest,
    holds: (request: FleetRequest) => boolean,
  ) => world.until(portal, id, holds);
  /** Its pull request is open, which a busy machine may not have made at once. */
  const proposed = (request: FleetRequest) =>
    until(request, ({ links }) => links?.pullRequest?.state === 'open');
  const open = () => world.pulls().filter(({ state }) => state === 'open');
  const merge = () =>
    world.simulator.github.merge({ number: open()[0].number, user: 'pat' });

  it('goes from the ask to ready, each step with its time', async () => {
    const request = await ask();
    expect(request).toMatchObject({
      state: 'pendingApproval',
      title: 'Namespace payments-dev on alpha',
      verdict: 'needsApproval',
      message: 'Waits for somebody else to agree to it',
      rights: { decide: false, cancel: true, comment: true },
    });
    expect(world.pulls()).toEqual([]);
    // Where the configuration names nobody, whose cluster it is is told.
    expect(request.approval?.approvers).toEqual(['group:default/platform']);
    // Neither who asked nor who saw something else decides.
    expect((await decide(request, { verdict: 'approve' }, 'ada')).status).toBe(
      403,
    );
    const other = { ...request, specHash: 'other' };
    expect((await decide(other, { verdict: 'approve' })).status).toBe(409);

    const agreed = await decide(request, {
      verdict: 'approve',
      comment: 'Fine',
    });
    expect(agreed.body).toMatchObject({
      state: 'proposed',
      decisions: [{ verdict: 'approve', by: 'user:default/sam' }],
    });
    await proposed(request);
    expect(open()).toHaveLength(1);
    const { body: diff } = await world.get(
      portal,
      `/requests/${request.id}/diff`,
    );
    expect(diff.files.map(({ path }: { path: string }) => path)).toEqual([
      `${FOLDER}/payments-dev/namespace.yaml`,
      `${FOLDER}/payments-dev/project.yaml`,
    ]);
    await merge();
    const ready = await until(request, ({ state }) => state === 'ready');
    expect(ready.steps.map(({ state, status }) => [state, status])).toEqual([
      ['draft', 'done'],
      ['pendingApproval', 'done'],
      ['proposed', 'done'],
      ['merged', 'done'],
      ['synced', 'skipped'],
      ['provisioning', 'done'],
      ['registered', 'done'],
      ['ready', 'done'],
    ]);
    ready.steps
      .filter(({ status }) => status === 'done')
      .forEach(step => expect(step).toMatchObject({ at: expect.any(String) }));
    const text = await world.simulator.github.file(
      `${FOLDER}/payments-dev/namespace.yaml`,
    );
    expect(text).toContain(`eks-fleet.io/request: ${request.id}`);
    const { body: namespaces } = await world.get(portal, '/namespaces');
    expect(namespaces.items).toMatchObject([
      { name: 'payments-dev', owner: 'group:default/payments', isBusy: false },
    ]);
    // The catalog makes an entity of it; no other plugin sees any.
    const seenBy = (plugin: string) =>
      portal.get('/namespaces').set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(`plugin:${plugin}`),
          targetPluginId: 'eks-fleet',
        }),
      );
    const { body: entities } = await seenBy('catalog');
    expect(entities.items).toMatchObject([{ name: 'payments-dev' }]);
    expect((await seenBy('scaffolder')).status).toBe(403);
    // It is there now, and counts.
    const again = await world.post(portal, '/requests', aSubmission());
    expect(again.status).toBe(409);
    const { body: quotas } = await world.get(portal, '/quotas');
    expect(quotas.items).toMatchObject([
      {
        owner: 'group:default/payments',
        resources: expect.arrayContaining([
          expect.objectContaining({ resource: 'namespaces', used: 1 }),
        ]),
      },
    ]);
  });

  it('is amended by one approver, and agreed to by another', async () => {
    const request = await ask();
    const { spec } = aSubmission({}, {});
    const amended = await decide(request, {
      verdict: 'amend',
      comment: 'Half of it will do',
      spec: { ...spec, quota: { ...(spec as any).quota, cpuRequests: '2' } },
    });
    expect(amended.body).toMatchObject({
      state: 'pendingApproval',
      spec: { quota: { cpuRequests: '2' } },
      asked: { quota: { cpuRequests: '4' } },
      rights: { decide: false },
    });
    expect(amended.body.specHash).not.toBe(request.specHash);
    const own = await decide(amended.body, { verdict: 'approve' });
    expect(own).toMatchObject({
      status: 403,
      body: {
        error: {
          message: 'Who amended it last cannot decide it; somebody else has to',
        },
      },
    });
    const { body: waiting } = await world.get(
      portal,
      '/requests?waitingForMe=true',
      'kim',
    );
    expect(waiting).toMatchObject({
      totalItems: 1,
      counts: { active: 1, mine: 0, waitingForMe: 1 },
    });
    const agreed = await decide(amended.body, { verdict: 'approve' }, 'kim');
    expect(agreed.body.state).toBe('proposed');
    await proposed(request);
    await merge();
    expect(
      await world.simulator.github.file(
        `${FOLDER}/payments-dev/namespace.yaml`,
      ),
    ).toContain("requests.cpu: '2'");
  });

  it('lives longer, and goes by two pull requests', async () => {
    const made = await ask();
    await decide(made, { verdict: 'approve' });
    await proposed(made);
    await merge();
    await until(made, ({ state }) => state === 'ready');

    const { key: thing } = made.thing;
    const given = { thing, spec: undefined };
    const extended = await ask({
      ...given,
      operation: 'extend',
      expiresOn: '2027-06-30',
    });
    expect(extended).toMatchObject({
      title: 'Longer life of namespace payments-dev on alpha',
      expiresOn: '2027-06-30',
    });
    await decide(extended, { verdict: 'approve' });
    await proposed(extended);
    await merge();
    await until(extended, ({ state }) => state === 'ready');
    const file = `${FOLDER}/payments-dev/namespace.yaml`;
    expect(await world.simulator.github.file(file)).toContain('2027-06-30');

    const deletion = await ask({ ...given, operation: 'delete' });
    await decide(deletion, { verdict: 'approve' });
    await proposed(deletion);
    await merge();
    await until(deletion, () => open().length === 1);
    const letGo = await world.simulator.github.file(file);
    expect(letGo).toContain('eks-fleet.io/lifecycle: deleting');
    await merge();
    await until(deletion, ({ state }) => state === 'ready');
    expect(await world.simulator.github.file(file)).toBeUndefined();
    const { body } = await world.get(portal, '/namespaces');
    expect(body.items).toEqual([]);
  });

  it('ends where it is refused, and its name is free again', async () => {
    const request = await ask();
    const refused = await decide(request, {
      verdict: 'reject',
      comment: 'Use the shared one',
    });
    expect(refused.body).toMatchObject({ state: 'rejected', isOver: true });
    expect(refused.body.steps.at(-1)).toMatchObject({
      state: 'rejected',
      status: 'stopped',
    });
    expect((await ask()).state).toBe('pendingApproval');
  });

  it('closes its pull request where it is taken back', async () => {
    const request = await ask();
    await decide(request, { verdict: 'approve' });
    await proposed(request);
    const other = await world.post(
      portal,
      `/requests/${request.id}/cancel`,
      { comment: 'Not needed any more' },
      'ada',
    );
    expect(other.status).toBe(200);
    const over = await until(request, ({ isOver }) => isOver);
    expect(over).toMatchObject({ state: 'cancelled' });
    expect(open()).toEqual([]);
  });

  it('says so where its pull request was edited by hand', async () => {
    const request = await ask();
    await decide(request, { verdict: 'approve' });
    await proposed(request);
    await world.simulator.github.commit({
      branch: open()[0].head.ref,
      files: { [`${FOLDER}/payments-dev/namespace.yaml`]: 'kind: Other\n' },
      user: 'pat',
    } as never);
    const seen = await until(request, ({ problem }) => Boolean(problem));
    expect(seen.problem).toContain(
      'Somebody put something else on pull request',
    );
  });

  it('is one request however often the same submit is sent, over two replicas', async () => {
    const second = await world.startPortal();
    const body = aSubmission({ idempotencyKey: 'task-1/step-1' });
    const answers = await Promise.all(
      [portal, second, portal, second].map(each =>
        world.post(each, '/requests', body),
      ),
    );
    const ids = answers.map(answer => answer.body.id);
    expect(new Set(ids).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 201,
    ]);
    await decide(answers[0].body, { verdict: 'approve' }, 'sam', second);
    await Promise.all([
      portal.run('eks-fleet-requests'),
      second.run('eks-fleet-requests'),
    ]);
    await proposed(answers[0].body);
    expect(world.pulls()).toHaveLength(1);
  });

  it("is refused while it is somebody else's to ask, and where nothing may be", async () => {
    const ofOthers = await world.post(
      portal,
      '/requests',
      aSubmission({}, {}),
      'sam',
    );
    expect(ofOthers).toMatchObject({
      status: 400,
      body: {
        error: { message: expect.stringContaining('no member of the owner') },
      },
    });
    portal.decide({ 'eks-fleet.request.create': AuthorizeResult.DENY });
    expect((await world.post(portal, '/requests', aSubmission())).status).toBe(
      403,
    );
    portal.decide({ 'eks-fleet.request.read': AuthorizeResult.DENY });
    const request = await ask();
    expect((await world.get(portal, `/requests/${request.id}`)).status).toBe(
      404,
    );
    portal.decide({ 'eks-fleet.request.decide': AuthorizeResult.DENY });
    expect((await decide(request, { verdict: 'approve' })).status).toBe(403);
  });

  it('answers a form, with what is wrong field by field', async () => {
    const { body } = await world.post(
      portal,
      '/requests/preflight',
      withoutReason(aSubmission({}, { name: 'Not_A_Name' })),
    );
    expect(body.problems).toMatchObject([{ field: 'spec.name' }]);
    const fine = await world.post(
      portal,
      '/requests/preflight',
      withoutReason(aSubmission()),
    );
    expect(fine.body).toMatchObject({
      problems: [],
      verdict: { outcome: 'needsApproval' },
      approval: { needed: true },
      quota: { owner: 'group:default/payments' },
    });
    const { body: preview } = await world.post(
      portal,
      '/requests/preview',
      withoutReason(aSubmission()),
    );
    expect(preview.diff).toContain('+kind: Namespace');
    const lastSuccessAt = new Date().toISOString();
    await portal.putTarget('main/222222222222/eu-central-1', { lastSuccessAt });
    await portal.putTarget('main/333333333333/eu-central-1');
    await portal.putTarget('main/222222222222/organization', { lastSuccessAt });
    const catalogue = new DatabaseAddonCatalogue(world.knex);
    const key = {
      partition: 'aws',
      region: 'eu-west-1',
      kubernetesVersion: '1.35',
    };
    const now = new Date();
    await catalogue.claim(key, { observed: now, attempted: now }, now);
    await catalogue.put(
      key,
      { coredns: [{ version: 'v1.12.1-eksbuild.2', default: true }] },
      now,
    );
    // Between two keystrokes the fleet is taken to be as it was.
    jest.setSystemTime(Date.now() + 61_000);
    const { body: options } = await world.get(
      portal,
      '/requests/options?owner=group%3Adefault%2Fpayments',
    );
    expect(options).toMatchObject({
      kinds: ['namespace', 'cluster', 'application'],
      owners: ['group:default/payments'],
      environments: ['dev'],
      // Its own, and one that was read and has no cluster yet.
      accounts: [{ id: '111111111111' }, { id: '222222222222' }],
      regions: ['eu-central-1', 'eu-west-1'],
      addons: [
        {
          name: 'coredns',
          versions: [
            { version: 'v1.12.1-eksbuild.2', kubernetesVersions: ['1.35'] },
          ],
        },
      ],
      gitopsAddons: [],
    });
  });
});

function withoutReason({ reason: _, ...ask }: ReturnType<typeof aSubmission>) {
  return ask;
}
