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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  spreadPolicyMatrix,
  type PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ObservationFailure,
  policySourcesExtensionPoint,
  type PolicyOutcome,
  type PolicySource,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { clusterEntity } from '../__testUtils__/entities';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const MINE = '111111111111';
const OTHER = '222222222222';
const ALPHA = `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`;
const GAMMA = `arn:aws:eks:eu-west-1:${OTHER}:cluster/gamma`;
const REQUESTS = {
  engine: 'kyverno',
  kind: 'ClusterPolicy',
  name: 'require-requests',
} as const;

const broken = (name: string, facts: Partial<PolicyOutcome> = {}) => ({
  policy: REQUESTS,
  rule: 'containers',
  result: 'fail' as const,
  severity: 'high' as const,
  message: `=cmd <b>${name}</b> requests nothing`,
  resource: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
  },
  ...facts,
});

/** What the engine of each cluster says; beta has none, delta is never reached. */
const SOURCE: PolicySource = {
  kind: 'policyKyverno',
  schedule: { everySeconds: 600, timeoutSeconds: 60 },
  async read({ name }, sink) {
    if (name === 'beta') {
      throw new ObservationFailure('notInstalled', 'Kyverno is not there');
    }
    if (name === 'delta') {
      throw new ObservationFailure(
        'forbidden',
        `${OTHER} does not let 999999999999 list clusterpolicies`,
      );
    }
    sink.policy({
      ...REQUESTS,
      title: 'Containers request resources',
      category: 'reliability',
      severity: 'high',
      mode: name === 'alpha' ? 'audit' : 'enforce',
      ready: true,
      version: 'fleet-policies-1.0.0',
      documentation: 'https://example.com/requests',
      origin: { argocdApplication: `policies-${name}` },
    });
    sink.tally({ policy: REQUESTS, pass: 7, passes: 'exact' });
    if (name === 'alpha') {
      await sink.outcomes([
        broken('api'),
        broken('worker'),
        broken('old', { result: 'exempt', exceptions: ['kyverno/old'] }),
      ]);
      sink.exception({
        engine: 'kyverno',
        kind: 'PolicyException',
        namespace: 'kyverno',
        name: 'old',
        policies: [{ name: REQUESTS.name }],
        scope: 'Deployment shop/old',
        expiresAt: '2026-11-20T00:00:00.000Z',
      });
    }
    return { engines: ['kyverno'], passes: 'exact' };
  },
};

const sources = createBackendModule({
  pluginId: 'eks-fleet',
  moduleId: 'policies-of-the-test',
  register(env) {
    env.registerInit({
      deps: { policies: policySourcesExtensionPoint },
      async init({ policies }) {
        policies.addSource(SOURCE);
      },
    });
  },
});

describe('policies over HTTP', () => {
  const scheduler = mockServices.scheduler();
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await startFleet({
      entities: [
        clusterEntity({
          name: 'alpha',
          accountId: MINE,
          owner: 'group:default/payments',
          labels: { environment: 'prod' },
        }),
        clusterEntity({ name: 'beta', accountId: MINE }),
        clusterEntity({
          name: 'gamma',
          accountId: OTHER,
          owner: 'group:default/data',
        }),
        clusterEntity({ name: 'delta', accountId: OTHER }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'ada', namespace: 'default' },
          spec: { memberOf: ['payments'] },
          relations: [
            { type: 'memberOf', targetRef: 'group:default/security' },
          ],
        },
      ],
      config: {
        eksFleet: {
          argocd: [
            {
              id: 'hub',
              cluster: ALPHA,
              url: 'https://argocd.example.com',
            },
          ],
          policies: {
            links: [
              {
                title: 'Policy Reporter',
                url: 'https://pr.example.com/policies/{source}/{policy}?cluster={cluster}',
              },
              {
                title: 'Cluster in Policy Reporter',
                url: 'https://pr.example.com/?cluster={cluster}',
              },
              {
                title: 'Namespace in Policy Reporter',
                url: 'https://pr.example.com/namespace/{namespace}?cluster={cluster}',
              },
            ],
          },
        },
      },
      features: [sources],
      scheduler,
    });
    await scheduler.triggerTask('eks-fleet-inventory');
    await scheduler.triggerTask('eks-fleet-collection');
    const states = async () => {
      const { body } = await fleet.get('/policies/matrix');
      const [row] = spreadPolicyMatrix(body).rows;
      return row?.cells.map(({ state }) => state).sort();
    };
    const wanted = ['deployed', 'deployed', 'noEngine', 'unknown'];
    while (`${await states()}` !== `${wanted}`) {
      // The collection goes on meanwhile.
    }
  });

  beforeEach(() => fleet.decide({}));

  afterAll(() => fleet.stop());

  const read = async (path: string) => {
    const { body, status } = await fleet.get(path);
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    return body;
  };
  const readMatrix = async (query = ''): Promise<any> =>
    spreadPolicyMatrix(await read(`/policies/matrix${query}`));
  const findings = async (query = ''): Promise<PolicyFinding[]> =>
    (await read(`/findings${query}`)).items;
  const onlyIn = (account: string) =>
    fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: condition('IN_ACCOUNT', { accounts: [account] }),
      },
    });

  it('says of each cluster what is there, how it is held, and what breaks it', async () => {
    const { by, columns, rows } = await readMatrix();
    const cell = (name: string) =>
      rows[0].cells[
        columns.findIndex((of: { title: string }) => of.title === name)
      ];
    expect(by).toBe('cluster');
    expect(rows).toHaveLength(1);
    expect(rows[0].policy).toMatchObject({
      name: 'require-requests',
      category: 'reliability',
      severity: 'high',
      counts: { fail: 2, exempt: 1, pass: 14, passes: 'exact' },
      clusters: { deployed: 2, failing: 1, enforce: 1, audit: 1, unknown: 1 },
    });
    expect(cell('alpha')).toMatchObject({
      state: 'deployed',
      mode: 'audit',
      fail: 2,
      exempt: 1,
      severity: 'high',
      version: 'fleet-policies-1.0.0',
    });
    expect(cell('gamma')).toMatchObject({ state: 'deployed', mode: 'enforce' });
    expect(cell('beta')).toEqual({ state: 'noEngine' });
    expect(cell('delta')).toEqual({ state: 'unknown' });
  });

  it('adds clusters up by what they share', async () => {
    const { columns, rows } = await readMatrix('?by=account');
    expect(columns).toEqual([
      expect.objectContaining({ key: MINE, clusters: 2 }),
      expect.objectContaining({ key: OTHER, clusters: 2 }),
    ]);
    expect(rows[0].cells).toEqual([
      expect.objectContaining({ fail: 2, clusters: 2, deployedOn: 1 }),
      expect.objectContaining({ clusters: 2, deployedOn: 1 }),
    ]);
  });

  it('sums up what wants attention', async () => {
    expect(await read('/policies/summary')).toMatchObject({
      newThisWeek: 2,
      counts: { fail: 2, exempt: 1 },
      bySeverity: { high: 2 },
      overdue: 0,
      exceptionsExpiring: 0,
      exceptionsExpired: 1,
      safeToEnforce: 0,
      clusters: { total: 4, withEngine: 2, withoutEngine: 0, unknown: 2 },
    });
  });

  it('counts, lists and charts only what the caller may read', async () => {
    onlyIn(MINE);
    const { columns, rows } = await readMatrix();
    expect(columns.map(({ title }: { title: string }) => title)).toEqual([
      'alpha',
      'beta',
    ]);
    expect(rows[0].policy.counts.pass).toBe(7);
    onlyIn(OTHER);
    expect(await findings()).toEqual([]);
    expect(await read('/policies/summary')).toMatchObject({ newThisWeek: 0 });
    const { points } = await read('/policies/trend');
    expect(points.every(({ fail }: { fail: number }) => fail === 0)).toBe(true);
    expect((await read('/exceptions')).items).toEqual([]);
  });

  it('shows one policy, with the clusters where it is and whether it may be enforced', async () => {
    const [{ id }] = (await read('/policies')).items;
    expect(await read(`/policies/${id}`)).toMatchObject({
      name: 'require-requests',
      rules: [{ rule: 'containers', findings: 2 }],
      links: [{ title: 'Documentation', url: 'https://example.com/requests' }],
    });
    const { items, totalItems } = await read(`/policies/${id}/clusters`);
    expect(totalItems).toBe(4);
    expect(
      items.map((item: any) => [item.cluster.name, item.safeToEnforce.verdict]),
    ).toEqual([
      ['alpha', 'failing'],
      ['beta', 'unknown'],
      ['delta', 'unknown'],
      ['gamma', 'enforced'],
    ]);
    await fleet.get('/policies/0123456789abcdef').expect(404);
  });

  it('finds no cluster of a policy where none is asked for, and no policy where there is none', async () => {
    const [{ id }] = (await read('/policies')).items;
    const none = 'fullTextFilterTerm=nowhere';
    expect(await read(`/policies/${id}/clusters?${none}`)).toMatchObject({
      items: [],
      totalItems: 0,
    });
    const { items } = await read(
      `/policies/${id}/clusters?fullTextFilterTerm=alp`,
    );
    expect(items.map((item: any) => item.cluster.name)).toEqual(['alpha']);
    await fleet.get(`/policies/0123456789abcdef/clusters?${none}`).expect(404);
  });

  it('shows the policies of one cluster, and where they are known from', async () => {
    expect(
      await read('/clusters/by-name/default/alpha-1111/policies'),
    ).toMatchObject({
      engines: ['kyverno'],
      counts: { fail: 2 },
      feeds: [{ kind: 'policyKyverno', state: 'fresh', passes: 'exact' }],
      namespaces: [{ namespace: 'shop', findings: 2 }],
      items: [{ policy: { name: 'require-requests' }, cell: { fail: 2 } }],
    });
  });

  it('leads out of the portal, to what is known of each thing', async () => {
    const urlsOf = (links: Array<{ url: string }>) =>
      links.map(({ url }) => url);
    const { items, links } = await read(
      '/clusters/by-name/default/alpha-1111/policies',
    );
    const application =
      'https://argocd.example.com/applications/policies-alpha';
    const reporter =
      'https://pr.example.com/policies/kyverno/require-requests?cluster=alpha';
    expect(urlsOf(links)).toEqual(['https://pr.example.com/?cluster=alpha']);
    expect(urlsOf(items[0].links)).toEqual([application, reporter]);
    const [{ fingerprint }] = await findings();
    expect(urlsOf((await read(`/findings/${fingerprint}`)).links)).toEqual([
      'https://example.com/requests',
      application,
      reporter,
      'https://pr.example.com/?cluster=alpha',
      'https://pr.example.com/namespace/shop?cluster=alpha',
    ]);
    const { id } = items[0].policy;
    expect(urlsOf((await read(`/policies/${id}`)).links)).toEqual([
      'https://example.com/requests',
    ]);
  });

  it('says what keeps a cluster from being read, without names of accounts that the reader may not know', async () => {
    const feeds = async () =>
      (await read('/clusters/by-name/default/delta-2222/policies')).feeds;
    expect(await feeds()).toMatchObject([{ state: 'forbidden' }]);
    onlyIn(OTHER);
    const [{ error }] = await feeds();
    expect(error.message).toContain(OTHER);
    expect(error.message).not.toContain('999999999999');
  });

  it('lists findings with the owner, the worst first, and pages through them', async () => {
    const items = await findings();
    expect(items.map(({ resource }) => resource.name).sort()).toEqual([
      'api',
      'worker',
    ]);
    expect(items[0]).toMatchObject({
      policy: { name: 'require-requests' },
      result: 'fail',
      severity: 'high',
      mode: 'audit',
      rule: 'containers',
      cluster: { name: 'alpha', environment: 'prod' },
      owner: 'group:default/payments',
      ownerFrom: 'cluster',
      source: 'policyKyverno',
      firstSeen: '2026-11-23T12:00:00.000Z',
      dueAt: '2026-12-23T12:00:00.000Z',
    });
    const first = await read('/findings?limit=1');
    const next = await read(
      `/findings?limit=1&cursor=${first.pageInfo.nextCursor}`,
    );
    expect(first.totalItems).toBe(2);
    expect(next.items).toHaveLength(1);
    expect(next.items[0].fingerprint).not.toBe(first.items[0].fingerprint);
    expect(next.pageInfo.nextCursor).toBeUndefined();
  });

  it.each([
    ['?filter=result=exempt', ['old']],
    ['?filter=exception=kyverno/old,result=exempt', ['old']],
    ['?filter=resource=api', ['api']],
    ['?filter=owner=group:default/payments,severity=high', ['api', 'worker']],
    ['?filter=owner=group:default/data', []],
    ['?filter=environment=prod,new=day', ['api', 'worker']],
    ['?filter=due=overdue', []],
    ['?filter=state=resolved', []],
    ['?fullTextFilterTerm=WORK', ['worker']],
    [`?filter=cluster=${GAMMA}`, []],
    [
      `?filter=cluster=${ALPHA},kind=Deployment,namespace=shop`,
      ['api', 'worker'],
    ],
  ])('finds by %s', async (query, names) => {
    const items = await findings(query);
    expect(items.map(({ resource }) => resource.name).sort()).toEqual(names);
  });

  it('counts by facet', async () => {
    const { facets } = await read(
      '/findings/facets?facet=severity&facet=owner&facet=namespace',
    );
    expect(facets).toEqual({
      severity: [expect.objectContaining({ value: 'high', count: 2 })],
      owner: [
        expect.objectContaining({ value: 'group:default/payments', count: 2 }),
      ],
      namespace: [expect.objectContaining({ value: 'shop', count: 2 })],
    });
  });

  it('gives findings as CSV that no spreadsheet computes', async () => {
    const { headers, text } = await fleet.get('/findings/csv');
    expect(headers['content-type']).toContain('text/csv');
    const [head, ...lines] = text.trim().split('\r\n');
    expect(head.split(',').slice(0, 4)).toEqual([
      'severity',
      'result',
      'engine',
      'policy',
    ]);
    expect(lines).toHaveLength(2);
    expect(text).toContain(`'=cmd <b>api</b> requests nothing`);
  });

  it('answers the same for a finding that is not there and one that may not be read', async () => {
    const [{ fingerprint }] = await findings();
    onlyIn(OTHER);
    const hidden = await fleet.get(`/findings/${fingerprint}`);
    const none = await fleet.get(`/findings/${'0'.repeat(32)}`);
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(hidden.body.error.message.replace(fingerprint, '')).toBe(
      none.body.error.message.replace('0'.repeat(32), ''),
    );
  });

  it('has an exception that is honoured after its end', async () => {
    expect(await read('/exceptions')).toMatchObject({
      totalItems: 1,
      counts: { expired: 1, honouredAfterExpiry: 1 },
      items: [
        {
          name: 'old',
          state: 'expired',
          flags: ['honouredAfterExpiry'],
          exempted: 1,
          clusters: [{ name: 'alpha' }],
        },
      ],
    });
  });

  it.each([
    ['/policies', 403],
    ['/policies/matrix', 403],
    ['/policies/summary', 403],
    ['/policies/trend', 403],
    ['/findings', 403],
    ['/findings/csv', 403],
    ['/findings/facets?facet=owner', 403],
    ['/exceptions', 403],
    ['/policies/0123456789abcdef', 404],
    ['/clusters/by-name/default/alpha-1111/policies', 404],
  ])('tells nobody %s who may read nothing', async (path, status) => {
    fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.DENY });
    expect((await fleet.get(path)).status).toBe(status);
  });

  it.each([
    ['/findings?filter=severity=urgent', 'filter: severity'],
    ['/findings?filter=result=pass', 'filter: result'],
    ['/findings?cursor=abc', 'cursor'],
    ['/findings?orderField=message,asc', 'orderField'],
    ['/findings/xyz', 'finding'],
    ['/policies?filter=mode=strict', 'filter: mode'],
    ['/policies/matrix?by=region', 'by'],
    ['/policies/trend?days=5000', 'days'],
    ['/exceptions?filter=flag=old', 'filter: flag'],
  ])('refuses %s and says why', async (path, field) => {
    const { body, status } = await fleet.get(path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  describe('assigning', () => {
    const ada = mockCredentials.user.header('user:default/ada');
    const assign = async (assignee: string, header = ada) => {
      const [{ fingerprint }] = await findings('?filter=resource=api');
      return fleet
        .put(`/findings/${fingerprint}/assignment`, { assignee, note: 'soon' })
        .set('Authorization', header);
    };

    it('is written down, with who did it', async () => {
      const { body, status } = await assign('group:default/payments');
      expect(body.error).toBeUndefined();
      expect(status).toBe(200);
      expect(body.assignment).toEqual({
        assignee: 'group:default/payments',
        note: 'soon',
        by: 'user:default/ada',
        at: '2026-11-23T12:00:00.000Z',
      });
      expect(
        await findings('?filter=assignee=group:default/payments'),
      ).toHaveLength(1);
      expect(fleet.auditTrail.at(-1)).toMatchObject({
        eventId: 'finding-assign',
        outcome: 'success',
      });
      expect((await assign('')).body.assignment).toBeUndefined();
    });

    it('is for people', async () => {
      const { status } = await assign(
        'group:default/payments',
        mockCredentials.service.header(),
      );
      expect(status).toBe(403);
    });

    it('is refused to who neither owns it nor edits policies', async () => {
      fleet.decide({ 'eks-fleet.policy.edit': AuthorizeResult.DENY });
      const { body, status } = await assign('group:default/data');
      expect(status).toBe(403);
      expect(body.error.message).toContain('eks-fleet.policy.edit');
    });

    it('names what is no person or group', async () => {
      const { body, status } = await assign('component:default/api');
      expect(status).toBe(400);
      expect(body.error.message).toContain('assignee');
    });
  });
});

describe('policies switched off', () => {
  it('are not served, and nothing else minds', async () => {
    const fleet = await startFleet({
      entities: [clusterEntity({ name: 'alpha', accountId: MINE })],
      config: { eksFleet: { policies: { enabled: false } } },
    });
    await fleet.ready();
    const { body, status } = await fleet.get('/policies');
    expect(status).toBe(404);
    expect(body.error.message).toContain('eksFleet.policies.enabled');
    await fleet.get('/clusters').expect(200);
    await fleet.stop();
  });
});
