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

import type { KubernetesObject } from '../../kubernetes/objects/types';

/** What is read of a ConstraintTemplate. */
export interface ConstraintTemplate extends KubernetesObject {
  spec?: { crd?: { spec?: { names?: { kind?: string } } } };
  status?: {
    created?: boolean;
    byPod?: Array<{ errors?: Array<{ message?: unknown }> }>;
  };
}

/** What is read of a constraint, of whichever template. */
export interface Constraint extends KubernetesObject {
  spec?: {
    enforcementAction?: string;
    scopedEnforcementActions?: Array<{
      action?: string;
      enforcementPoints?: Array<{ name?: string }>;
    }>;
    match?: { excludedNamespaces?: unknown[] };
  };
  status?: {
    auditTimestamp?: string;
    totalViolations?: unknown;
    violations?: Violation[];
    byPod?: Array<{
      enforced?: boolean;
      errors?: Array<{ message?: unknown }>;
      enforcementPointsStatus?: Array<{
        enforcementPoint?: string;
        state?: string;
        message?: unknown;
      }>;
    }>;
  };
}

export interface Violation {
  group?: unknown;
  version?: unknown;
  kind?: unknown;
  namespace?: unknown;
  name?: unknown;
  message?: unknown;
}

/** What is read of Gatekeeper's own configuration. */
export interface GatekeeperConfig extends KubernetesObject {
  spec?: {
    match?: Array<{ excludedNamespaces?: unknown[]; processes?: unknown[] }>;
  };
}
