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

import { DescribeAddonVersionsCommand } from '@aws-sdk/client-eks';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { memoryDatabase } from './__testUtils__/memoryDatabase';
import { startCloud, type Cloud } from './collection/__testUtils__/startCloud';
import { toAddonVersions } from './collection/addonVersions/toAddonVersions';
import { awsCollectors } from './collection/eks/awsCollectors';
import {
  configureCollectors,
  readCollectorConfig,
} from './collection/readCollectorConfig';
import { readConfig } from './config/readConfig';
import { migrate } from './database/migrate';
import { readKubernetesConfig } from './kubernetes/readKubernetesConfig';
import { DatabaseHubStore } from './policy/securityHub/DatabaseHubStore';
import { HubReader } from './policy/securityHub/HubReader';
import { readSecurityHubConfig } from './policy/securityHub/readSecurityHubConfig';
import {
  DEFAULT_SETTINGS,
  readReadinessConfig,
} from './readiness/readReadinessConfig';

jest.setTimeout(60_000);

const README = readFileSync(resolve(__dirname, '../README.md'), 'utf8');

const SOURCES = readFileSync(
  resolve(__dirname, '../../../docs/policy-sources.md'),
  'utf8',
);

function blocks(language: string, text = README): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(match => match[1] === language)
    .map(match => match[2]);
}

describe('the README', () => {
  let cloud: Cloud | undefined;

  afterEach(async () => {
    await cloud?.stop();
    cloud = undefined;
  });

  it('gives configuration that is accepted', async () => {
    const [data] = blocks('yaml').map(text => parse(text));
    const config = mockServices.rootConfig({ data });
    expect(readConfig(config).instancePrices.get('m7i.xlarge')).toBe(0.2247);
    expect(readKubernetesConfig(config).enabled).toBe(false);
    expect(readReadinessConfig(config).settings).toEqual(DEFAULT_SETTINGS);
    cloud = await startCloud();
    const collectors = awsCollectors({
      aws: cloud.aws,
      observations: { ofMany: async () => new Map() },
    });
    expect(
      configureCollectors(collectors, readCollectorConfig(config)),
    ).toHaveLength(collectors.length);
    for (const { kind } of collectors) {
      expect(README).toContain(kind);
    }
  });

  it('asks AWS for just what is called', async () => {
    const [{ Statement }] = blocks('json').map(text => JSON.parse(text));
    const [{ Action: actions, Sid }] = Statement;
    expect(Sid).toBe('EksFleetCollection');

    cloud = await startCloud({
      cluster: {
        fargateProfiles: [
          { name: 'batch', selectors: [{ namespace: 'batch' }] },
        ],
        capabilities: [{ name: 'argocd', type: 'ARGOCD', version: '3.1' }],
        updates: [{ type: 'VersionUpdate', createdAt: '2026-11-20T08:00:00Z' }],
        insights: [
          {
            name: 'Cluster health issues',
            category: 'UPGRADE_READINESS',
            status: 'ERROR',
          },
        ],
      },
    });
    const { aws, cluster, simulator } = cloud;
    const role = simulator.model.findRole(
      cluster.accountId,
      'eks-fleet-reader',
    );
    simulator.model.setRole(cluster.accountId, { ...role!, allow: actions });

    for (const collector of awsCollectors({
      aws,
      observations: { ofMany: async () => new Map() },
    })) {
      const document = await cloud.collect(collector, {
        controlPlane: cloud.controlPlane(),
      });
      expect(document).not.toMatchObject({
        unreadable: expect.arrayContaining([expect.anything()]),
      });
    }
    const { addons } = await aws
      .eks(cluster)
      .send(new DescribeAddonVersionsCommand({ kubernetesVersion: '1.34' }));
    expect(Object.keys(toAddonVersions(addons ?? [], '1.34'))).not.toEqual([]);

    const called = simulator
      .calls()
      .filter(({ service }) => service !== 'sts')
      .map(({ operation, service }) => `${service}:${operation}`);
    expect([...new Set(called)].sort()).toEqual([...actions].sort());
  });

  it('asks Security Hub for just what docs/policy-sources.md allows', async () => {
    const policies = blocks('json', SOURCES).map(text => JSON.parse(text));
    const [{ Action: actions, Resource }] = policies
      .map(({ Statement }) => Statement)
      .find(([{ Sid }]) => Sid === 'EksFleetSecurityHub');
    const text = blocks('yaml', SOURCES).find(
      block => block.includes('eksFleet:') && block.includes('securityHub:'),
    )!;
    const hub = readSecurityHubConfig(new ConfigReader(parse(text)))!;
    expect(Resource).toBe(
      `arn:aws:securityhub:${hub.region}:${hub.accountId}:hub/default`,
    );

    cloud = await startCloud();
    const { aws, cluster, simulator } = cloud;
    const { accountId } = cluster;
    const role = simulator.model.findRole(accountId, 'eks-fleet-reader');
    simulator.model.setRole(accountId, { ...role!, allow: actions });
    const knex = memoryDatabase();
    await migrate(knex);
    const store = new DatabaseHubStore(knex);
    await new HubReader({
      aws,
      config: { ...hub, accountId },
      logger: mockServices.logger.mock(),
      store,
      now: () => new Date(),
    }).read();
    expect((await store.states()).map(({ error }) => error)).toEqual([
      undefined,
      undefined,
    ]);
    expect(await store.marks(cluster.arn)).toHaveLength(5);
    await knex.destroy();

    const called = simulator
      .calls()
      .filter(({ service }) => service !== 'sts')
      .map(({ operation, service }) => `${service}:${operation}`);
    expect([...new Set(called)]).toEqual(actions);
  });
});
