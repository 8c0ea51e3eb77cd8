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

import type { ClusterDrift } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const BASE = { specHash: 'a1', commit: 'c0ffee00c0ffee00' };
const THING = {
  thing: 'cluster/111122223333/eu-west-1/prod',
  owner: 'group:default/payments',
  base: BASE,
};

/** A cluster that somebody has changed in the console. */
export function aDrift(part: Partial<ClusterDrift> = {}): ClusterDrift {
  return {
    state: 'drifted',
    since: '2026-11-22T12:00:00Z',
    judgedAt: '2026-11-23T11:59:00Z',
    observedAt: '2026-11-23T11:50:00Z',
    git: {
      repository: 'https://github.com/acme/fleet',
      path: 'clusters/prod/cluster.yaml',
      url: 'https://github.com/acme/fleet/blob/c0ffee00c0ffee00/clusters/prod/cluster.yaml',
      commit: BASE.commit,
      readAt: '2026-11-23T11:55:00Z',
      isWhole: true,
      problems: [],
      provisioner: 'ACK',
    },
    differences: [
      {
        field: 'compute.nodeGroups[general].maxSize',
        name: 'general',
        kind: 'changed',
        inGit: '3',
        inEks: '9',
        since: '2026-11-22T12:00:00Z',
        changedAt: '2026-11-22T11:58:00Z',
      },
      {
        field: 'tags[touched]',
        name: 'touched',
        kind: 'onlyInEks',
        inEks: 'by hand',
        since: '2026-11-22T12:00:00Z',
      },
      {
        field: 'kubernetesVersion',
        kind: 'changed',
        inGit: '1.34',
        inEks: '1.35',
        since: '2026-11-22T12:00:00Z',
      },
    ],
    uncompared: [
      { field: 'accessEntries', reason: 'notCollected' },
      { field: 'zonalShift', reason: 'notObserved' },
    ],
    adoption: {
      ...THING,
      spec: { name: 'prod', tags: { touched: 'by hand' } },
      fields: ['compute.nodeGroups[general].maxSize', 'tags[touched]'],
      left: [{ field: 'kubernetesVersion', reason: 'byRollout' }],
    },
    bringBack: {
      ...THING,
      spec: { name: 'prod' },
      left: ['kubernetesVersion'],
    },
    ...part,
  };
}
