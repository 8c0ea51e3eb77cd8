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
import type { Cluster } from '../../../model/types';
import type { Update } from '../../../model/updates';
import { invalidRequest, partNotFound } from '../errors';
import { clusterArn, requestedCluster } from '../requestedCluster';
import { updateDocument } from '../updates';
import { onceForToken } from './requestTokens';

/** Only a rollback with Auto Mode can be cancelled, and only while nodes go back. */
export const cancelUpdate: Operation = {
  action: 'eks:CancelUpdate',
  resource: clusterArn,
  handle: context => {
    const cluster = requestedCluster(context);
    const { updateId } = context.call.parameters;
    const update = cluster.updates.find(({ id }) => id === updateId);
    if (!update) {
      throw partNotFound(`No update found for ID: ${updateId}`, {
        clusterName: cluster.name,
      });
    }
    return {
      update: updateDocument(
        onceForToken(context, cluster, () => cancel(cluster, update)),
      ),
    };
  },
};

function cancel(cluster: Cluster, update: Update): Update {
  const refuse = (reason: string) =>
    invalidRequest(`Update ${update.id} cannot be cancelled: ${reason}`, {
      clusterName: cluster.name,
    });
  if (update.status !== 'InProgress') {
    throw refuse(`it is ${update.status}`);
  }
  if (update.type !== 'VersionRollback' || !cluster.autoMode) {
    throw refuse(
      'only a version rollback of a cluster with EKS Auto Mode can be',
    );
  }
  if (cluster.status === 'UPDATING') {
    throw refuse('the rollback of the control plane has begun');
  }
  update.cancellation = {
    status: 'InProgress',
    reason: 'Cancelled by the user.',
  };
  return update;
}
