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

import type { Addon } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { addon } from '../../readiness/__testUtils__/assessment';
import { planningCluster } from './__testUtils__/planning';
import { ASKED, concernsOf, wordWay } from './__testUtils__/wordWay';

describe('planTracks of add-ons', () => {
  const change = (addons: Record<string, string>) => ({
    change: { kind: 'addons' as const, addons },
    ...ASKED,
  });
  it.each<[string, Addon[], Record<string, string>, string | string[]]>([
    [
      'moves what is named',
      [addon('coredns', { version: 'v1.11.4' }), addon('kube-proxy')],
      { coredns: 'v1.12.4' },
      ['coredns v1.11.4 → v1.12.4'],
    ],
    [
      'moves the VPC CNI one minor at a time',
      [addon('vpc-cni', { version: 'v1.18.0' })],
      { 'vpc-cni': 'v1.20.0' },
      ['vpc-cni v1.18.0 → v1.19.0', 'vpc-cni v1.19.0 → v1.20.0'],
    ],
    [
      'moves one whose version is not known',
      [{ ...addon('coredns'), version: undefined }],
      { coredns: 'v1.12.4' },
      ['coredns undefined → v1.12.4'],
    ],
    [
      'stays away where it is there',
      [addon('coredns', { version: 'v1.12.4' })],
      { coredns: 'v1.12.4' },
      'alreadyThere: Its add-ons are at these versions',
    ],
    [
      'stays away where there is none',
      [],
      { coredns: 'v1.12.4' },
      'alreadyThere: It has none of these add-ons',
    ],
    [
      'stays away where it is newer',
      [addon('coredns', { version: 'v1.13.0' })],
      { coredns: 'v1.12.4' },
      'tooNew: coredns runs v1.13.0, which is newer',
    ],
  ])('%s', (_, addons, wanted, expected) => {
    expect(
      wordWay(planningCluster('payments', { addons }), change(wanted)),
    ).toEqual(expected);
  });

  it('tells of a version that does not go with the cluster', () => {
    const cluster = planningCluster('payments', {
      addons: [addon('coredns', { version: 'v1.11.4' })],
    });
    expect(concernsOf(cluster, change({ coredns: 'v1.13.0' }))).toEqual([
      'error addon.incompatible: EKS does not list coredns v1.13.0 for 1.33',
    ]);
  });
});
