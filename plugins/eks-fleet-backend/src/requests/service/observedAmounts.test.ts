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

import type {
  KubernetesNodesDocument,
  Nodegroup,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import { aGround } from '../preflight/__testUtils__/grounds';
import { observedAmounts } from './observedAmounts';

const CLUSTER = { region: 'eu-west-1', version: '1.35' };
const AT = '2026-11-23T11:55:00Z';

const group = (more: Partial<Nodegroup> = {}): Nodegroup => ({
  name: 'general',
  status: 'ACTIVE',
  instanceTypes: ['m7g.large'],
  capacityType: 'ON_DEMAND',
  minSize: 1,
  desiredSize: 2,
  maxSize: 5,
  subnetIds: [],
  healthIssues: [],
  ...more,
});

const nodes = (
  more: Partial<KubernetesNodesDocument> = {},
  kind: 'nodegroup' | 'karpenter' | 'autoMode' | 'fargate' = 'nodegroup',
): KubernetesNodesDocument => ({
  nodes: 2,
  sets: [
    {
      owner: { kind },
      kubeletVersion: 'v1.35.1',
      instanceType: 'm7g.large',
      architecture: 'arm64',
      nodes: 2,
      notReady: 0,
      doNotDisrupt: 0,
    },
  ],
  allocatable: { cpuMillis: 3860, memoryBytes: 14 * 2 ** 30, pods: 58 },
  requested: { cpuMillis: 1500, memoryBytes: 3.5 * 2 ** 30, pods: 20 },
  ...more,
});

function observe(parts: {
  groups?: Nodegroup[];
  unreadable?: boolean;
  nodes?: KubernetesNodesDocument;
  autoMode?: boolean;
}): ClusterObservations {
  const of = (document: unknown) => ({
    source: 'aws' as const,
    observedAt: AT,
    document,
  });
  return {
    controlPlane: of({ autoMode: parts.autoMode ?? false }),
    ...(parts.groups && {
      nodegroups: of({
        nodegroups: parts.groups,
        unreadable: parts.unreadable
          ? [{ name: 'other', message: 'denied' }]
          : [],
      }),
    }),
    ...(parts.nodes && { kubernetesNodes: of(parts.nodes) }),
  } as unknown as ClusterObservations;
}

const amountsOf = (observations: ClusterObservations) =>
  observedAmounts(CLUSTER, observations, aGround());

describe('what of a cluster was seen', () => {
  it('says what its nodes give, what is asked of them and what they come to', () => {
    const seen = amountsOf(observe({ groups: [group()], nodes: nodes() }));
    expect(seen).toMatchObject({
      amounts: { vcpu: 10, memoryGib: 40 },
      architectures: ['arm64'],
      capacity: {
        allocatable: { vcpu: 3.86, memoryGib: 14 },
        requested: { vcpu: 1.5, memoryGib: 3.5 },
        observedAt: AT,
        grows: false,
      },
    });
    // Two nodes as they are; five, their disks and the control plane at most.
    expect(seen.computeUsdPerMonth).toBeGreaterThan(0);
    expect(seen.monthlyCostUsd).toBeGreaterThan(
      2 * seen.computeUsdPerMonth! + 73,
    );
  });

  it.each<[string, Parameters<typeof observe>[0]]>([
    ['nobody looked at its nodes', { groups: [group()] }],
    ['nobody looked at its node groups', { nodes: nodes() }],
    [
      'one of its node groups could not be read',
      { groups: [group()], unreadable: true, nodes: nodes() },
    ],
    [
      'Karpenter makes nodes besides',
      { groups: [group()], nodes: nodes({}, 'karpenter') },
    ],
    ['pods run on Fargate', { groups: [group()], nodes: nodes({}, 'fargate') }],
    [
      'a node group does not say how large it becomes',
      { groups: [group({ maxSize: undefined })], nodes: nodes() },
    ],
    [
      'nobody knows how large an instance is',
      { groups: [group({ instanceTypes: ['x9z.odd'] })], nodes: nodes() },
    ],
  ])('leaves out what it comes to where %s', (_, parts) => {
    const { amounts, monthlyCostUsd } = amountsOf(observe(parts));
    expect({ amounts, monthlyCostUsd }).toEqual({
      amounts: {},
      monthlyCostUsd: undefined,
    });
  });

  it.each(['karpenter', 'autoMode'] as const)(
    'knows that more nodes come by %s',
    kind => {
      const seen = amountsOf(observe({ groups: [], nodes: nodes({}, kind) }));
      expect(seen.capacity?.grows).toBe(true);
    },
  );

  it('takes of Auto Mode what the configuration says it runs at most', () => {
    const { amounts } = amountsOf(
      observe({ groups: [], autoMode: true, nodes: nodes({}, 'autoMode') }),
    );
    expect(amounts).toEqual({ vcpu: 8, memoryGib: 32 });
  });

  it('says nothing of what pods ask for where they may not be listed', () => {
    const { capacity } = amountsOf(
      observe({ groups: [group()], nodes: nodes({ requested: undefined }) }),
    );
    expect(capacity).toEqual({
      allocatable: { vcpu: 3.86, memoryGib: 14 },
      observedAt: AT,
      grows: false,
    });
  });
});
