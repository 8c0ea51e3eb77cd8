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
import type { ObservationDocuments } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { NOW } from '../__testUtils__/clock';
import { testDatabases } from '../__testUtils__/databases';
import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { condition } from '../__testUtils__/startFleet';
import type { ClusterObservations } from '../collection/types';
import {
  blockedDrain,
  DAY_MS,
  healthyDocuments,
  listed,
  nodegroup,
  observed,
} from '../readiness/__testUtils__/assessment';
import { startReadiness } from '../readiness/__testUtils__/startReadiness';

jest.setTimeout(60_000);

const MINE = '111111111111';
const OTHER = '222222222222';
const onlyMine = { conditions: condition('IN_ACCOUNT', { accounts: [MINE] }) };
const path = (name: string, rest = '') =>
  `/clusters/by-name/default/${name}${rest}`;
const later = (days: number) =>
  new Date(NOW.getTime() + days * DAY_MS).toISOString();

function observations(
  documents: Partial<ObservationDocuments> = {},
): ClusterObservations {
  return Object.fromEntries(
    Object.entries({ ...healthyDocuments(), ...documents }).map(
      ([kind, document]) => [kind, observed(document)],
    ),
  );
}

const blocked = (extra: Partial<ObservationDocuments> = {}) =>
  observations({
    kubernetesDisruption: {
      budgets: 1,
      workloads: 1,
      blockedDrains: [blockedDrain()],
      singleReplicas: [],
      withoutBudget: 0,
      truncated: false,
    },
    ...extra,
  });

const al2 = nodegroup({ name: 'old', amiType: 'AL2_x86_64', version: '1.32' });

describe('readiness', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let fleet: Awaited<ReturnType<typeof startReadiness>>;

    const start = async (config: object = {}) => {
      const started = await startReadiness({
        database: { databases, id },
        config,
        clusters: [
          {
            entity: clusterEntity({
              name: 'ready',
              accountId: MINE,
              version: '1.33',
              owner: 'group:default/payments',
            }),
            observations: observations(),
          },
          {
            entity: clusterEntity({
              name: 'blocked',
              accountId: MINE,
              version: '1.33',
              owner: 'group:default/platform',
            }),
            observations: blocked(),
          },
          {
            entity: clusterEntity({
              name: 'unseen',
              accountId: MINE,
              version: '1.34',
            }),
          },
          {
            entity: clusterEntity({
              name: 'newest',
              accountId: MINE,
              version: '1.35',
            }),
          },
          {
            entity: clusterEntity({
              name: 'others',
              accountId: OTHER,
              version: '1.33',
            }),
            observations: blocked({
              nodegroups: {
                nodegroups: [nodegroup(), al2],
                unreadable: [],
              },
            }),
          },
          { entity: foreignEntity('stranger') },
        ],
      });
      for (const version of ['1.33', '1.34', '1.35']) {
        started.addons.byVersion.set(
          version,
          listed({ coredns: ['v1.11.4-eksbuild.2'] }),
        );
      }
      await started.assess();
      return started;
    };

    /** For questions, which change nothing. */
    function shareOne() {
      beforeAll(async () => {
        fleet = await start();
      });

      beforeEach(() => fleet.decide({}));

      afterAll(() => fleet.stop());
    }

    describe('of one cluster', () => {
      shareOne();

      it('is told with its way, its findings and what it rests on', async () => {
        const { body } = await fleet
          .get(path('blocked-1111', '/readiness'), { target: '1.35' })
          .expect(200);
        expect(body).toMatchObject({
          cluster: { name: 'blocked' },
          target: '1.35',
          targets: ['1.34', '1.35'],
          verdict: 'blocked',
          hops: ['1.34', '1.35'],
          assessedAt: NOW.toISOString(),
        });
        expect(body.findings[0]).toMatchObject({
          key: 'drain-blocked:checkout/api:Deployment/api',
          causeKey: 'drain-blocked:checkout/api',
          severity: 'blocking',
          owner: 'group:default/checkout',
          since: NOW.toISOString(),
        });
        expect(body.findings[0]).not.toHaveProperty('title');
        expect(body.inputs).toContainEqual({
          required: true,
          observation: expect.objectContaining({
            kind: 'insights',
            state: 'fresh',
          }),
        });
      });

      it('is about its next version where none is named', async () => {
        const { body } = await fleet
          .get(path('ready-1111', '/readiness'))
          .expect(200);
        expect(body).toMatchObject({ target: '1.34', verdict: 'ready' });
      });

      it('is unknown where nothing was observed', async () => {
        const { body } = await fleet
          .get(path('unseen-1111', '/readiness'))
          .expect(200);
        expect(body).toMatchObject({ target: '1.35', verdict: 'unknown' });
      });

      it('has nothing to say on one that is at the newest version', async () => {
        const { body } = await fleet
          .get(path('newest-1111', '/readiness'), { target: '1.34' })
          .expect(200);
        expect(body).toMatchObject({
          target: '1.35',
          targets: [],
          hops: [],
          steps: [],
          findings: [],
        });
      });

      it.each([
        ['nobody knows', 'nobody-1111', {}],
        ['another source registered', 'stranger', {}],
        [
          'is asked for a version that is no target',
          'ready-1111',
          { target: '1.99' },
        ],
      ])('is not found for one that %s', async (_, name, query) => {
        const { status } = await fleet.get(path(name, '/readiness'), query);
        expect(status).toBe(404);
      });

      it('is not found for one that the reader may not read', async () => {
        fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
        const { status } = await fleet.get(path('others-2222', '/readiness'));
        expect(status).toBe(404);
      });
    });

    describe('of the fleet', () => {
      shareOne();

      it('counts each cluster under its verdict, the gravest first', async () => {
        const { body } = await fleet.get('/readiness').expect(200);
        expect(body.verdicts).toEqual({
          ready: 1,
          blocked: 2,
          unknown: 1,
          done: 1,
        });
        expect(body.totalItems).toBe(5);
        expect(body.targets).toEqual(['1.34', '1.35']);
        expect(
          body.items.map((item: any) => [item.name, item.verdict, item.target]),
        ).toEqual([
          ['blocked', 'blocked', '1.34'],
          ['others', 'blocked', '1.34'],
          ['unseen', 'unknown', '1.35'],
          ['ready', 'ready', '1.34'],
          ['newest', 'ready', undefined],
        ]);
        expect(body.items[0]).toMatchObject({
          blockers: 1,
          firstBlocker: expect.stringMatching(/^Draining node group workers/),
          support: { state: 'extended', policy: 'EXTENDED' },
          assessedAt: NOW.toISOString(),
        });
      });

      it.each([
        ['supported', { ready: 1, blocked: 2, unknown: 0, done: 2 }],
        ['1.34', { ready: 1, blocked: 2, unknown: 0, done: 2 }],
        ['1.35', { ready: 1, blocked: 2, unknown: 1, done: 1 }],
      ])('can be about %s', async (target, verdicts) => {
        const { body } = await fleet.get('/readiness', { target }).expect(200);
        expect(body.verdicts).toEqual(verdicts);
      });

      it('is paged by verdict and filter, counting all that fit', async () => {
        const names = async (query: Record<string, string>) => {
          const { body } = await fleet.get('/readiness', query).expect(200);
          return {
            names: body.items.map((item: any) => item.name),
            total: body.totalItems,
            ...body.pageInfo,
          };
        };
        expect(await names({ verdict: 'blocked' })).toEqual({
          names: ['blocked', 'others'],
          total: 2,
        });
        expect(
          await names({ filter: 'owner=group:default/payments' }),
        ).toMatchObject({ names: ['ready'], total: 1 });
        const first = await names({ orderField: 'name,desc', limit: '2' });
        expect(first).toMatchObject({ names: ['unseen', 'ready'], total: 5 });
        const second = await names({ cursor: first.nextCursor, limit: '2' });
        expect(second).toMatchObject({ names: ['others', 'newest'], total: 5 });
        expect(
          await names({ cursor: second.prevCursor, limit: '2' }),
        ).toMatchObject({ names: ['unseen', 'ready'] });
      });

      it.each([
        'name',
        'verdict',
        'version',
        'owner',
        'environment',
        'blockers',
        'supportEnds',
      ])('gives each cluster once when paged in order of %s', async field => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const { body } = await fleet
            .get('/readiness', {
              orderField: `${field},desc`,
              limit: '2',
              ...(cursor && { cursor }),
            })
            .expect(200);
          seen.push(...body.items.map((item: any) => item.name));
          cursor = body.pageInfo.nextCursor;
        } while (cursor);
        expect([...seen].sort()).toEqual([
          'blocked',
          'newest',
          'others',
          'ready',
          'unseen',
        ]);
      });

      it('lets a reader of one account find no other’s name or number', async () => {
        fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
        const list = await fleet.get('/readiness').expect(200);
        expect(list.body.verdicts).toEqual({
          ready: 1,
          blocked: 1,
          unknown: 1,
          done: 1,
        });
        const blockers = await fleet
          .get('/blockers', { cause: 'ami-ended:Amazon Linux 2' })
          .expect(200);
        expect(blockers.body).toMatchObject({ items: [] });
        const all = await fleet.get('/blockers').expect(200);
        const text = JSON.stringify([list.body, blockers.body, all.body]);
        expect(text).not.toContain('others');
        expect(text).not.toContain(OTHER);
      });

      it('refuses what it does not understand', async () => {
        for (const [parameter, value] of [
          ['target', 'soon'],
          ['verdict', 'green'],
          ['orderField', 'hash,asc'],
          ['cursor', 'bm90aGluZw'],
          ['filter', 'password=1'],
        ]) {
          const { status } = await fleet.get('/readiness', {
            [parameter]: value,
          });
          expect([parameter, status]).toEqual([parameter, 400]);
        }
      });
    });

    describe('turned round', () => {
      shareOne();

      it('gives each cause once, with clusters and owners', async () => {
        const { body } = await fleet.get('/blockers').expect(200);
        expect(body.clusters).toBe(3);
        expect(
          body.items.map((item: any) => [item.causeKey, item.clusters]),
        ).toEqual([
          ['drain-blocked:checkout/api', 2],
          ['ami-ended:Amazon Linux 2', 1],
          ['observation-missing:addons', 1],
          ['observation-missing:controlPlane', 1],
          ['observation-missing:insights', 1],
          ['observation-missing:nodegroups', 1],
          ['observation-missing:subnets', 1],
        ]);
        expect(body.items[0]).toMatchObject({
          code: 'drain-blocked',
          title: 'Budget checkout/api keeps nodes from being drained',
          owners: [{ owner: 'group:default/checkout', clusters: 2 }],
          waived: 0,
          since: NOW.toISOString(),
          fix: expect.any(String),
        });
        expect(body.items[0]).not.toHaveProperty('hits');
        expect(
          body.items.find(
            (item: any) => item.causeKey === 'ami-ended:Amazon Linux 2',
          ),
        ).toMatchObject({
          clusters: 1,
          owners: [{ owner: 'group:default/platform', clusters: 1 }],
        });
      });

      it('gives the clusters of one cause', async () => {
        const cause = 'drain-blocked:checkout/api';
        const { body } = await fleet.get('/blockers', { cause }).expect(200);
        expect(body.items).toHaveLength(1);
        expect(body.items[0].hits).toEqual([
          expect.objectContaining({
            name: 'blocked',
            owner: 'group:default/checkout',
            since: NOW.toISOString(),
            subject: { kind: 'budget', namespace: 'checkout', name: 'api' },
            message: expect.stringContaining('checkout/api'),
            waived: false,
          }),
          expect.objectContaining({ name: 'others', accountId: OTHER }),
        ]);
        const list = await fleet.get('/readiness', { cause }).expect(200);
        expect(list.body.totalItems).toBe(2);
        expect(list.body.items.map((item: any) => item.name)).toEqual([
          'blocked',
          'others',
        ]);
      });
    });

    const key = 'drain-blocked:checkout/api:Deployment/api';
    const waiver = {
      findingKey: key,
      reason: 'We drain these nodes by hand on Sunday',
      until: later(7),
    };
    const grant = (name = 'blocked-1111', body: object = waiver) =>
      fleet
        .post(path(name, '/waivers'), body)
        .set('Authorization', mockCredentials.user.header('user:default/pat'));
    const verdictOf = async (name: string) => {
      const { body } = await fleet.get(path(name, '/readiness')).expect(200);
      return body;
    };

    describe('a waiver that is asked for', () => {
      shareOne();

      it.each([
        ['in the past', { until: later(-1) }, /future/],
        ['too far away', { until: later(181) }, /180 days/],
        [
          'of a finding that is not there',
          { findingKey: 'nothing' },
          /no finding/,
        ],
        [
          'of what informs only',
          { findingKey: 'support-extended:1.33' },
          /needs no waiver/,
        ],
        ['without a reason', { reason: '            ' }, /too short/],
        ['with more than that', { admin: true }, /additional properties/],
      ])('is refused %s', async (_, change, message) => {
        const { body } = await grant('blocked-1111', {
          ...waiver,
          ...change,
        }).expect(400);
        expect(body.error.message).toMatch(message);
      });

      it('does not make known what is not', async () => {
        const { body } = await grant('unseen-1111', {
          ...waiver,
          findingKey: 'observation-missing:insights',
        }).expect(400);
        expect(body.error.message).toMatch(/cannot be waived/);
      });
    });

    describe('a waiver', () => {
      beforeEach(async () => {
        fleet = await start();
      });

      afterEach(() => fleet.stop());

      it('lets go on in spite of a finding, which stays listed', async () => {
        const { body } = await grant().expect(201);
        expect(body).toEqual({
          ...waiver,
          id: expect.any(String),
          by: 'user:default/pat',
          at: NOW.toISOString(),
          active: true,
        });
        const readiness = await verdictOf('blocked-1111');
        expect(readiness.verdict).toBe('ready');
        expect(
          readiness.findings.find((finding: any) => finding.key === key),
        ).toMatchObject({ severity: 'blocking', waiver: { id: body.id } });
        const list = await fleet.get('/readiness').expect(200);
        expect(
          list.body.items.find((item: any) => item.name === 'blocked'),
        ).toMatchObject({ verdict: 'ready', blockers: 0, waived: 1 });
        const blockers = await fleet
          .get('/blockers', { cause: 'drain-blocked:checkout/api' })
          .expect(200);
        expect(blockers.body.items[0]).toMatchObject({
          clusters: 2,
          waived: 1,
        });
        expect(fleet.audited).toEqual([
          {
            eventId: 'readiness-waive',
            outcome: 'success',
            meta: {
              entityRef: 'resource:default/blocked-1111',
              findingKey: key,
              until: waiver.until,
            },
          },
        ]);
      });

      it('ends by itself, and the finding blocks again', async () => {
        const told: object[] = [];
        fleet.parts.addListener({
          onWaiverChanged: async ({ what, by, at }) => {
            told.push({ what, by, at });
          },
        });
        await grant().expect(201);
        const end = new Date(waiver.until);
        await fleet.assess(end);
        const list = await fleet.get('/readiness').expect(200);
        expect(
          list.body.items.find((item: any) => item.name === 'blocked'),
        ).toMatchObject({ verdict: 'blocked', waived: 0 });
        await fleet.assess(end);
        expect(told).toEqual([
          { what: 'granted', by: 'user:default/pat', at: NOW.toISOString() },
          { what: 'expired', by: undefined, at: waiver.until },
        ]);
      });

      it('is forgotten long after its end', async () => {
        await grant().expect(201);
        const end = new Date(waiver.until);
        await fleet.assess(end);
        const leftAfter = async (days: number) => {
          jest.setSystemTime(end.getTime() + days * 24 * 3_600_000);
          await fleet.run('eks-fleet-waiver-retention');
          return fleet.knex('waivers').pluck('finding_key');
        };
        try {
          expect(await leftAfter(399)).toEqual([key]);
          expect(await leftAfter(401)).toEqual([]);
        } finally {
          jest.setSystemTime(NOW);
        }
      });

      it('can be ended, and once more without harm', async () => {
        const { body } = await grant().expect(201);
        const end = () =>
          fleet
            .delete(path('blocked-1111', `/waivers/${body.id}`))
            .set('Authorization', mockCredentials.user.header());
        await end().expect(204);
        await end().expect(204);
        expect((await verdictOf('blocked-1111')).verdict).toBe('blocked');
        await fleet
          .delete(path('ready-1111', `/waivers/${body.id}`))
          .set('Authorization', mockCredentials.user.header())
          .expect(404);
      });

      it('takes no service’s word', async () => {
        const { status } = await fleet
          .post(path('blocked-1111', '/waivers'), waiver)
          .set('Authorization', mockCredentials.service.header());
        expect(status).toBe(403);
      });

      it('needs the permission on that cluster', async () => {
        fleet.decide({ 'eks-fleet.readiness.waive': onlyMine });
        const { body } = await grant('others-2222').expect(403);
        expect(body.error.message).toContain('eks-fleet.readiness.waive');
        await grant().expect(201);
        expect(fleet.audited.map(item => item.outcome)).toEqual([
          'fail',
          'success',
        ]);
      });

      it('finds no cluster that may not be read', async () => {
        fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
        const { status } = await grant('others-2222');
        expect(status).toBe(404);
      });

      it('is refused while permissions are off', async () => {
        await fleet.stop();
        fleet = await start({ permission: { enabled: false } });
        const { body } = await grant().expect(403);
        expect(body.error.message).toMatch(/permission\.enabled is off/);
      });

      it('is not inherited by a cluster made again', async () => {
        await grant().expect(201);
        await fleet
          .knex('clusters')
          .where('name', 'blocked')
          .update({ created_at: '2026-11-01T00:00:00.000Z', hash: 'other' });
        await fleet.assess();
        expect((await verdictOf('blocked-1111')).verdict).toBe('blocked');
      });
    });
  });
});
