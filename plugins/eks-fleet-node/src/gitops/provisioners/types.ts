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

import type { ClusterFiles } from '../clusterFiles/createClusterFiles';
import type { ClusterFields } from '../config/types';
import type { FieldEdit, ParsedFile } from '../edits/types';

/**
 * What a provisioner does by itself once a file says so.
 *
 * @public
 */
export interface ProvisionerAbility {
  canUpgrade: boolean;
  /** Whether it takes a control plane back by a minor. */
  canRollBack: boolean;
  /** Whether nodes can be moved apart from the control plane. */
  nodesApart: boolean;
  /** Whether it goes over several minors once the last one is asked for. */
  walksMinorsAlone: boolean;
}

/**
 * One version that is to change: of the control plane, an add-on or a node
 * group.
 *
 * @public
 */
export interface VersionChange {
  kind: 'controlPlane' | 'addon' | 'nodegroup';
  /** Of the add-on or node group. */
  name?: string;
  /** `forward` by default. */
  direction?: 'forward' | 'back';
  /** What the file is expected to want now. */
  from: string;
  to: string;
  /** Of a node group's image, where one is asked for. */
  releaseVersion?: string;
}

/**
 * What a file wants of a cluster; what it says nothing of is left out.
 *
 * @public
 */
export interface WantedVersions {
  version?: string;
  /** Versions by add-on. */
  addons: Record<string, string>;
  nodegroups: Record<string, { version?: string; releaseVersion?: string }>;
}

/** @public */
export interface ProvisionerContext {
  /** The name in EKS. */
  cluster: string;
  fields: ClusterFields;
  /** What configuration says of it, where it says other than the provisioner. */
  canRollBack?: boolean;
}

/**
 * How one kind of tool describes clusters in files. Pure. Those that write
 * whole bills of materials have all of {@link ClusterFiles}; without, files are
 * people's, and only versions in them are changed.
 *
 * @public
 */
export interface Provisioner extends Partial<ClusterFiles> {
  /** Such as `terraform`; what configuration calls it. */
  readonly id: string;
  readonly title: string;
  ability(fields: ClusterFields): ProvisionerAbility;
  /** Why it cannot do with these fields, in words that follow `…fields: `. */
  problemOf?(fields: ClusterFields): string | undefined;
  read(file: ParsedFile, context: ProvisionerContext): WantedVersions;
  /**
   * The edits that a change takes; none where the file wants it already.
   *
   * @throws EditRefusal where the file is not as expected, or cannot say it
   */
  plan(
    file: ParsedFile,
    context: ProvisionerContext,
    change: VersionChange,
  ): FieldEdit[];
}
