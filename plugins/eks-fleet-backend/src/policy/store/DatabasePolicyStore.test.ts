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

import type { Knex } from 'knex';
import { allCells } from './allCells';
import { NOW } from '../../__testUtils__/clock';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import type { ClusterScope } from '../../inventory/types';
import type { NewFinding } from '../types';
import {
  days,
  emptyTables,
  findingSelection,
  fleetCluster,
  ingest,
  LABELS,
  minutes,
  newFinding,
  observedPolicy,
  PODS,
  policySelection,
  putClusters,
} from './__testUtils__/policyFixtures';
import { DatabasePolicyIngestStore } from './DatabasePolicyIngestStore';
import { DatabasePolicyStore } from './DatabasePolicyStore';
import { policyKey } from './policyKey';
import {
  FINDING_FACETS,
  FINDING_ORDER_FIELDS,
  type FindingFacet,
  type FindingOrder,
  type FindingSelection,
} from './types';

jest.setTimeout(60_000);

const ALPHA = fleetCluster('alpha', { owner: 'group:default/web' });
const BETA = fleetCluster('beta', {
  environment: 'dev',
  owner: 'group:default/data',
  accountId: '222222222222',
});
const NEVER_READ = fleetCluster('gamma');
const EXCEPTION = {
  engine: 'kyverno' as const,
  kind: 'PolicyException',
  namespace: 'exceptions',
  name: 'legacy',
  policies: [{ kind: 'ClusterPolicy', name: PODS.name }],
  scope: 'pods of legacy',
};

/** On alpha, then on beta. */
function fleetFindings(): [NewFinding[], NewFinding[]] {
  const of = (cluster: string, extra: Partial<NewFinding>): NewFinding => {
    const finding = newFinding(extra);
    return {
      ...finding,
      fingerprint: `${cluster}${finding.fingerprint.slice(1)}`,
    };
  };
  return [
    [
      of('a', { name: 'cart' }),
      of('a', { name: 'till', severity: 'low', result: 'warn' }),
      of('a', {
        name: 'mail',
        namespace: 'post',
        owner: 'group:default/post',
        ownerFrom: 'namespace',
      }),
      of('a', {
        name: 'job-1',
        policy: PODS,
        kind: 'CronJob',
        rule: 'run-as-user',
        severity: 'critical',
      }),
      of('a', {
        name: 'old',
        policy: PODS,
        rule: 'run-as-user',
        result: 'exempt',
        severity: 'critical',
        exceptions: ['exceptions/legacy'],
      }),
    ],
    [
      of('b', { name: 'cart', severity: 'medium', result: 'error' }),
      of('b', { name: 'batch', policy: PODS, kind: 'Job', severity: 'high' }),
    ],
  ];
}

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'DatabasePolicyStore on %s',
  databaseId => {
    let knex: Knex;
    let store: DatabasePolicyStore;
    let writes: DatabasePolicyIngestStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
    });

    beforeEach(async () => {
      await emptyTables(knex);
      await putClusters(knex, [ALPHA, BETA, NEVER_READ]);
      store = new DatabasePolicyStore(knex);
      writes = new DatabasePolicyIngestStore(knex);
      const [onAlpha, onBeta] = fleetFindings();
      const due = [
        { severities: ['critical' as const], days: 1 },
        { severities: ['high' as const, 'medium' as const], days: 9 },
      ];
      await ingest(writes, ALPHA, {
        findings: onAlpha,
        due,
        exceptions: [{ ...EXCEPTION, createdAt: days(-9).toISOString() }],
        policies: [
          observedPolicy({ category: 'labels', title: 'Owners' }),
          { ...PODS, mode: 'enforce', category: 'pods' },
        ],
        tallies: [
          { policy: LABELS, pass: 10, passes: 'exact', skip: 0 },
          { policy: PODS, pass: 3, passes: 'exact', skip: 0 },
        ],
      });
      await ingest(writes, BETA, {
        findings: onBeta,
        due,
        exceptions: [
          { ...EXCEPTION, createdAt: days(-3).toISOString() },
          { ...EXCEPTION, name: 'endless' },
        ],
        policies: [
          observedPolicy({ mode: 'enforce', ready: false, version: '1' }),
        ],
        observedAt: minutes(5),
      });
    });

    async function list(
      selection: Partial<FindingSelection> = {},
      order: FindingOrder = { field: 'severity', direction: 'desc' },
    ): Promise<string[]> {
      const { records } = await store.findings(findingSelection(selection), {
        order,
        limit: 50,
      });
      return records.map(({ cluster, name }) => `${cluster.name}/${name}`);
    }

    const inFilter = (facet: string, value: string) => ({
      filters: [[{ facet, values: [value] }]] as never,
    });
    const owns = (owner: string): ClusterScope => ({
      anyOf: [{ kind: 'owner', owners: [owner] }],
    });

    describe('the matrix', () => {
      it('says of each policy on each cluster how it stands', async () => {
        const { cells, columns, feeds, policies } = await store.matrix(
          policySelection(),
          'cluster',
        );
        expect(columns.map(({ title }) => title)).toEqual([
          'alpha',
          'beta',
          'gamma',
        ]);
        expect(policies.map(({ name, title }) => [name, title])).toEqual([
          ['owner-label', 'Owners'],
          ['run-as-nonroot', undefined],
        ]);
        expect(feeds.map(({ arn }) => arn)).toEqual([ALPHA.arn, BETA.arn]);
        const cell = (policy: typeof LABELS | typeof PODS, arn: string) =>
          cells.get(arn)?.get(policyKey(policy));
        expect(cell(LABELS, ALPHA.arn)).toMatchObject({
          mode: 'audit',
          fail: 2,
          warn: 1,
          pass: 10,
          passes: 'exact',
          severity: 'high',
          observedAt: NOW.toISOString(),
        });
        // What is exempt makes nothing worse.
        expect(cell(PODS, ALPHA.arn)).toMatchObject({
          fail: 1,
          exempt: 1,
          severity: 'critical',
        });
        expect(cell(PODS, BETA.arn)).toMatchObject({ seen: false, fail: 1 });
        expect(allCells(cells)).toHaveLength(4);
      });

      it('adds up what clusters share', async () => {
        const { cells, columns } = await store.matrix(
          policySelection(),
          'environment',
        );
        expect(columns).toEqual([
          { key: 'dev', title: 'dev', clusters: 1 },
          { key: 'prod', title: 'prod', clusters: 2 },
        ]);
        await putClusters(knex, [ALPHA, { ...BETA, environment: 'prod' }]);
        const together = await store.matrix(policySelection(), 'environment');
        expect(allCells(cells)).toHaveLength(4);
        expect(
          together.cells.get('prod')?.get(policyKey(LABELS)),
        ).toMatchObject({
          policyId: policyKey(LABELS),
          column: 'prod',
          mode: 'mixed',
          ready: false,
          fail: 2,
          error: 1,
          clusters: 2,
          deployedOn: 2,
          observedAt: NOW.toISOString(),
        });
      });

      it.each([
        ['engine', { engines: ['kyverno'] }, ['run-as-nonroot']],
        ['category', { categories: ['labels'] }, ['owner-label']],
        ['name', { names: ['owner-label'] }, ['owner-label']],
        ['text', { policyText: 'OWN' }, ['owner-label']],
        ['mode', { modes: ['audit' as const] }, ['owner-label']],
        ['id', { policyIds: [policyKey(PODS)] }, ['run-as-nonroot']],
        ['severity', { severities: ['high' as const] }, ['owner-label']],
      ])('is of the %s that is asked for', async (_, wanted, expected) => {
        const { policies } = await store.matrix(
          policySelection(wanted),
          'cluster',
        );
        expect(policies.map(({ name }) => name)).toEqual(expected);
      });
    });

    describe('findings', () => {
      it.each<[FindingOrder['field'], string[]]>([
        [
          'severity',
          [
            'alpha/till',
            'beta/cart',
            'alpha/cart',
            'alpha/mail',
            'beta/batch',
            'alpha/job-1',
            'alpha/old',
          ],
        ],
        [
          'firstSeen',
          [
            'alpha/cart',
            'alpha/till',
            'alpha/mail',
            'alpha/job-1',
            'alpha/old',
            'beta/cart',
            'beta/batch',
          ],
        ],
        [
          'due',
          [
            'alpha/job-1',
            'alpha/cart',
            'alpha/mail',
            'beta/cart',
            'beta/batch',
            'alpha/till',
            'alpha/old',
          ],
        ],
        [
          'policy',
          [
            'alpha/cart',
            'alpha/till',
            'alpha/mail',
            'beta/cart',
            'alpha/job-1',
            'alpha/old',
            'beta/batch',
          ],
        ],
        [
          'cluster',
          [
            'alpha/cart',
            'alpha/till',
            'alpha/mail',
            'alpha/job-1',
            'alpha/old',
            'beta/cart',
            'beta/batch',
          ],
        ],
        [
          'namespace',
          [
            'alpha/mail',
            'alpha/cart',
            'alpha/till',
            'alpha/job-1',
            'alpha/old',
            'beta/cart',
            'beta/batch',
          ],
        ],
      ])('are put in order by %s', async (field, expected) => {
        await expect(list({}, { field, direction: 'asc' })).resolves.toEqual(
          expected,
        );
        await expect(list({}, { field, direction: 'desc' })).resolves.toEqual(
          [...expected].reverse(),
        );
      });

      it.each(
        FINDING_ORDER_FIELDS.flatMap(field =>
          (['asc', 'desc'] as const).flatMap(direction =>
            (['open', 'resolved'] as const).map(
              state => [field, direction, state] as const,
            ),
          ),
        ),
      )(
        'are paged by %s %s, forth and back, where they are %s',
        async (field, direction, state) => {
          if (state === 'resolved') {
            await ingest(writes, ALPHA, { observedAt: minutes(10) });
            await ingest(writes, BETA, { observedAt: minutes(11) });
          }
          const order = { field, direction };
          const whole = await list({ state }, order);
          expect(whole).toHaveLength(7);
          const selection = findingSelection({ state });
          const forth: string[] = [];
          let page = await store.findings(selection, { order, limit: 2 });
          const pages = [page];
          while (page.hasMore) {
            page = await store.findings(selection, {
              order,
              limit: 2,
              after: page.last,
            });
            pages.push(page);
          }
          for (const { records } of pages) {
            forth.push(
              ...records.map(({ cluster, name }) => `${cluster.name}/${name}`),
            );
          }
          expect(forth).toEqual(whole);
          const back = await store.findings(selection, {
            order,
            limit: 2,
            before: pages[2].first,
          });
          expect(back.records).toEqual(pages[1].records);
          expect(back.hasMore).toBe(true);
        },
      );

      it.each<[string, Partial<FindingSelection>, string[]]>([
        ['a cluster', inFilter('environment', 'dev'), ['batch', 'cart']],
        [
          'a policy',
          { policyIds: [policyKey(PODS)] },
          ['batch', 'job-1', 'old'],
        ],
        [
          'an engine',
          { engines: ['gatekeeper'] },
          ['cart', 'cart', 'mail', 'till'],
        ],
        ['a category', { categories: ['pods'] }, ['batch', 'job-1', 'old']],
        [
          'severities',
          { severities: ['critical', 'low'] },
          ['job-1', 'old', 'till'],
        ],
        ['results', { results: ['warn', 'error'] }, ['cart', 'till']],
        ['no result', { results: [] }, []],
        ['namespaces', { namespaces: ['post'] }, ['mail']],
        ['kinds', { kinds: ['CronJob', 'Job'] }, ['batch', 'job-1']],
        ['resources', { resources: ['cart'] }, ['cart', 'cart']],
        ['rules', { rules: ['run-as-user'] }, ['job-1', 'old']],
        ['exceptions', { exceptions: ['exceptions/legacy'] }, ['old']],
        ['its own owner', { owners: ['group:default/post'] }, ['mail']],
        [
          'the owner of its cluster',
          { owners: ['group:default/data'] },
          ['batch', 'cart'],
        ],
        ['a mode', { modes: ['audit'] }, ['cart', 'mail', 'till']],
        ['a time to be due', { dueBefore: days(2).toISOString() }, ['job-1']],
        [
          'when it was first seen',
          { firstSeenAfter: minutes(1).toISOString() },
          ['batch', 'cart'],
        ],
        ['the name of what it is on', { findingText: 'JOB' }, ['job-1']],
        ['its namespace', { findingText: 'pos' }, ['mail']],
        ['its rule', { findingText: 'as-user' }, ['job-1', 'old']],
        [
          'the name of its policy',
          { findingText: 'nonroot' },
          ['batch', 'job-1', 'old'],
        ],
        ['what is nowhere', { findingText: '%' }, []],
      ])('are found by %s', async (_, wanted, expected) => {
        const found = await list(wanted);
        expect(found.map(name => name.split('/')[1]).sort()).toEqual(expected);
        await expect(
          store.countFindings(findingSelection(wanted)),
        ).resolves.toEqual({ count: expected.length, isAtLeast: false });
      });

      it('are found by who looks after them', async () => {
        const [[cart]] = fleetFindings();
        const assignment = {
          assignee: 'user:default/ann',
          note: 'soon',
          by: 'user:default/bob',
          at: NOW.toISOString(),
        };
        await store.assign(cart.fingerprint, assignment);
        await expect(
          list({ assignees: ['user:default/ann'] }),
        ).resolves.toEqual(['alpha/cart']);
        await expect(
          list({ assignees: ['user:default/bob'] }),
        ).resolves.toEqual([]);
        const { records } = await store.findings(
          findingSelection({ fingerprints: [cart.fingerprint] }),
          { order: { field: 'firstSeen', direction: 'asc' }, limit: 1 },
        );
        expect(records[0]).toMatchObject({
          fingerprint: cart.fingerprint,
          assignment,
          mode: 'audit',
          policy: { id: policyKey(LABELS), title: 'Owners' },
          cluster: { arn: ALPHA.arn },
          lastSeen: NOW.toISOString(),
          dueAt: days(9).toISOString(),
          feed: 'policyGatekeeper',
        });
      });

      it('are found once more when they were resolved', async () => {
        await ingest(writes, BETA, { observedAt: days(2) });
        await expect(list({ state: 'resolved' })).resolves.toEqual(
          expect.arrayContaining(['beta/batch', 'beta/cart']),
        );
        await expect(
          list({ state: 'resolved', resolvedAfter: days(3).toISOString() }),
        ).resolves.toEqual([]);
      });
    });

    describe('facets', () => {
      const VALUES: Record<FindingFacet, Array<[string, number]>> = {
        name: [
          [LABELS.name, 4],
          [PODS.name, 2],
        ],
        policy: [
          [policyKey(LABELS), 4],
          [policyKey(PODS), 2],
        ],
        engine: [
          ['gatekeeper', 4],
          ['kyverno', 2],
        ],
        category: [
          ['labels', 4],
          ['pods', 2],
        ],
        severity: [
          ['high', 3],
          ['critical', 1],
          ['low', 1],
          ['medium', 1],
        ],
        result: [
          ['fail', 4],
          ['error', 1],
          ['warn', 1],
        ],
        cluster: [
          [ALPHA.arn, 4],
          [BETA.arn, 2],
        ],
        account: [
          ['111111111111', 4],
          ['222222222222', 2],
        ],
        region: [['eu-west-1', 6]],
        environment: [
          ['prod', 4],
          ['dev', 2],
        ],
        owner: [
          ['group:default/web', 3],
          ['group:default/data', 2],
          ['group:default/post', 1],
        ],
        namespace: [
          ['shop', 5],
          ['post', 1],
        ],
        kind: [
          ['Deployment', 4],
          ['CronJob', 1],
          ['Job', 1],
        ],
      };

      it.each(FINDING_FACETS)(
        'count by %s, from counts as from findings',
        async facet => {
          const results = ['fail', 'warn', 'error'] as const;
          for (const wanted of [{}, { namespaces: ['shop', 'post'] }]) {
            const { isAtLeast, values } = await store.facet(
              findingSelection({ results: [...results], ...wanted }),
              facet,
              100,
            );
            expect(values.map(({ count, value }) => [value, count])).toEqual(
              VALUES[facet],
            );
            expect(isAtLeast).toBe(false);
          }
        },
      );
    });

    it('counts what two engines hold by one name once, and each where it is asked for', async () => {
      const other = { ...LABELS, engine: 'kyverno', kind: 'ClusterPolicy' };
      await ingest(writes, BETA, {
        feed: 'policyReports',
        findings: [newFinding({ policy: other as never, name: 'web' })],
        observedAt: minutes(6),
      });
      const facet = async (name: FindingFacet) =>
        (
          await store.facet(
            findingSelection({
              results: ['fail', 'warn', 'error'],
              names: [LABELS.name],
            }),
            name,
            100,
          )
        ).values;
      expect(await facet('name')).toEqual([
        { value: LABELS.name, title: 'Owners', count: 5 },
      ]);
      expect(
        (await facet('policy')).map(({ count, title }) => [title, count]),
      ).toEqual([
        ['Owners (gatekeeper)', 4],
        ['owner-label (kyverno)', 1],
      ]);
    });

    it.each([
      ['by owner of the cluster', owns('group:default/web'), true],
      ['of nothing', 'none' as const, false],
    ])('gives a reader %s nothing else', async (_, scope, seesAlpha) => {
      const seen = seesAlpha ? [ALPHA.arn] : [];
      const { columns, cells, quiet } = await store.matrix(
        policySelection({ scope }),
        'cluster',
      );
      expect(columns.map(({ key }) => key)).toEqual(seen);
      expect([...cells.keys()]).toEqual(seen);
      const { records } = await store.findings(findingSelection({ scope }), {
        order: { field: 'policy', direction: 'asc' },
        limit: 50,
      });
      expect([...new Set(records.map(({ cluster }) => cluster.arn))]).toEqual(
        seen,
      );
      const counted = await store.countFindings(findingSelection({ scope }));
      expect(counted.count).toBe(records.length);
      const { values } = await store.facet(
        findingSelection({ scope }),
        'cluster',
        9,
      );
      expect(values.map(({ value }) => value)).toEqual(seen);
      expect([...quiet.keys()]).toEqual(seen);
      const trend = await store.trend(policySelection({ scope }), 30);
      expect(trend.points.at(-1)?.fail).toBe(seesAlpha ? 3 : undefined);
      const week = await store.week(policySelection({ scope }), days(-7));
      expect(week.map(({ added }) => added).sort()).toEqual(
        seesAlpha ? [1, 3] : [],
      );
      const exceptions = await store.exceptions(policySelection({ scope }));
      expect(
        exceptions.flatMap(({ clusters }) => clusters.map(({ arn }) => arn)),
      ).toEqual(seen);
    });

    it('counts rules, namespaces and severities of what is not exempt', async () => {
      await expect(store.rules(policySelection(), 10)).resolves.toEqual([
        { rule: '', findings: 5 },
        { rule: 'run-as-user', findings: 1 },
      ]);
      await expect(store.namespaces(policySelection(), 1)).resolves.toEqual([
        { namespace: 'shop', findings: 5 },
      ]);
      const bySeverity = await store.countBySeverity(policySelection());
      expect(Object.fromEntries(bySeverity)).toEqual({
        critical: 1,
        high: 3,
        medium: 1,
        low: 1,
      });
    });

    it('takes exceptions that are the same on several clusters for one', async () => {
      const exceptions = await store.exceptions(policySelection());
      expect(
        exceptions
          .map(({ clusters, createdAt, exempted, name, policyIds }) => ({
            clusters: clusters.map(cluster => cluster.name).sort(),
            createdAt,
            exempted,
            name,
            policyIds,
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ).toEqual([
        {
          name: 'endless',
          clusters: ['beta'],
          createdAt: undefined,
          exempted: 0,
          policyIds: { [PODS.name]: policyKey(PODS) },
        },
        {
          name: 'legacy',
          clusters: ['alpha', 'beta'],
          createdAt: days(-9).toISOString(),
          exempted: 1,
          policyIds: { [PODS.name]: policyKey(PODS) },
        },
      ]);
    });
  },
);
