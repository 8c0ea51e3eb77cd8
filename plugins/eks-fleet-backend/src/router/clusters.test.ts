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
  accountEntity,
  clusterEntity,
  foreignEntity,
} from '../__testUtils__/entities';
import { startFleet } from '../__testUtils__/startFleet';

const PAYMENTS = '111111111111';
const DATA = '222222222222';

describe('reading clusters', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await startFleet({
      entities: [
        accountEntity(PAYMENTS, 'payments-prod'),
        clusterEntity({
          name: 'alpha',
          accountId: PAYMENTS,
          version: '1.9',
          labels: { environment: 'prod', tier: 'gold' },
          links: [
            { title: 'Console', url: 'https://console.aws.amazon.com/' },
            { title: 'Bad', url: 'data:text/html,hi' },
          ],
        }),
        clusterEntity({ name: 'Beta', accountId: PAYMENTS, version: '1.31' }),
        clusterEntity({
          name: 'gamma',
          accountId: DATA,
          region: 'us-east-1',
          version: '1.35',
          owner: 'group:default/data',
        }),
        foreignEntity('somewhere-else'),
      ],
    });
    await fleet.ready();
  });

  afterAll(() => fleet.stop());

  const names = async (query: string) => {
    const { status, body } = await fleet.get(`/clusters?${query}`);
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    return body.items.map((item: { name: string }) => item.name);
  };

  it('lists all by name, foreign ones among them', async () => {
    expect(await names('')).toEqual([
      'alpha',
      'Beta',
      'gamma',
      'somewhere-else',
    ]);
  });

  it('gives all that is known of one', async () => {
    const { body } = await fleet.get('/clusters/by-name/default/alpha-1111');
    expect(body).toMatchObject({
      entityRef: 'resource:default/alpha-1111',
      origin: 'eks-fleet',
      arn: `arn:aws:eks:eu-west-1:${PAYMENTS}:cluster/alpha`,
      accountId: PAYMENTS,
      accountName: 'payments-prod',
      environment: 'prod',
      owner: 'group:default/platform',
      createdAt: '2025-01-02T03:04:05.000Z',
      observation: { state: 'unknown' },
      links: [{ title: 'Console', url: 'https://console.aws.amazon.com/' }],
    });
  });

  it('orders versions by number', async () => {
    expect(
      await names('filter=origin=eks-fleet&orderField=version,asc'),
    ).toEqual(['alpha', 'Beta', 'gamma']);
    expect(
      await names('filter=origin=eks-fleet&orderField=version,desc'),
    ).toEqual(['gamma', 'Beta', 'alpha']);
  });

  it.each([
    [`filter=account=${DATA}`, ['gamma']],
    ['filter=region=eu-west-1,version=1.31', ['Beta']],
    ['filter=version=1.31,version=1.35', ['Beta', 'gamma']],
    ['filter=version=1.31&filter=owner=group:default/data', ['Beta', 'gamma']],
    ['filter=label.tier=gold', ['alpha']],
    ['filter=environment=prod', ['alpha']],
    ['filter=origin=foreign', ['somewhere-else']],
    ['filter=support=standard', ['gamma']],
    ['filter=support=unknown', ['alpha', 'somewhere-else']],
    ['filter=observation=fresh', []],
    ['fullTextFilterTerm=PAYMENTS-prod', ['alpha', 'Beta']],
    ['fullTextFilterTerm=_', []],
    ['fullTextFilterTerm=%25', []],
    [`fullTextFilterTerm=${encodeURIComponent(`' or 1=1 --`)}`, []],
    [`filter=${encodeURIComponent(`label.x') or 1=1 --=y`)}`, []],
  ])('filters by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each(['name', 'version', 'support', 'seen', 'account'])(
    'walks forth and back through pages ordered by %s',
    async field => {
      const all = await names(`orderField=${field},desc`);
      const walked: string[] = [];
      let page = (await fleet.get(`/clusters?limit=1&orderField=${field},desc`))
        .body;
      for (;;) {
        expect(page.totalItems).toBe(4);
        walked.push(page.items[0].name);
        if (!page.pageInfo.nextCursor) {
          break;
        }
        page = (
          await fleet.get(
            `/clusters?limit=1&cursor=${page.pageInfo.nextCursor}`,
          )
        ).body;
      }
      expect(walked).toEqual(all);
      const back = await fleet.get(
        `/clusters?limit=2&cursor=${page.pageInfo.prevCursor}`,
      );
      expect(
        back.body.items.map((item: { name: string }) => item.name),
      ).toEqual(all.slice(1, 3));
    },
  );

  it.each([
    [
      'filter=colour=red',
      /filter: unknown key "colour"; use cluster, account, region/,
    ],
    ['filter=colour', /filter: "colour" is no key=value pair/],
    ['limit=0', /limit/],
    ['limit=many', /limit/],
    ['orderField=colour', /orderField/],
    ['cursor=abc', /cursor/],
    ['nonsense=1', /nonsense/],
  ])('refuses %s', async (query, message) => {
    const { status, body } = await fleet.get(`/clusters?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('refuses a cursor that was changed', async () => {
    const { body } = await fleet.get('/clusters?limit=1');
    const cursor = JSON.parse(
      Buffer.from(body.pageInfo.nextCursor, 'base64url').toString(),
    );
    const changes = [
      { ...cursor, after: { key: 7, entityRef: 'x' } },
      { ...cursor, after: { key: { raw: '1' }, entityRef: 'x' } },
      { ...cursor, scope: 'all' },
      { ...cursor, after: undefined },
      { ...cursor, before: cursor.after },
      { ...cursor, order: { field: 'hash', direction: 'asc' } },
      { ...cursor, filters: [[{ facet: 'hash', values: ['x'] }]] },
    ];
    for (const change of changes) {
      const text = Buffer.from(JSON.stringify(change)).toString('base64url');
      const answer = await fleet.get(`/clusters?cursor=${text}`);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/^cursor:/);
    }
  });

  it('counts facets', async () => {
    const { body } = await fleet.get(
      '/clusters/facets?facet=account&facet=support&facet=label&facet=label.tier&facet=observation&facet=origin',
    );
    expect(body.facets).toEqual({
      account: [
        { value: PAYMENTS, count: 2, title: 'payments-prod' },
        { value: DATA, count: 1 },
      ],
      support: [
        { value: 'unknown', count: 2 },
        { value: 'extended', count: 1 },
        { value: 'standard', count: 1 },
      ],
      label: [{ value: 'tier', count: 1 }],
      'label.tier': [{ value: 'gold', count: 1 }],
      observation: [{ value: 'unknown', count: 4 }],
      origin: [
        { value: 'eks-fleet', count: 3 },
        { value: 'foreign', count: 1 },
      ],
    });
  });

  it('refuses a facet that there is not', async () => {
    const { status, body } = await fleet.get('/clusters/facets?facet=hash');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/facet/);
  });

  it('finds a cluster by its ARN and says what it looked for', async () => {
    const arn = `arn:aws:eks:us-east-1:${DATA}:cluster/gamma`;
    const found = await fleet.get(`/clusters/by-arn?arn=${arn}`);
    expect(found.body).toMatchObject({ name: 'gamma' });
    const missing = await fleet.get(`/clusters/by-arn?arn=${arn}x`);
    expect(missing.status).toBe(404);
    expect(missing.body.error.message).toContain(`${arn}x`);
  });

  it('exports what is filtered as CSV', async () => {
    const { text, headers } = await fleet.get(
      '/clusters/csv?filter=version=1.9',
    );
    expect(headers['content-type']).toMatch('text/csv');
    const [header, row, rest] = text.split('\r\n');
    expect(header.split(',').slice(0, 4)).toEqual([
      'name',
      'arn',
      'accountId',
      'accountName',
    ]);
    expect(row).toMatch(/^alpha,arn:aws:eks/);
    expect(rest).toBe('');
  });
});
