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

import type { GitCommitStatus } from '../hosts/types';
import type { EntryEdit, FieldEdit, ValueEdit } from '../edits/types';

/**
 * One file of a proposal: fields that change, entries or values that come, change
 * or go (with the file, where it is not there), a file that is new, one that is
 * to have a text whether it is there or not, or one that goes.
 *
 * @public
 */
export type ProposedFile =
  | { path: string; edits: FieldEdit[] }
  | { path: string; entries: EntryEdit[] }
  | { path: string; values: ValueEdit[] }
  | { path: string; create: string }
  | { path: string; write: string }
  | { path: string; remove: true };

/**
 * A change that is proposed as one pull request.
 *
 * @public
 */
export interface ProposedChange {
  /** The same whenever the same change is meant, and never for another one. */
  key: string;
  /** What it is about, such as a cluster's ARN and a track: two open proposals with one subject are in each other's way. */
  subject: string;
  /** The branch that it is against. */
  base: string;
  files: ProposedFile[];
  title: string;
  /** Markdown; whoever writes it escapes what is not theirs. */
  body: string;
  labels?: string[];
  /**
   * Said to be well on the proposed commit and on no other, so that a branch
   * whose protection asks for it lets the change in.
   */
  status?: Pick<GitCommitStatus, 'context' | 'description' | 'url'>;
  /** Entity reference of who asked for it. */
  actor?: string;
}

/**
 * How far a proposal is: plain JSON, to be written down after each step.
 *
 * @public
 */
export interface ProposalRecord {
  branch: string;
  /** An effect that was about to be made; where it stays, its answer was not recorded. */
  attempting?: ProposalEffect;
  /** Whether a pull request was looked for, and there was none. */
  hasNoPullRequest?: boolean;
  /** The commit on which all edits were found to fit. */
  baseSha?: string;
  /** The head commit of the branch. */
  headSha?: string;
  pullRequest?: ProposedPullRequest;
  hasLabels?: boolean;
  hasStatus?: boolean;
}

/** @public */
export interface ProposedPullRequest {
  number: number;
  url: string;
  state: 'open' | 'merged' | 'closed';
  /** The head commit, as it was last seen. */
  headSha: string;
}

/** @public */
export type ProposalLook = 'findPullRequest' | 'readBranch' | 'readBase';

/** @public */
export type ProposalEffect =
  | 'pushBranch'
  | 'openPullRequest'
  | 'setStatus'
  | 'addLabels';

/**
 * What to do next with a proposal: look, act, or nothing because it is made.
 *
 * @public
 */
export type ProposalStep =
  | { kind: 'look'; call: ProposalLook }
  | { kind: 'act'; call: ProposalEffect }
  | { kind: 'made'; pullRequest: ProposedPullRequest };
