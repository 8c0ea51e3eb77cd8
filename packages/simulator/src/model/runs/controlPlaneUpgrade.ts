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

import type { Cluster } from '../types';
import type { UpdateError } from '../updates';
import { findVersion } from '../versions';
import { DURATIONS } from './durations';
import type { UpdateWork } from './UpdateRuns';

/** How many free addresses EKS wants in the subnets of a cluster at least. */
const FREE_ADDRESSES = 5;

/** Health issues that let an upgrade fail, and the error that it then has. */
const FATAL_HEALTH: Record<string, string> = {
  Ec2SubnetNotFound: 'SubnetNotFound',
  Ec2SecurityGroupNotFound: 'SecurityGroupNotFound',
  VpcNotFound: 'VpcIdNotFound',
  IamRoleNotFound: 'AccessDenied',
  StsRegionalEndpointDisabled: 'AccessDenied',
  KmsKeyDisabled: 'OperationNotPermitted',
  KmsKeyNotFound: 'OperationNotPermitted',
  KmsGrantRevoked: 'OperationNotPermitted',
  KmsKeyMarkedForDeletion: 'OperationNotPermitted',
};

/**
 * Takes the control plane to a version; it stays on the old one where that
 * fails.
 *
 * @param arrived - told when it is there, of the version that it came from
 */
export function* controlPlaneUpgrade(
  cluster: Cluster,
  version: string,
  options: {
    failure?: UpdateError;
    arrived?(from: string, at: Date): void;
  } = {},
): UpdateWork {
  cluster.status = 'UPDATING';
  const at: Date = yield DURATIONS.controlPlane;
  cluster.status = 'ACTIVE';
  const obstacles = options.failure ? [options.failure] : obstaclesOf(cluster);
  if (obstacles.length === 0) {
    const from = cluster.version;
    cluster.version = version;
    cluster.platformVersion = platformVersionOf(version);
    options.arrived?.(from, at);
  }
  return obstacles;
}

/** What a cluster of the version has today. */
export function platformVersionOf(version: string): string {
  return findVersion(version)?.platformVersion ?? 'eks.1';
}

/** What lets EKS turn back from a change of the control plane. */
export function obstaclesOf(cluster: Cluster): UpdateError[] {
  const gone = cluster.subnets.filter(({ deleted }) => deleted);
  const left = cluster.subnets.filter(({ deleted }) => !deleted);
  const free = left.reduce(
    (sum, { availableIpAddressCount }) => sum + availableIpAddressCount,
    0,
  );
  const obstacles: UpdateError[] = [];
  if (gone.length > 0) {
    obstacles.push({
      errorCode: 'SubnetNotFound',
      errorMessage:
        'One or more of the subnets associated with your cluster could not be found.',
      resourceIds: gone.map(({ id }) => id),
    });
  } else if (free < FREE_ADDRESSES) {
    obstacles.push({
      errorCode: 'IpNotAvailable',
      errorMessage:
        'One or more of the subnets associated with your cluster does not have enough available IP addresses for Amazon EKS management operations.',
      resourceIds: left.map(({ id }) => id),
    });
  }
  for (const { code, message, resourceIds } of cluster.healthIssues) {
    if (FATAL_HEALTH[code]) {
      obstacles.push({
        errorCode: FATAL_HEALTH[code],
        errorMessage: message,
        resourceIds,
      });
    }
  }
  return obstacles;
}
