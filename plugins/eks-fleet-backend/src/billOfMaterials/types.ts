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
  BillOfMaterialsPart,
  ObservationAge,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AddonVersions, ClusterObservations } from '../collection/types';
import type { UsualVersions } from './UsualVersions';

/** What the parts of a bill of materials are made from. */
export interface PartSources {
  /** The control plane's minor version, such as `1.34`. */
  version: string | undefined;
  /** The newest minor version that EKS offers. */
  newestVersion: string | undefined;
  observations: ClusterObservations;
  /** How old each kind of observation is. */
  age(kind: string): ObservationAge;
  /** The present Kubernetes version and those after it, oldest first. */
  catalogue: Array<{ kubernetesVersion: string; addons?: AddonVersions }>;
  usual: UsualVersions;
}

export type Part = BillOfMaterialsPart;
