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
  ClusterThing,
  CostEstimate,
  RequestApproval,
  RequestComment,
  RequestDecision,
  RequestEvent,
  RequestKind,
  RequestOperation,
  RequestProblem,
  RequestSource,
  RequestState,
  RequestThing,
  RequestVerdict,
  RequestWaiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ProposalRecord,
  ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { SeenPullRequest } from '../proposals/types';

/** Where something is, or is to be. */
export interface RequestPlace {
  environment: string;
  /** Left out where the environment decides on the clusters. */
  cluster?: ClusterThing;
}

/** What was asked for; it never changes. */
export interface RequestAsked extends RequestPlace {
  id: string;
  kind: RequestKind;
  operation: RequestOperation;
  thing: RequestThing;
  title: string;
  /** Entity reference of the group that it is for. */
  owner: string;
  requestedBy: string;
  /** ISO 8601. */
  requestedAt: string;
  reason: string;
  ticket?: string;
  /** Id of the scaffolder task that it came from. */
  task?: string;
  spec: JsonObject;
  /** Id of the fleet repository. */
  repository: string;
}

/** What people did with it. */
export interface RequestActs {
  decisions: RequestDecision[];
  comments: RequestComment[];
  /** What the last amendment made of it. */
  amended?: { spec: JsonObject; by: string; at: string };
  cancelled?: { by: string; at: string; comment?: string };
}

/** What it is let through by; made anew whenever something of it changes. */
export interface RequestAssessment {
  verdict: RequestVerdict;
  approval: RequestApproval;
  cost?: CostEstimate;
  /** Those that the environment came to, where it decides on the clusters. */
  clusters?: ClusterThing[];
  /** What Git said of the thing; left out for what was not there. */
  before?: JsonObject;
  /** What is proposed. */
  files: ProposedFile[];
  /** Of all that is decided about. */
  specHash: string;
}

/** When it came to a state, and when it went on. */
export interface RecordedStep {
  state: RequestState;
  at: string;
  until?: string;
  source: RequestSource;
  message?: string;
}

/** One of its pull requests. */
export interface RequestProposal {
  /** Each is a change of its own; from 1. */
  attempt: number;
  proposal?: ProposalRecord;
  pullRequest?: SeenPullRequest;
  problem?: string;
  /** Files that it changes. */
  files: ProposedFile[];
}

/** How far it is, by what the portal did and saw. */
export interface RequestProgress {
  assessment: RequestAssessment;
  steps: RecordedStep[];
  proposal?: RequestProposal;
  /** Of a deletion: the one that takes the files away. */
  removal?: RequestProposal;
  message?: string;
  problem?: string;
  waiting?: RequestWaiting;
  /** In which calls of the Git host are made before those of others. */
  queuedAt?: string;
  /** The Application of Argo CD, as it was last seen. */
  application?: { name: string; namespace?: string; url?: string };
  entityRef?: string;
}

export interface RequestRecord {
  state: RequestState;
  asked: RequestAsked;
  acts: RequestActs;
  progress: RequestProgress;
  /** When anything that people see changed last. ISO 8601. */
  updatedAt: string;
}

/** What happened to it. */
export type RequestEventRecord = RequestEvent;

/** What is wrong with each field of what somebody asks for. */
export class RequestRefusal extends Error {
  readonly problems: readonly RequestProblem[];

  constructor(problems: readonly RequestProblem[]) {
    super(
      problems
        .map(({ field, message }) => (field ? `${field}: ${message}` : message))
        .join('; '),
    );
    this.name = 'RequestRefusal';
    this.problems = problems;
  }
}

/** What is wanted now. */
export function specOf({ acts, asked }: RequestRecord): JsonObject {
  return acts.amended?.spec ?? asked.spec;
}
