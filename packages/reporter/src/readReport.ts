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

import {
  KUBERNETES_OBSERVATION_KINDS,
  type ObservationError,
  type ReportedObservations,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  KubernetesFacts,
  toObservationError,
  type KubernetesFactKind,
  type KubernetesReader,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/**
 * All facts of a cluster, by the same readers that the portal has; a kind that
 * cannot be read says why, and harms no other.
 */
export async function readReport(options: {
  reader: KubernetesReader;
  ownerLabels?: string[];
  version?: string;
  now: Date;
  signal?: AbortSignal;
}): Promise<ReportedObservations> {
  const { now, ownerLabels, reader, signal, version } = options;
  const facts = KubernetesFacts.create(reader, { ownerLabels });
  const documents: Record<string, unknown> = {};
  const errors: Record<string, ObservationError> = {};
  await Promise.all(
    (KUBERNETES_OBSERVATION_KINDS as KubernetesFactKind[]).map(async kind => {
      try {
        documents[kind] = await facts.read(kind, { now, signal });
      } catch (error) {
        errors[kind] = toObservationError(error);
      }
    }),
  );
  return {
    observedAt: now.toISOString(),
    ...(version && { reporterVersion: version }),
    ...documents,
    ...(Object.keys(errors).length > 0 && { errors }),
  };
}
