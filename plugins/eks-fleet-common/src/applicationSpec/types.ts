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

import type { ClusterPlace } from '../namespaceSpec/types';

/**
 * What is wanted of one application in one environment: what runs, from where,
 * and on which clusters.
 *
 * @public
 */
export interface ApplicationSpec {
  name: string;
  /** Entity reference of a group, such as `group:default/payments`: the team. */
  owner: string;
  /** Such as `prod`; clusters are those of this one. */
  environment: string;
  /** Of the team, on each of the clusters. */
  namespace: string;
  /** Some of those that have the namespace in this environment, or all of them. */
  clusters: 'all' | ClusterPlace[];
  source: ApplicationSource;
  /** Of a Helm chart, by their dotted names such as `image.tag`; plain texts. */
  parameters: Record<string, string>;
  syncPolicy: ApplicationSyncPolicy;
  /** Where it ran before it came here. */
  promotedFrom?: ApplicationPromotion;
  /** `deleting` alone takes away what runs. */
  lifecycle: 'active' | 'deleting';
}

/**
 * Where manifests come from: a folder of a repository, or a chart.
 *
 * @public
 */
export type ApplicationSource =
  | {
      /** Of a Git repository, by https or ssh. */
      repoUrl: string;
      path: string;
      /** A branch, a tag or a commit. */
      targetRevision: string;
    }
  | {
      /** Of a Helm repository, by https. */
      repoUrl: string;
      chart: string;
      /** A version. */
      targetRevision: string;
    };

/** @public */
export interface ApplicationSyncPolicy {
  /** Without it somebody syncs by hand. */
  automated: boolean;
  /** Brings back what was changed in the cluster. */
  selfHeal: boolean;
  /** Deletes what is gone from the source. */
  prune: boolean;
}

/** @public */
export interface ApplicationPromotion {
  environment: string;
  /** What ran there. */
  targetRevision: string;
}
