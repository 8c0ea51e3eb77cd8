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

import type { NamespaceSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FileDocument } from '../clusterFiles/types';
import type { NamespaceFileSettings } from '../config/types';
import { writeLimits, writeQuota } from './objects/amounts';
import { writeAppProject } from './objects/appProject';
import { writeNamespace } from './objects/namespace';
import { writeNetworkPolicies } from './objects/networkPolicies';
import { writeRoleBindings } from './objects/roleBindings';
import { NAMESPACE_FILE, PROJECT_FILE } from './types';

/** The objects of a namespace, by the file that they are in. */
export type NamespaceDocuments = Record<
  typeof NAMESPACE_FILE | typeof PROJECT_FILE,
  FileDocument[]
>;

export function writeDocuments(
  spec: NamespaceSpec,
  settings: NamespaceFileSettings,
  requestId: string | undefined,
): NamespaceDocuments {
  return {
    [NAMESPACE_FILE]: [
      writeNamespace(spec, requestId),
      writeQuota(spec),
      writeLimits(spec),
      ...writeNetworkPolicies(spec, settings),
      ...writeRoleBindings(spec),
    ],
    [PROJECT_FILE]: [writeAppProject(spec, settings, requestId)],
  };
}
