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

import { minorOf, versionAfter } from '../../../model/minors';
import {
  controlPlaneUpgrade,
  platformVersionOf,
} from '../../../model/runs/controlPlaneUpgrade';
import { letNodesFollow } from '../../../model/runs/nodesFollow';
import type { Cluster } from '../../../model/types';
import type { Update } from '../../../model/updates';
import { invalidRequest } from '../errors';
import { startVersionUpdate } from './clusterVersion';
import { refuseWhileInUse } from './inUse';
import { startUpdate, type UpdateContext } from './startUpdate';

/**
 * Upgrades a cluster without a call that anybody saw.
 *
 * @param by - `person`, in the console or with Terraform, by all rules of EKS;
 *   `aws`, whom neither insights nor old nodes stop
 * @throws AwsError
 */
export function upgradeFromOutside(
  context: UpdateContext,
  cluster: Cluster,
  request: { version?: string; by: 'person' | 'aws'; force?: boolean },
): Update {
  const version = request.version ?? versionAfter(cluster.version);
  if (version === undefined) {
    throw invalidRequest(`There is no version after ${cluster.version}`, {
      clusterName: cluster.name,
    });
  }
  return request.by === 'aws'
    ? forceUpgrade(context, cluster, { version, at: context.clock.now() })
    : startVersionUpdate(context, cluster, {
        version,
        force: request.force ?? false,
      });
}

/** What AWS does with a control plane whose support has ended. */
export function forceUpgrade(
  context: UpdateContext,
  cluster: Cluster,
  { version, at }: { version: string; at: Date },
): Update {
  refuseWhileInUse(cluster, 'VersionUpdate');
  if (minorOf(version) !== minorOf(cluster.version) + 1) {
    throw invalidRequest(
      `Unsupported Kubernetes minor version update from ${cluster.version} to ${version}`,
      { clusterName: cluster.name },
    );
  }
  return startUpdate(context, cluster, {
    operation: 'UpdateClusterVersion',
    type: 'VersionUpdate',
    params: { Version: version, PlatformVersion: platformVersionOf(version) },
    startedAt: at,
    work: (_startedAt, _update, failure) =>
      controlPlaneUpgrade(cluster, version, {
        failure,
        arrived: (from, arrivedAt) =>
          letNodesFollow(context.model.runs, cluster, { from, at: arrivedAt }),
      }),
  });
}
