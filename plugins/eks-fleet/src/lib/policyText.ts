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
  FindingResource,
  PolicyClusterRef,
  PolicyFacts,
  PolicyRef,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What people call a policy. */
export function policyTitle(
  policy: Pick<PolicyFacts, 'name' | 'namespace' | 'title'>,
): string {
  return policy.title || policyName(policy);
}

/** A policy as its engine names it. */
export function policyName({
  name,
  namespace,
}: Pick<PolicyRef, 'name' | 'namespace'>): string {
  return namespace ? `${namespace}/${name}` : name;
}

/** `Deployment payments/api`; what has no name is the kind alone. */
export function resourceText({
  kind,
  name,
  namespace,
}: FindingResource): string {
  const path = [namespace, name].filter(Boolean).join('/');
  return path ? `${kind} ${path}` : kind;
}

/** Where a cluster is, as `prod-a · eu-west-1 · prod`. */
export function clusterPlace(cluster: PolicyClusterRef): string {
  return [
    cluster.accountName ?? cluster.accountId,
    cluster.region,
    cluster.environment,
  ]
    .filter(Boolean)
    .join(' · ');
}
