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
  ClusterThing,
  RolloutDraft,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What a step says of the cluster that is to move to a version. */
export interface UpgradeInput {
  cluster: string | ClusterThing;
  version: string;
  reason: string;
  ticket?: string;
  addons?: 'compatible' | 'leave';
  nodes?: 'follow' | 'leave';
  bake?: string;
  executor?: string;
}

const LONGEST_TITLE = 120;

/**
 * A rollout of one cell: one cluster, behind the gates that every wave has, and
 * a person who agrees. Pure.
 */
export function toRolloutDraft(
  input: UpgradeInput,
  cluster: { arn: string; name: string },
): RolloutDraft {
  const { addons, bake, executor, nodes, reason, ticket, version } = input;
  return {
    title: `${cluster.name} to ${version}`.slice(0, LONGEST_TITLE),
    change: {
      kind: 'kubernetesVersion',
      version,
      ...(addons && { addons }),
      ...(nodes && { nodes }),
    },
    selection: { clusters: [cluster.arn] },
    strategy: {
      name: 'one-cluster',
      title: 'One cluster',
      description: ticket ? `${reason} (${ticket})` : reason,
      waves: [
        {
          name: 'cluster',
          ...(bake && { bake }),
          before: [
            { type: 'readiness' },
            { type: 'freeze' },
            { type: 'alarms' },
            { type: 'approval' },
          ],
        },
      ],
      concurrency: '1',
      failureBudget: '0',
      retries: 1,
    },
    executor: executor ?? 'gitops',
  };
}
