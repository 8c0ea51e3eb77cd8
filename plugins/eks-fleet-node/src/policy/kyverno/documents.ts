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
  Condition,
  KubernetesObject,
} from '../../kubernetes/objects/types';

/** What is read of ClusterPolicy and Policy of `kyverno.io`. */
export interface KyvernoPolicy extends KubernetesObject {
  spec?: {
    admission?: boolean;
    emitWarning?: boolean;
    validationFailureAction?: string;
    validationFailureActionOverrides?: Array<{ action?: string }>;
    rules?: KyvernoRule[];
  };
  status?: { ready?: boolean; conditions?: Condition[] };
}

export interface KyvernoRule {
  validate?: {
    failureAction?: string;
    failureActionOverrides?: Array<{ action?: string }>;
  };
  verifyImages?: Array<{ failureAction?: string }>;
}

/** What is read of the kinds of `policies.kyverno.io`. */
export interface CelPolicy extends KubernetesObject {
  spec?: {
    validationActions?: string[];
    evaluation?: {
      admission?: { enabled?: boolean };
      background?: { enabled?: boolean };
    };
  };
  status?: {
    conditionStatus?: {
      ready?: boolean;
      message?: unknown;
      conditions?: Condition[];
    };
  };
}

/** PolicyException of `kyverno.io`. */
export interface LegacyException extends KubernetesObject {
  spec?: {
    exceptions?: Array<{ policyName?: unknown; ruleNames?: unknown[] }>;
    match?: { any?: ResourceFilter[]; all?: ResourceFilter[] };
  };
}

export interface ResourceFilter {
  resources?: {
    kinds?: unknown[];
    names?: unknown[];
    name?: unknown;
    namespaces?: unknown[];
    namespaceSelector?: object;
    selector?: object;
  };
}

/** PolicyException of `policies.kyverno.io`. */
export interface CelException extends KubernetesObject {
  spec?: {
    policyRefs?: Array<{ kind?: unknown; name?: unknown }>;
    matchConditions?: Array<{ name?: unknown; expression?: unknown }>;
    images?: unknown[];
    expiresAt?: unknown;
    properties?: Record<string, unknown>;
  };
}
