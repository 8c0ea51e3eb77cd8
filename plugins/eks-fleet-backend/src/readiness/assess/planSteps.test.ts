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
  addon,
  assessmentInput,
  healthyDocuments,
  listed,
  nodegroup,
  nodeSet,
  type Change,
} from '../__testUtils__/assessment';
import { assessReadiness } from './assessReadiness';

const documents = healthyDocuments();
const at = (version: string) => ({
  ...documents.controlPlane,
  version,
});
const groups = (...versions: string[]) => ({
  nodegroups: versions.map((version, index) =>
    nodegroup({ name: `group-${index}`, version }),
  ),
  unreadable: [],
});
const nothing = { addons: [], unreadable: [] };
const steps = (change: Change) =>
  assessReadiness(assessmentInput(change)).steps.map(
    ({ kind, subject, from, to }) => `${kind} ${subject} ${from}->${to}`,
  );

describe('the way', () => {
  it('rolls nodes once, at the end, over three minors', () => {
    expect(
      steps({
        documents: {
          controlPlane: at('1.32'),
          nodegroups: groups('1.32'),
          addons: nothing,
        },
        target: '1.35',
      }),
    ).toEqual([
      'controlPlane control plane 1.32->1.33',
      'controlPlane control plane 1.33->1.34',
      'controlPlane control plane 1.34->1.35',
      'nodes node group group-0 1.32->1.35',
    ]);
  });

  it('rolls only the nodes that cannot wait, and as late as they can', () => {
    expect(
      steps({
        documents: {
          controlPlane: at('1.32'),
          nodegroups: groups('1.31', '1.32'),
          addons: nothing,
        },
        target: '1.35',
      }),
    ).toEqual([
      'controlPlane control plane 1.32->1.33',
      'controlPlane control plane 1.33->1.34',
      'nodes node group group-0 1.31->1.34',
      'controlPlane control plane 1.34->1.35',
      'nodes node group group-0 1.34->1.35',
      'nodes node group group-1 1.32->1.35',
    ]);
  });

  it('rolls nodes before the first hop where they are too far behind already', () => {
    expect(
      steps({
        documents: { nodegroups: groups('1.30'), addons: nothing },
      }),
    ).toEqual([
      'nodes node group group-0 1.30->1.33',
      'controlPlane control plane 1.33->1.34',
      'nodes node group group-0 1.33->1.34',
    ]);
  });

  it('moves an add-on before the hop that needs it', () => {
    expect(
      steps({
        documents: {
          nodegroups: { nodegroups: [], unreadable: [] },
          addons: {
            addons: [addon('coredns', { version: 'v1.10.1-eksbuild.1' })],
            unreadable: [],
          },
        },
        target: '1.35',
        addonVersions: new Map([
          ['1.33', listed({ coredns: ['v1.11.4', 'v1.10.1-eksbuild.1'] })],
          ['1.34', listed({ coredns: ['v1.11.4', 'v1.10.1-eksbuild.1'] })],
          ['1.35', listed({ coredns: ['v1.11.4'] })],
        ]),
      }),
    ).toEqual([
      'controlPlane control plane 1.33->1.34',
      'addon coredns v1.10.1-eksbuild.1->v1.11.4',
      'controlPlane control plane 1.34->1.35',
    ]);
  });

  it('says what follows by itself and what has to be restarted', () => {
    const { steps: way } = assessReadiness(
      assessmentInput({
        documents: {
          nodegroups: { nodegroups: [], unreadable: [] },
          controlPlane: {
            ...documents.controlPlane,
            autoMode: true,
            autoModeNodePools: ['system'],
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
            nodes: 1,
            sets: [nodeSet({ owner: { kind: 'karpenter', name: 'default' } })],
            allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
          },
        },
      }),
    );
    expect(
      way.slice(1).map(({ subject, reason }) => [subject, reason]),
    ).toEqual([
      ['Fargate profile jobs', expect.stringMatching(/restart/)],
      ['Auto Mode node pool system', expect.stringMatching(/by itself/)],
      ['Karpenter node pool default', expect.stringMatching(/once/)],
    ]);
  });

  it('is empty where there is nothing to move', () => {
    expect(assessReadiness(assessmentInput({ target: '1.33' }))).toMatchObject({
      verdict: 'ready',
      hops: [],
      steps: [],
      findings: [],
    });
  });
});
