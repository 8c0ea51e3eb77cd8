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

import type { JsonValue } from '@backstage/types';
import type {
  PolicyEngine,
  PolicySeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * How a policy of the chart `fleet-policies` can be.
 *
 * @public
 */
export type LayerMode = 'audit' | 'warn' | 'enforce';

/**
 * A file of values of the chart `fleet-policies`.
 *
 * @public
 */
export interface PolicyLayer {
  /** In the fleet repository; names it in what is said about it. */
  path: string;
  /** Left out where there is no such file, which counts as an empty one. */
  text?: string;
}

/**
 * What a policy does not look at; `*` stands for any part of a name.
 *
 * @public
 */
export interface PolicyExclusion {
  namespaces: string[];
  resources: Array<{ kind?: string; namespace?: string; name?: string }>;
}

/**
 * What the layers together say of one policy.
 *
 * @public
 */
export interface EffectivePolicy {
  /** Such as `removed-apis`. */
  name: string;
  enabled: boolean;
  mode: LayerMode;
  /** Left out where it has its own. */
  severity?: PolicySeverity;
  parameters: Record<string, unknown>;
  exclude: PolicyExclusion;
  /** Paths of the layers that had the last word. */
  decidedBy: { enabled?: string; mode?: string };
}

/**
 * What is agreed to for a time, as the layers have it.
 *
 * @public
 */
export interface LayerException {
  name: string;
  policies: string[];
  namespaces: string[];
  resources: Array<{ kind?: string; name?: string }>;
  reason?: string;
  ticket?: string;
  requestedBy?: string;
  approvedBy?: string;
  /** ISO 8601. */
  expiresAt?: string;
}

/**
 * What the layers together say.
 *
 * @public
 */
export interface EffectivePolicies {
  engine: Extract<PolicyEngine, 'kyverno' | 'gatekeeper'>;
  /** By name. */
  policies: EffectivePolicy[];
  /** By name. */
  exceptions: LayerException[];
}

/**
 * A layer that is not read, and why.
 *
 * @public
 */
export class LayerProblem extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'LayerProblem';
    this.path = path;
  }
}

/**
 * What is to change in one layer; `null` leaves it to the layers before.
 *
 * @public
 */
export interface PolicyLayerEdit {
  policy: string;
  enabled?: boolean | null;
  mode?: LayerMode | null;
  severity?: PolicySeverity | null;
  parameters?: Record<string, JsonValue>;
  exclude?: {
    namespaces?: string[] | null;
    resources?: Array<{
      kind?: string;
      namespace?: string;
      name?: string;
    }> | null;
  };
}
