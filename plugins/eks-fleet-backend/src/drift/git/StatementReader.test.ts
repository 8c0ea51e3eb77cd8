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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  GitFailure,
  shippedProvisioners,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { migrate } from '../../database/migrate';
import { DatabaseStatementStore } from './DatabaseStatementStore';
import { StatementReader, type StatedCluster } from './StatementReader';

jest.setTimeout(60_000);

const TEXT = readFileSync(
  resolve(
    resolvePackagePath('@eks-fleet/backstage-plugin-eks-fleet-node'),
    'src/gitops/clusterFiles/__fixtures__/golden/terraform/node-groups-prod.auto.tfvars.json',
  ),
  'utf8',
);
const cluster = (name: string): StatedCluster => ({
  arn: `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`,
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  name,
  labels: {},
});
const pathOf = (name: string) => `live/${name}/cluster.auto.tfvars.json`;
const textOf = (name: string, version = '1.33') =>
  TEXT.replaceAll('orders-prod', name).replace(
    '"kubernetes_version": "1.33"',
    `"kubernetes_version": "${version}"`,
  );
const ALPHA = cluster('alpha');
const BETA = cluster('beta');
const GAMMA = cluster('gamma');

describe('StatementReader', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: DatabaseStatementStore;
    let head: string;
    let files: Record<string, string>;
    let changed: ReadonlySet<string> | undefined;
    let clusters: StatedCluster[];
    let now: Date;
    let names: string[];
    const readBranch = jest.fn(async () => ({ sha: head }));
    const readFile = jest.fn(async (path: string) =>
      path in files ? { path, text: files[path], sha: 'a' } : undefined,
    );
    const changedFiles = jest.fn(async () => changed);

    beforeEach(async () => {
      knex = await databases.init(id);
      await migrate(knex);
      store = new DatabaseStatementStore(knex);
      head = 'a'.repeat(40);
      files = {
        [pathOf('alpha')]: textOf('alpha'),
        [pathOf('beta')]: textOf('beta'),
      };
      changed = new Set();
      clusters = [ALPHA, BETA];
      now = new Date('2026-11-29T12:00:00Z');
      names = ['alpha', 'beta'];
      jest.clearAllMocks();
    });

    afterEach(() => knex.destroy());

    const read = () =>
      new StatementReader({
        git: {
          repositories: [
            {
              id: 'fleet',
              url: 'https://github.com/acme/fleet',
              branch: 'main',
              clusters: [
                {
                  match: { names },
                  provisioner: 'terraform',
                  path: 'live/{cluster}/cluster.auto.tfvars.json',
                  fields: {},
                },
              ],
              merge: { automatic: false, method: 'squash' },
            },
          ],
          repository: () => ({ readBranch, readFile, changedFiles } as never),
        },
        store,
        provisioners: shippedProvisioners,
        clusters: async () => clusters,
        now: () => now,
      }).read();
    const of = async ({ arn }: StatedCluster) =>
      (await store.ofMany([arn])).get(arn);

    it('keeps what each file says, where, and of which commit', async () => {
      await read();
      expect(await of(ALPHA)).toMatchObject({
        repository: 'fleet',
        path: pathOf('alpha'),
        provisioner: 'terraform',
        head,
        readAt: '2026-11-29T12:00:00.000Z',
        spec: { name: 'alpha', kubernetesVersion: '1.33' },
        statement: { isWhole: true },
        problems: [],
      });
    });

    it('asks for no file while no commit is new', async () => {
      await read();
      expect(readFile).toHaveBeenCalledTimes(2);
      await read();
      expect(readFile).toHaveBeenCalledTimes(2);
      expect(changedFiles).not.toHaveBeenCalled();
    });

    it('reads of a new commit only the files that it changed', async () => {
      await read();
      head = 'b'.repeat(40);
      changed = new Set([pathOf('beta'), 'README.md']);
      files[pathOf('beta')] = textOf('beta', '1.34');
      now = new Date('2026-11-29T13:00:00Z');
      await read();
      expect(readFile).toHaveBeenCalledTimes(3);
      expect(await of(BETA)).toMatchObject({
        head,
        spec: { kubernetesVersion: '1.34' },
      });
      // It holds at the new commit, and was read when it was.
      expect(await of(ALPHA)).toMatchObject({
        head,
        readAt: '2026-11-29T12:00:00.000Z',
      });
    });

    it('reads all of them where the host does not tell which', async () => {
      await read();
      head = 'b'.repeat(40);
      changed = undefined;
      files[pathOf('alpha')] = textOf('alpha', '1.34');
      await read();
      expect(readFile).toHaveBeenCalledTimes(4);
      expect((await of(ALPHA))?.spec?.kubernetesVersion).toBe('1.34');
    });

    it('keeps the hash of what it says, whichever commit it holds at', async () => {
      await read();
      const before = (await store.marks()).get(ALPHA.arn)!.hash;
      head = 'b'.repeat(40);
      changed = undefined;
      await read();
      expect((await store.marks()).get(ALPHA.arn)!.hash).toBe(before);
      head = 'c'.repeat(40);
      files[pathOf('alpha')] = textOf('alpha', '1.34');
      await read();
      expect((await store.marks()).get(ALPHA.arn)!.hash).not.toBe(before);
    });

    it('says why it is not known, and spoils no other', async () => {
      files[pathOf('alpha')] = '{ "name": ';
      clusters = [ALPHA, BETA, GAMMA];
      delete files[pathOf('beta')];
      await read();
      expect((await of(ALPHA))?.problem?.code).toBe('notUnderstood');
      expect(await of(BETA)).toMatchObject({
        problem: { code: 'noFile', message: `${pathOf('beta')} is not there` },
      });
      expect(await of(GAMMA)).toMatchObject({
        repository: '',
        problem: {
          code: 'notLocated',
          message: expect.stringContaining('No rule of fleet repository fleet'),
        },
      });
    });

    it('reads a file once a rule says where it is', async () => {
      clusters = [ALPHA, GAMMA];
      await read();
      names.push('gamma');
      files[pathOf('gamma')] = textOf('gamma');
      await read();
      expect(await of(GAMMA)).toMatchObject({ spec: { name: 'gamma' } });
      expect((await of(GAMMA))?.problem).toBeUndefined();
    });

    it('keeps what it knew while the host does not answer', async () => {
      await read();
      readBranch.mockRejectedValueOnce(
        new GitFailure('unreachable', 'no answer'),
      );
      await expect(read()).rejects.toThrow('no answer');
      expect((await of(ALPHA))?.spec?.name).toBe('alpha');
    });

    it('forgets clusters that are gone', async () => {
      await read();
      clusters = [BETA];
      await read();
      expect(await of(ALPHA)).toBeUndefined();
      expect(await of(BETA)).toBeDefined();
    });
  });
});
