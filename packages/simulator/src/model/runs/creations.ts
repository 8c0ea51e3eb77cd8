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
import type { Addon } from '../addons';
import type { Nodegroup } from '../nodegroups';
import type { Cluster, HealthIssue } from '../types';
import type { UpdateError } from '../updates';
import { DURATIONS } from './durations';
import type { UpdateWork } from './UpdateRuns';

/** A control plane comes up; it stays `FAILED` where it does not. */
export function* clusterCreation(
  cluster: Cluster,
  failure?: UpdateError,
): UpdateWork {
  cluster.status = 'CREATING';
  yield DURATIONS.creation;
  cluster.status = failure ? 'FAILED' : 'ACTIVE';
  cluster.healthIssues.push(...issuesOf(failure));
  return [];
}

/** A control plane goes, and then is no more. */
export function* clusterDeletion(
  cluster: Cluster,
  gone: () => void,
): UpdateWork {
  cluster.status = 'DELETING';
  yield DURATIONS.deletion;
  gone();
  return [];
}

/** Nodes of a group come up; it stays `CREATE_FAILED` where they do not. */
export function* nodegroupCreation(
  group: Nodegroup,
  failure?: UpdateError,
): UpdateWork {
  group.status = 'CREATING';
  group.modifiedAt = yield DURATIONS.nodegroupCreation;
  group.status = failure ? 'CREATE_FAILED' : 'ACTIVE';
  group.healthIssues.push(...issuesOf(failure));
  return [];
}

/** A node group goes with its nodes; it stays where it cannot. */
export function* nodegroupDeletion(
  cluster: Cluster,
  group: Nodegroup,
  failure?: UpdateError,
): UpdateWork {
  group.status = 'DELETING';
  yield DURATIONS.nodegroupDeletion;
  if (failure) {
    group.status = 'DELETE_FAILED';
    group.healthIssues.push(...issuesOf(failure));
  } else {
    cluster.nodegroups = cluster.nodegroups.filter(each => each !== group);
  }
  return [];
}

/** An add-on is installed; it stays `CREATE_FAILED` where it is not. */
export function* addonCreation(
  addon: Addon,
  failure?: UpdateError,
): UpdateWork {
  addon.status = 'CREATING';
  addon.modifiedAt = yield DURATIONS.addonCreation;
  addon.status = failure ? 'CREATE_FAILED' : 'ACTIVE';
  addon.healthIssues.push(...issuesOf(failure));
  return [];
}

function issuesOf(failure: UpdateError | undefined): HealthIssue[] {
  return failure
    ? [
        {
          code: failure.errorCode,
          message: failure.errorMessage,
          resourceIds: failure.resourceIds,
        },
      ]
    : [];
}
