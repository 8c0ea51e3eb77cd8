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
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { startDiscovery } from './__testUtils__/discovery';
import { readProviderConfigs } from './config/readProviderConfigs';

const README = readFileSync(resolve(__dirname, '../README.md'), 'utf8');

function blocks(language: string): string[] {
  return [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(match => match[1] === language)
    .map(match => match[2]);
}

describe('the README', () => {
  const environment = process.env;
  const policies = blocks('json').map(text => JSON.parse(text));
  const policy = (sid: string) =>
    policies.find(({ Statement }) => Statement?.[0].Sid === sid).Statement[0];

  beforeEach(() => {
    process.env = { ...environment };
  });

  afterEach(() => {
    process.env = environment;
  });

  it('gives configuration that is accepted', () => {
    const configs = blocks('yaml').map(text => parse(text));
    const providers = configs.filter(config => config.catalog?.providers);
    expect(providers).toHaveLength(4);
    for (const config of providers) {
      expect(readProviderConfigs(new ConfigReader(config))).toHaveLength(1);
    }
  });

  it('asks AWS for all that discovery needs, and for no more than reads', async () => {
    const reads: string[] = policy('EksFleetDiscovery').Action;
    const organization: string[] = policy('EksFleetOrganization').Action;
    const trust = policies.find(
      ({ Statement }) => Statement?.[0].Condition?.StringEquals,
    ).Statement[0];
    const externalId = trust.Condition.StringEquals['sts:ExternalId'];
    for (const action of [...reads, ...organization]) {
      expect(action).toMatch(/^[a-z0-9]+:(List|Describe)[A-Za-z]+$/);
    }

    const discovery = await startDiscovery({
      fleet: '2x2x2',
      aws: { accountDefaults: { roleName: 'eks-fleet-reader', externalId } },
      provider: {
        organization: { accountId: '999988887777' },
        regions: 'enabled',
      },
    });
    const { model } = discovery.simulator;
    for (const { id } of model.accounts()) {
      model.setRole(id, {
        name: 'eks-fleet-reader',
        trusts: [trust.Principal.AWS],
        externalId,
        allow: id === '999988887777' ? [...reads, ...organization] : reads,
      });
    }
    await discovery.provider.scan();
    expect(discovery.clusters()).toHaveLength(8);
    expect(
      [...discovery.reports.values()].filter(({ error }) => error),
    ).toEqual([]);
    await discovery.stop();
  });
});
