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
 * What brings a cluster to what its file says. `terraform` applies what it
 * reads, and fails where EKS refuses it; the others walk minors one at a time.
 *
 * @public
 */
export type ProvisionerName =
  | 'ack'
  | 'capa'
  | 'crossplane'
  | 'kro'
  | 'terraform';

/**
 * A cluster that is described in Git.
 *
 * @public
 */
export interface GitopsClusterSpec {
  accountId: string;
  region: string;
  name: string;
  provisioner: ProvisionerName;
  /** Of its file in the repository: JSON for Terraform, YAML for all others. */
  path: string;
  /** What its application names as its destination; `arn` by default, as managed Argo CD does. */
  destination?: 'arn' | 'name' | 'server';
}

/**
 * A fleet repository, and the Argo CD that follows it.
 *
 * @public
 */
export interface GitopsSpec {
  /** `<owner>/<name>` on the Git host. */
  repository: string;
  /** The cluster that Argo CD's objects are in; none has them when left out. */
  hub?: { accountId: string; region: string; name: string };
  /** `argocd` by default. */
  namespace?: string;
  clusters: GitopsClusterSpec[];
  /** How long Argo CD takes, on the simulator's clock: to see a push (2 by default), to sync (5), and to begin to delete what a file has let go of (10). */
  delays?: {
    refreshSeconds?: number;
    syncSeconds?: number;
    deletionSeconds?: number;
  };
}

/**
 * What is wrong with an application on purpose. `outOfSync`: it never syncs.
 * `degraded`: it is Degraded, whatever the cluster is. `progressing`: it never
 * gets Healthy. `unknown`: the hub has neither it nor its cluster.
 * `comparisonError`: it cannot be compared with Git.
 *
 * @public
 */
export type ApplicationFault =
  | 'comparisonError'
  | 'degraded'
  | 'outOfSync'
  | 'progressing'
  | 'unknown'
  | 'unregistered';

export interface DesiredNodegroup {
  version?: string;
  releaseVersion?: string;
}

/** What a file wants of a cluster; what is left out is not its business. */
export interface DesiredCluster {
  version?: string;
  addons: Record<string, string>;
  nodegroups: Record<string, DesiredNodegroup>;
}

export interface SyncOperation {
  revision: string;
  phase: 'Failed' | 'Running' | 'Succeeded';
  message: string;
  startedAt: Date;
  finishedAt?: Date;
}

export interface SyncRecord {
  id: number;
  revision: string;
  deployStartedAt: Date;
  deployedAt: Date;
}
