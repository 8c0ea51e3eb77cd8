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
/**
 * Rights that EKS itself gives to whom an access entry is of.
 *
 * @public
 */
export interface AccessPolicyAssociation {
  policyArn: string;
  /** Namespaces where it holds, with `*` at the end for many; everywhere by default. */
  namespaces?: string[];
}

/**
 * Who may enter a cluster beside those that read it for the portal.
 *
 * @public
 */
export interface AccessEntry {
  principalArn: string;
  /** `STANDARD` by default. */
  type?: string;
  /** What they are in Kubernetes. */
  kubernetesGroups?: string[];
  policies?: AccessPolicyAssociation[];
  tags?: Record<string, string>;
  /** ISO 8601; the cluster's by default. */
  createdAt?: string;
}

/**
 * The role that pods of a service account have in AWS.
 *
 * @public
 */
export interface PodIdentityAssociation {
  namespace: string;
  serviceAccount: string;
  roleArn: string;
  tags?: Record<string, string>;
  /** ISO 8601; the cluster's by default. */
  createdAt?: string;
}
