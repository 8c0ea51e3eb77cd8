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
import { testDatabases } from '../__testUtils__/databases';
import {
  accountEntity,
  clusterEntity,
  foreignEntity,
} from '../__testUtils__/entities';
import { aControlPlane } from '../__testUtils__/observations';
import { condition, startFleet } from '../__testUtils__/startFleet';

jest.setTimeout(60_000);

const MINE = '111111111111';
const OTHER = '222222222222';
const MANAGEMENT = '999999999999';

/** Whatever only who may read account 2222… may know. */
const SECRETS = [
  OTHER,
  MANAGEMENT,
  'secret-',
  'us-east-1',
  '1.29',
  'hidden',
  'sec-cc',
];

const message = `User: arn:aws:sts::${MANAGEMENT}:assumed-role/portal is not authorized; ask ${OTHER}`;

const entities = [
  accountEntity(MINE, 'payments-prod'),
  accountEntity(OTHER, 'secret-prod'),
  clusterEntity({ name: 'alpha', accountId: MINE, version: '1.33' }),
  clusterEntity({
    name: 'broken',
    accountId: MINE,
    version: '1.34',
    region: 'eu-central-1',
  }),
  clusterEntity({
    name: 'secret-vault',
    accountId: OTHER,
    region: 'us-east-1',
    version: '1.29',
    owner: 'group:default/hidden',
    labels: { environment: 'sec-cc', team: 'sec-cc' },
    status: 'FAILED',
  }),
  foreignEntity('secret-foreign', {
    annotations: {
      'amazonaws.com/account-id': MINE,
      'amazonaws.com/arn': `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`,
    },
  }),
];

const onlyMine = {
  conditions: condition('IN_ACCOUNT', { accounts: [MINE] }),
};

describe('the rights of readers', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let fleet: Awaited<ReturnType<typeof startFleet>>;

    beforeAll(async () => {
      fleet = await startFleet({ entities, database: { databases, id } });
      await fleet.ready();
      await fleet
        .putTarget(`main/${MINE}/eu-west-1`, {
          accountName: 'payments-prod',
          clusterCount: 3,
          lastSuccessAt: '2026-11-23T11:55:00Z',
          roleArn: `arn:aws:iam::${MINE}:role/eks-fleet-reader`,
          callerArn: `arn:aws:sts::${MANAGEMENT}:assumed-role/portal`,
          rejects: [{ name: 'secret-reject', reason: 'bad name' }],
          unreadable: [{ name: 'secret-unreadable', reason: message }],
          heldRemovals: [
            {
              arn: `arn:aws:eks:eu-west-1:${MINE}:cluster/secret-held`,
              name: 'secret-held',
              entityRef: 'resource:default/secret-held',
              missingSince: '2026-11-22T00:00:00Z',
            },
          ],
        })
        .expect(204);
      await fleet
        .putTarget(`main/${MINE}/eu-central-1`, {
          accountName: 'payments-prod',
          clusterCount: 1,
          unreadable: [{ name: 'broken', reason: message, code: 'forbidden' }],
          error: { code: 'forbidden', message },
        })
        .expect(204);
      await fleet
        .putTarget(`main/${OTHER}/us-east-1`, {
          accountName: 'secret-prod',
          clusterCount: 1,
          error: { code: 'forbidden', message },
        })
        .expect(204);
      await fleet
        .putTarget(`main/${MINE}/organization`, {
          error: { code: 'forbidden', message: 'secret-prod is not there' },
        })
        .expect(204);
    });

    beforeAll(async () => {
      const at = { observedAt: '2026-11-23T11:55:00Z' };
      await fleet
        .putControlPlanes(`main/${MINE}/eu-west-1`, {
          ...at,
          clusters: [aControlPlane({ name: 'alpha' })],
        })
        .expect(204);
      await fleet
        .putControlPlanes(`main/${OTHER}/us-east-1`, {
          ...at,
          clusters: [
            aControlPlane({
              name: 'secret-vault',
              version: '1.29',
              subnetIds: ['subnet-secret'],
            }),
          ],
        })
        .expect(204);
    });

    beforeEach(() => fleet.decide({}));

    afterAll(() => fleet.stop());

    const routes = [
      '/clusters',
      '/clusters?limit=1',
      '/clusters?orderField=account,desc',
      '/clusters?filter=origin=foreign',
      `/clusters?filter=account=${MINE}&filter=status=FAILED`,
      '/clusters?fullTextFilterTerm=s',
      '/clusters/csv',
      '/clusters/facets?facet=account&facet=region&facet=version&facet=support&facet=status&facet=owner&facet=system&facet=environment&facet=origin&facet=provider&facet=observation&facet=label&facet=label.team',
      '/clusters/by-name/default/alpha-1111',
      '/clusters/by-name/default/broken-1111',
      `/clusters/by-arn?arn=arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`,
      '/targets',
      '/versions',
      '/summary',
      '/go?cluster=alpha',
      '/clusters/by-name/default/alpha-1111/bill-of-materials',
      '/clusters/by-name/default/alpha-1111/readiness',
      '/clusters/by-name/default/alpha-1111/timeline',
      '/clusters/by-name/default/alpha-1111/refresh',
      '/readiness',
      '/readiness?target=supported',
      '/readiness?orderField=owner,desc&limit=1',
      '/blockers',
      '/blockers?target=1.30',
      '/costs',
      '/costs?groupBy=account',
      '/costs?groupBy=environment',
      '/sources',
      '/sources?limit=1&filter=state=forbidden',
    ];

    it('lets who may read all see all', async () => {
      const bodies = await Promise.all(
        routes.map(async path => (await fleet.get(path).expect(200)).text),
      );
      for (const secret of SECRETS) {
        expect(bodies.join()).toContain(secret);
      }
    });

    it.each(routes)(
      'shows a reader of one account no other in %s',
      async path => {
        fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
        const { text } = await fleet.get(path).expect(200);
        const shown = path === '/versions' ? withoutCalendar(text) : text;
        for (const secret of SECRETS) {
          expect(shown).not.toContain(secret);
        }
      },
    );

    it('counts for a reader of one account only what is in it', async () => {
      fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
      const clusters = (await fleet.get('/clusters?limit=1')).body;
      expect(clusters.totalItems).toBe(2);
      const summary = (await fleet.get('/summary')).body;
      expect(summary).toMatchObject({
        clusters: 2,
        foreignClusters: 0,
        accounts: 1,
        regions: 2,
        targets: { total: 2, byState: { fresh: 1, forbidden: 1 } },
      });
      expect(
        summary.attention.map((item: { code: string }) => item.code),
      ).toEqual(['targetFailing', 'extendedSoon', 'extendedCost']);
      const targets = (await fleet.get('/targets')).body;
      const { verdicts } = (await fleet.get('/readiness')).body;
      expect(verdicts.ready + verdicts.blocked + verdicts.unknown).toBe(2);
      expect((await fleet.get('/costs')).body.total.clusters).toBe(2);
      expect(targets).toMatchObject({ conflicts: [], foreignClusters: 0 });
      expect(targets.items).toEqual([
        expect.objectContaining({
          region: 'eu-central-1',
          unreadable: [expect.objectContaining({ name: 'broken' })],
        }),
        expect.objectContaining({
          region: 'eu-west-1',
          clusterCount: 1,
          unreadable: [],
          rejects: [],
          heldRemovals: [],
        }),
      ]);
      const versions = (await fleet.get('/versions')).body;
      expect(
        versions.items.reduce(
          (sum: number, item: { clusters: number }) => sum + item.clusters,
          0,
        ),
      ).toBe(2);
    });

    it('answers the same for forbidden and unknown', async () => {
      fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
      const same = async (forbidden: string, unknown: string, word: RegExp) => {
        const answers = [await fleet.get(forbidden), await fleet.get(unknown)];
        const texts = answers.map(({ status, text }) => [
          status,
          text.replace(word, '…').replace(word, '…'),
        ]);
        expect(texts[0]).toEqual(texts[1]);
        return answers[0].status;
      };
      const names = /secret-vault|no-such-one/;
      const byName = '/clusters/by-name/default';
      expect(
        await same(`${byName}/secret-vault`, `${byName}/no-such-one`, names),
      ).toBe(404);
      const byArn = `/clusters/by-arn?arn=arn:aws:eks:us-east-1:${OTHER}:cluster`;
      expect(
        await same(`${byArn}/secret-vault`, `${byArn}/no-such-one`, names),
      ).toBe(404);
      for (const part of [
        'bill-of-materials',
        'readiness',
        'timeline',
        'refresh',
      ]) {
        expect(
          await same(
            `${byName}/secret-vault/${part}`,
            `${byName}/no-such-one/${part}`,
            names,
          ),
        ).toBe(404);
      }
      expect(
        await same(
          '/go?cluster=secret-vault',
          '/go?cluster=no-such-one',
          names,
        ),
      ).toBe(200);
      expect((await fleet.get('/go?cluster=secret-vault')).body).toEqual({
        matches: [],
      });
    });

    it('leads no condition to a foreign cluster, a negated one neither', async () => {
      for (const conditions of [
        condition('IS_OWNER', { claims: ['group:default/strangers'] }),
        { not: condition('IN_ACCOUNT', { accounts: [OTHER] }) },
        { not: condition('HAS_LABEL', { key: 'nothing' }) },
      ]) {
        fleet.decide({ 'eks-fleet.cluster.read': { conditions } });
        const { body } = await fleet.get('/clusters?filter=origin=foreign');
        expect(body.totalItems).toBe(0);
        await fleet.get('/clusters/by-name/default/secret-foreign').expect(404);
      }
    });

    it('gives a cursor of somebody else no more than one’s own rights', async () => {
      const { body } = await fleet.get('/clusters?limit=1');
      fleet.decide({ 'eks-fleet.cluster.read': onlyMine });
      const { text } = await fleet.get(
        `/clusters?cursor=${body.pageInfo.nextCursor}`,
      );
      expect(text).not.toContain('secret');
      expect(JSON.parse(text).totalItems).toBe(2);
    });

    it.each([
      '/clusters',
      '/clusters/csv',
      '/clusters/facets?facet=account',
      '/versions',
      '/summary',
      '/readiness',
      '/blockers',
      '/costs',
      '/sources',
    ])('refuses %s to who may read nothing', async path => {
      fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.DENY });
      const { status, body } = await fleet.get(path);
      expect(status).toBe(403);
      expect(body.error.message).toContain('eks-fleet.cluster.read');
    });

    it('finds nothing for who may read nothing', async () => {
      fleet.decide({ 'eks-fleet.cluster.read': AuthorizeResult.DENY });
      await fleet.get('/clusters/by-name/default/alpha-1111').expect(404);
      expect((await fleet.get('/go?cluster=alpha')).body).toEqual({
        matches: [],
      });
      expect((await fleet.get('/targets')).body.items).toEqual([]);
    });

    it('keeps targets from who may not read them', async () => {
      fleet.decide({ 'eks-fleet.target.read': AuthorizeResult.DENY });
      await fleet.get('/targets').expect(403);
      const { body } = await fleet.get('/summary').expect(200);
      expect(body.targets).toBeUndefined();
      expect(JSON.stringify(body)).not.toContain('forbidden');
    });

    it('names the conflict to who may read all', async () => {
      expect((await fleet.get('/targets')).body).toMatchObject({
        foreignClusters: 1,
        conflicts: [
          {
            entityRef: 'resource:default/secret-foreign',
            conflictsWith: 'resource:default/alpha-1111',
            arn: `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`,
            location: 'url:https://example.com/catalog-info.yaml',
          },
        ],
      });
      const arn = `arn:aws:eks:eu-west-1:${MINE}:cluster/alpha`;
      const found = await fleet.get(`/clusters/by-arn?arn=${arn}`);
      expect(found.body.entityRef).toBe('resource:default/alpha-1111');
      const link = await fleet.get(`/go?arn=${arn}`);
      expect(link.body.matches).toHaveLength(1);
    });
  });
});

/** The calendar of versions is no secret; who runs them is. */
function withoutCalendar(text: string): string {
  const { items, ...rest } = JSON.parse(text);
  return JSON.stringify({
    ...rest,
    items: items.filter((item: { clusters: number }) => item.clusters > 0),
  });
}
