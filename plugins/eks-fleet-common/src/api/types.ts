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

type Schemas = components['schemas'];

/** @public */
export type Cluster = Schemas['Cluster'];
/** @public */
export type ClusterList = Schemas['ClusterList'];
/** @public */
export type ClusterFacets = Schemas['ClusterFacets'];
/** @public */
export type FacetValue = Schemas['FacetValue'];
/** @public */
export type ClusterObservation = Schemas['ClusterObservation'];
/** @public */
export type ControlPlaneCost = Schemas['ControlPlaneCost'];
/** @public */
export type Target = Schemas['Target'];
/** @public */
export type TargetState = Schemas['TargetState'];
/** @public */
export type TargetReport = Schemas['TargetReport'];
/** @public */
export type TargetList = Schemas['TargetList'];
/** @public */
export type TargetConflict = Schemas['TargetConflict'];
/** @public */
export type HeldRemoval = Schemas['HeldRemoval'];
/** @public */
export type NamedProblem = Schemas['NamedProblem'];
/** @public */
export type KubernetesVersion = Schemas['KubernetesVersion'];
/** @public */
export type VersionList = Schemas['VersionList'];
/** @public */
export type Summary = Schemas['Summary'];
/** @public */
export type AttentionItem = Schemas['AttentionItem'];
/** @public */
export type GridCell = Schemas['GridCell'];
/** @public */
export type DeepLinkMatches = Schemas['DeepLinkMatches'];
/** @public */
export type ObservationError = Schemas['ObservationError'];
/** @public */
export type ObservationErrorCode = Schemas['ObservationErrorCode'];
