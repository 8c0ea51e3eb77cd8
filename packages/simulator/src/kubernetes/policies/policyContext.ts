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

import type { PolicyStory } from '../../model/policyStory';
import type { Cluster } from '../../model/types';
import type { CustomResource } from '../objects/components';
import type {
  DerivedObject,
  KubernetesObject,
  MetadataOf,
} from '../objects/KubernetesObject';
import type { ClusterPolicySetting, Subject, Surroundings } from './types';

export type Listed = KubernetesObject | DerivedObject;

/** What policy engines add to a cluster. */
export interface PolicyObjects {
  byResource: [resource: string, objects: Listed[]][];
  customResources: CustomResource[];
}

/** What there is to be judged, and by what. */
export interface PolicyContext {
  cluster: Cluster;
  story: PolicyStory;
  settings: ClusterPolicySetting[];
  subjects: Subject[];
  surroundings: Surroundings;
  metadata: MetadataOf;
}
