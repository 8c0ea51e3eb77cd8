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

import type {
  PolicyCell,
  PolicyMode,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  policyInCluster,
  type EffectivePolicies,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterRecord } from '../../../inventory/types';
import type { ExpectedRecord } from '../../expected/types';
import { showsChange, type EditCluster, type EditRecord } from '../types';

/** What was read of the clusters of an edit, and of Git. */
export interface EditSightings {
  /** Those that there are, by ARN. */
  clusters: ReadonlyMap<string, Pick<ClusterRecord, 'createdAt'>>;
  /** What Git says that they are to have, by ARN. */
  expected: ReadonlyMap<string, ExpectedRecord>;
  /** How the policy of a cluster's engine stands there, by ARN. */
  cells: ReadonlyMap<string, PolicyCell>;
  now: Date;
}

/**
 * Where a merged edit is in force: Git is read as it says, and the cluster has
 * the mode that Git says. Pure.
 */
export function seeEdit(
  record: EditRecord,
  { cells, clusters, expected, now }: EditSightings,
): EditCluster[] {
  const at = now.toISOString();
  return record.clusters.map(cluster => {
    const { arn, goneAt, inForceAt, supersededAt } = cluster;
    if (!showsChange(cluster) || inForceAt) {
      return cluster;
    }
    if (!isSame(cluster, clusters.get(arn))) {
      return { ...cluster, goneAt: goneAt ?? at };
    }
    const wanted = wantedMode(record, cluster, expected.get(arn));
    if (wanted === undefined) {
      return cluster;
    }
    if (wanted !== cluster.after?.mode) {
      return wasReadSince(record, expected.get(arn))
        ? { ...cluster, supersededAt: supersededAt ?? at }
        : cluster;
    }
    return modeOf(cells.get(arn)) === wanted
      ? { ...cluster, inForceAt: at, supersededAt: undefined }
      : { ...cluster, supersededAt: undefined };
  });
}

/** What Git says; `undefined` where that is not known. */
function wantedMode(
  { asked }: EditRecord,
  { engine }: EditCluster,
  expected: ExpectedRecord | undefined,
): PolicyMode | undefined {
  if (!expected || expected.problem !== undefined) {
    return undefined;
  }
  const { kind } = policyInCluster(
    engine as EffectivePolicies['engine'],
    asked.policy,
  );
  const found = expected.policies.find(
    policy =>
      policy.engine === engine &&
      policy.kind === kind &&
      policy.name === asked.policy,
  );
  return found ? found.mode : 'off';
}

/** What a cluster has; `undefined` where that is not known. */
function modeOf(cell: PolicyCell | undefined): PolicyMode | undefined {
  if (cell?.state === 'deployed') {
    return cell.mode;
  }
  return cell?.state === 'notDeployed' ? 'off' : undefined;
}

/** Whether Git was read after the merge was seen. */
function wasReadSince(
  { progress }: EditRecord,
  expected: ExpectedRecord | undefined,
): boolean {
  const seenAt = Date.parse(progress.pullRequest?.seenAt ?? '');
  return expected !== undefined && Date.parse(expected.readAt) > seenAt;
}

function isSame(
  { createdAt }: EditCluster,
  there: Pick<ClusterRecord, 'createdAt'> | undefined,
): boolean {
  return (
    there !== undefined &&
    (!createdAt ||
      !there.createdAt ||
      Date.parse(there.createdAt) === Date.parse(createdAt))
  );
}
