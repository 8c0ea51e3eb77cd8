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

import type { ClusterIdentity } from './store/types';

/** The category of policies that say what an upgrade would break. */
export const UPGRADE_SAFETY = 'upgrade-safety';

/** A policy, as far as a verdict names it. */
export interface SafetyPolicy {
  /** 16 hex digits. */
  id: string;
  name: string;
  title: string;
  remediation: string;
}

/** One resource that a policy on the safety of upgrades finds fault with. */
export interface PolicyFailure {
  policy: SafetyPolicy;
  /** What is exempt is none. */
  result: 'fail' | 'warn' | 'error';
  apiVersion: string;
  kind: string;
  /** Empty for what is in none. */
  namespace: string;
  name: string;
  message: string;
  /** Entity reference; empty where the cluster's owner is. */
  owner: string;
  /** The source that told it. */
  feed: string;
}

/** How one source last saw one of these policies. */
export interface SafetyCell {
  policy: SafetyPolicy;
  feed: string;
  /** When its source was last read whole. ISO 8601. */
  observedAt: string;
  freshUntil: string;
  /** When the engine last looked, where that is long before. ISO 8601. */
  evaluatedAt?: string;
  /** Left out where the engine does not say. */
  ready?: boolean;
  /** Whether anything says that it was evaluated at all. */
  hasResults: boolean;
  /** How many more resources fail than the engine lists. */
  notListed: number;
}

/** What is known of policies on the safety of upgrades on one cluster. */
export interface UpgradeSafety {
  cells: SafetyCell[];
  /** The first of them where there are very many. */
  failures: PolicyFailure[];
}

/** Reads what policies on the safety of upgrades find. */
export interface UpgradeSafetyReader {
  /** By ARN, of each cluster; of none where the whole fleet has no such policy. */
  ofMany(clusters: ClusterIdentity[]): Promise<Map<string, UpgradeSafety>>;
}
