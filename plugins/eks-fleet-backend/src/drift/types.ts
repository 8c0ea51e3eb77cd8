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
  DriftDifference,
  DriftState,
  DriftUncompared,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/**
 * What Git says of a cluster, as far as EKS can be held to it. What Git says
 * nothing of is left out, and is compared with nothing.
 */
export interface ClusterStatement {
  /**
   * Whether the file says all of the cluster: then what EKS has besides is a
   * difference too.
   */
  isWhole: boolean;
  kubernetesVersion?: string;
  supportType?: string;
  deletionProtection?: boolean;
  authenticationMode?: string;
  endpointAccess?: {
    private?: boolean;
    public?: boolean;
    publicCidrs?: string[];
  };
  logTypes?: string[];
  zonalShift?: boolean;
  roleArn?: string;
  encryptionKeyArn?: string;
  network?: { vpcId?: string; subnetIds?: string[]; serviceIpv4Cidr?: string };
  autoMode?: { isOn: boolean; nodePools: string[] };
  nodeGroups?: StatedNodeGroup[];
  addons?: StatedAddon[];
  tags?: Record<string, string>;
  /** Fields that Git says and nobody observes. */
  unobserved: string[];
}

export interface StatedNodeGroup {
  name: string;
  instanceTypes?: string[];
  capacityType?: string;
  amiType?: string;
  minSize?: number;
  maxSize?: number;
  kubernetesVersion?: string;
  releaseVersion?: string;
}

export interface StatedAddon {
  name: string;
  /** The version is EKS's choice without it. */
  version?: string;
  serviceAccountRoleArn?: string;
}

/** Why it is not known what Git says of a cluster. */
export type StatementProblem =
  /** No rule of the configuration says where its file is. */
  | 'notLocated'
  /** The file is not there. */
  | 'noFile'
  /** The file is not what its name says, or nothing of it is understood. */
  | 'notUnderstood';

/** What Git was last seen to say of a cluster. */
export interface StatementRecord {
  arn: string;
  /** Id of the fleet repository; empty where none describes it. */
  repository: string;
  path: string;
  provisioner: string;
  /** The commit that it holds at. */
  head: string;
  /** When the file was read. ISO 8601. */
  readAt: string;
  problem?: { code: StatementProblem; message: string };
  statement?: ClusterStatement;
  /** Where all of the file is understood and right. */
  spec?: ClusterSpec;
  /** What keeps it from being understood whole. */
  problems: string[];
}

/** What is known of a record without reading all of it. */
export type StatementMark = Pick<
  StatementRecord,
  'head' | 'path' | 'provisioner' | 'repository'
> & {
  /** The same for the same statement. */
  hash: string;
  problem?: StatementProblem;
};

/** Keeps what Git says of each cluster. */
export interface StatementStore {
  /** By ARN. */
  marks(): Promise<Map<string, StatementMark>>;
  ofMany(arns: string[]): Promise<Map<string, StatementRecord>>;
  put(records: StatementRecord[]): Promise<void>;
  /** What these say is what they say at this commit too. */
  advance(arns: string[], head: string): Promise<void>;
  /** Forgets all clusters but these. */
  retain(arns: string[]): Promise<void>;
}

/** What changes a cluster at this moment, and may explain that it differs. */
export interface UnderWay {
  /** Whether a rollout holds it. */
  rollout: boolean;
  /** First parts of the fields that merged requests change. */
  requested: string[];
}

/** How a cluster compares with Git, as it was last judged. */
export interface DriftRecord {
  arn: string;
  /** Of the cluster: a recreated one is another. */
  createdAt: string;
  state: DriftState;
  /** When it was first found to be in this state. */
  since: string;
  judgedAt: string;
  /** Of all that the judgement follows from. */
  fingerprint: string;
  differences: DriftDifference[];
  uncompared: DriftUncompared[];
}

/** Keeps how each cluster compares with Git. */
export interface DriftStore {
  fingerprints(): Promise<Map<string, string>>;
  ofMany(arns: string[]): Promise<Map<string, DriftRecord>>;
  put(records: DriftRecord[]): Promise<void>;
  /** Forgets all clusters but these. */
  retain(arns: string[]): Promise<void>;
  /** How many clusters are in each state. */
  counts(): Promise<Map<DriftState, number>>;
}
