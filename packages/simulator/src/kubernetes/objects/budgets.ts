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

import type { BudgetSpec } from '../../model/kubernetesStory';
import type { KubernetesObject, MetadataOf } from './KubernetesObject';
import { selectorOf } from './podTemplate';
import type { PlacedWorkload } from './workloads';

/** A budget, with the status that the disruption controller gives it. */
export function budgetObject(
  spec: BudgetSpec,
  workloads: PlacedWorkload[],
  metadata: MetadataOf,
): KubernetesObject {
  const { namespace, name, minAvailable, maxUnavailable } = spec;
  const neighbours = workloads.filter(
    workload => workload.spec.namespace === namespace,
  );
  const workload = neighbours.find(
    candidate => candidate.spec.name === spec.workload,
  );
  const selector =
    spec.selector ?? (workload ? selectorOf(workload.spec) : { app: name });
  const status = statusOf(spec, selector, neighbours);
  const itself = metadata('PodDisruptionBudget', name, {
    namespace,
    labels: spec.labels ?? (workload && selectorOf(workload.spec)),
    generation: 1,
  });
  const sufficient = status.disruptionsAllowed > 0;
  return {
    metadata: itself,
    spec: {
      selector: { matchLabels: selector },
      ...(minAvailable !== undefined && { minAvailable }),
      ...(maxUnavailable !== undefined && { maxUnavailable }),
      ...(spec.unhealthyPodEvictionPolicy && {
        unhealthyPodEvictionPolicy: spec.unhealthyPodEvictionPolicy,
      }),
    },
    status: {
      ...status,
      observedGeneration: 1,
      conditions: [
        {
          type: 'DisruptionAllowed',
          status: sufficient ? 'True' : 'False',
          reason: sufficient ? 'SufficientPods' : 'InsufficientPods',
          message: '',
          observedGeneration: 1,
          lastTransitionTime: itself.creationTimestamp,
        },
      ],
    },
  };
}

function statusOf(
  { minAvailable, maxUnavailable }: BudgetSpec,
  selector: Record<string, string>,
  neighbours: PlacedWorkload[],
) {
  const isSelected = (labels: Record<string, string> = {}) =>
    Object.entries(selector).every(([key, value]) => labels[key] === value);
  const selected = neighbours.filter(({ pods }) =>
    pods.some(({ metadata }) => isSelected(metadata.labels)),
  );
  const pods = selected.flatMap(workload => workload.pods);
  const currentHealthy = pods.filter(({ ready }) => ready).length;
  // With a whole number of minAvailable the pods themselves are counted, else
  // what their controllers want.
  const expectedPods =
    typeof minAvailable === 'number'
      ? pods.length
      : selected.reduce((sum, { replicas }) => sum + replicas, 0);
  const desiredHealthy =
    minAvailable !== undefined
      ? resolve(minAvailable, expectedPods)
      : Math.max(0, expectedPods - resolve(maxUnavailable ?? 1, expectedPods));
  return {
    currentHealthy,
    desiredHealthy,
    expectedPods,
    disruptionsAllowed:
      expectedPods > 0 ? Math.max(0, currentHealthy - desiredHealthy) : 0,
  };
}

/** Percentages round up, as in the disruption controller. */
function resolve(value: number | string, total: number): number {
  return typeof value === 'number'
    ? value
    : Math.ceil((parseInt(value, 10) / 100) * total);
}
