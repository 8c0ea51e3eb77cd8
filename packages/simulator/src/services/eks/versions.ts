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

import type { Operation } from '../../aws/types';
import {
  KUBERNETES_VERSIONS,
  versionStatusAt,
  type KubernetesVersion,
  type VersionStatus,
} from '../../model/versions';
import { textOf } from '../parameters';
import { invalidParameter } from './errors';
import { pageOf } from './pages';
import { epochSeconds } from './times';

const STATUSES: VersionStatus[] = [
  'STANDARD_SUPPORT',
  'EXTENDED_SUPPORT',
  'UNSUPPORTED',
];

export const describeClusterVersions: Operation = {
  action: 'eks:DescribeClusterVersions',
  handle: context => {
    const now = context.clock.now();
    const wanted = wantedVersions(context.call.parameters);
    const { items, nextToken } = pageOf(context, {
      name: JSON.stringify(wanted),
      items: KUBERNETES_VERSIONS.filter(version =>
        isWanted(version, wanted, now),
      ),
      keyOf,
    });
    return {
      clusterVersions: items.map(version => document(version, now)),
      nextToken,
    };
  },
};

interface WantedVersions {
  type: string;
  defaultOnly: boolean;
  includeAll: boolean;
  versions?: string[];
  status?: string;
}

function wantedVersions(parameters: Record<string, unknown>): WantedVersions {
  const type = textOf(parameters, 'clusterType') ?? 'eks';
  const status =
    textOf(parameters, 'versionStatus') ??
    textOf(parameters, 'status')?.toUpperCase().replace('-', '_');
  if (status && !STATUSES.some(known => known === status)) {
    throw invalidParameter(
      `versionStatus must be one of ${STATUSES.join(', ')}.`,
    );
  }
  return {
    type,
    defaultOnly: parameters.defaultOnly === 'true',
    includeAll: parameters.includeAll === 'true',
    versions: parameters.clusterVersions as string[] | undefined,
    status,
  };
}

function isWanted(
  version: KubernetesVersion,
  wanted: WantedVersions,
  now: Date,
): boolean {
  const status = versionStatusAt(version, now);
  if (wanted.type !== 'eks' || (wanted.defaultOnly && !version.default)) {
    return false;
  }
  if (wanted.status && status !== wanted.status) {
    return false;
  }
  if (wanted.versions) {
    return wanted.versions.includes(version.version);
  }
  return (
    wanted.includeAll || wanted.status !== undefined || status !== 'UNSUPPORTED'
  );
}

function keyOf({ version }: KubernetesVersion): string {
  // Newest first, as EKS answers: "1.36" sorts before "1.35".
  const minor = Number(version.split('.')[1]);
  return String(9999 - minor).padStart(4, '0');
}

function document(version: KubernetesVersion, now: Date) {
  const versionStatus = versionStatusAt(version, now);
  return {
    clusterVersion: version.version,
    clusterType: 'eks',
    defaultPlatformVersion: version.platformVersion,
    defaultVersion: version.default,
    releaseDate: epochSeconds(new Date(version.releaseDate)),
    endOfStandardSupportDate: epochSeconds(
      new Date(version.endOfStandardSupport),
    ),
    endOfExtendedSupportDate: epochSeconds(
      new Date(version.endOfExtendedSupport),
    ),
    status: versionStatus.toLowerCase().replace('_', '-'),
    versionStatus,
    kubernetesPatchVersion: version.patchVersion,
  };
}
