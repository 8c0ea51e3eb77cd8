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
  checkClusterSpec,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aControlPlane,
  aNodegroup,
  anAddon,
  seen,
} from '../../__testUtils__/observations';
import { driftOfCluster } from '../compare/driftOfCluster';
import { statementOfSpec } from '../git/statementOf';
import { adoptionOf } from './adoptionOf';
import { bringBackOf } from './bringBackOf';

const SINCE = '2026-11-29T12:00:00Z';
const checked = checkClusterSpec({
  name: 'orders',
  accountId: '111122223333',
  region: 'eu-west-1',
  environment: 'prod',
  owner: 'group:default/orders',
  kubernetesVersion: '1.33',
  network: {
    vpcId: 'vpc-0a1b2c3d',
    subnetIds: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e'],
  },
  compute: {
    nodeGroups: [
      {
        name: 'general',
        instanceTypes: ['m7i.xlarge'],
        amiType: 'AL2023_x86_64_STANDARD',
        minSize: 1,
        desiredSize: 3,
        maxSize: 6,
        labels: { tier: 'gold' },
      },
      {
        name: 'gone',
        instanceTypes: ['m7i.xlarge'],
        amiType: 'AL2023_x86_64_STANDARD',
        minSize: 1,
        desiredSize: 1,
        maxSize: 1,
      },
    ],
  },
  addons: [{ name: 'vpc-cni', version: 'v1.19.5-eksbuild.1' }],
  upgradePolicy: { supportType: 'STANDARD' },
  endpointAccess: { private: true, public: false },
  deletionProtection: true,
  tags: { team: 'orders', gone: 'x' },
});
const SPEC = (checked as { spec: ClusterSpec }).spec;

function observed(
  control: Parameters<typeof aControlPlane>[0] = {},
  group: Parameters<typeof aNodegroup>[0] = {},
) {
  return {
    controlPlane: seen(
      aControlPlane({
        supportType: 'STANDARD',
        vpcId: 'vpc-0a1b2c3d',
        subnetIds: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e'],
        endpointPublicAccess: false,
        logTypes: [],
        tags: { team: 'orders', gone: 'x' },
        ...control,
      }),
    ),
    nodegroups: seen({
      nodegroups: [
        aNodegroup(group),
        aNodegroup({ name: 'gone', minSize: 1, maxSize: 1 }),
      ],
      unreadable: [],
    }),
    addons: seen({ addons: [anAddon()], unreadable: [] }),
  };
}

const isRight = (spec: ClusterSpec) => 'spec' in checkClusterSpec(spec);

function adopt(
  from: ReturnType<typeof observed>,
  isSayable: (spec: ClusterSpec) => boolean = isRight,
) {
  const { differences } = driftOfCluster(statementOfSpec(SPEC), from);
  return adoptionOf({
    spec: SPEC,
    commit: 'c0ffee',
    differences: differences.map(each => ({ ...each, since: SINCE })),
    observed: from,
    isSayable,
  });
}

describe('adoptionOf', () => {
  it('has nothing to adopt where nothing differs', () => {
    expect(adopt(observed())).toMatchObject({
      thing: 'cluster/111122223333/eu-west-1/orders',
      owner: 'group:default/orders',
      spec: SPEC,
      fields: [],
      left: [],
      base: { commit: 'c0ffee' },
    });
  });

  it.each<[string, ReturnType<typeof observed>, object]>([
    [
      'tags that were added, changed and taken away',
      observed({ tags: { team: 'search', added: 'y' } }),
      { tags: { team: 'search', added: 'y' } },
    ],
    [
      'an endpoint with who reaches it',
      observed({
        endpointPublicAccess: true,
        publicAccessCidrs: ['203.0.113.0/24'],
      }),
      {
        endpointAccess: {
          private: true,
          public: true,
          publicCidrs: ['203.0.113.0/24'],
        },
      },
    ],
    [
      'settings',
      observed({
        deletionProtection: false,
        supportType: 'EXTENDED',
        logTypes: ['api', 'audit'],
        zonalShift: true,
        authenticationMode: 'API_AND_CONFIG_MAP',
      }),
      {
        deletionProtection: false,
        upgradePolicy: { supportType: 'EXTENDED' },
        logTypes: ['api', 'audit'],
        zonalShift: true,
        authenticationMode: 'API_AND_CONFIG_MAP',
      },
    ],
  ])('takes over %s', (_, from, changed) => {
    const adoption = adopt(from);
    expect(adoption.spec).toEqual({ ...SPEC, ...changed });
    expect(adoption.left).toEqual([]);
  });

  it('takes over the sizes of a node group, and keeps what is not observed of it', () => {
    const { spec } = adopt(observed({}, { minSize: 4, maxSize: 20 }));
    expect(spec).toMatchObject({
      compute: {
        nodeGroups: [
          {
            name: 'general',
            minSize: 4,
            // Within the others, though an autoscaler moves it.
            desiredSize: 4,
            maxSize: 20,
            labels: { tier: 'gold' },
          },
          { name: 'gone' },
        ],
      },
    });
  });

  it('takes out node groups and add-ons that EKS has no more', () => {
    const from = observed();
    from.nodegroups.document!.nodegroups.pop();
    from.addons.document!.addons = [];
    const { fields, spec } = adopt(from);
    expect(fields).toEqual(['compute.nodeGroups[gone]', 'addons[vpc-cni]']);
    expect(spec).toMatchObject({
      addons: [],
      compute: { nodeGroups: [{ name: 'general' }] },
    });
  });

  it('leaves versions to rollouts, and what it cannot say or does not know', () => {
    const from = observed(
      {
        version: '1.34',
        roleArn: 'arn:aws:iam::111122223333:role/other',
        tags: { team: 'orders', gone: 'x', bad: '{{ values.secret }}' },
      },
      { name: 'new' },
    );
    from.addons.document!.addons[0].version = 'v1.20.0-eksbuild.1';
    const { fields, left, spec } = adopt(from);
    expect(left).toEqual([
      { field: 'kubernetesVersion', reason: 'byRollout' },
      { field: 'tags[bad]', reason: 'notSayable' },
      { field: 'compute.nodeGroups[new]', reason: 'notKnown' },
      { field: 'addons[vpc-cni].version', reason: 'byRollout' },
    ]);
    expect(fields).toEqual(['compute.nodeGroups[general]']);
    expect(spec).toMatchObject({ kubernetesVersion: '1.33', tags: SPEC.tags });
  });

  it('leaves what the file of the cluster cannot say, and takes the rest', () => {
    const from = observed({ deletionProtection: false, zonalShift: true });
    const { fields, left } = adopt(from, ({ zonalShift }) => !zonalShift);
    expect(fields).toEqual(['deletionProtection']);
    expect(left).toEqual([{ field: 'zonalShift', reason: 'notSayable' }]);
  });
});

describe('bringBackOf', () => {
  it('says what applying the file again leaves as it is', () => {
    const difference = { kind: 'changed' as const, since: SINCE };
    expect(
      bringBackOf(SPEC, 'c0ffee', [
        {
          ...difference,
          field: 'kubernetesVersion',
          inGit: '1.33',
          inEks: '1.34',
        },
        {
          ...difference,
          field: 'deletionProtection',
          inGit: 'true',
          inEks: 'false',
        },
        { ...difference, field: 'tags[a]', kind: 'onlyInEks', inEks: 'b' },
        { ...difference, field: 'addons[a]', kind: 'onlyInEks', inEks: 'v1' },
        { ...difference, field: 'addons[b]', kind: 'onlyInGit', inGit: 'v1' },
      ]).left,
    ).toEqual(['kubernetesVersion', 'addons[a]']);
    expect(
      bringBackOf(SPEC, 'c0ffee', [
        {
          ...difference,
          field: 'kubernetesVersion',
          inGit: '1.33',
          inEks: '1.32',
        },
      ]).left,
    ).toEqual([]);
  });
});
