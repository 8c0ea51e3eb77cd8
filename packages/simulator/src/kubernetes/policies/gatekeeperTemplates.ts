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

import type { GatekeeperStory, PolicyStory } from '../../model/policyStory';
import type { KubernetesObject, MetadataOf } from '../objects/KubernetesObject';
import { aboutPolicy, chartLabels } from './kyvernoObjects';
import type { ClusterPolicySetting, Subject, Surroundings } from './types';

/** What Gatekeeper audits in one cluster. */
export interface Audit {
  story: PolicyStory;
  gatekeeper: GatekeeperStory;
  surroundings: Surroundings;
  subjects(): Iterable<Subject>;
}

const AUDIT_POD = 'gatekeeper-audit-7c5b8d6f9-x2v4q';
const WEBHOOK_PODS = ['4kq7z', 'm8r2c'].map(
  suffix => `gatekeeper-controller-manager-6d7f9c8b5-${suffix}`,
);

/** Gatekeeper's pods, each of which has a say in every status. */
export const GATEKEEPER_PODS = [AUDIT_POD, ...WEBHOOK_PODS];

/** What a pod of them does. */
export function operationsOf(pod: string): string[] {
  return pod === AUDIT_POD
    ? ['audit', 'status', 'mutation-status', 'generate']
    : ['webhook', 'mutation-webhook'];
}

/** What the chart says of a policy on its template and its constraint. */
export function gatekeeperAnnotations(
  setting: ClusterPolicySetting,
): Record<string, string> {
  const { policy } = setting;
  return {
    'metadata.gatekeeper.sh/title': policy.title,
    description: policy.description,
    ...aboutPolicy(setting),
  };
}

/** The template that brings a policy's constraints. */
export function constraintTemplate(
  setting: ClusterPolicySetting,
  { story, gatekeeper }: Audit,
  metadata: MetadataOf,
): KubernetesObject {
  const { policy } = setting;
  const name = policy.kind.toLowerCase();
  const error = gatekeeper.templateErrors?.[policy.name];
  return {
    metadata: metadata('ConstraintTemplate', name, {
      labels: chartLabels(story),
      annotations: gatekeeperAnnotations(setting),
      generation: 1,
    }),
    spec: {
      crd: {
        spec: {
          names: { kind: policy.kind },
          validation: { openAPIV3Schema: { type: 'object' } },
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          code: [
            {
              engine: 'K8sNativeValidation',
              source: { validations: policy.validations },
            },
          ],
        },
      ],
    },
    status: {
      created: error === undefined,
      byPod: GATEKEEPER_PODS.map(id => ({
        id,
        observedGeneration: 1,
        operations: operationsOf(id),
        ...(error && {
          errors: [{ code: 'ingest_error', message: error, location: name }],
        }),
      })),
    },
  };
}

/** The one Config that there may be, by which namespaces are left alone. */
export function gatekeeperConfig(metadata: MetadataOf): KubernetesObject {
  return {
    metadata: metadata('Config', 'config', {
      namespace: 'gatekeeper-system',
      generation: 1,
    }),
    spec: {
      match: [
        { excludedNamespaces: ['kube-*'], processes: ['audit', 'webhook'] },
      ],
    },
  };
}
