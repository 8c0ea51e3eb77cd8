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

import type { AwsTarget } from '../../aws/types';
import type { ClusterScope } from '../../kubernetes/access/clusterScope';
import type { CheckFolder } from './CheckFolder';

/**
 * ConfigMaps that hold what kube-bench printed, in each cluster.
 *
 * @public
 */
export interface KubeBenchConfigMaps {
  namespace: string;
  labelSelector: string;
  /** Of the entry that holds it. */
  key: string;
  /** All clusters where left out. */
  match?: ClusterScope;
}

/**
 * Objects in S3 that hold what kube-bench printed. The target's role reads them.
 *
 * @public
 */
export interface KubeBenchBucket extends AwsTarget {
  bucket: string;
  /**
   * With `{account}`, `{region}` and `{cluster}`. One that ends with a slash
   * stands for all objects under it, one for each node.
   */
  key: string;
  /** All clusters where left out. */
  match?: ClusterScope;
}

/**
 * Where what kube-bench printed is.
 *
 * @public
 */
export interface KubeBenchPlaces {
  configMaps?: KubeBenchConfigMaps;
  /** The first that is for a cluster is read, and then no ConfigMaps. */
  buckets: readonly KubeBenchBucket[];
}

/** What was read, folded, with the time of the oldest of it. */
export interface KubeBenchReading {
  folder: CheckFolder;
  evaluatedAt?: string;
  notes: string[];
}
