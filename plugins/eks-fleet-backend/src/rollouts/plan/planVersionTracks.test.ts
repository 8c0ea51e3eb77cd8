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

import type { RolloutChange } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { addon, nodeSet } from '../../readiness/__testUtils__/assessment';
import type { PlanInput } from '../types';
import {
  ABLE,
  planInput,
  planningCluster,
  strategyOf,
  TO_134,
} from './__testUtils__/planning';
import { planTracks } from './planTracks';
import { TrackContext } from './TrackContext';
import { ASKED, wordWay } from './__testUtils__/wordWay';

const to = (version: string, rest: Partial<RolloutChange> = {}) => ({
  change: { kind: 'kubernetesVersion' as const, version, ...rest },
});

describe('planTracks to a Kubernetes version', () => {
  it.each<
    [
      string,
      Parameters<typeof planningCluster>[1],
      Partial<PlanInput>,
      string | string[],
    ]
  >([
    [
      'moves the control plane, bakes, then the nodes',
      {},
      to('1.34'),
      ['control plane 1.33 → 1.34', 'workers 1.33 → 1.34 *'],
    ],
    [
      'moves over each minor, and nodes once',
      { version: '1.31' },
      to('1.34'),
      [
        'control plane 1.31 → 1.32',
        'control plane 1.32 → 1.33',
        'control plane 1.33 → 1.34',
        'workers 1.31 → 1.34 *',
      ],
    ],
    [
      'moves nodes before the hop that they cannot trail',
      { version: '1.31' },
      to('1.35'),
      [
        'control plane 1.31 → 1.32',
        'control plane 1.32 → 1.33',
        'control plane 1.33 → 1.34',
        'workers 1.31 → 1.34',
        'control plane 1.34 → 1.35',
        'workers 1.34 → 1.35 *',
      ],
    ],
    [
      'knows nodes that trail already',
      { nodegroups: [{ name: 'old', version: '1.30' }, { name: 'new' }] },
      to('1.34'),
      [
        'old 1.30 → 1.33',
        'control plane 1.33 → 1.34',
        'old 1.33 → 1.34 *',
        'new 1.33 → 1.34 *',
      ],
    ],
    [
      'moves nodes at once where the strategy says so',
      {},
      { ...to('1.34'), strategy: strategyOf({ nodes: 'withControlPlane' }) },
      ['control plane 1.33 → 1.34', 'workers 1.33 → 1.34'],
    ],
    [
      'moves nodes hop by hop where nobody can move them apart',
      { version: '1.32', ability: { ...ABLE, nodesApart: false } },
      to('1.34'),
      [
        'control plane 1.32 → 1.33',
        'workers 1.32 → 1.33',
        'control plane 1.33 → 1.34',
        'workers 1.33 → 1.34',
      ],
    ],
    [
      'leaves nodes where it is asked to',
      {},
      to('1.34', { nodes: 'leave' }),
      ['control plane 1.33 → 1.34'],
    ],
    [
      'moves nodes that a control plane left behind',
      { version: '1.34', nodegroups: [{ version: '1.33' }] },
      to('1.34'),
      ['workers 1.33 → 1.34'],
    ],
    [
      'moves no nodes with an image of their own',
      { nodegroups: [{ name: 'own', amiType: 'CUSTOM' }] },
      to('1.34'),
      ['control plane 1.33 → 1.34'],
    ],
    [
      'moves an add-on to the version that serves both sides of a hop, before it',
      { addons: [addon('coredns', { version: 'v1.11.4' })] },
      { ...to('1.34'), ...ASKED },
      [
        'coredns v1.11.4 → v1.12.4',
        'control plane 1.33 → 1.34',
        'workers 1.33 → 1.34 *',
      ],
    ],
    [
      'moves it only at the hop that needs it',
      { version: '1.32', addons: [addon('coredns', { version: 'v1.11.4' })] },
      { ...to('1.34'), ...ASKED },
      [
        'control plane 1.32 → 1.33',
        'coredns v1.11.4 → v1.12.4',
        'control plane 1.33 → 1.34',
        'workers 1.32 → 1.34 *',
      ],
    ],
    [
      'moves it after the hop where no version serves both sides',
      { addons: [addon('kube-proxy', { version: 'v1.33.5' })] },
      { ...to('1.34'), ...ASKED },
      [
        'control plane 1.33 → 1.34',
        'kube-proxy v1.33.5 → v1.34.1',
        'workers 1.33 → 1.34 *',
      ],
    ],
    [
      'moves the VPC CNI one minor at a time',
      { addons: [addon('vpc-cni', { version: 'v1.18.0' })] },
      { ...to('1.34'), ...ASKED },
      [
        'vpc-cni v1.18.0 → v1.19.0',
        'vpc-cni v1.19.0 → v1.20.0',
        'vpc-cni v1.20.0 → v1.21.0',
        'control plane 1.33 → 1.34',
        'workers 1.33 → 1.34 *',
      ],
    ],
    [
      'leaves an add-on that goes with all of the way',
      { addons: [addon('coredns', { version: 'v1.12.4' })] },
      { ...to('1.34'), ...ASKED },
      ['control plane 1.33 → 1.34', 'workers 1.33 → 1.34 *'],
    ],
    [
      'leaves add-ons where it is asked to',
      { addons: [addon('coredns', { version: 'v1.11.4' })] },
      { ...to('1.34', { addons: 'leave' }), ...ASKED },
      ['control plane 1.33 → 1.34', 'workers 1.33 → 1.34 *'],
    ],
    [
      'moves named add-ons alone, before the hop that needs it where they serve both sides',
      {
        addons: [
          addon('coredns', { version: 'v1.11.4' }),
          addon('kube-proxy', { version: 'v1.33.5' }),
        ],
      },
      { ...to('1.34', { addons: { coredns: 'v1.12.4' } }), ...ASKED },
      [
        'coredns v1.11.4 → v1.12.4',
        'control plane 1.33 → 1.34',
        'workers 1.33 → 1.34 *',
      ],
    ],
    [
      'moves named add-ons after it where they do not',
      { addons: [addon('coredns', { version: 'v1.11.4' })] },
      { ...to('1.34', { addons: { coredns: 'v1.13.0' } }), ...ASKED },
      [
        'control plane 1.33 → 1.34',
        'coredns v1.11.4 → v1.13.0',
        'workers 1.33 → 1.34 *',
      ],
    ],
    [
      'moves named add-ons last where nothing needs them',
      { addons: [addon('coredns', { version: 'v1.12.4' })] },
      { ...to('1.34', { addons: { coredns: 'v1.13.0' } }), ...ASKED },
      [
        'control plane 1.33 → 1.34',
        'coredns v1.12.4 → v1.13.0',
        'workers 1.33 → 1.34 *',
      ],
    ],
    [
      'stays away from what runs it',
      { version: '1.34' },
      to('1.34'),
      'alreadyThere: All of it runs 1.34',
    ],
    [
      'stays away from what is newer',
      { version: '1.35' },
      to('1.34'),
      'tooNew: It runs 1.35, which is newer than 1.34',
    ],
    [
      'stays away from nodes that nobody has seen',
      { documents: { nodegroups: undefined } },
      to('1.34'),
      'notObserved: Its node groups were never observed; Sources says why',
    ],
    [
      'does without them where they stay',
      { documents: { nodegroups: undefined } },
      to('1.34', { nodes: 'leave' }),
      ['control plane 1.33 → 1.34'],
    ],
    [
      'stays away from add-ons that nobody has seen',
      { documents: { addons: undefined } },
      to('1.34'),
      'notObserved: Its add-ons were never observed; Sources says why',
    ],
    [
      'does without them where they stay too',
      { documents: { addons: undefined } },
      to('1.34', { addons: 'leave' }),
      ['control plane 1.33 → 1.34', 'workers 1.33 → 1.34 *'],
    ],
    [
      'leaves others’ clusters alone',
      { foreign: true },
      to('1.34'),
      'foreign: Another source of the catalog tells of it; EKS Fleet never changes it',
    ],
    [
      'leaves alone what nobody can change',
      { ability: { ...ABLE, cannot: 'No repository has its file' } },
      to('1.34'),
      'noExecutor: No repository has its file',
    ],
  ])('%s', (_, change, input, expected) => {
    expect(wordWay(planningCluster('payments', change), input)).toEqual(
      expected,
    );
  });

  it('says who moves the nodes that no track moves', () => {
    const cluster = planningCluster('payments', {
      documents: {
        controlPlane: {
          ...planningCluster('payments').observations.controlPlane!.document!,
          autoMode: true,
          autoModeNodePools: ['general-purpose'],
        },
        fargateProfiles: {
          profiles: [
            {
              name: 'jobs',
              status: 'ACTIVE',
              subnetIds: [],
              selectors: [],
              healthIssues: [],
            },
          ],
          unreadable: [],
        },
        kubernetesNodes: {
          nodes: 4,
          sets: [
            nodeSet({ owner: { kind: 'karpenter', name: 'spot' } }),
            nodeSet({ owner: { kind: 'selfManaged' } }),
          ],
          allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
        },
      },
    });
    const plan = planTracks(
      cluster,
      new TrackContext(planInput({ change: TO_134, clusters: [cluster] })),
    );
    expect('skip' in plan ? [] : plan.notes).toEqual([
      'Pods of the Fargate profile jobs have the new version once they are made again',
      'EKS replaces the nodes of the Auto Mode node pool general-purpose by itself',
      'Karpenter replaces the nodes of the Karpenter node pool spot as its node class says',
      'The self-managed nodes are moved by whoever made them',
    ]);
  });

  it('gives each part one track, with the place of each hop', () => {
    const cluster = planningCluster('payments', { version: '1.31' });
    const plan = planTracks(
      cluster,
      new TrackContext(planInput({ ...to('1.35'), clusters: [cluster] })),
    );
    expect('skip' in plan ? [] : plan.tracks).toEqual([
      {
        kind: 'controlPlane',
        from: '1.31',
        to: '1.35',
        hops: ['1.32', '1.33', '1.34', '1.35'],
        order: [1, 2, 3, 5],
      },
      {
        kind: 'nodegroup',
        name: 'workers',
        from: '1.31',
        to: '1.35',
        hops: ['1.34', '1.35'],
        order: [4, 6],
        afterBake: true,
      },
    ]);
  });
});
