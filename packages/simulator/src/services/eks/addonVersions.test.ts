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

import {
  DescribeAddonVersionsCommand,
  paginateDescribeAddonVersions,
  type DescribeAddonVersionsCommandInput,
  type EKSClient,
} from '@aws-sdk/client-eks';
import {
  ADDON_CATALOGUE,
  compatibleAddonVersions,
  defaultAddonVersion,
} from '../../model/addonCatalogue';
import { SIX_ADDONS } from '../../model/defaultAddons';
import { versionAfter } from '../../model/minors';
import { KUBERNETES_VERSIONS } from '../../model/versions';
import { startSimulator } from '../../server/startSimulator';
import type { Simulator } from '../../server/types';
import { readerOf } from '../../__testUtils__/clients';

describe('DescribeAddonVersions', () => {
  let simulator: Simulator;
  let eks: EKSClient;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: '1x1x0' });
    ({ eks } = await readerOf(simulator, '100000000001'));
  });

  afterAll(() => simulator.stop());

  const answer = async (input: DescribeAddonVersionsCommandInput) =>
    (await eks.send(new DescribeAddonVersionsCommand(input))).addons!;

  it.each<[string, DescribeAddonVersionsCommandInput, string[]]>([
    ['a name', { addonName: 'vpc-cni' }, ['vpc-cni']],
    ['an unknown name', { addonName: 'made-up' }, []],
    ['an owner', { owners: ['aws-marketplace'] }, ['kubecost_kubecost']],
    [
      'two owners',
      { owners: ['aws-marketplace', 'community'] },
      [
        'cert-manager',
        'kube-state-metrics',
        'kubecost_kubecost',
        'metrics-server',
      ],
    ],
    ['a publisher', { publishers: ['kubecost'] }, ['kubecost_kubecost']],
    ['a type', { types: ['networking'] }, ['coredns', 'kube-proxy', 'vpc-cni']],
    [
      'a name and a version that it has nothing for',
      { addonName: 'kubecost_kubecost', kubernetesVersion: '1.34' },
      [],
    ],
    ['a version that there is not', { kubernetesVersion: '1.99' }, []],
  ])('finds by %s', async (_, input, expected) => {
    expect((await answer(input)).map(({ addonName }) => addonName)).toEqual(
      expected,
    );
  });

  it('tells of the asked version alone, newest first', async () => {
    const [coredns] = await answer({
      addonName: 'coredns',
      kubernetesVersion: '1.33',
    });
    expect(coredns).toMatchObject({
      type: 'networking',
      publisher: 'eks',
      owner: 'aws',
      addonVersions: [
        {
          addonVersion: 'v1.13.2-eksbuild.1',
          compatibilities: [
            {
              clusterVersion: '1.33',
              platformVersions: ['*'],
              defaultVersion: false,
            },
          ],
        },
        {
          addonVersion: 'v1.12.4-eksbuild.1',
          compatibilities: [{ clusterVersion: '1.33', defaultVersion: true }],
        },
        {
          addonVersion: 'v1.11.4-eksbuild.24',
          compatibilities: [{ clusterVersion: '1.33', defaultVersion: false }],
        },
      ],
    });
  });

  it('tells of every version where none is asked for', async () => {
    const [metricsServer] = await answer({ addonName: 'metrics-server' });
    expect(
      metricsServer.addonVersions![1].compatibilities!.map(
        ({ clusterVersion }) => clusterVersion,
      ),
    ).toEqual(['1.34', '1.33', '1.32', '1.31', '1.30', '1.29']);
  });

  it('pages through the add-ons', async () => {
    const names: string[] = [];
    let pages = 0;
    for await (const page of paginateDescribeAddonVersions(
      { client: eks, pageSize: 4 },
      { kubernetesVersion: '1.33' },
    )) {
      pages += 1;
      names.push(...page.addons!.map(({ addonName }) => addonName!));
    }
    expect(names).toEqual(ADDON_CATALOGUE.map(({ name }) => name));
    expect(pages).toBe(Math.ceil(names.length / 4));
  });

  it.each(['latest', '1', 'v1.33'])(
    'takes %s for no version',
    async version => {
      await expect(
        answer({ kubernetesVersion: version }),
      ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    },
  );
});

describe('the catalogue of add-ons', () => {
  const versions = KUBERNETES_VERSIONS.map(({ version }) => version);

  it.each(versions)('has one default of each add-on for %s', version => {
    for (const { name, versions: known } of ADDON_CATALOGUE) {
      const defaults = known.filter(({ defaultFor }) =>
        defaultFor.includes(version),
      );
      const runs = compatibleAddonVersions(name, version);
      expect([name, defaults.length]).toEqual([name, runs.length ? 1 : 0]);
      expect(runs).toEqual(
        expect.arrayContaining(defaults.map(found => found.version)),
      );
    }
  });

  it.each(versions.slice(0, -1))(
    'never lets the usual add-ons of %s stop an upgrade',
    version => {
      for (const name of SIX_ADDONS) {
        expect(compatibleAddonVersions(name, versionAfter(version)!)).toContain(
          defaultAddonVersion(name, version),
        );
      }
    },
  );
});
