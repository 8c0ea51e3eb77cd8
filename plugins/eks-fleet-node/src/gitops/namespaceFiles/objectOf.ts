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
  teamOf,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { argoGuards } from '../clusterFiles/formats/manifests';
import { unlessEmpty } from '../clusterFiles/fieldPairs';
import type { FileDocument } from '../clusterFiles/types';

export const MANAGED_BY = 'app.kubernetes.io/managed-by';
export const TEAM = 'eks-fleet.io/team';

/** What the portal calls its objects, so that no chart has one of the same name. */
export const OURS = 'eks-fleet';

/** An object of a namespace, held where it is until the namespace is to be deleted. */
export function objectOf(
  spec: NamespaceSpec,
  apiVersion: string,
  kind: string,
  name: string,
  rest: FileDocument,
): FileDocument {
  const guards = unlessEmpty(argoGuards(spec));
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: spec.name,
      labels: { [MANAGED_BY]: OURS },
      ...(guards && { annotations: guards }),
    },
    ...rest,
  };
}

/** Labels by which what is a team's is found on the hub and in clusters. */
export function teamLabels(spec: NamespaceSpec): Record<string, string> {
  return { [MANAGED_BY]: OURS, [TEAM]: teamOf(spec.owner)! };
}
