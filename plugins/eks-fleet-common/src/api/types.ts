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

import type { components } from '../generated/openapi';

/** @public */
export type Cluster = components['schemas']['Cluster'];
/** @public */
export type ClusterList = components['schemas']['ClusterList'];
/** @public */
export type ClusterFacets = components['schemas']['ClusterFacets'];
/** @public */
export type FacetValue = components['schemas']['FacetValue'];
/** @public */
export type ClusterObservation = components['schemas']['ClusterObservation'];
/** @public */
export type ControlPlaneCost = components['schemas']['ControlPlaneCost'];
/** @public */
export type Target = components['schemas']['Target'];
/** @public */
export type TargetState = components['schemas']['TargetState'];
/** @public */
export type TargetReport = components['schemas']['TargetReport'];
/** @public */
export type TargetList = components['schemas']['TargetList'];
/** @public */
export type TargetConflict = components['schemas']['TargetConflict'];
/** @public */
export type HeldRemoval = components['schemas']['HeldRemoval'];
/** @public */
export type NamedProblem = components['schemas']['NamedProblem'];
/** @public */
export type KubernetesVersion = components['schemas']['KubernetesVersion'];
/** @public */
export type VersionList = components['schemas']['VersionList'];
/** @public */
export type Summary = components['schemas']['Summary'];
/** @public */
export type AttentionItem = components['schemas']['AttentionItem'];
/** @public */
export type GridCell = components['schemas']['GridCell'];
/** @public */
export type DeepLinkMatches = components['schemas']['DeepLinkMatches'];
/** @public */
export type ObservationError = components['schemas']['ObservationError'];
/** @public */
export type ObservationErrorCode =
  components['schemas']['ObservationErrorCode'];
