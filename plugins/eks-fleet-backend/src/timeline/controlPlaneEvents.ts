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
  compareVersions,
  type ControlPlaneDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NewEvent } from './types';

const SOURCE = 'EKS DescribeCluster';

/** What became of a control plane between two looks at it. */
export function controlPlaneEvents(
  before: ControlPlaneDocument | undefined,
  after: ControlPlaneDocument,
  at: string,
): NewEvent[] {
  if (!before) {
    return after.createdAt
      ? [
          {
            key: `created/${after.createdAt}`,
            at: after.createdAt,
            kind: 'created',
            tone: 'neutral',
            title: 'Cluster created',
            source: SOURCE,
          },
        ]
      : [];
  }
  return [
    ...versionEvents(before, after, at),
    ...statusEvents(before, after, at),
    ...healthEvents(before, after, at),
  ];
}

function versionEvents(
  before: ControlPlaneDocument,
  after: ControlPlaneDocument,
  at: string,
): NewEvent[] {
  const moved = compareVersions(before.version, after.version);
  if (moved !== 0) {
    return [
      {
        key: `version/${before.version}/${after.version}/${at}`,
        at,
        kind: 'version',
        tone: moved < 0 ? 'good' : 'warning',
        title:
          moved < 0
            ? `Kubernetes ${before.version} → ${after.version}`
            : `Kubernetes rolled back ${before.version} → ${after.version}`,
        source: SOURCE,
      },
    ];
  }
  return before.platformVersion !== after.platformVersion &&
    after.platformVersion
    ? [
        {
          key: `platform/${after.version}/${after.platformVersion}`,
          at,
          kind: 'platform',
          tone: 'neutral',
          title: `Platform version ${before.platformVersion ?? 'unknown'} → ${
            after.platformVersion
          }`,
          source: SOURCE,
        },
      ]
    : [];
}

function statusEvents(
  before: ControlPlaneDocument,
  after: ControlPlaneDocument,
  at: string,
): NewEvent[] {
  if (before.status === after.status) {
    return [];
  }
  return [
    {
      key: `status/${after.status}/${at}`,
      at,
      kind: 'health',
      tone: after.status === 'FAILED' ? 'bad' : 'neutral',
      title: `Status ${before.status} → ${after.status}`,
      source: SOURCE,
    },
  ];
}

function healthEvents(
  before: ControlPlaneDocument,
  after: ControlPlaneDocument,
  at: string,
): NewEvent[] {
  const idsBefore = new Set(before.healthIssues.map(({ code }) => code));
  const idsAfter = new Set(after.healthIssues.map(({ code }) => code));
  const came = after.healthIssues.filter(({ code }) => !idsBefore.has(code));
  const went = before.healthIssues.filter(({ code }) => !idsAfter.has(code));
  return [
    ...came.map(
      ({ code, message }): NewEvent => ({
        key: `health/${code}/${at}`,
        at,
        kind: 'health',
        tone: 'bad',
        title: `Health issue ${code}`,
        detail: message,
        source: SOURCE,
      }),
    ),
    ...went.map(
      ({ code }): NewEvent => ({
        key: `healthy/${code}/${at}`,
        at,
        kind: 'health',
        tone: 'good',
        title: `Health issue ${code} is gone`,
        source: SOURCE,
      }),
    ),
  ];
}
