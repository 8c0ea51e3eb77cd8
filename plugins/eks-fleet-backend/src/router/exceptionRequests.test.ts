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
import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { condition } from '../__testUtils__/startFleet';
import {
  anAsk,
  MINE,
  OTHER,
  startExceptions,
  VALUES,
  type Exceptions,
  type Portal,
} from '../policy/exceptions/__testUtils__/startExceptions';

jest.setTimeout(120_000);

const REQUEST = 'eks-fleet.exception.request';
const APPROVE = 'eks-fleet.exception.approve';
const READ = 'eks-fleet.cluster.read';
const only = (account: string) => ({
  conditions: condition('IN_ACCOUNT', { accounts: [account] }),
});

describe('requests for exceptions', () => {
  let world: Exceptions;
  let portal: Portal;
  let fingerprint: string;

  beforeAll(async () => {
    world = await startExceptions(['alpha', 'beta', 'gamma']);
    portal = await world.startPortal();
    for (const cluster of ['beta', 'gamma']) {
      await world.finding(portal, 'no-latest-tag', cluster);
    }
    ({ fingerprint } = await world.finding(portal, 'no-latest-tag'));
  });

  beforeEach(async () => {
    portal.decide({});
    await world.knex('exception_request_events').delete();
    await world.knex('exception_request_clusters').delete();
    await world.knex('exception_requests').delete();
  });

  afterAll(() => world.stop());

  const ask = (part = {}, user?: string) =>
    world.post(
      portal,
      'requests',
      anAsk({ finding: fingerprint, ...part }),
      user,
    );
  const decide = (
    { contentHash, id }: ExceptionRequest,
    verdict = 'approve',
    user = 'sam',
  ) =>
    world.post(
      portal,
      `requests/${id}/decision`,
      { verdict, contentHash },
      user,
    );
  const names = ({ clusters }: ExceptionRequest) =>
    clusters.map(({ cluster }) => cluster.name).sort();

  describe('a preview', () => {
    const preview = (part = {}) =>
      world.post(portal, 'preview', anAsk({ finding: fingerprint, ...part }));

    it('shows files, the diff and the findings that it covers', async () => {
      const { body, status } = await preview();
      expect({ body, status }).toMatchObject({
        status: 200,
        body: {
          problems: [],
          notes: [],
          rendering: 'policies.kyverno.io',
          clusters: [{ name: 'alpha' }],
          findings: { count: 1, items: [{ resource: { name: 'web' } }] },
          maxDays: 90,
          approval: 'required',
        },
      });
      expect(body.files[0].text).toContain('kind: PolicyException');
      expect(body.diff).toContain(`+++ b/${body.files[0].path}\n`);
    });

    it('covers all of a namespace, on all of the environment', async () => {
      const { body } = await preview({
        scope: 'namespace',
        clusters: 'environment',
      });
      expect(body.findings.count).toBe(6);
      expect(body.clusters).toHaveLength(3);
    });

    it('shows what is added to the values for Gatekeeper', async () => {
      const found = await world.finding(portal, 'require-owner');
      const { body } = await preview({ finding: found.fingerprint });
      expect(body).toMatchObject({
        rendering: 'gatekeeper',
        files: [{ path: VALUES }],
      });
      expect(body.diff).toContain(
        ' engine: gatekeeper # for now\n+exceptions:',
      );
    });

    it('says by field what is wrong', async () => {
      const { body } = await preview({
        reason: ' ',
        expiresAt: '2030-01-01',
      });
      expect(body.problems).toEqual([
        { field: 'reason', message: 'is missing' },
        {
          field: 'expiresAt',
          message: expect.stringContaining('more than 90 days'),
        },
      ]);
      expect(body.files).toHaveLength(1);
    });

    it('says which engine has no exceptions', async () => {
      const found = await world.finding(portal, 'no-host-path');
      const { body } = await preview({ finding: found.fingerprint });
      expect(body).toMatchObject({
        files: [],
        problems: [
          { field: 'policy', message: expect.stringContaining('binding') },
        ],
      });
    });
  });

  it('refuses what is wrong, with the field', async () => {
    const { body, status } = await ask({ reason: '', expiresAt: undefined });
    expect(status).toBe(400);
    expect(body.error.message).toContain('reason: is missing');
    expect(body.error.message).toContain('expiresAt: is missing');
    const { status: unknown } = await ask({ hours: 3 });
    expect(unknown).toBe(400);
  });

  it('is asked for without a finding too', async () => {
    const found = await world.finding(portal, 'no-latest-tag');
    const { body, status } = await ask({
      finding: undefined,
      policy: found.policy.id,
      cluster: found.cluster.arn,
      namespace: 'shop',
      scope: 'namespace',
    });
    expect({ body, status }).toMatchObject({
      status: 201,
      body: { scope: { kind: 'namespace', namespace: 'shop' } },
    });
    const { body: refused } = await ask({ finding: undefined });
    expect(refused.error.message).toContain('policy: is missing');
  });

  it('has one at a time for the same', async () => {
    expect((await ask()).status).toBe(201);
    const { body, status } = await ask({}, 'sam');
    expect(status).toBe(409);
    expect(body.error.message).toContain('already');
    expect((await ask({ scope: 'namespace' })).status).toBe(201);
  });

  it('reaches as far in the environment as its asker may ask', async () => {
    portal.decide({ [REQUEST]: only(MINE) });
    const { body } = await ask({ clusters: 'environment' });
    expect(names(body)).toEqual(['alpha', 'beta']);
  });

  it('needs the permission to ask, on the cluster', async () => {
    portal.decide({ [REQUEST]: only(OTHER) });
    const { body, status } = await ask();
    expect(status).toBe(403);
    expect(body.error.message).toContain(REQUEST);
  });

  it('does not tell of findings and requests that one may not read', async () => {
    const { body } = await ask();
    portal.decide({ [READ]: only(OTHER) });
    expect((await ask()).status).toBe(404);
    expect((await world.get(portal, `requests/${body.id}`)).status).toBe(404);
    expect((await decide(body)).status).toBe(404);
    const { body: list } = await world.get(portal, 'requests');
    expect(list).toMatchObject({ items: [], totalItems: 0 });
  });

  it('shows of one over many clusters only those that one may read', async () => {
    const { body } = await ask({ clusters: 'environment' });
    expect(names(body)).toEqual(['alpha', 'beta', 'gamma']);
    portal.decide({ [READ]: only(OTHER) });
    const { body: part } = await world.get(portal, `requests/${body.id}`);
    expect(names(part)).toEqual(['gamma']);
    expect(part.files).toHaveLength(1);
    expect(JSON.stringify(part)).not.toContain(MINE);
  });

  it('is decided by another person who may, on each of its clusters', async () => {
    const { body } = await ask({ clusters: 'environment' });
    portal.decide({ [APPROVE]: only(MINE) });
    const { body: refused, status } = await decide(body);
    expect(status).toBe(403);
    expect(refused.error.message).toContain('on each of its clusters');
    portal.decide({ [APPROVE]: AuthorizeResult.ALLOW });
    expect((await decide(body, 'approve', 'ada')).status).toBe(403);
    expect((await decide(body, 'approve', 'gone')).status).toBe(403);
    const { body: rejected } = await decide(body, 'reject');
    expect(rejected).toMatchObject({
      state: 'rejected',
      message: 'user:default/sam refused it',
      rights: { decide: false, cancel: false, remove: false },
    });
    expect((await decide(body)).status).toBe(409);
  });

  it('is found by who asked, by whom it waits for, and by state', async () => {
    const { body: made } = await ask();
    const list = async (query: string, user?: string) => {
      const { body, status } = await world.get(
        portal,
        `requests?${query}`,
        user,
      );
      expect({ body, status }).toMatchObject({
        status: 200,
        body: { items: expect.any(Array) },
      });
      return body.items.map(({ id }: ExceptionRequest) => id);
    };
    expect(await list('requestedBy=me')).toEqual([made.id]);
    expect(await list('requestedBy=me', 'sam')).toEqual([]);
    expect(await list('waitsFor=me')).toEqual([]);
    expect(await list('waitsFor=me', 'sam')).toEqual([made.id]);
    expect(await list('state=pendingApproval&state=merged')).toEqual([made.id]);
    expect(await list('state=removed')).toEqual([]);
    const arn = made.clusters[0].cluster.arn;
    expect(await list(`cluster=${encodeURIComponent(arn)}`)).toEqual([made.id]);
    portal.decide({ [APPROVE]: only(OTHER) });
    expect(await list('waitsFor=me', 'sam')).toEqual([]);
  });

  it('is taken back by who asked, and by nobody who may not', async () => {
    const { body: made } = await ask();
    const cancel = (user: string) =>
      world.post(portal, `requests/${made.id}/cancel`, undefined, user);
    portal.decide({ [APPROVE]: AuthorizeResult.DENY });
    expect((await cancel('sam')).status).toBe(403);
    expect((await cancel('ada')).body).toMatchObject({ state: 'cancelled' });
    expect((await cancel('ada')).status).toBe(409);
    const { status } = await world.post(
      portal,
      `requests/${made.id}/remove`,
      undefined,
    );
    expect(status).toBe(409);
  });

  it('is for users, and written down', async () => {
    const { status } = await portal
      .post('/exceptions/requests', anAsk({ finding: fingerprint }))
      .set('Authorization', mockCredentials.service.header());
    expect(status).toBe(403);
    portal.auditTrail.length = 0;
    const { body } = await ask();
    await decide(body, 'approve', 'ada');
    await decide(body, 'reject');
    expect(
      portal.auditTrail.map(({ eventId, outcome }) => [eventId, outcome]),
    ).toEqual([
      ['exception-request', 'success'],
      ['exception-decision', 'fail'],
      ['exception-decision', 'success'],
    ]);
  });

  it('keeps what people wrote a text, in the pull request too', async () => {
    const reason = '<img src=x> | @all **x**\n# y';
    const { body } = await ask({ reason });
    await decide(body);
    await world.until(
      portal,
      body.id,
      ({ pullRequest }) => pullRequest !== undefined,
    );
    const pull = world.pulls().at(-1)!;
    expect(pull.body).toContain(
      '| Reason | \\<img src=x\\> \\| @\u200ball \\*\\*x\\*\\* \\# y |',
    );
  });
});

it('asks and decides nothing while permissions are off', async () => {
  const world = await startExceptions();
  try {
    const portal = await world.startPortal({
      config: { permission: { enabled: false } },
    });
    const { fingerprint } = await world.finding(portal, 'no-latest-tag');
    const { body, status } = await world.post(
      portal,
      'requests',
      anAsk({ finding: fingerprint }),
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain('permission.enabled');
  } finally {
    await world.stop();
  }
});
