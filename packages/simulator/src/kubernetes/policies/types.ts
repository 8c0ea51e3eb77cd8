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

import type { PolicyValues, ResourcePattern } from '../../model/policyStory';
import type { KubernetesObject } from '../objects/KubernetesObject';

/** A resource that policies look at. */
export interface Subject {
  apiVersion: string;
  kind: string;
  object: KubernetesObject;
}

/** What a policy may know of the cluster beside the resource. */
export interface Surroundings {
  budgets: readonly KubernetesObject[];
  namespaces: readonly KubernetesObject[];
}

/** What a policy says of a resource that breaks it. */
export interface Violation {
  message: string;
  /** Of the validation that fails, where a policy has several; 0 by default. */
  index?: number;
}

/** What the chart's `match` says of a policy. */
export type PolicyMatch =
  | 'budgets'
  | 'owned'
  | 'pods'
  | 'removedApis'
  | 'scaled';

/** One policy of the chart `fleet-policies`, as its author describes it. */
export interface LibraryPolicy {
  name: string;
  /** Of its constraints. */
  kind: string;
  title: string;
  category: string;
  severity: 'critical' | 'high' | 'low' | 'medium';
  subject: string;
  description: string;
  remediation: string;
  documentation: string;
  match: PolicyMatch;
  /** Looks only at what is being written. */
  admissionOnly?: boolean;
  /** Of the rule in a ClusterPolicy. */
  rule: string;
  /** What the chart's own values say. */
  defaults: {
    enabled: boolean;
    parameters: Record<string, unknown>;
    excludedNamespaces: string[];
  };
  /** A CEL expression for each validation. */
  validations: { expression: string; message?: string }[];
  /** `undefined` where the resource is as it should be. */
  check(
    subject: Subject,
    parameters: Record<string, unknown>,
    surroundings: Surroundings,
  ): Violation | undefined;
}

/** A policy as it is in one cluster. */
export interface ClusterPolicySetting {
  policy: LibraryPolicy;
  mode: Required<PolicyValues>['mode'];
  severity: LibraryPolicy['severity'] | 'info';
  parameters: Record<string, unknown>;
  excludedNamespaces: string[];
  excludedResources: ResourcePattern[];
}
