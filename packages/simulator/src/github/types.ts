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

import type { ImportedCommit } from './git/fastImport';

/**
 * @public
 */
export interface GithubUserSpec {
  login: string;
  /** The login by default. */
  name?: string;
  /** `User` by default. */
  type?: 'User' | 'Bot' | 'Organization';
}

/** What a token may do with one kind of thing. */
export type AccessLevel = 'read' | 'write';

/** Kinds of things, as fine-grained tokens and apps name them. */
export type Permission =
  | 'administration'
  | 'contents'
  | 'issues'
  | 'metadata'
  | 'pull_requests'
  | 'statuses'
  | 'webhooks';

export type Permissions = Partial<Record<Permission, AccessLevel>>;

/**
 * A fine-grained personal access token.
 *
 * @public
 */
export interface GithubTokenSpec {
  token: string;
  login: string;
  /** By permission (`contents`, `pull_requests`, `statuses`, …) `read` or `write`; everything by default. */
  permissions?: { [permission: string]: 'read' | 'write' };
  /** Names of repositories; all of its owner's by default. */
  repositories?: string[];
}

/**
 * What must be so before a branch moves.
 *
 * @public
 */
export interface BranchProtection {
  /** Contexts of commit statuses that must be `success` on the head commit. */
  requiredStatusChecks?: string[];
  /** Whether the head must have all of the base branch. */
  strict?: boolean;
  requiredApprovingReviews?: number;
  dismissStaleReviews?: boolean;
  /** Whether administrators are held to it too; `true` by default. */
  enforceAdmins?: boolean;
}

/**
 * @public
 */
export interface GithubRepositorySpec {
  owner: string;
  name: string;
  description?: string;
  /** `main` by default. */
  defaultBranch?: string;
  /** Path and content of what is in the first commit. */
  files: Record<string, string>;
  /** By branch. */
  protections?: Record<string, BranchProtection>;
  /** What people may do beside reading; `write` for everybody by default. */
  collaborators?: Record<string, 'read' | 'write' | 'admin'>;
  /** Ways to merge that are allowed; all by default. */
  mergeMethods?: MergeMethod[];
  deleteBranchOnMerge?: boolean;
}

/**
 * A Git host, as plain data.
 *
 * @public
 */
export interface GithubSpec {
  users: GithubUserSpec[];
  tokens: GithubTokenSpec[];
  repositories: GithubRepositorySpec[];
  /** An app that is installed in every organization. */
  app?: { id: number; slug: string; permissions?: Record<string, string> };
}

export interface GithubUser {
  id: number;
  login: string;
  name: string;
  type: 'User' | 'Bot' | 'Organization';
}

export type { ImportedCommit };

/**
 * @public
 */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/**
 * @public
 */
export type ReviewState =
  | 'APPROVED'
  | 'CHANGES_REQUESTED'
  | 'COMMENTED'
  | 'DISMISSED';

/**
 * @public
 */
export interface Review {
  id: number;
  user: string;
  body: string;
  state: ReviewState;
  commitSha: string;
  submittedAt: Date;
}

/**
 * @public
 */
export interface PullRequestComment {
  id: number;
  user: string;
  body: string;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * @public
 */
export interface PullRequest {
  id: number;
  number: number;
  title: string;
  body: string | undefined;
  /** Login of who opened it. */
  user: string;
  state: 'open' | 'closed';
  draft: boolean;
  head: { ref: string; sha: string };
  base: { ref: string; sha: string };
  createdAt: Date;
  updatedAt: Date;
  closedAt?: Date;
  closedBy?: string;
  mergedAt?: Date;
  mergedBy?: string;
  mergeCommitSha?: string;
  labels: string[];
  assignees: string[];
  requestedReviewers: string[];
  requestedTeams: string[];
  reviews: Review[];
  comments: PullRequestComment[];
}

/**
 * @public
 */
export type StatusState = 'error' | 'failure' | 'pending' | 'success';

/**
 * @public
 */
export interface CommitStatus {
  id: number;
  state: StatusState;
  context: string;
  description?: string;
  targetUrl?: string;
  creator: string;
  createdAt: Date;
}

/** What happened in a repository, for those who follow it. */
export type GithubEvent =
  | {
      name: 'push';
      actor: string;
      ref: string;
      before: string | undefined;
      after: string | undefined;
      forced: boolean;
    }
  | {
      name: 'pull_request';
      action:
        | 'opened'
        | 'closed'
        | 'edited'
        | 'labeled'
        | 'reopened'
        | 'synchronize';
      actor: string;
      pull: PullRequest;
      before?: string;
    }
  | {
      name: 'pull_request_review';
      action: 'submitted' | 'dismissed';
      actor: string;
      pull: PullRequest;
      review: Review;
    }
  | {
      name: 'issue_comment';
      action: 'created';
      actor: string;
      pull: PullRequest;
      comment: PullRequestComment;
    }
  | { name: 'status'; actor: string; sha: string; status: CommitStatus };
