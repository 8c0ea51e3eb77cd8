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

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  editEntries,
  type ObservedException,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { parse, stringify } from 'yaml';
import { testDatabases } from '../../../__testUtils__/databases';
import { migrate } from '../../../database/migrate';
/* eslint-disable @backstage/no-relative-monorepo-imports, no-restricted-imports -- what one package writes the other reads */
import {
  HELM,
  renderChart,
  type RenderedObject,
} from '../../../../../eks-fleet-node/src/policy/chart/__testUtils__/helm';
import { describeIf } from '../../../../../eks-fleet-node/src/policy/chart/__testUtils__/describeIf';
import {
  constraintExclusions,
  mergeExceptions,
} from '../../../../../eks-fleet-node/src/policy/gatekeeper/readExclusions';
/* eslint-enable @backstage/no-relative-monorepo-imports, no-restricted-imports */
import { cleanException } from '../../ingest/cleanSnapshot';
import { presentException } from '../../service/presentException';
import { DatabasePolicyIngestStore } from '../../store/DatabasePolicyIngestStore';
import { DatabasePolicyStore } from '../../store/DatabasePolicyStore';
import {
  fleetCluster,
  ingest,
  minutes,
  policySelection,
  putClusters,
} from '../../store/__testUtils__/policyFixtures';
import { aContent, aRecord } from '../__testUtils__/content';
import { seeClusters } from '../engine/seeClusters';
import type { ExceptionRecord } from '../types';
import { renderFiles } from './renderFiles';

jest.setTimeout(60_000);

const GOLDEN = join(__dirname, 'golden/gatekeeperException.yaml');
const CLUSTER = fleetCluster('orders');
const PATH = 'policies/clusters/orders.yaml';
const LAYER = `engine: gatekeeper # for now
policies:
  require-owner:
    exclude:
      namespaces: [legacy-*]
    parameters:
      labels: [team]
`;

const content = aContent({
  name: 'require-owner-web-0b54c1de',
  policy: {
    id: '00000000000000bb',
    engine: 'gatekeeper',
    kind: 'FleetRequireOwner',
    name: 'require-owner',
  },
  reason: 'Vendor\'s "chart" <2.0> has no labels: & none\ncome',
  approvedBy: 'user:default/sam',
});

/** The cluster's layer of values, as the pull request leaves it. */
function layer(): string {
  const [file] = renderFiles(content, {
    rendering: 'gatekeeper',
    places: [{ arn: CLUSTER.arn, path: PATH }],
    namespace: 'kyverno',
  });
  if (!('pointer' in file)) {
    throw new Error('It is no entry of values');
  }
  return editEntries(PATH, LAYER, [{ pointer: file.pointer, add: file.add }]);
}

/** What the portal reads of the constraint that the chart makes of that. */
function observed(constraint: RenderedObject): ObservedException[] {
  return mergeExceptions(
    constraintExclusions(constraint.kind, constraint as never),
  ).map(cleanException);
}

const golden = (): RenderedObject => parse(readFileSync(GOLDEN, 'utf8'));

describeIf(
  'helm',
  HELM,
  'an exception in the values, in the hands of Helm',
  () => {
    it('becomes the constraint that is kept beside', () => {
      const folder = mkdtempSync(join(tmpdir(), 'eks-fleet-exception-'));
      try {
        const values = join(folder, 'values.yaml');
        writeFileSync(values, layer());
        const constraint = renderChart([values]).find(
          ({ apiVersion, metadata }) =>
            apiVersion.startsWith('constraints.') &&
            metadata.name === 'require-owner',
        )!;
        if (process.env.EKS_FLEET_UPDATE_GOLDEN) {
          writeFileSync(GOLDEN, stringify(constraint));
        }
        expect(constraint).toEqual(golden());
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  },
);

describe('an exception in the values of a cluster with Gatekeeper', () => {
  const databases = testDatabases();
  const constraint = golden();

  it('is found on its constraint beside what the policy itself leaves out', () => {
    expect(observed(constraint)).toEqual([
      expect.objectContaining({
        kind: 'constraint',
        name: 'FleetRequireOwner/require-owner',
        namespaces: ['legacy-*'],
      }),
      expect.objectContaining({
        engine: 'gatekeeper',
        kind: 'exception',
        name: content.name,
        policies: [
          expect.objectContaining({
            kind: 'FleetRequireOwner',
            name: 'require-owner',
          }),
        ],
        scope: 'Deployment web in shop',
        namespaces: ['shop'],
        reason: 'Vendor\'s "chart" <2.0> has no labels: & none come',
        ticket: 'SEC-12',
        requestedBy: 'user:default/ada',
        approvedBy: 'user:default/sam',
        expiresAt: '2027-01-31T23:59:59.000Z',
      }),
    ]);
  });

  it('covers what it was asked for, and nothing else', () => {
    const [entry] = constraint.spec.parameters.exempt;
    const covers = (kind: string, namespace: string, name: string) =>
      [
        [entry.namespace, namespace],
        [entry.kind, kind],
        [entry.name, name],
      ].every(([pattern, value]) => new RegExp(pattern).test(value));
    expect(constraint.spec.parameters.exempt).toHaveLength(1);
    expect(covers('Deployment', 'shop', 'web')).toBe(true);
    expect(covers('Deployment', 'shop', 'web-2')).toBe(false);
    expect(covers('Deployment', 'shopping', 'web')).toBe(false);
    expect(covers('StatefulSet', 'shop', 'web')).toBe(false);
  });

  describe.each(databases.eachSupportedId())('read into %s', databaseId => {
    let knex: Knex;
    let store: DatabasePolicyStore;

    const request = (state: ExceptionRecord['state']) =>
      aRecord({
        state,
        asked: {
          ...aRecord().asked,
          ...content,
          rendering: 'gatekeeper',
        },
        progress: {
          removal: {
            attempt: 1,
            plannedAt: minutes(30).toISOString(),
            files: [],
            left: [],
          },
        },
        clusters: [
          {
            arn: CLUSTER.arn,
            createdAt: CLUSTER.createdAt,
            entityRef: CLUSTER.entityRef,
          },
        ],
      });
    /** Where the request is, by what was last read. */
    const see = async (record: ExceptionRecord, at: Date) =>
      seeClusters(record, {
        clusters: new Map([[CLUSTER.arn, CLUSTER]]),
        exceptions: await store.exceptions(policySelection()),
        feeds: await store.feeds([CLUSTER.arn]),
        now: at,
      });
    const read = (exceptions: ObservedException[], at: Date) =>
      ingest(new DatabasePolicyIngestStore(knex), CLUSTER, {
        exceptions,
        engines: ['gatekeeper'],
        observedAt: at,
      });

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrate(knex);
      await putClusters(knex, [CLUSTER]);
      store = new DatabasePolicyStore(knex);
    });

    it('is in force, honoured after its end, and gone when the constraint has it no more', async () => {
      await read(observed(constraint), minutes(0));
      expect(await see(request('merged'), minutes(1))).toMatchObject([
        { inForceAt: minutes(1).toISOString(), goneAt: undefined },
      ]);
      const [record] = (await store.exceptions(policySelection())).filter(
        ({ name }) => name === content.name,
      );
      expect(presentException(record, minutes(1))).toMatchObject({
        state: 'active',
        flags: [],
      });
      expect(
        presentException(record, new Date('2027-02-01T00:00:00Z')),
      ).toMatchObject({ state: 'expired', flags: ['honouredAfterExpiry'] });
      expect(await see(request('expired'), minutes(40))).toMatchObject([
        { goneAt: undefined },
      ]);

      await read(
        observed({
          ...constraint,
          metadata: { ...constraint.metadata, annotations: {} },
        }),
        minutes(50),
      );
      expect(await see(request('expired'), minutes(51))).toMatchObject([
        { goneAt: minutes(51).toISOString() },
      ]);
    });
  });
});
