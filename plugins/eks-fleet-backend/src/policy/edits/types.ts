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
  PolicyChange,
  PolicyEditEffect,
  PolicyEditState,
  PolicyEngine,
  PolicySetting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ProposalRecord,
  ValueEdit,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { RecordedEvent, SeenPullRequest } from '../../proposals/types';

/** A layer's file, and what changes in it. */
export interface EditedFile {
  path: string;
  values: ValueEdit[];
}

/** What an edit does on one of the clusters that its layers reach. */
export interface ClusterEffect {
  effect: PolicyEditEffect;
  /** Of the policies that the chart makes there. */
  engine?: PolicyEngine;
  before?: PolicySetting;
  after?: PolicySetting;
  /** Paths of layers that have the last word. */
  overriddenBy?: string[];
  problem?: string;
}

export interface EditCluster extends ClusterEffect {
  arn: string;
  /** ISO 8601; a cluster that was made anew has no part in it. */
  createdAt: string;
  entityRef: string;
  /** When it was first seen there. ISO 8601. */
  inForceAt?: string;
  /** When Git was first seen to say something else again. ISO 8601. */
  supersededAt?: string;
  /** When the cluster was first seen to be gone. ISO 8601. */
  goneAt?: string;
}

/** What was asked for; it never changes. */
export interface EditAsked {
  id: string;
  /** Its name in the chart. */
  policy: string;
  change: PolicyChange;
  reason: string;
  ticket?: string;
  requestedBy: string;
  requestedAt: string;
  /** Id of the fleet repository. */
  repository: string;
  /** The commit that it was looked at on. */
  baseCommit: string;
  files: EditedFile[];
  diff: string;
  contentHash: string;
}

/** What people did with it. */
export interface EditActs {
  cancelled?: { by: string; at: string };
}

/** How far it is, by what the portal did and saw. */
export interface EditProgress {
  proposal?: ProposalRecord;
  pullRequest?: SeenPullRequest;
  message?: string;
  problem?: string;
  /** Nothing of a merged one is to be seen any more. */
  isFollowed?: boolean;
}

export interface EditRecord {
  state: PolicyEditState;
  asked: EditAsked;
  acts: EditActs;
  progress: EditProgress;
  clusters: EditCluster[];
}

export type EditEvent = RecordedEvent;

/** Whether nothing happens to it any more. */
export function isOver({
  progress,
  state,
}: Pick<EditRecord, 'progress' | 'state'>): boolean {
  return (
    ['inForce', 'superseded', 'closed', 'failed'].includes(state) ||
    progress.isFollowed === true
  );
}

/** Whether a cluster can show that it has what was asked for: modes are seen there, and nothing else. */
export function showsChange({
  after,
  before,
  effect,
}: Pick<EditCluster, 'after' | 'before' | 'effect'>): boolean {
  return effect === 'changes' && before?.mode !== after?.mode;
}
