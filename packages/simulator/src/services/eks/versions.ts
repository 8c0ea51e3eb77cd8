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
import { integerBetween, textOf } from '../parameters';
import { invalidParameter } from './errors';

const MAX_PAGE = 100;
const STATUSES: VersionStatus[] = [
  'STANDARD_SUPPORT',
  'EXTENDED_SUPPORT',
  'UNSUPPORTED',
];

export const describeClusterVersions: Operation = {
  action: 'eks:DescribeClusterVersions',
  handle: ({ call, caller, region, clock, pageTokens }) => {
    const { parameters, pageToken } = call;
    const pageSize = integerBetween(
      parameters.maxResults ?? MAX_PAGE,
      1,
      MAX_PAGE,
    );
    if (pageSize === undefined) {
      throw invalidParameter(
        `maxResults must be a whole number from 1 to ${MAX_PAGE}.`,
      );
    }
    const now = clock.now();
    const wanted = wantedVersions(parameters);
    const page = pageTokens.page({
      list: `eks:DescribeClusterVersions/${
        caller.accountId
      }/${region}/${JSON.stringify(wanted)}`,
      items: KUBERNETES_VERSIONS.filter(version =>
        isWanted(version, wanted, now),
      ).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      keyOf,
      pageSize,
      token: pageToken,
    });
    if (!page) {
      throw invalidParameter('The nextToken is invalid or has expired.');
    }
    return {
      clusterVersions: page.items.map(version => document(version, now)),
      nextToken: page.nextToken ?? null,
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
    releaseDate: epochSeconds(version.releaseDate),
    endOfStandardSupportDate: epochSeconds(version.endOfStandardSupport),
    endOfExtendedSupportDate: epochSeconds(version.endOfExtendedSupport),
    status: versionStatus.toLowerCase().replace('_', '-'),
    versionStatus,
    kubernetesPatchVersion: version.patchVersion,
  };
}

function epochSeconds(date: string): number {
  return Date.parse(date) / 1000;
}
