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

import type { Operation } from '../../../aws/types';
import { insightsOf } from '../../../model/insightsOf';
import { minorOf } from '../../../model/minors';
import { oldestVersionOf } from '../../../model/nodeBatches';
import {
  controlPlaneUpgrade,
  platformVersionOf,
} from '../../../model/runs/controlPlaneUpgrade';
import { letNodesFollow } from '../../../model/runs/nodesFollow';
import type { Cluster } from '../../../model/types';
import type { Update } from '../../../model/updates';
import { findVersion, versionStatusAt } from '../../../model/versions';
import { textOf } from '../../parameters';
import { invalidParameter, invalidRequest, invalidState } from '../errors';
import { clusterArn, requestedCluster } from '../requestedCluster';
import { updateDocument } from '../updates';
import { refuseWhileInUse } from './inUse';
import { onceForToken } from './requestTokens';
import { startRollback } from './rollback';
import { startUpdate, type UpdateContext } from './startUpdate';

/** How many minors a kubelet may be older than the API server. */
const MAX_SKEW = 3;

export const updateClusterVersion: Operation = {
  action: 'eks:UpdateClusterVersion',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const { parameters } = context.call;
    const update = onceForToken(context, cluster, () =>
      startVersionUpdate(context, cluster, {
        version: textOf(parameters, 'version') ?? '',
        force: parameters.force === true,
        rollbackConfig: parameters.rollbackConfig,
      }),
    );
    return { update: updateDocument(update) };
  },
};

/**
 * Starts the upgrade of a control plane, or its way back, by the rules of EKS.
 *
 * @throws AwsError
 */
export function startVersionUpdate(
  context: UpdateContext,
  cluster: Cluster,
  request: { version: string; force: boolean; rollbackConfig?: unknown },
): Update {
  const { version, force } = request;
  const { model, clock } = context;
  const clusterName = cluster.name;
  const known = findVersion(version);
  if (!known || versionStatusAt(known, clock.now()) === 'UNSUPPORTED') {
    throw invalidParameter('unsupported Kubernetes version', { clusterName });
  }
  refuseWhileInUse(cluster, 'VersionUpdate');
  if (minorOf(version) === minorOf(cluster.version) - 1) {
    return startRollback(context, cluster, request);
  }
  if (minorOf(version) !== minorOf(cluster.version) + 1) {
    throw invalidParameter(
      `Unsupported Kubernetes minor version update from ${cluster.version} to ${version}`,
      { clusterName },
    );
  }
  refuseOldNodes(cluster, version);
  if (model.settings.insightEnforcement && !force) {
    refuseByInsights(cluster, version, clock.now());
  }
  return startUpdate(context, cluster, {
    operation: 'UpdateClusterVersion',
    type: 'VersionUpdate',
    params: { Version: version, PlatformVersion: platformVersionOf(version) },
    work: (_startedAt, _update, failure) =>
      controlPlaneUpgrade(cluster, version, {
        failure,
        arrived: (from, at) =>
          letNodesFollow(model.runs, cluster, { from, at }),
      }),
  });
}

function refuseOldNodes(cluster: Cluster, version: string): void {
  const names = cluster.nodegroups
    .filter(
      group => minorOf(version) - minorOf(oldestVersionOf(group)) > MAX_SKEW,
    )
    .map(({ name }) => name);
  if (names.length > 0) {
    throw invalidRequest(
      `Nodegroups ${names.join(
        ', ',
      )} must be updated to match cluster version ${
        cluster.version
      } before updating cluster version`,
      { clusterName: cluster.name },
    );
  }
}

function refuseByInsights(cluster: Cluster, version: string, now: Date): void {
  const blocked = insightsOf(cluster, now).some(
    ({ category, kubernetesVersion, status }) =>
      category === 'UPGRADE_READINESS' &&
      kubernetesVersion === version &&
      status === 'ERROR',
  );
  if (blocked) {
    throw invalidState(
      'Upgrade readiness issues detected. Call the EKS ListInsights API to view upgrade blocking issues detected by EKS. Pass the force flag to override upgrade readiness errors and proceed with upgrade.',
      cluster.name,
    );
  }
}
