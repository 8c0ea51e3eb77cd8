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

import { buildSchema } from 'graphql';

/** As much of GitHub's schema as those who propose changes ask for. */
export const SCHEMA = buildSchema(`
  scalar URI
  scalar GitObjectID
  scalar Base64String
  scalar DateTime

  enum PullRequestState { OPEN CLOSED MERGED }
  enum MergeableState { MERGEABLE CONFLICTING UNKNOWN }
  enum StatusState { ERROR FAILURE PENDING SUCCESS EXPECTED }
  enum PullRequestReviewDecision { APPROVED CHANGES_REQUESTED REVIEW_REQUIRED }

  type Query {
    repository(owner: String!, name: String!): Repository
    viewer: User!
    rateLimit: RateLimit
  }

  type RateLimit { limit: Int! cost: Int! remaining: Int! used: Int! resetAt: DateTime! }
  type User { login: String! name: String }
  type Actor { login: String! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }

  type Repository {
    id: ID!
    name: String!
    nameWithOwner: String!
    url: URI!
    defaultBranchRef: Ref
    ref(qualifiedName: String!): Ref
    pullRequest(number: Int!): PullRequest
    pullRequests(
      first: Int, after: String, states: [PullRequestState!],
      headRefName: String, baseRefName: String
    ): PullRequestConnection!
  }

  type Ref {
    id: ID!
    name: String!
    prefix: String!
    target: Commit
    associatedPullRequests(first: Int, states: [PullRequestState!]): PullRequestConnection!
  }

  type Commit {
    id: ID!
    oid: GitObjectID!
    url: URI!
    message: String!
    committedDate: DateTime!
    status: Status
  }

  type Status { state: StatusState! contexts: [StatusContext!]! }
  type StatusContext { context: String! state: StatusState! description: String targetUrl: URI }

  type PullRequestConnection {
    totalCount: Int!
    edges: [PullRequestEdge]
    nodes: [PullRequest]
    pageInfo: PageInfo!
  }
  type PullRequestEdge { cursor: String! node: PullRequest }

  type PullRequest {
    id: ID!
    number: Int!
    title: String!
    body: String!
    url: URI!
    state: PullRequestState!
    isDraft: Boolean!
    merged: Boolean!
    mergedAt: DateTime
    mergedBy: Actor
    closedAt: DateTime
    createdAt: DateTime!
    updatedAt: DateTime!
    author: Actor
    headRefName: String!
    headRefOid: GitObjectID!
    baseRefName: String!
    baseRefOid: GitObjectID!
    mergeable: MergeableState!
    mergeCommit: Commit
    reviewDecision: PullRequestReviewDecision
  }

  type Mutation {
    createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload
    createPullRequest(input: CreatePullRequestInput!): CreatePullRequestPayload
    createRef(input: CreateRefInput!): CreateRefPayload
  }

  input CreatePullRequestInput {
    clientMutationId: String
    repositoryId: ID!
    baseRefName: String!
    headRefName: String!
    title: String!
    body: String
    draft: Boolean
  }
  type CreatePullRequestPayload {
    clientMutationId: String
    pullRequest: PullRequest
  }

  input CreateRefInput {
    clientMutationId: String
    repositoryId: ID!
    name: String!
    oid: GitObjectID!
  }
  type CreateRefPayload {
    clientMutationId: String
    ref: Ref
  }

  input CreateCommitOnBranchInput {
    clientMutationId: String
    branch: CommittableBranch!
    message: CommitMessage!
    fileChanges: FileChanges
    expectedHeadOid: GitObjectID!
  }
  input CommittableBranch { id: ID repositoryNameWithOwner: String branchName: String }
  input CommitMessage { headline: String! body: String }
  input FileChanges { additions: [FileAddition!] deletions: [FileDeletion!] }
  input FileAddition { path: String! contents: Base64String! }
  input FileDeletion { path: String! }
  type CreateCommitOnBranchPayload {
    clientMutationId: String
    commit: Commit
    ref: Ref
  }
`);
