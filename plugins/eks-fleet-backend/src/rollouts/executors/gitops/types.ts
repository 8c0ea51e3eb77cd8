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

import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ClusterFile,
  DiffVerdict,
  EditRefusalReason,
  FieldEdit,
  GitCommitStatus,
  GitFailureReason,
  GitPullRequest,
  GitPullRequestDetail,
  ProposalEffect,
  ProposalRecord,
  ProposedChange,
  Provisioner,
  ProvisionerAbility,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ArgocdLook } from '../../../argocd/types';

/** The calls of this executor; all but the last could be seen by somebody. */
export type GitopsCall =
  | ProposalEffect
  | 'setStatus'
  | 'mergePullRequest'
  | 'joinPullRequest';

/** What is remembered of a hop and attempt; plain JSON. Times are ISO 8601. */
export interface GitopsMemory {
  /** What was found to be changed in the file. */
  edits?: FieldEdit[];
  proposal?: ProposalRecord;
  /** Where others are proposed with it: which they were. */
  members?: string;
  /** Whether it is the one of them that proposes, tells and merges. */
  leads?: boolean;
  /** The head commit that was found to be the proposed change. */
  agreedHead?: string;
  /** As it was last set. */
  status?: {
    sha: string;
    state: GitCommitStatus['state'];
    /** Why the host did not take it. */
    refused?: string;
  };
  merged?: { at: string; by?: string; sha?: string };
  /** Since when Git is known to want it although nothing was proposed. */
  wantedSince?: string;
  /** When EKS was last seen at work on it. */
  changingAt?: string;
  /** A call that the host answered with a no. */
  refusal?: {
    call: GitopsCall;
    reason: GitFailureReason;
    message: string;
    until: string;
  };
}

/** Where a cluster is described, and what its provisioner can do. */
export interface Place {
  file: ClusterFile;
  provisioner: Provisioner;
  ability: ProvisionerAbility;
}

/** How the part that a hop is about is in EKS. */
export type PartLook =
  | {
      kind: 'seen';
      /** What it runs, in the words of the hop: a version, or a release of an image. */
      now: string;
      isChanging: boolean;
      /** An update that failed since the change was merged. */
      failed?: { code: string; message: string; resourceIds: string[] };
    }
  | { kind: 'gone' }
  /** The cluster is there, and the part is not. */
  | { kind: 'missing' }
  | { kind: 'unseen'; error?: ObservationError };

/** How a hop stands in Git. */
export type GitLook =
  /** Nothing is asked of Git any more. */
  | { kind: 'settled' }
  | { kind: 'failed'; failure: SeenFailure }
  | { kind: 'refused'; reason: EditRefusalReason; message: string }
  /** The file says so already. */
  | { kind: 'wanted' }
  | (Proposal & { kind: 'proposing'; call: ProposalEffect })
  /** Others of those that are proposed with it come first; why, in one sentence. */
  | { kind: 'held'; message: string }
  /** One of them has proposed it. */
  | (Proposal & { kind: 'joining' })
  | (Proposal & {
      kind: 'pullRequest';
      detail: GitPullRequestDetail;
      /** Where it was held against what was proposed. */
      verdict?: DiffVerdict;
      /** Why it does not fit its base any more; only where that is so. */
      changedBase?: string;
      /** Whether some of those that it moves are not to be moved with it any more. */
      hasDeparted?: boolean;
    });

/** How a hop stands whose pull request is made. */
export type PullRequestLook = Extract<GitLook, { kind: 'pullRequest' }>;

export interface Proposal {
  change: ProposedChange;
  edits: FieldEdit[];
  record: ProposalRecord;
  /** Which hops it holds, where it holds several; the same as long as these do. */
  members?: string;
  /** Other pull requests on the same part of the same cluster. */
  rivals: Array<{ pullRequest: GitPullRequest; installationId: string }>;
}

export interface SeenFailure {
  reason: GitFailureReason;
  message: string;
  retryAfterSeconds?: number;
}

/** All that is looked at before the next step of a hop is decided. */
export type GitopsObserved =
  | { notLocated: string }
  | {
      place: Place;
      part: PartLook;
      git: GitLook;
      /** Left out where nothing is merged yet, or no Argo CD is configured. */
      argocd?: ArgocdLook;
    };
