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

import type { Cluster } from '../../../model/types';
import { invalidRequest, resourceInUse } from '../errors';

/**
 * Refuses a change of the cluster, such as `VersionUpdate`, while it is not
 * `ACTIVE` or another update of it or of one of its node groups is under way.
 */
export function refuseWhileInUse(cluster: Cluster, change: string): void {
  const { name } = cluster;
  const running = cluster.updates.find(
    ({ status, addonName, capabilityName }) =>
      status === 'InProgress' && !addonName && !capabilityName,
  );
  if (running) {
    throw resourceInUse(
      running.nodegroupName
        ? `Cannot ${change} because nodegroup ${running.nodegroupName} of cluster ${name} currently has update ${running.id} in progress`
        : `Cannot ${change} because cluster ${name} currently has update ${running.id} in progress`,
      { clusterName: name, nodegroupName: running.nodegroupName },
    );
  }
  refuseUnlessActive(cluster, change);
}

/** Refuses a change of a part while the cluster itself is being changed. */
export function refuseWhileClusterInUse(
  cluster: Cluster,
  change: string,
  part: { nodegroupName?: string; addonName?: string },
): void {
  const { name } = cluster;
  const running = cluster.updates.find(
    ({ status, nodegroupName, addonName, capabilityName }) =>
      status === 'InProgress' &&
      !nodegroupName &&
      !addonName &&
      !capabilityName,
  );
  if (running) {
    throw resourceInUse(
      `Cannot ${change} because cluster ${name} currently has update ${running.id} in progress`,
      { clusterName: name, ...part },
    );
  }
  refuseUnlessActive(cluster, change);
}

function refuseUnlessActive({ name, status }: Cluster, change: string): void {
  if (status === 'UPDATING') {
    throw resourceInUse(
      `Cannot ${change} because cluster ${name} is currently being updated`,
      { clusterName: name },
    );
  }
  if (status !== 'ACTIVE') {
    throw invalidRequest(
      `Cannot ${change} because cluster ${name} is in status ${status}`,
      { clusterName: name },
    );
  }
}
