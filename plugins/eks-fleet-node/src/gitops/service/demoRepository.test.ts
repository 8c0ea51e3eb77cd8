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

import { ConfigReader } from '@backstage/config';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { locateCluster, type ClusterFile } from '../config/locateCluster';
import { diffLines } from '../edits/diffLines';
import { editText, parseFile } from '../edits/editText';
import { checkProvisioners } from '../provisioners/checkProvisioners';
import { shippedProvisioners } from '../provisioners/shippedProvisioners';
import type { VersionChange } from '../provisioners/types';
import { DefaultEksFleetGitService } from './DefaultEksFleetGitService';

const TERRAFORM = ['333344445555', '666677778888'];

/** Rules as a company with two provisioners writes them. */
const clustersOf = (terraform: string[]) => [
  {
    match: { accounts: terraform },
    provisioner: 'terraform',
    path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.auto.tfvars.json',
    fields: {
      nodegroups: {
        version: '/eks_managed_node_groups/{name}/kubernetes_version',
        releaseVersion: '/eks_managed_node_groups/{name}/ami_release_version',
      },
    },
  },
  {
    provisioner: 'kro',
    path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.yaml',
    fields: {
      addons: '/spec/addons/{name}/version',
      nodegroups: {
        version: '/spec/nodeGroups/{name}/version',
        releaseVersion: '/spec/nodeGroups/{name}/releaseVersion',
      },
    },
  },
];

describe('the fleet repository of the demo', () => {
  let simulator: Simulator;
  let service: DefaultEksFleetGitService;

  beforeAll(async () => {
    simulator = await startSimulator({ fleet: 'demo' });
    const { apiUrl, url } = simulator.github;
    service = DefaultEksFleetGitService.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            {
              host: new URL(url).host,
              apiBaseUrl: apiUrl,
              token: 'github_pat_demo_eks_fleet',
            },
          ],
        },
        eksFleet: {
          fleetRepositories: [
            {
              id: 'fleet',
              url: `${url}/acme/fleet`,
              branch: 'main',
              clusters: clustersOf(TERRAFORM),
            },
          ],
        },
      }),
    );
    checkProvisioners(service.repositories, shippedProvisioners);
  });

  afterAll(async () => {
    await simulator.stop();
  });

  function changesOf(
    cluster: ReturnType<Simulator['model']['clusters']>[number],
  ): VersionChange[] {
    const minor = Number(cluster.version.split('.')[1]);
    return [
      {
        kind: 'controlPlane',
        from: cluster.version,
        to: `1.${minor + 1}`,
      },
      ...cluster.addons.map(({ name, version }) => ({
        kind: 'addon' as const,
        name,
        from: version,
        to: 'v9.9.9-eksbuild.9',
      })),
      ...cluster.nodegroups.map(({ name, releaseVersion, version }) => ({
        kind: 'nodegroup' as const,
        name,
        from: version,
        to: '1.99',
        ...(releaseVersion && { releaseVersion: '1.99.1-20261126' }),
      })),
    ];
  }

  it('says of each cluster what is there, and takes each change of a version', async () => {
    const repository = service.repository('fleet', 'test');
    const changed = { json: 0, yaml: 0 };
    for (const cluster of simulator.model.clusters()) {
      const located = locateCluster(service.repositories, {
        partition: 'aws',
        accountId: cluster.accountId,
        region: cluster.region,
        name: cluster.name,
        labels: { environment: cluster.tags.environment ?? 'other' },
      });
      const {
        fields,
        path,
        provisioner: id,
      } = (located as { file: ClusterFile }).file;
      const file = await repository.readFile(path, 'main');
      if (!file) {
        continue;
      }
      const provisioner = shippedProvisioners.find(each => each.id === id)!;
      const context = { cluster: cluster.name, fields };
      const parsed = parseFile(path, file.text);

      expect(provisioner.read(parsed, context)).toEqual({
        version: cluster.version,
        addons: Object.fromEntries(
          cluster.addons.map(({ name, version }) => [name, version]),
        ),
        nodegroups: Object.fromEntries(
          cluster.nodegroups.map(({ name, releaseVersion, version }) => [
            name,
            { version, ...(releaseVersion && { releaseVersion }) },
          ]),
        ),
      });
      for (const change of changesOf(cluster)) {
        const edits = provisioner.plan(parsed, context, change);
        const diff = diffLines(
          path,
          file.text,
          editText(path, file.text, edits),
        );
        expect(diff.match(/^\+ /gm)).toHaveLength(edits.length);
        changed[path.endsWith('.json') ? 'json' : 'yaml'] += 1;
      }
    }
    expect(changed.json).toBeGreaterThan(50);
    expect(changed.yaml).toBeGreaterThan(50);
  }, 60_000);

  it('says all of the cluster that somebody has changed by hand, as it was before', async () => {
    const path =
      'clusters/staging/333344445555/us-east-1/identity-us-staging/cluster.auto.tfvars.json';
    const file = await service
      .repository('fleet', 'tests')
      .readFile(path, 'main');
    const { problems, spec } = shippedProvisioners.find(
      ({ id }) => id === 'terraform',
    )!.parse!([{ path, text: file!.text }], { path, settings: {} });
    expect(problems).toEqual([]);
    expect(spec).toMatchObject({
      name: 'identity-us-staging',
      owner: 'group:default/identity',
      endpointAccess: { public: false },
    });
  });
});
