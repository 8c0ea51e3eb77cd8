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

import type { HealthIssue } from './types';

/**
 * @public
 */
export type NodegroupStatus =
  | 'CREATING'
  | 'ACTIVE'
  | 'UPDATING'
  | 'DELETING'
  | 'CREATE_FAILED'
  | 'DELETE_FAILED'
  | 'DEGRADED';

/**
 * @public
 */
export type CapacityType = 'ON_DEMAND' | 'SPOT' | 'CAPACITY_BLOCK';

/**
 * A taint as EKS words it.
 *
 * @public
 */
export interface NodegroupTaint {
  key: string;
  value?: string;
  effect: 'NO_SCHEDULE' | 'NO_EXECUTE' | 'PREFER_NO_SCHEDULE';
}

/**
 * How many nodes of a group may be away at once while it is updated.
 *
 * @public
 */
export interface NodegroupUpdateConfig {
  maxUnavailable?: number;
  maxUnavailablePercentage?: number;
  updateStrategy?: 'DEFAULT' | 'MINIMAL';
}

/**
 * A managed node group; what is left out follows from its cluster.
 *
 * @public
 */
export interface NodegroupSpec {
  name: string;
  /** Of the kubelets; the cluster's by default. */
  version?: string;
  /** Of the AMI; the newest of `version` by default, and none of a custom AMI. */
  releaseVersion?: string;
  /** `ACTIVE` by default. */
  status?: NodegroupStatus;
  /** `AL2023_x86_64_STANDARD` by default; `CUSTOM` for one's own AMI. */
  amiType?: string;
  capacityType?: CapacityType;
  instanceTypes?: string[];
  desiredSize?: number;
  minSize?: number;
  maxSize?: number;
  updateConfig?: NodegroupUpdateConfig;
  labels?: Record<string, string>;
  taints?: NodegroupTaint[];
  launchTemplate?: { id: string; name: string; version: string };
  healthIssues?: HealthIssue[];
  tags?: Record<string, string>;
  /** ISO 8601; the cluster's by default. */
  createdAt?: string;
  modifiedAt?: string;
}

/**
 * Nodes of a group that came up together.
 *
 * @public
 */
export interface NodeBatch {
  version: string;
  releaseVersion?: string;
  count: number;
  /** 0 for the nodes that the cluster began with, one more for each roll. */
  generation: number;
  /** The cluster's creation where absent. */
  launchedAt?: Date;
  /** There for the time of a roll alone; nothing moves to it. */
  spare?: boolean;
}

/**
 * A managed node group as it is now.
 *
 * @public
 */
export interface Nodegroup {
  name: string;
  arn: string;
  version: string;
  releaseVersion?: string;
  status: NodegroupStatus;
  amiType: string;
  capacityType: CapacityType;
  instanceTypes: string[];
  desiredSize: number;
  minSize: number;
  maxSize: number;
  updateConfig: NodegroupUpdateConfig;
  labels: Record<string, string>;
  taints: NodegroupTaint[];
  launchTemplate?: { id: string; name: string; version: string };
  healthIssues: HealthIssue[];
  tags: Record<string, string>;
  createdAt: Date;
  modifiedAt: Date;
  /** How many times its nodes have been replaced. */
  generation: number;
  /** When its nodes were replaced; absent where they never were. */
  launchedAt?: Date;
  /** Its nodes while they differ: during a roll, and after one that failed. */
  batches?: NodeBatch[];
}
