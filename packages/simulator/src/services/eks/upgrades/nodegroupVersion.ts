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

import type { CallContext, Operation } from '../../../aws/types';
import { nodegroupRoll } from '../../../model/runs/nodegroupRoll';
import { partArnOf, requestedCluster } from '../requestedCluster';
import { requestedNodegroup } from '../nodegroups';
import { resourceInUse } from '../errors';
import { updateDocument } from '../updates';
import { refuseWhileClusterInUse } from './inUse';
import { nodegroupTarget } from './nodegroupTarget';
import { onceForToken } from './requestTokens';
import { startUpdate } from './startUpdate';

export const updateNodegroupVersion: Operation = {
  action: 'eks:UpdateNodegroupVersion',
  resource: partArnOf('nodegroup', 'nodegroupName'),
  handle: context => {
    const cluster = requestedCluster(context);
    const update = onceForToken(context, cluster, () => start(context));
    return { update: updateDocument(update) };
  },
};

function start(context: CallContext) {
  const cluster = requestedCluster(context);
  const group = requestedNodegroup(context, cluster);
  const { parameters } = context.call;
  const nodegroupName = group.name;
  refuseWhileClusterInUse(cluster, 'VersionUpdate', { nodegroupName });
  if (group.status !== 'ACTIVE' && group.status !== 'DEGRADED') {
    throw resourceInUse(
      `Nodegroup ${nodegroupName} cannot be updated as it is currently not in Active State`,
      { clusterName: cluster.name, nodegroupName },
    );
  }
  const target = nodegroupTarget(parameters, {
    cluster,
    group,
    now: context.clock.now(),
  });
  return startUpdate(context, cluster, {
    operation: 'UpdateNodegroupVersion',
    type: 'VersionUpdate',
    nodegroupName,
    params: {
      Version: target.version,
      ReleaseVersion: target.releaseVersion,
      LaunchTemplateName: target.launchTemplate?.name,
      LaunchTemplateVersion: target.launchTemplate?.version,
    },
    work: (startedAt, _update, failure) =>
      nodegroupRoll(
        cluster,
        group,
        { target, force: parameters.force === true, startedAt },
        failure,
      ),
  });
}
