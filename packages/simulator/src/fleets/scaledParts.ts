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

import { SIX_ADDONS } from '../model/defaultAddons';
import {
  GENERAL_NODES,
  SPOT_NODES,
  SYSTEM_NODES,
} from '../model/defaultNodegroups';
import type { ApiDeprecation, InsightSpec } from '../model/insights';
import { minorOf, versionAfter } from '../model/minors';
import type { ClusterSpec } from '../model/types';
import { findVersion } from '../model/versions';

const DAY_MS = 24 * 60 * 60 * 1000;

const CALLERS = [
  'policy-sync/v0.9.2 (linux/amd64) kubernetes/5a1c7de',
  'batch-queue-controller/v1.4.0 (linux/arm64)',
  'kubectl/v1.27.4 (darwin/arm64) kubernetes/fa3d799',
];

/** In the order of the versions that take them away; that of 1.37 is assumed. */
const DEPRECATIONS: Omit<ApiDeprecation, 'clients'>[] = [
  {
    usage: '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas',
    replacedWith: '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas',
    stopServingVersion: '1.32',
    startServingReplacementVersion: '1.29',
  },
  {
    usage:
      '/apis/admissionregistration.k8s.io/v1beta1/validatingadmissionpolicies',
    replacedWith:
      '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies',
    stopServingVersion: '1.34',
    startServingReplacementVersion: '1.30',
  },
  {
    usage: '/apis/resource.k8s.io/v1beta1/resourceclaims',
    replacedWith: '/apis/resource.k8s.io/v1/resourceclaims',
    stopServingVersion: '1.37',
    startServingReplacementVersion: '1.34',
  },
];

/**
 * What makes every cluster of a scaled fleet the same amount of work: three
 * node groups, six add-ons, two insights that are not passing, one update.
 */
export function scaledParts(cluster: {
  version: string;
  createdAt: number;
  index: number;
  now: Date;
}): Partial<ClusterSpec> {
  const { version, createdAt } = cluster;
  const released = Date.parse(findVersion(version)!.releaseDate);
  return {
    nodegroups: [SYSTEM_NODES, GENERAL_NODES, SPOT_NODES],
    addons: SIX_ADDONS.map(name => ({ name })),
    insights: [deprecatedApi(cluster), unknownAddon(version)],
    updates: [
      {
        type: 'VersionUpdate',
        createdAt: new Date(
          Math.max(createdAt, released) + 10 * DAY_MS,
        ).toISOString(),
        params: { Version: version },
      },
    ],
  };
}

/** Every other caller has been quiet for 12 days. */
function deprecatedApi(cluster: {
  version: string;
  index: number;
  now: Date;
}): InsightSpec {
  const { version, index, now } = cluster;
  const deprecation = DEPRECATIONS.find(
    ({ stopServingVersion }) => minorOf(stopServingVersion) > minorOf(version),
  )!;
  const removed = deprecation.stopServingVersion;
  const quietMs = index % 2 === 0 ? DAY_MS / 12 : 12 * DAY_MS;
  return {
    name: `Deprecated APIs removed in Kubernetes v${removed}`,
    kubernetesVersion: removed,
    status: removed === versionAfter(version) ? 'ERROR' : 'WARNING',
    reason: 'Deprecated API usage detected within last 30 days.',
    deprecations: [
      {
        ...deprecation,
        clients: [
          {
            userAgent: CALLERS[index % CALLERS.length],
            requestsLast30Days: 100 + (index % 50) * 40,
            lastRequestTime: new Date(now.getTime() - quietMs).toISOString(),
          },
        ],
      },
    ],
  };
}

function unknownAddon(version: string): InsightSpec {
  return {
    name: 'EKS add-on version compatibility',
    kubernetesVersion: versionAfter(version),
    status: 'UNKNOWN',
    reason: 'Amazon EKS was unable to determine the versions of all add-ons.',
  };
}
