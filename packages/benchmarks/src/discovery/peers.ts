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

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { accountIds, regionNames, ROLE_NAME } from '../cloud/scope';
import { timed } from '../measurement/time';
import type { Contender } from './types';

const FOLDER = resolvePackagePath('@eks-fleet/benchmarks', '.peers');

const ROADIE = '@roadiehq/catalog-backend-module-aws';
const BACKSTAGE = '@backstage/plugin-catalog-backend-module-aws';
const VERSIONS: { [name: string]: string } = {
  [ROADIE]: '5.11.0',
  [BACKSTAGE]: '0.4.28',
};

/** The two plugins that discover EKS clusters today, on a single target. */
export interface Peers {
  roadie: Contender;
  backstage: Contender;
}

/** Installs the peers beside this package, once, and loads them. */
export function loadPeers(): Peers {
  install();
  const load = createRequire(join(FOLDER, 'package.json'));
  const [accountId] = accountIds({ accounts: 1, regions: 1 });
  const [region] = regionNames({ accounts: 1, regions: 1 });
  const roleArn = `arn:aws:iam::${accountId}:role/${ROLE_NAME}`;

  const { AWSEKSClusterProvider } = load(ROADIE);
  const { AwsEKSClusterProcessor } = load(BACKSTAGE);
  return {
    roadie: {
      name: `${ROADIE} ${VERSIONS[ROADIE]}`,
      async scan() {
        let found = 0;
        const provider = AWSEKSClusterProvider.fromConfig(
          new ConfigReader({ accountId, roleName: ROLE_NAME, roleArn, region }),
          {
            logger: mockServices.rootLogger({ level: 'none' }),
            useTemporaryCredentials: true,
            providerId: 'bench',
          },
        );
        await provider.connect({
          applyMutation: async (mutation: { entities: unknown[] }) => {
            found = mutation.entities.length;
          },
          refresh: async () => {},
        });
        const { milliseconds } = await timed(() => provider.run());
        return { found, milliseconds };
      },
    },
    backstage: {
      name: `${BACKSTAGE} ${VERSIONS[BACKSTAGE]}`,
      async scan() {
        let found = 0;
        const processor = AwsEKSClusterProcessor.fromConfig(
          new ConfigReader({
            aws: { accounts: [{ accountId, roleName: ROLE_NAME }] },
          }),
        );
        const { milliseconds } = await timed(() =>
          processor.readLocation(
            { type: 'aws-eks', target: `${accountId}/${region}` },
            false,
            (result: { type: string }) => {
              found += result.type === 'entity' ? 1 : 0;
            },
          ),
        );
        return { found, milliseconds };
      },
    },
  };
}

function install(): void {
  if (Object.keys(VERSIONS).every(isInstalled)) {
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, 'package.json'),
    JSON.stringify({ name: 'eks-fleet-peers', private: true }),
  );
  process.stderr.write('Installing the plugins to compare with …\n');
  execFileSync(
    'npm',
    [
      'install',
      ...['--ignore-scripts', '--no-audit', '--no-fund', '--no-save'],
      ...Object.entries(VERSIONS).map(
        ([name, version]) => `${name}@${version}`,
      ),
    ],
    { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

function isInstalled(name: string): boolean {
  const manifest = join(FOLDER, 'node_modules', name, 'package.json');
  return (
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).version === VERSIONS[name]
  );
}
