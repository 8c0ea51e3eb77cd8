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
  ReadinessFinding,
  ReadinessInput,
  ReadinessVerdict,
  UpgradeStep,
  Waiver,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AddonVersions, ClusterObservations } from '../collection/types';
import type { VersionDates } from '../versions/SupportCalendar';
import type { CompatibilityTable } from './compatibility';
import type { UpgradeSafety } from './upgradeSafety';

/** What a verdict needs, and how strict it is. */
export interface ReadinessSettings {
  /** Kinds of observations without which nothing is ready. */
  required: readonly string[];
  /** What a drain that would hang means. */
  drain: 'blocking' | 'warning';
  /** How old EKS's own refresh of an insight may be. */
  insightsFreshForHours: number;
  /** How old the list of an add-on's versions may be. */
  addonVersionsFreshForHours: number;
}

/** A cluster as the catalog tells it; what is not known is left out. */
export interface ClusterFacts {
  arn: string;
  entityRef: string;
  name: string;
  partition: string;
  accountId: string;
  region: string;
  /** Entity reference. */
  owner?: string;
  version?: string;
  status?: string;
  createdAt?: string;
}

/** What EKS said of the add-ons of one Kubernetes version. */
export interface ListedAddons {
  observedAt: string;
  addons: AddonVersions;
}

/** All that a verdict depends on. */
export interface AssessmentInput {
  cluster: ClusterFacts;
  observations: ClusterObservations;
  /** The minor version to move to. */
  target: string;
  /** What the calendar of the cluster's partition knows, oldest first. */
  versions: VersionDates[];
  /** By Kubernetes version: the cluster's own and each on the way. */
  addonVersions: ReadonlyMap<string, ListedAddons>;
  compatibility: CompatibilityTable;
  /** Left out where the fleet has no policies on it. */
  upgradeSafety?: UpgradeSafety;
  /** Those that hold now. */
  waivers: Waiver[];
  settings: ReadinessSettings;
  now: Date;
}

/** A finding, with a name for its cause. */
export interface Finding extends ReadinessFinding {
  /** The cause in a few words, the same on every cluster it hits. */
  title: string;
}

/** The verdict on moving one cluster to one version. */
export interface Assessment {
  target: string;
  verdict: ReadinessVerdict;
  /** Versions of the control plane on the way, the target last. */
  hops: string[];
  steps: UpgradeStep[];
  /** The gravest first. */
  findings: Finding[];
  inputs: ReadinessInput[];
  assessedAt: string;
}
