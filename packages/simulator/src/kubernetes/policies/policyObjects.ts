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

import type { Cluster } from '../../model/types';
import type { KubernetesObject, MetadataOf } from '../objects/KubernetesObject';
import { admissionPolicy } from './admissionPolicies';
import { gatekeeperParts } from './gatekeeperParts';
import { kyvernoParts } from './kyvernoParts';
import { versioned } from './manifestObject';
import type { PolicyContext, PolicyObjects } from './policyContext';
import { settingsOf } from './settingsOf';
import { deprecatedSubjects, subjectsOf } from './subjects';

/** The objects of the engines that are installed, over what else is there. */
export function policyObjects(
  cluster: Cluster,
  byResource: ReadonlyMap<string, readonly KubernetesObject[]>,
  metadata: MetadataOf,
): PolicyObjects {
  const story = cluster.kubernetes.policies;
  if (!story) {
    return { byResource: [], customResources: [] };
  }
  const context: PolicyContext = {
    cluster,
    story,
    settings: settingsOf(story.values ?? {}),
    subjects: subjectsOf(
      byResource,
      deprecatedSubjects(cluster.kubernetes.deprecatedApis ?? [], metadata),
    ),
    surroundings: {
      budgets: byResource.get('poddisruptionbudgets.policy') ?? [],
      namespaces: byResource.get('namespaces') ?? [],
    },
    metadata,
  };
  const installed = (name: string) =>
    cluster.kubernetes.components?.find(component => component.name === name);
  const kyverno = installed('kyverno');
  const parts = [
    kyverno ? kyvernoParts(context, kyverno.version) : nothing(),
    installed('gatekeeper') ? gatekeeperParts(context) : nothing(),
    admissionObjects(context),
  ];
  return {
    byResource: parts.flatMap(part => part.byResource),
    customResources: parts.flatMap(part => part.customResources),
  };
}

function nothing(): PolicyObjects {
  return { byResource: [], customResources: [] };
}

function admissionObjects({
  story,
  settings,
  metadata,
}: PolicyContext): PolicyObjects {
  const own = settings
    .filter(({ policy }) => story.admissionPolicies?.includes(policy.name))
    .map(setting => admissionPolicy(setting, story, metadata));
  return {
    customResources: [],
    byResource: [
      [
        'validatingadmissionpolicies.admissionregistration.k8s.io',
        own.map(({ policy }) => versioned(policy)),
      ],
      [
        'validatingadmissionpolicybindings.admissionregistration.k8s.io',
        own.map(({ binding }) => versioned(binding)),
      ],
    ],
  };
}
