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
  ClusterSpec,
  NamespaceSpec,
  SpecProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FileDeviation } from '../clusterFiles/types';
import type { NamespaceFolder } from '../config/locateNamespace';

/**
 * Where a namespace's files are, and what stands in them besides what is wanted.
 *
 * @public
 */
export interface NamespaceFileContext
  extends Pick<NamespaceFolder, 'directory' | 'place' | 'settings'> {
  /** Of the request by which they are written; what is there stays without it. */
  requestId?: string;
  /**
   * What its cluster's file says, which has the namespace's access policies and
   * Pod Identity associations. Files are read without these where it is left out.
   */
  cluster?: ClusterSpec;
}

/**
 * What files say of a namespace.
 *
 * @public
 */
export interface ParsedNamespaceFiles {
  /** Where all of it is understood and right. */
  spec?: NamespaceSpec;
  /** The request that last wrote them. */
  requestId?: string;
  /** What is understood, by field, right or not. */
  understood: Record<string, unknown>;
  /** Fields whose value is none that the portal would write. */
  problems: SpecProblem[];
  /** Where files say other than the portal would for the same namespace. */
  deviations: FileDeviation[];
}

/** Of the namespace, for its cluster. */
export const NAMESPACE_FILE = 'namespace.yaml';

/** Of the namespace, for the hub. */
export const PROJECT_FILE = 'project.yaml';
