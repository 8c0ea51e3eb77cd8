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
  DriftDifference,
  DriftExplanation,
  DriftState,
  DriftUncompared,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterObservations } from '../../collection/types';
import {
  driftOfCluster,
  type FoundDifference,
} from '../compare/driftOfCluster';
import type { DriftRecord, StatementRecord, UnderWay } from '../types';

/** How a cluster compares with Git. */
export interface DriftVerdict {
  state: DriftState;
  differences: DriftDifference[];
  uncompared: DriftUncompared[];
}

/**
 * How a cluster compares with what Git says of it. Pure.
 *
 * @param before - the last judgement of the same cluster, from which differences keep their time
 */
export function judgeDrift(options: {
  statement: StatementRecord | undefined;
  observed: ClusterObservations;
  underWay: UnderWay;
  before: DriftRecord | undefined;
  now: Date;
}): DriftVerdict {
  const { before, now, observed, statement, underWay } = options;
  const nothing = { differences: [], uncompared: [] };
  if (!statement) {
    return { state: 'unknown', ...nothing };
  }
  const { problem, statement: said } = statement;
  if (problem?.code === 'notLocated' || problem?.code === 'noFile') {
    return { state: 'notInGit', ...nothing };
  }
  if (!said || !observed.controlPlane?.document) {
    return { state: 'unknown', ...nothing };
  }
  const found = driftOfCluster(said, observed);
  const first = new Map(
    before?.differences.map(({ field, since }) => [field, since]),
  );
  const differences = found.differences.map((each): DriftDifference => {
    const explainedBy = explain(each, observed, underWay);
    return {
      ...each,
      since: first.get(each.field) ?? now.toISOString(),
      ...(explainedBy && { explainedBy }),
    };
  });
  return {
    state: stateOf(differences),
    differences,
    uncompared: found.uncompared,
  };
}

function stateOf(differences: DriftDifference[]): DriftState {
  if (differences.length === 0) {
    return 'none';
  }
  return differences.every(({ explainedBy }) => explainedBy)
    ? 'changing'
    : 'drifted';
}

/** What changes the cluster at this moment may be why it differs. */
function explain(
  { field, name }: FoundDifference,
  { addons, controlPlane, nodegroups }: ClusterObservations,
  { requested, rollout }: UnderWay,
): DriftExplanation | undefined {
  if (
    rollout &&
    /(^|\.)(kubernetesVersion|releaseVersion|version)$/.test(field)
  ) {
    return 'rollout';
  }
  if (
    requested.includes('reconcileAt') ||
    requested.includes(field.split(/[.[]/)[0])
  ) {
    return 'request';
  }
  const parts: Array<{ name: string; status: string }> = field.startsWith(
    'compute.nodeGroups[',
  )
    ? nodegroups?.document?.nodegroups ?? []
    : addons?.document?.addons ?? [];
  const isPart = /^(compute\.nodeGroups|addons)\[/.test(field);
  const status = isPart
    ? parts.find(each => each.name === name)?.status
    : controlPlane?.document?.status;
  return status && /^(CREATING|UPDATING|DELETING)$/.test(status)
    ? 'update'
    : undefined;
}
