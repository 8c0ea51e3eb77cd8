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

import type { ListReducer } from '../client/types';
import { ownerFromLabels } from '../objects/ownerFromLabels';
import type { Workload } from '../objects/types';
import { recognizeAddon, type RecognizedAddon } from './recognizeAddon';

/** The kinds that make most pods. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'DaemonSet';

/** What is kept of a workload. */
export interface WorkloadFacts {
  kind: WorkloadKind;
  namespace: string;
  name: string;
  /** By its own labels or those of its pods. */
  owner?: string;
  replicas: number;
  ready: number;
  podLabels: Record<string, string>;
  addon?: RecognizedAddon;
}

/** The workloads of one kind. */
export function reduceWorkloads(
  kind: WorkloadKind,
  ownerLabels: readonly string[],
): ListReducer<Workload, WorkloadFacts[]> {
  return {
    start: () => [],
    add: (workloads, items) => {
      for (const item of items) {
        const { namespace = '', name = '', labels } = item.metadata ?? {};
        const podLabels = item.spec?.template?.metadata?.labels ?? {};
        workloads.push({
          kind,
          namespace,
          name,
          owner: ownerFromLabels(ownerLabels, labels, podLabels),
          ...scaleOf(kind, item),
          podLabels,
          addon: recognizeAddon(item),
        });
      }
      return workloads;
    },
  };
}

function scaleOf(
  kind: WorkloadKind,
  { spec, status }: Workload,
): { replicas: number; ready: number } {
  return kind === 'DaemonSet'
    ? {
        replicas: status?.desiredNumberScheduled ?? 0,
        ready: status?.numberReady ?? 0,
      }
    : { replicas: spec?.replicas ?? 1, ready: status?.readyReplicas ?? 0 };
}
