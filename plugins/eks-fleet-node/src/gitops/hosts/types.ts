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

import type { MergeMethod } from '../config/types';
import type { HostClient } from './HostClient';

/** @public */
export type GitHostKind = 'github' | 'gitlab' | 'gitea';

/** @public */
export interface GitFile {
  path: string;
  text: string;
  /** Of the blob. */
  sha: string;
}

/**
 * A file as a commit is to have it; without `text` it is to be gone.
 *
 * @public
 */
export interface GitFileChange {
  path: string;
  text?: string;
  /** The blob that it is now; left out for files that are new. */
  replaces?: string;
}

/** @public */
export interface GitCommitRequest {
  /** New; without `refs/heads/`. */
  branch: string;
  /** Of the branch that it is for. */
  base: string;
  /** The commit that the new one follows. */
  parent: string;
  files: GitFileChange[];
  message: string;
}

/**
 * A commit that follows what a branch has.
 *
 * @public
 */
export interface GitBranchCommitRequest {
  /** That is there; without `refs/heads/`. */
  branch: string;
  /** The commit that it must be at. */
  expectedHead: string;
  files: GitFileChange[];
  message: string;
}

/**
 * A commit on a branch of its own, and the pull request that it is for.
 *
 * @public
 */
export interface GitNewPullRequest extends GitCommitRequest {
  title: string;
  body: string;
}

/** @public */
export interface GitCommit {
  sha: string;
  message: string;
  /** Name, as the commit has it. */
  author?: string;
}

/** @public */
export interface GitPullRequest {
  number: number;
  url: string;
  title: string;
  state: 'open' | 'merged' | 'closed';
  head: { branch: string; sha: string };
  base: { branch: string };
  /** Whether the head is a branch of the repository itself, not of a fork. */
  isOwnBranch: boolean;
  labels: string[];
  updatedAt: string;
  closedAt?: string;
  mergedAt?: string;
  mergeSha?: string;
  /** Logins. */
  openedBy?: string;
}

/**
 * What only a look at the one pull request tells.
 *
 * @public
 */
export interface GitPullRequestDetail extends GitPullRequest {
  /** Markdown, as the host keeps it. */
  body?: string;
  /** Login. */
  mergedBy?: string;
  /** `checks`: checks or reviews are outstanding. `unknown`: the host has yet to find out. */
  mergeability: 'ready' | 'conflict' | 'checks' | 'unknown';
  /** The host's own word for it. */
  hostState?: string;
}

/** @public */
export interface GitChangedFile {
  path: string;
  previousPath?: string;
  status: 'added' | 'modified' | 'removed' | 'renamed';
}

/**
 * What a pull request would change.
 *
 * @public
 */
export interface GitDiff {
  /** The commit that both sides have in common. */
  mergeBase: string;
  head: string;
  files: GitChangedFile[];
  /** Whether the host left files off. */
  isTruncated: boolean;
}

/** @public */
export interface GitCommitStatus {
  /** Such as `eks-fleet/gates`. */
  context: string;
  state: 'pending' | 'success' | 'failure';
  /** At most 140 characters are kept. */
  description: string;
  /** Where to read more. */
  url?: string;
}

/** @public */
export interface GitMergeRequest {
  expectedHead: string;
  method: MergeMethod;
  title?: string;
}

/**
 * One repository on a Git host. Each method makes one outward call, or several
 * of which only the last has an effect that anybody could see.
 *
 * All throw {@link GitFailure}.
 *
 * @public
 */
export interface GitRepository {
  readonly id: string;
  readonly kind: GitHostKind;
  /** @returns `undefined` where the commit has no such file */
  readFile(path: string, ref: string): Promise<GitFile | undefined>;
  /**
   * Paths that are other in one commit than in an earlier one, with one call;
   * left out by hosts that cannot tell.
   *
   * @returns `undefined` where the host shows not all of them, or the one does not follow the other
   */
  changedFiles?(
    from: string,
    to: string,
  ): Promise<ReadonlySet<string> | undefined>;
  /** @returns the head commit, `undefined` where there is no such branch */
  readBranch(name: string): Promise<{ sha: string } | undefined>;
  /** Makes a commit on a branch of its own; `conflict` where the branch is there already. */
  pushBranch(request: GitCommitRequest): Promise<{ sha: string }>;
  /**
   * Puts a commit on a branch that is there; `moved` where it is at another
   * commit. Hosts that cannot be told which commit it must be at are asked
   * right before.
   */
  extendBranch(request: GitBranchCommitRequest): Promise<{ sha: string }>;
  /**
   * The same, with the pull request of the branch, in one call: what is limited
   * is how often hosts are asked. Left out where a host cannot. A branch that is
   * at the parent is taken for one that was begun.
   *
   * @returns no pull request where the branch is made and that was refused
   */
  proposeBranch?(request: GitNewPullRequest): Promise<{
    sha: string;
    pullRequest?: { number: number; url: string };
  }>;
  /** @returns `undefined` where there is none */
  readCommit(sha: string): Promise<GitCommit | undefined>;
  deleteBranch(name: string, expectedHead: string): Promise<void>;
  /** The newest pull request of a branch of this repository against another. */
  findPullRequest(
    branch: string,
    base: string,
  ): Promise<GitPullRequest | undefined>;
  /**
   * Pull requests that changed since a time, the newest change first, with at
   * most two calls; none of the quota where nothing changed. `isComplete` is
   * false where there are more.
   */
  listPullRequests(options?: {
    updatedSince?: string;
  }): Promise<{ items: GitPullRequest[]; isComplete: boolean }>;
  getPullRequest(number: number): Promise<GitPullRequestDetail>;
  readDiff(number: number): Promise<GitDiff>;
  /** `conflict` where the branch has one already. */
  openPullRequest(request: {
    branch: string;
    base: string;
    title: string;
    body: string;
  }): Promise<GitPullRequest>;
  /** Gives an open one another title and text. */
  editPullRequest(
    number: number,
    change: { title: string; body: string },
  ): Promise<void>;
  addLabels(number: number, labels: string[]): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  setStatus(sha: string, status: GitCommitStatus): Promise<void>;
  /**
   * Merges where the host itself says that it may be, never with rights that go
   * past its rules. `moved` where the head is another one, `notReady` where
   * checks are outstanding, `conflict` where it does not merge.
   */
  mergePullRequest(
    number: number,
    request: GitMergeRequest,
  ): Promise<{ sha: string }>;
  closePullRequest(number: number): Promise<void>;
}

/** What a repository on any host is made from. */
export interface GitRepositoryOptions {
  id: string;
  client: HostClient;
  /** Such as `acme/fleet`. */
  path: string;
  /** Who asks; each that asks is served in turn. */
  asks: string;
}

/**
 * How a Git host does, for metrics and Sources.
 *
 * @public
 */
export interface GitHostState {
  host: string;
  kind: GitHostKind;
  /** Calls that wait for their turn. */
  queued: number;
  inFlight: number;
  /** Of the quota, as far as the host tells. */
  limit?: number;
  remaining?: number;
  /** ISO 8601. */
  resetsAt?: string;
  /** Until when it is left alone because it asked for that. ISO 8601. */
  pausedUntil?: string;
  lastSuccessAt?: string;
  lastFailure?: { at: string; reason: string; message: string };
}
