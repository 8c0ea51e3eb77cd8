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

/**
 * What becomes of a request before anybody proposes a change: it may go on, a
 * person has to agree first, or it may not be at all.
 *
 * @public
 */
export type RequestOutcome = 'allow' | 'needsApproval' | 'deny';

/**
 * Whether somebody may have what they ask for, and why.
 *
 * @public
 */
export interface RequestVerdict {
  /** The strictest of the reasons; `allow` where none is stricter than a note. */
  outcome: RequestOutcome;
  /** Denials first, then what needs approval, then notes. */
  reasons: VerdictReason[];
}

/**
 * One thing that speaks for or against a request.
 *
 * @public
 */
export interface VerdictReason {
  /** Such as `quotaExceeded`; stable, for those who test it. */
  code: string;
  outcome: 'needsApproval' | 'deny' | 'note';
  /** Path in the spec, such as `compute.nodeGroups[0].maxSize`. */
  field?: string;
  /** A sentence that says what is wrong and what would be right. */
  message: string;
  /** The numbers of a limit that is reached. */
  limit?: VerdictLimit;
}

/**
 * What of a limit is used, asked for and left.
 *
 * @public
 */
export interface VerdictLimit {
  resource: QuotaResource;
  limit: number;
  /** By all that the owner has or is promised, this thing as it is now among it. */
  used: number;
  /** How much more the request takes. */
  asked: number;
  /** Before the request; below zero where the limit was lowered below use. */
  left: number;
}

/**
 * What owners have quotas of: counts, cores, GiB, and US dollars a month.
 *
 * @public
 */
export type QuotaResource =
  | 'clusters'
  | 'namespaces'
  | 'vcpu'
  | 'memoryGib'
  | 'storageGib'
  | 'monthlyCost';

/**
 * One quota of an owner, as it stands.
 *
 * @public
 */
export interface QuotaUse {
  resource: QuotaResource;
  /** Left out where there is none. */
  limit?: number;
  /** What is there. */
  used: number;
  /** What requests that are under way add to that. */
  reserved: number;
  /** Left out where there is no limit; below zero where it was lowered below use. */
  left?: number;
  /**
   * How many of the owner's clusters and namespaces nobody knows this of; they
   * are not in `used`.
   */
  unknown: number;
}

/**
 * US dollars a month: with the least that can run, with what is meant to run,
 * and with the most.
 *
 * @public
 */
export interface CostRange {
  minimum: number;
  expected: number;
  maximum: number;
}

/**
 * A part of what something costs.
 *
 * @public
 */
export interface CostPart {
  kind:
    | 'controlPlane'
    | 'extendedSupport'
    | 'nodeGroup'
    | 'autoMode'
    | 'autoModeSurcharge'
    | 'volumes'
    | 'natGateways'
    | 'loadBalancers'
    | 'namespaceShare'
    | 'namespaceStorage';
  /** Of the node group, where it is one. */
  name?: string;
  /** What is there costs; nothing where it is not. */
  before: CostRange;
  after: CostRange;
  /** How the figure after comes about. */
  detail: string;
}

/**
 * Something whose price is not known. It is in no sum.
 *
 * @public
 */
export interface UnknownPrice {
  /** Of what, such as `2 to 6 nodes of x2idn.16xlarge`. */
  name: string;
  /** What would make it known. */
  missing: string;
  /** Path in the spec. */
  field?: string;
  /** Whether it is there already, as it is. */
  unchanged: boolean;
}

/**
 * What something costs before and after a request, a month of 730 hours.
 *
 * @public
 */
export interface CostEstimate {
  /** Such as `USD`. */
  currency: string;
  before: CostRange;
  after: CostRange;
  parts: CostPart[];
  /** What the sums do not hold: with one of them, they say "at least". */
  unknown: UnknownPrice[];
  /** What was taken to be so, in sentences. */
  assumptions: string[];
}

/**
 * A cluster that a namespace could be placed on, or cannot.
 *
 * @public
 */
export interface PlacementChoice {
  /** `cluster/<account>/<region>/<name>`. */
  clusterKey: string;
  accountId: string;
  region: string;
  name: string;
  environment: string;
  /** From 1; the best first. Left out where it does not fit. */
  rank?: number;
  /** What speaks for it and against it; a `deny` where it does not fit. */
  reasons: PlacementReason[];
}

/** @public */
export interface PlacementReason {
  code: string;
  weight: 'for' | 'against' | 'unknown' | 'deny';
  message: string;
}
