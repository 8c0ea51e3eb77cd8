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

import type { PolicyEditProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../../inventory/types';
import type { FleetCluster } from '../../expected/layeredClusters';
import type { ClusterEffect, EditedFile } from '../types';

/** Who asks, with what that person may do at this moment. */
export interface EditAsker {
  userRef: string;
  readable: ClusterScope;
  /** Where the person may edit policies. */
  editable: ClusterScope;
}

/** What an edit would be, and what keeps it from being proposed. */
export interface EditDraft {
  problems: PolicyEditProblem[];
  notes: string[];
  /** Those that it reaches, all of which the asker may read and edit. */
  clusters: FleetCluster[];
  /** By ARN. */
  effects: Map<string, ClusterEffect>;
  files: EditedFile[];
  diff: string;
  baseCommit?: string;
  /** Of all that is looked at; left out where it cannot be proposed. */
  contentHash?: string;
}
