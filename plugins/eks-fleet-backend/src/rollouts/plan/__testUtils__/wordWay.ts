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

import type { AddonVersions } from '../../../collection/types';
import type { PlanInput, PlanningCluster } from '../../types';
import { planInput } from './planning';
import { orderedHops } from '../orderedHops';
import { planTracks } from '../planTracks';
import { TrackContext } from '../TrackContext';

/** As in `coredns 1 → 2`, a line a hop in the order in which they are made; `*` after the bake. */
export function wordWay(
  cluster: PlanningCluster,
  input: Partial<PlanInput> = {},
) {
  const plan = planTracks(
    cluster,
    new TrackContext(planInput({ clusters: [cluster], ...input })),
  );
  return 'skip' in plan
    ? `${plan.skip.code}: ${plan.skip.reason}`
    : orderedHops(plan.tracks).map(
        ({ track, from, to, afterBake }) =>
          `${track.name ?? 'control plane'} ${from} → ${to}${
            afterBake ? ' *' : ''
          }`,
      );
}

export function concernsOf(
  cluster: PlanningCluster,
  input: Partial<PlanInput> = {},
) {
  const plan = planTracks(
    cluster,
    new TrackContext(planInput({ clusters: [cluster], ...input })),
  );
  return 'skip' in plan
    ? []
    : plan.concerns.map(
        ({ code, severity, message }) => `${severity} ${code}: ${message}`,
      );
}

const CATALOGUE: Record<string, AddonVersions> = {
  '1.32': versions({ coredns: ['v1.11.4'], 'vpc-cni': ['v1.19.0', 'v1.18.0'] }),
  '1.33': versions({
    coredns: ['v1.12.4', 'v1.12.1', 'v1.11.4'],
    'vpc-cni': ['v1.21.0', 'v1.20.0', 'v1.19.0', 'v1.18.0'],
    'kube-proxy': ['v1.33.5'],
  }),
  '1.34': versions({
    coredns: ['v1.13.0', 'v1.12.4'],
    'vpc-cni': ['v1.21.0'],
    'kube-proxy': ['v1.34.1'],
  }),
  '1.35': versions({ coredns: ['v1.13.0', 'v1.12.4'], 'kube-proxy': [] }),
};

function versions(addons: Record<string, string[]>): AddonVersions {
  return Object.fromEntries(
    Object.entries(addons).map(([name, listed]) => [
      name,
      listed.map(version => ({ version, default: false })),
    ]),
  );
}

/** What EKS says of add-ons in one Region, and nothing of others. */
export const ASKED = {
  addonVersions: (_: string, region: string, version: string) =>
    region === 'eu-west-1' ? CATALOGUE[version] : undefined,
};
