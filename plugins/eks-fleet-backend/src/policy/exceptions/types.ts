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

import type { JsonObject } from '@backstage/types';
import type {
  ExceptionApproval,
  ExceptionRendering,
  ExceptionRequestState,
  PolicyEngine,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ProposalRecord } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { RecordedEvent, SeenPullRequest } from '../../proposals/types';

/** The policy that an exception is from. */
export interface ExceptedPolicy {
  id: string;
  engine: PolicyEngine;
  kind: string;
  namespace?: string;
  name: string;
  /** Left out for all of its rules. */
  rule?: string;
}

/** What an exception covers on each of its clusters. */
export type CoveredScope =
  | {
      kind: 'resource';
      /** Empty for what is in none. */
      namespace: string;
      resource: { kind: string; name: string };
    }
  | { kind: 'namespace'; namespace: string };

/** What an exception says, wherever it is written. */
export interface ExceptionContent {
  id: string;
  name: string;
  policy: ExceptedPolicy;
  scope: CoveredScope;
  reason: string;
  ticket?: string;
  requestedBy: string;
  /** Left out as long as nobody has agreed, and where the merge is the agreement. */
  approvedBy?: string;
  /** ISO 8601, whole seconds, UTC. */
  expiresAt: string;
}

/** A file of its own, or an entry of a cluster's values. */
export type RenderedFile = { path: string; arn: string } & (
  | { create: string }
  | { pointer: string; add: JsonObject }
);

export interface ExceptionCluster {
  arn: string;
  /** ISO 8601; a cluster that was made anew has no part in it. */
  createdAt: string;
  entityRef: string;
  /** When it was first seen there. ISO 8601. */
  inForceAt?: string;
  /** When it was first seen to be gone. ISO 8601. */
  goneAt?: string;
}

/** What was asked for; it never changes. */
export interface ExceptionAsked extends Omit<ExceptionContent, 'approvedBy'> {
  finding?: string;
  rendering: ExceptionRendering;
  requestedAt: string;
  approval: ExceptionApproval;
  /** Id of the fleet repository. */
  repository: string;
  /** As they were looked at, by nobody approved. */
  files: RenderedFile[];
  contentHash: string;
}

/** What people did with it. */
export interface ExceptionActs {
  decision?: {
    verdict: 'approve' | 'reject';
    by: string;
    at: string;
    comment?: string;
  };
  cancelled?: { by: string; at: string };
  endedEarly?: { by: string; at: string };
  /** When somebody last asked to have its removal proposed again. */
  removeAgainAt?: string;
}

/** How far its removal is. */
export interface ExceptionRemoval {
  attempt: number;
  plannedAt: string;
  /** Files that still are as they were merged. */
  files: RenderedFile[];
  /** Paths that somebody changed since. */
  left: string[];
  proposal?: ProposalRecord;
  pullRequest?: SeenPullRequest;
}

/** How far it is, by what the portal did and saw. */
export interface ExceptionProgress {
  /** What is proposed: as asked, with who agreed. */
  files?: RenderedFile[];
  proposal?: ProposalRecord;
  pullRequest?: SeenPullRequest;
  removal?: ExceptionRemoval;
  message?: string;
  problem?: string;
}

export interface ExceptionRecord {
  state: ExceptionRequestState;
  asked: ExceptionAsked;
  acts: ExceptionActs;
  progress: ExceptionProgress;
  clusters: ExceptionCluster[];
}

export type ExceptionEventRecord = RecordedEvent;

export const OVER: readonly ExceptionRequestState[] = [
  'removed',
  'rejected',
  'closed',
  'cancelled',
  'failed',
];

/** Whether nothing happens to it any more. */
export function isOver(state: ExceptionRequestState): boolean {
  return OVER.includes(state);
}
