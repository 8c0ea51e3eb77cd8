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
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { DatabaseExpectedStore } from './DatabaseExpectedStore';
import { DatabaseLayerStore } from './DatabaseLayerStore';
import { ExpectedReader, type LayeredCluster } from './ExpectedReader';

jest.setTimeout(60_000);

const cluster = (name: string, environment: string): LayeredCluster => ({
  arn: `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`,
  partition: 'aws',
  accountId: '111111111111',
  region: 'eu-west-1',
  name,
  labels: { environment },
});
const ALPHA = cluster('alpha', 'prod');
const BETA = cluster('beta', 'dev');

const CHART = `
engine: kyverno
policies:
  require-owner: { enabled: true, mode: audit }
  no-latest-tag: { enabled: false, mode: audit }
`;

describe('ExpectedReader', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseExpectedStore;
    let head: string;
    let files: Record<string, string>;
    let clusters: LayeredCluster[];
    const readFile = jest.fn(async (path: string) =>
      path in files ? { text: files[path] } : undefined,
    );
    const readBranch = jest.fn(async () => ({ sha: head }));

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseExpectedStore(knex);
      head = 'a'.repeat(40);
      files = {
        'charts/fleet-policies/Chart.yaml':
          'name: fleet-policies\nversion: 1.4.0',
        'charts/fleet-policies/values.yaml': CHART,
        'policies/environments/prod.yaml':
          'policies: { require-owner: { mode: enforce } }',
        'policies/clusters/111111111111/eu-west-1/beta.yaml':
          'policies: { no-latest-tag: { enabled: true } }',
      };
      clusters = [ALPHA, BETA];
      jest.clearAllMocks();
    });

    const read = () =>
      new ExpectedReader({
        git: {
          repositories: [{ id: 'fleet', branch: 'main' }],
          repository: () => ({ readBranch, readFile }),
        } as never,
        store,
        layers: new DatabaseLayerStore(knex),
        config: {
          repository: 'fleet',
          paths: [
            'charts/fleet-policies/values.yaml',
            'policies/environments/{label.environment}.yaml',
            'policies/tenants/{label.tenant}.yaml',
            'policies/clusters/{account}/{region}/{cluster}.yaml',
          ],
        },
        clusters: async () => clusters,
        now: () => new Date('2026-11-29T12:00:00Z'),
      }).read();
    const of = async ({ arn }: LayeredCluster) =>
      (await store.ofMany([arn])).get(arn);
    const modes = async (of_: LayeredCluster) =>
      (await of(of_))?.policies.map(({ mode, name }) => `${name} ${mode}`);

    it('lays what a tenant says over what its environment does', async () => {
      files['policies/tenants/payments.yaml'] =
        'policies: { require-owner: { mode: warn } }';
      const tenant = {
        ...ALPHA,
        labels: { ...ALPHA.labels, tenant: 'payments' },
      };
      clusters = [tenant, BETA];
      await read();
      expect(await modes(tenant)).toEqual(['require-owner warn']);
      // Another cluster has no such label, and no file is looked for.
      expect(await modes(BETA)).toContain('require-owner audit');
    });

    it('knows what each cluster is to have, by its own layers', async () => {
      await read();
      expect(await modes(ALPHA)).toEqual(['require-owner enforce']);
      expect(await modes(BETA)).toEqual([
        'no-latest-tag audit',
        'require-owner audit',
      ]);
      expect(await of(ALPHA)).toMatchObject({
        head,
        version: 'fleet-policies-1.4.0',
        problem: undefined,
      });
    });

    it('asks for no file while no commit is new, and for shared ones once', async () => {
      await read();
      expect(
        readFile.mock.calls.filter(([path]) => path.endsWith('values.yaml')),
      ).toHaveLength(1);
      readFile.mockClear();
      await read();
      expect(readFile).not.toHaveBeenCalled();
      head = 'b'.repeat(40);
      files['policies/environments/prod.yaml'] = '';
      await read();
      expect(await modes(ALPHA)).toEqual(['require-owner audit']);
    });

    it('says what is wrong with a layer, and spoils no other cluster', async () => {
      files['policies/environments/prod.yaml'] =
        'policies: { require-owner: { mode: strict } }';
      await read();
      expect(await of(ALPHA)).toMatchObject({
        policies: [],
        problem:
          'policies/environments/prod.yaml: policies.require-owner.mode must be audit, warn or enforce',
      });
      expect(await modes(BETA)).toHaveLength(2);
    });

    it('does not take a chart that is not there for one without policies', async () => {
      delete files['charts/fleet-policies/values.yaml'];
      await read();
      expect((await of(ALPHA))?.problem).toBe(
        'charts/fleet-policies/values.yaml is not there',
      );
    });

    it('keeps what it knew while the host does not answer', async () => {
      await read();
      readBranch.mockRejectedValueOnce(new Error('no answer'));
      await expect(read()).rejects.toThrow('no answer');
      expect(await modes(ALPHA)).toEqual(['require-owner enforce']);
    });

    it('forgets clusters that are gone', async () => {
      await read();
      clusters = [ALPHA];
      await read();
      expect(await of(BETA)).toBeUndefined();
      expect(await of(ALPHA)).toBeDefined();
    });
  });
});
