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
  aClusterSubmission,
  ACCOUNT,
  REGION,
  startClusterRequests,
  type ClusterRequests,
} from './__testUtils__/startClusterRequests';
import type { Portal } from './__testUtils__/startRequests';

jest.setTimeout(180_000);

const NAME = 'checkout-dev';
const THING = `cluster/${ACCOUNT}/${REGION}/${NAME}`;
const FILE = `clusters/dev/${ACCOUNT}/${REGION}/${NAME}/cluster.auto.tfvars.json`;
const ARN = `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/${NAME}`;
const HOUR_MS = 3_600_000;

describe('a request for a cluster that something is wrong with', () => {
  let world: ClusterRequests;
  let portal: Portal;

  beforeEach(async () => {
    world = await startClusterRequests();
    portal = await world.startPortal();
  });

  afterEach(() => world.stop());

  const until = (
    request: FleetRequest,
    holds: (request: FleetRequest) => boolean,
    options: { discovers?: boolean } = {},
  ) => world.until(portal, request, holds, options);
  const proposed = async () => {
    const request = await world.ask(portal, aClusterSubmission());
    await world.decide(portal, request);
    await until(request, () => world.open().length === 1);
    return request;
  };
  const merged = async () => {
    const request = await proposed();
    await world.merge();
    return request;
  };
  const problem = (request: FleetRequest) =>
    until(request, each => Boolean(each.problem));
  const ready = (request: FleetRequest) =>
    until(request, ({ state }) => state === 'ready');
  const faultOnce = (operation: string, code: string, message: string) =>
    world.simulator.addFault({
      match: { service: 'eks', operation, cluster: NAME },
      effect: 'failUpdate',
      error: { code, message },
      times: 1,
    });

  it('says why EKS could not make it, and is followed on once that is mended', async () => {
    faultOnce('CreateCluster', 'InsufficientFreeAddresses', 'No room');
    const request = await merged();
    const failed = await problem(request);
    expect(failed).toMatchObject({
      state: 'provisioning',
      waiting: { code: 'review' },
      rights: { cancel: true },
    });
    expect(failed.problem).toContain('InsufficientFreeAddresses: No room');
    expect(failed.problem).toContain('Mend that and it is followed on');
    // Somebody takes the broken one away, and what provisions it tries again.
    world.simulator.model.removeCluster(ACCOUNT, REGION, NAME);
    await world.simulator.argocd.sync(ARN);
    const done = await ready(request);
    expect(done.problem).toBeUndefined();
  });

  it('is followed no longer where its owner gives it up, and can be deleted then', async () => {
    faultOnce('CreateCluster', 'InsufficientFreeAddresses', 'No room');
    const request = await merged();
    await problem(request);
    const given = await world.post(portal, `/requests/${request.id}/cancel`, {
      comment: 'We use the shared one',
    });
    expect(given.body).toMatchObject({ state: 'cancelled', isOver: true });
    expect(given.body.message).toContain('what is in Git stays there');
    const deletion = await world.ask(portal, {
      kind: 'cluster',
      operation: 'delete',
      owner: 'group:default/payments',
      reason: 'It never came',
      thing: THING,
    });
    await world.decide(portal, deletion);
    await until(deletion, () => world.open().length === 1);
    await world.merge();
    await until(deletion, () => world.open().length === 1);
    await world.merge();
    await ready(deletion);
    expect(world.cluster(NAME)).toBeUndefined();
    expect(await world.simulator.github.file(FILE)).toBeUndefined();
  });

  it('is not ready while its nodes do not come', async () => {
    faultOnce('CreateNodegroup', 'Ec2SubnetInvalidConfiguration', 'No address');
    const request = await merged();
    const stuck = await problem(request);
    expect(stuck.state).toBe('provisioning');
    expect(stuck.problem).toContain('No address');
    expect(world.cluster(NAME)?.status).toBe('ACTIVE');
  });

  it('says that Argo CD does not take it, and goes on once it does', async () => {
    const request = await proposed();
    await world.merge();
    // Somebody breaks the file before Argo CD has seen the merge.
    const text = (await world.simulator.github.file(FILE))!;
    await world.simulator.github.commit({
      user: 'pat',
      files: { [FILE]: text.replace('"name"', '"nam"').slice(0, -3) },
    });
    const refused = await problem(request);
    expect(refused).toMatchObject({
      state: 'merged',
      waiting: { code: 'review' },
      problem: expect.stringContaining('Argo CD does not take it'),
    });
    await world.simulator.github.commit({
      user: 'pat',
      files: { [FILE]: text },
    });
    await ready(request);
  });

  it('says what to do where it is there and discovery never sees it', async () => {
    const request = await merged();
    const waits = await until(
      request,
      ({ waiting }) => waiting?.code === 'catalog',
      { discovers: false },
    );
    expect(waits.message).toContain('waits for discovery to see it');
    // Discovery was asked to look.
    expect(portal.published).toContainEqual({
      topic: 'eks-fleet.refresh',
      eventPayload: { targets: [`${ACCOUNT}/${REGION}`] },
    });
    jest.setSystemTime(Date.now() + 3 * HOUR_MS);
    const late = await until(request, each => Boolean(each.problem), {
      discovers: false,
    });
    expect(late.problem).toContain(
      `Look at what Sources says of ${ACCOUNT}/${REGION}`,
    );
    await ready(request);
  });

  it('is refused where a cluster, or another request, has its name', async () => {
    // Made by hand, and in no file.
    world.simulator.model.addCluster(ACCOUNT, {
      name: 'by-hand',
      region: REGION,
      version: '1.35',
    });
    await world.discover(portal);
    jest.setSystemTime(Date.now() + HOUR_MS);
    const taken = await world.post(
      portal,
      '/requests',
      aClusterSubmission({}, { name: 'by-hand' }),
    );
    expect(taken).toMatchObject({
      status: 400,
      body: {
        error: { message: expect.stringContaining('must have another name') },
      },
    });
    await world.ask(portal, aClusterSubmission());
    const again = await world.post(portal, '/requests', aClusterSubmission());
    expect(again).toMatchObject({
      status: 400,
      body: {
        error: {
          message: expect.stringContaining('There is a request for it already'),
        },
      },
    });
  });

  it('is cancelled where its pull request is closed by hand', async () => {
    const request = await proposed();
    const [{ number }] = world.open();
    await world.simulator.github.close({ number, user: 'pat' });
    const over = await until(request, ({ isOver }) => isOver);
    expect(over).toMatchObject({
      state: 'cancelled',
      message: `Pull request #${number} was closed unmerged`,
    });
  });

  it('goes on with a branch that is there already', async () => {
    world.simulator.addFault({
      match: {
        service: 'github',
        operation: 'POST /repos/{owner}/{repo}/git/refs',
      },
      effect: 'lostAnswer',
      times: 1,
    });
    await ready(await merged());
    expect(world.simulator.github.pulls()).toHaveLength(1);
  });

  it('says so where somebody puts something else on its pull request', async () => {
    const request = await world.ask(portal, aClusterSubmission());
    await world.decide(portal, request);
    await until(request, () => world.open().length === 1);
    const [{ head, number }] = world.open();
    await world.simulator.github.commit({
      branch: head.ref,
      user: 'pat',
      files: { [FILE]: '{}\n' },
    });
    const seen = await problem(request);
    expect(seen.problem).toContain(
      `Somebody put something else on pull request #${number}`,
    );
  });

  it('is looked at again where its file changed since the form was opened', async () => {
    await ready(await merged());
    const { body: form } = await world.get(
      portal,
      `/requests/current?thing=${encodeURIComponent(THING)}`,
    );
    expect(form).toMatchObject({ path: FILE });
    const text = (await world.simulator.github.file(FILE))!;
    await world.simulator.github.commit({
      user: 'pat',
      files: { [FILE]: text.replace('"max_size": 4', '"max_size": 8') },
    });
    const change = {
      kind: 'cluster',
      operation: 'change',
      owner: 'group:default/payments',
      reason: 'For whoever looks for it',
      thing: THING,
      patch: { tags: { tier: '2' } },
    };
    const stale = await world.post(portal, '/requests', {
      ...change,
      base: { specHash: form.specHash },
    });
    expect(stale).toMatchObject({
      status: 409,
      body: {
        error: {
          message: expect.stringContaining('changed since the form was opened'),
        },
      },
    });
    // Who looks at it as it is now leaves alone what somebody wrote there.
    const request = await world.ask(portal, change);
    expect(JSON.stringify(request.before)).toContain('"maxSize":8');
    // And what changes after it was agreed to has to be agreed to again.
    await world.simulator.github.commit({
      user: 'pat',
      files: { [FILE]: text.replace('"max_size": 4', '"max_size": 9') },
    });
    await world.decide(portal, request);
    const again = await until(
      request,
      ({ state, steps }) =>
        state === 'pendingApproval' &&
        steps.some(({ message }) => message?.includes('agreed to again')),
    );
    expect(JSON.stringify(again.before)).toContain('"maxSize":9');
  });
});
