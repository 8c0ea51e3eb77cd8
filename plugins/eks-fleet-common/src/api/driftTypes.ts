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
export type ClusterDrift = components['schemas']['ClusterDrift'];
/** @public */
export type DriftAdoption = components['schemas']['DriftAdoption'];
/** @public */
export type DriftDifference = components['schemas']['DriftDifference'];
/** @public */
export type DriftExplanation = components['schemas']['DriftExplanation'];
/** @public */
export type DriftReturn = components['schemas']['DriftReturn'];
/** @public */
export type DriftSource = components['schemas']['DriftSource'];
/** @public */
export type DriftState = components['schemas']['DriftState'];
/** @public */
export type DriftUncompared = components['schemas']['DriftUncompared'];
