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

import { OBSERVATION_KINDS } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aClusterRecord,
  aControlPlane,
  allSeen,
  anAddon,
  aNodegroup,
  seen,
  someNodes,
} from '../__testUtils__/observations';
import type { ClusterObservations } from '../collection/types';
import { presentCluster } from '../inventory/presentCluster';
import { SupportCalendar } from '../versions/SupportCalendar';
import { compared, comparedParts } from './comparedParts';
import { makeBillOfMaterials } from './makeBillOfMaterials';
import { UsualVersions } from './UsualVersions';

const now = new Date('2026-11-23T12:30:00Z');
const observation = {
  state: 'fresh' as const,
  observedAt: '',
  errorCode: '',
  errorMessage: '',
  errorSince: '',
};

function make(
  observations: ClusterObservations,
  more: Partial<Parameters<typeof makeBillOfMaterials>[0]> = {},
) {
  return makeBillOfMaterials({
    cluster: presentCluster(
      { ...aClusterRecord(), observation },
      {
        scope: 'all',
        calendar: new SupportCalendar(),
        prices: { standardUsdPerHour: 0.1, extendedUsdPerHour: 0.6 },
        now,
      },
    ),
    observations,
    collected: new Set(['controlPlane', 'nodegroups', 'addons']),
    catalogue: [
      {
        kubernetesVersion: '1.33',
        addons: {
          'vpc-cni': [
            { version: 'v1.20.1-eksbuild.1', default: false },
            { version: 'v1.19.5-eksbuild.1', default: true },
          ],
        },
      },
      {
        kubernetesVersion: '1.34',
        addons: {
          'vpc-cni': [{ version: 'v1.20.1-eksbuild.1', default: true }],
        },
      },
      { kubernetesVersion: '1.35' },
    ],
    newestVersion: '1.36',
    usual: new UsualVersions(),
    now,
    ...more,
  });
}

describe('makeBillOfMaterials', () => {
  it('puts the control plane first, with its newest version and how it is set up', () => {
    const { parts, controlPlane } = make(
      allSeen({ controlPlane: aControlPlane({ certificateAuthority: 'PEM' }) }),
    );
    expect(parts[0]).toMatchObject({
      kind: 'controlPlane',
      version: '1.33',
      newestVersion: '1.36',
      newestState: 'behind',
      status: 'ACTIVE',
    });
    expect(
      Object.fromEntries(
        parts
          .filter(({ kind }) => kind === 'setting')
          .map(({ detail, name }) => [name, detail]),
      ),
    ).toEqual({
      'Upgrade policy': 'EXTENDED',
      'API endpoint': 'public to named networks and private',
      Logs: 'api, audit',
      'Secrets encrypted': 'with a KMS key',
      Access: 'API',
      'Zonal shift': 'off',
      'Deletion protection': 'on',
    });
    expect(controlPlane?.certificateAuthority).toBeUndefined();
  });

  it.each([
    ['1.33', 0, 'current'],
    ['1.30', 3, 'behind'],
    [undefined, undefined, 'unknown'],
  ])(
    'says how far a node group at %s trails the control plane',
    (version, minorsBehind, newestState) => {
      const { parts } = make(
        allSeen({
          controlPlane: aControlPlane(),
          nodegroups: { nodegroups: [aNodegroup({ version })], unreadable: [] },
        }),
      );
      expect(parts.find(({ kind }) => kind === 'nodegroup')).toMatchObject({
        minorsBehind,
        newestState,
        nodes: 3,
        detail: 'AL2023_x86_64_STANDARD · m7i.xlarge · ON_DEMAND · 1–6 nodes',
      });
    },
  );

  it('tells for an add-on which of the next versions lists it', () => {
    const { parts } = make(
      allSeen({
        controlPlane: aControlPlane(),
        addons: {
          addons: [anAddon(), anAddon({ name: 'kubecost', marketplace: true })],
          unreadable: [],
        },
      }),
    );
    const [cni, kubecost] = parts.filter(({ kind }) => kind === 'addon');
    expect(cni).toMatchObject({
      newestVersion: 'v1.20.1-eksbuild.1',
      newestState: 'behind',
      compatibility: [
        { kubernetesVersion: '1.33', compatible: 'yes' },
        {
          kubernetesVersion: '1.34',
          compatible: 'no',
          newestVersion: 'v1.20.1-eksbuild.1',
        },
        { kubernetesVersion: '1.35', compatible: 'unknown' },
      ],
    });
    expect(kubecost).toMatchObject({
      newestState: 'unknown',
      detail: 'AWS Marketplace · unknown publisher',
      compatibility: [
        { compatible: 'unknown' },
        { compatible: 'unknown' },
        { compatible: 'unknown' },
      ],
    });
  });

  it('says no where EKS lists an add-on for other versions only', () => {
    const { parts } = make(
      allSeen({
        controlPlane: aControlPlane(),
        addons: { addons: [anAddon()], unreadable: [] },
      }),
      {
        catalogue: [
          {
            kubernetesVersion: '1.33',
            addons: {
              'vpc-cni': [{ version: 'v1.19.5-eksbuild.1', default: true }],
            },
          },
          { kubernetesVersion: '1.34', addons: { coredns: [] } },
        ],
      },
    );
    expect(parts.find(({ kind }) => kind === 'addon')?.compatibility).toEqual([
      expect.objectContaining({ compatible: 'yes' }),
      expect.objectContaining({ compatible: 'no', newestVersion: undefined }),
    ]);
  });

  it('lists nodes that no node group has once for each that made them', () => {
    const { parts } = make(
      allSeen({
        controlPlane: aControlPlane(),
        kubernetesNodes: someNodes([
          {},
          {
            owner: { kind: 'karpenter', name: 'spot' },
            kubeletVersion: 'v1.31.2',
            nodes: 2,
          },
          {
            owner: { kind: 'karpenter', name: 'spot' },
            instanceType: 'c7g.xlarge',
            nodes: 4,
          },
          { owner: { kind: 'selfManaged' }, nodes: 1 },
        ]),
      }),
    );
    expect(
      parts
        .filter(({ group }) => group === 'compute')
        .map(({ detail, minorsBehind, name, nodes }) => [
          name,
          nodes,
          minorsBehind,
          detail,
        ]),
    ).toEqual([
      ['spot', 6, 2, 'c7g.xlarge, m7i.xlarge'],
      ['Self-managed nodes', 1, 0, 'm7i.xlarge'],
    ]);
  });

  it('marks what most clusters of the version have otherwise', () => {
    const usual = new UsualVersions();
    for (let i = 0; i < 9; i++) {
      usual.add(
        comparedParts(
          allSeen({
            controlPlane: aControlPlane({ endpointPublicAccess: false }),
            addons: {
              addons: [anAddon({ version: 'v1.20.1-eksbuild.1' })],
              unreadable: [],
            },
          }),
        ),
      );
    }
    const { parts } = make(
      allSeen({
        controlPlane: aControlPlane(),
        addons: { addons: [anAddon()], unreadable: [] },
      }),
      { usual },
    );
    const outliers = parts.filter(({ outlier }) => outlier);
    expect(outliers.map(({ name, outlier }) => [name, outlier?.usual])).toEqual(
      [
        ['API endpoint', 'private'],
        ['vpc-cni', 'v1.20.1-eksbuild.1'],
      ],
    );
  });

  it('counts a cluster with several kinds of AMI for none of them', () => {
    const parts = comparedParts(
      allSeen({
        nodegroups: {
          nodegroups: [
            aNodegroup(),
            aNodegroup({ amiType: 'BOTTLEROCKET_ARM_64' }),
          ],
          unreadable: [],
        },
      }),
    );
    expect(parts.has(compared.amiType)).toBe(false);
  });

  it('says of each kind how old it is, or why there is nothing', () => {
    const { observations } = make({
      nodegroups: seen(
        { nodegroups: [], unreadable: [] },
        { error: { code: 'forbidden', message: 'no' } },
      ),
      controlPlane: seen(aControlPlane(), {
        freshUntil: '2026-11-23T12:10:00.000Z',
      }),
      'acme.cost': seen({ usd: 1 }),
    });
    const states = new Map(
      observations.map(({ kind, state }) => [kind, state]),
    );
    expect([...states.keys()]).toEqual([...OBSERVATION_KINDS, 'acme.cost']);
    expect(states.get('controlPlane')).toBe('stale');
    expect(states.get('nodegroups')).toBe('failing');
    expect(states.get('addons')).toBe('missing');
    expect(states.get('kubernetesNodes')).toBe('notApplicable');
    expect(states.get('acme.cost')).toBe('fresh');
  });

  it('shows what is there when nothing else is', () => {
    expect(make({}).parts).toEqual([]);
    expect(make({}).capacity).toBeUndefined();
  });
});
