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
import type { Source } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clusterEntity } from '../__testUtils__/entities';
import { aControlPlane } from '../__testUtils__/observations';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const MINE = '111111111111';
const OTHER = '222222222222';

describe('GET /sources', () => {
  let fleet: Awaited<ReturnType<typeof startFleet>>;

  beforeAll(async () => {
    fleet = await startFleet({
      entities: [
        clusterEntity({ name: 'alpha', accountId: MINE }),
        clusterEntity({ name: 'beta', accountId: MINE }),
        clusterEntity({ name: 'gamma', accountId: OTHER, region: 'us-east-1' }),
      ],
    });
    await fleet.ready();
    await fleet.putTarget(`main/${MINE}/eu-west-1`, { clusterCount: 2 });
    await fleet
      .putTarget(`main/${OTHER}/us-east-1`, {
        clusterCount: 1,
        error: {
          code: 'forbidden',
          message: `${OTHER} does not trust 999999999999`,
        },
      })
      .expect(204);
    await fleet
      .putControlPlanes(`main/${MINE}/eu-west-1`, {
        observedAt: '2026-11-23T11:55:00Z',
        clusters: [aControlPlane({ name: 'alpha' })],
      })
      .expect(204);
  });

  beforeEach(() => fleet.decide({}));

  afterAll(() => fleet.stop());

  const list = async (query = '') => {
    const { body, status } = await fleet.get(`/sources${query}`);
    expect(body.error).toBeUndefined();
    expect(status).toBe(200);
    return body as {
      items: Source[];
      totalItems: number;
      counts: object[];
      pageInfo: { nextCursor?: string; prevCursor?: string };
    };
  };
  const names = async (query: string) =>
    (await list(query)).items.map(({ name, state }) => `${name} ${state}`);

  it('tells how each cluster is seen, the worst first', async () => {
    const { items, totalItems, counts, pageInfo } = await list();
    expect(items.map(({ name }) => name)).toEqual(['gamma', 'beta', 'alpha']);
    expect(totalItems).toBe(3);
    expect(counts).toEqual([
      { kind: 'eks', state: 'forbidden', count: 1 },
      { kind: 'eks', state: 'pending', count: 1 },
      { kind: 'eks', state: 'fresh', count: 1 },
    ]);
    expect(pageInfo).toEqual({});
    const arn = `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`;
    expect(items[2]).toEqual({
      id: `eks:${arn}`,
      kind: 'eks',
      name: 'alpha',
      arn,
      entityRef: 'resource:default/alpha-1111',
      accountId: MINE,
      region: 'eu-west-1',
      state: 'fresh',
      lastAttemptAt: '2026-11-23T12:00:00.000Z',
      lastSuccessAt: '2026-11-23T11:55:00.000Z',
      parts: [
        {
          kind: 'controlPlane',
          state: 'fresh',
          observedAt: '2026-11-23T11:55:00.000Z',
          attemptedAt: '2026-11-23T12:00:00.000Z',
        },
      ],
    });
  });

  it.each([
    ['?filter=state=forbidden', ['gamma forbidden']],
    [
      '?filter=kind=eks,state=pending,state=fresh',
      ['beta pending', 'alpha fresh'],
    ],
    ['?filter=kind=kubernetes', []],
    [
      `?filter=account=${MINE}&filter=state=forbidden`,
      ['gamma forbidden', 'beta pending', 'alpha fresh'],
    ],
    ['?filter=region=us-east-1', ['gamma forbidden']],
    [
      `?filter=cluster=arn:aws:eks:eu-west-1:${MINE}:cluster/beta`,
      ['beta pending'],
    ],
    ['?fullTextFilterTerm=AMM', ['gamma forbidden']],
  ])('fits %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
    expect((await list(query)).totalItems).toBe(expected.length);
  });

  it('is walked through by its cursors', async () => {
    const first = await list('?limit=2&filter=kind=eks');
    expect(first.items.map(({ name }) => name)).toEqual(['gamma', 'beta']);
    const second = await list(`?limit=2&cursor=${first.pageInfo.nextCursor}`);
    expect(second.items.map(({ name }) => name)).toEqual(['alpha']);
    expect(second.pageInfo.nextCursor).toBeUndefined();
    expect(second.totalItems).toBe(3);
    const back = await list(`?limit=2&cursor=${second.pageInfo.prevCursor}`);
    expect(back.items).toEqual(first.items);
  });

  it.each([
    ['?filter=colour=red', /unknown key "colour"/],
    ['?filter=state=broken', /filter: state: "broken" is none of/],
    ['?filter=kind=argocd', /filter: kind: "argocd" is none of/],
    ['?filter=kind', /"kind" is no key=value pair/],
    ['?cursor=abc', /cursor: not one that this list gave out/],
    ['?limit=0', /limit/],
  ])('refuses %s, saying why', async (query, expected) => {
    const { status, body } = await fleet.get(`/sources${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(expected);
  });

  it('shows and counts for a reader of some clusters only those', async () => {
    fleet.decide({
      'eks-fleet.cluster.read': {
        conditions: condition('IN_ACCOUNT', { accounts: [OTHER] }),
      },
    });
    const { items, totalItems, counts } = await list();
    expect(items).toMatchObject([
      {
        name: 'gamma',
        error: { message: `${OTHER} does not trust ************` },
        parts: [{ error: { message: `${OTHER} does not trust ************` } }],
      },
    ]);
    expect(totalItems).toBe(1);
    expect(counts).toEqual([{ kind: 'eks', state: 'forbidden', count: 1 }]);
  });

  it('tells, as readiness does, why DescribeCluster alone fails', async () => {
    const error = { code: 'forbidden' as const, message: 'a policy denies it' };
    const report = (failing: boolean) =>
      fleet
        .putControlPlanes(`main/${MINE}/eu-west-1`, {
          observedAt: '2026-11-23T11:58:00Z',
          clusters: failing ? [] : [aControlPlane({ name: 'alpha' })],
          failures: failing ? [{ name: 'alpha', error }] : [],
        })
        .expect(204);
    const told = { ...error, since: '2026-11-23T11:58:00.000Z' };
    await report(true);
    const { items } = await list('?fullTextFilterTerm=alpha');
    expect(items).toMatchObject([
      {
        state: 'forbidden',
        lastSuccessAt: '2026-11-23T11:55:00.000Z',
        parts: [{ kind: 'controlPlane', state: 'forbidden', error: told }],
      },
    ]);
    const readiness = (
      await fleet.get('/clusters/by-name/default/alpha-1111/readiness')
    ).body;
    expect(readiness.verdict).toBe('unknown');
    expect(readiness.inputs).toContainEqual({
      required: true,
      observation: expect.objectContaining({
        kind: 'controlPlane',
        state: 'failing',
        error: told,
      }),
    });
    expect(readiness.findings).toContainEqual(
      expect.objectContaining({
        key: 'observation-failing:controlPlane',
        severity: 'unknown',
        evidence: expect.objectContaining({
          facts: expect.objectContaining({
            error: 'forbidden: a policy denies it',
          }),
        }),
      }),
    );
    await report(false);
    expect(await names('?fullTextFilterTerm=alpha')).toEqual(['alpha fresh']);
  });

  it('needs the right to read clusters, and none to read targets', async () => {
    fleet.decide({ 'eks-fleet.target.read': AuthorizeResult.DENY });
    expect((await list()).totalItems).toBe(3);
    fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.DENY });
    const { body } = await fleet.get('/sources').expect(403);
    expect(body.error.message).toContain('eks-fleet.cluster.read');
  });
});
