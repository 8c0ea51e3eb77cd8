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

import type { AwsPartition } from '../../aws/types';

/** @public */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/**
 * A Git repository that says what is wanted of clusters, as
 * `eksFleet.fleetRepositories` has it.
 *
 * @public
 */
export interface FleetRepository {
  id: string;
  /** Of the repository's page, such as `https://github.com/acme/fleet`. */
  url: string;
  /** That proposals are made against. */
  branch: string;
  /** The first rule that fits a cluster says where it is described. */
  clusters: ClusterFileRule[];
  /** The first rule that fits a namespace says where it is described; none without it. */
  namespaces?: NamespaceFileRule[];
  /** The first rule that fits an application says where it is described; none without it. */
  applications?: ApplicationFileRule[];
  merge: {
    /** Whether the portal merges by itself once a change may go. */
    automatic: boolean;
    method: MergeMethod;
  };
}

/**
 * Where clusters are described, and how.
 *
 * @public
 */
export interface ClusterFileRule {
  match: ClusterFileMatch;
  /** Id of a {@link Provisioner}. */
  provisioner: string;
  /** With `{account}`, `{region}`, `{cluster}`, `{partition}` and `{label.<key>}`. */
  path: string;
  fields: ClusterFields;
  /** What the provisioner writes into every cluster's file, by its own names. */
  settings?: Record<string, string>;
  /** Where the provisioner is set up to do other than it does by itself. */
  canRollBack?: boolean;
}

/**
 * Clusters that fit each list that is given.
 *
 * @public
 */
export interface ClusterFileMatch {
  partitions?: AwsPartition[];
  accounts?: string[];
  regions?: string[];
  /** Names in EKS; `*` stands for any part of one. */
  names?: string[];
  /** Those that it does not fit although all else does, such as clusters that nobody describes. */
  exceptNames?: string[];
  /** Values by key of label. */
  labels?: Record<string, string[]>;
}

/**
 * Where a file has what a change is about, as field pointers: JSON pointers
 * that may hold `{name}`, a segment such as `[name={name}]` to find an element
 * of a list, and, where a file holds several documents, a number of one before
 * a `#`, as in `1#/spec/version`.
 *
 * @public
 */
export interface ClusterFields {
  version?: string;
  /** The version of the add-on `{name}`. */
  addons?: string;
  nodegroups?: {
    /** The Kubernetes version of the node group `{name}`. */
    version?: string;
    /** The release of its image, such as `1.34.2-20261110`. */
    releaseVersion?: string;
  };
}

/**
 * What a rule looks at of a cluster. Account, Region and partition come from
 * its ARN, labels from its catalog entity.
 *
 * @public
 */
export interface LocatableCluster {
  partition: AwsPartition;
  accountId: string;
  region: string;
  /** The name in EKS. */
  name: string;
  labels: Record<string, string>;
}

/**
 * A namespace as its path in a fleet repository has it.
 *
 * @public
 */
export interface NamespacePlace {
  team: string;
  environment: string;
  accountId: string;
  region: string;
  cluster: string;
  namespace: string;
}

/**
 * Where namespaces are described that fit.
 *
 * @public
 */
export interface NamespaceFileRule {
  match: PlaceMatch;
  /**
   * A folder, with `{team}`, `{environment}`, `{account}`, `{region}`,
   * `{cluster}` and `{namespace}`, each of them.
   */
  path: string;
  settings: NamespaceFileSettings;
}

/**
 * Which namespaces or applications; each list that is given must have theirs.
 * `*` stands for any part of a name.
 *
 * @public
 */
export interface PlaceMatch {
  teams?: string[];
  environments?: string[];
  /** Not of applications, which may be on many. */
  accounts?: string[];
  regions?: string[];
  clusters?: string[];
}

/**
 * What is the platform's and not a namespace's.
 *
 * @public
 */
export interface NamespaceFileSettings {
  /** Of Argo CD on the hub. */
  argocdNamespace: string;
  /** How Argo CD knows clusters: by ARN as address (EKS's own), or by name. */
  destination: 'server' | 'name';
  /** Addresses that answer DNS, besides those of pods of kube-dns. */
  dnsCidrs: string[];
  /** Whence traffic comes into the cluster: namespaces of ingress controllers. */
  ingressNamespaces: string[];
  /** The same for load balancers that reach pods by their addresses: their subnets. */
  ingressCidrs: string[];
}

/**
 * An application as its path in a fleet repository has it.
 *
 * @public
 */
export interface ApplicationPlace {
  team: string;
  application: string;
  environment: string;
}

/**
 * Where applications are described that fit.
 *
 * @public
 */
export interface ApplicationFileRule {
  match: Pick<PlaceMatch, 'teams' | 'environments'>;
  /** A YAML file, with `{team}`, `{application}` and `{environment}`, each of them. */
  path: string;
}
