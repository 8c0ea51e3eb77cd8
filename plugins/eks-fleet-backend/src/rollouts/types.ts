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
  PlanProblem,
  ResolvedShare,
  RolloutChange,
  RolloutSelection,
  RolloutStrategy,
  SkippedCluster,
  Track,
  WaveRule,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ExecutorAbility,
  RolloutCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AddonVersions, ClusterObservations } from '../collection/types';

/** A cluster with all that planning needs of it; nothing is looked up later. */
export interface PlanningCluster extends RolloutCluster {
  /** Entity reference of the system that it is part of. */
  system?: string;
  /** Of another source of the catalog: it is listed, and never changed. */
  foreign?: boolean;
  observations: ClusterObservations;
  ability: ExecutorAbility;
}

/** What a plan is made of. */
export interface PlanInput {
  change: RolloutChange;
  selection: RolloutSelection;
  strategy: RolloutStrategy;
  /** Those that the selection took, by whoever reads the store. */
  clusters: PlanningCluster[];
  /** Environments that count as production. */
  productionEnvironments: string[];
  /** Clusters with the same value of this label, such as `pair`, must not move together. */
  pairLabel?: string;
  /**
   * What EKS said of add-ons, read before; `undefined` where it was not asked.
   * Without it no add-on is moved but those that the change names.
   */
  addonVersions?: (
    partition: string,
    region: string,
    kubernetesVersion: string,
  ) => AddonVersions | undefined;
  /** Kubernetes versions that EKS has, where they are known. */
  kubernetesVersions?: string[];
  /** Against which freezes are held; never part of the hash. */
  now?: Date;
}

/** One hop after the other, of one part of a cluster. */
export type PlannedTrack = Pick<
  Track,
  'kind' | 'name' | 'from' | 'to' | 'hops'
> & {
  /** For node images: what `to` is as well. */
  releaseVersion?: string;
  /**
   * The place of each hop among all hops of the cluster, from 1: a node group
   * or an add-on may have to move between two hops of the control plane.
   */
  order: number[];
  /** Whether the last hop waits for the bake. */
  afterBake?: boolean;
};

/** Something about a cluster's way that a person should know before it starts. */
export interface PlanConcern {
  /** Such as `nodes.notMoved`. */
  code: string;
  severity: PlanProblem['severity'];
  message: string;
}

export interface PlannedClusterPart {
  cluster: PlanningCluster;
  tracks: PlannedTrack[];
  /** Which wave took it, and by what. */
  trace: string;
  concerns: PlanConcern[];
}

export interface PlannedCellPart {
  /** The cluster's name, or the value of the label that joins them. */
  name: string;
  clusters: PlannedClusterPart[];
}

export interface PlannedWave {
  /** From 1. */
  index: number;
  name: string;
  /** The rule that made it. */
  rule: WaveRule;
  production: boolean;
  cells: PlannedCellPart[];
  concurrency: ResolvedShare;
  failureBudget: ResolvedShare;
  bakeSeconds: number;
  /** Once more after the nodes, where they follow the bake; else left out. */
  nodesBakeSeconds?: number;
}

/** What several rules would have taken; the first has it. */
export interface PlanOverlap {
  arn: string;
  taken: string;
  /** Rules after it that match it too. */
  also: string[];
}

export interface RolloutPlan {
  /** Of change, strategy, waves, cells, tracks: what approvals are bound to. */
  hash: string;
  waves: PlannedWave[];
  /** Of all waves together, where the strategy has one. */
  rolloutFailureBudget?: ResolvedShare;
  overlaps: PlanOverlap[];
  /** In no wave. */
  unassigned: Array<{ cluster: PlanningCluster; reason: string }>;
  skipped: SkippedCluster[];
  problems: PlanProblem[];
}
