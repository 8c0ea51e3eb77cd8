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

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  RequestKind,
  RequestOperation,
  RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  EksFleetRequestCondition,
  EksFleetRequestResource,
} from '../../permissions/requestResource';
import type { ClaimOptions } from '../../proposals/claimDue';
import type { Claim } from '../../proposals/types';
import type { Reservation } from '../preflight';
import type {
  RequestActs,
  RequestEventRecord,
  RequestProgress,
  RequestRecord,
} from '../types';

/** Which requests somebody may see or decide. */
export type RequestScope =
  | 'all'
  | 'none'
  | PermissionCriteria<EksFleetRequestCondition>;

/** A request that is ours to take further until the lease ends. */
export type RequestClaim = Claim<RequestRecord>;

/** What a request is to hold until it ends. */
export interface RequestClaims {
  /**
   * Names and the like that one request holds at a time, each in words of its
   * own, such as `name/…`.
   */
  exclusive: string[];
  /** What it comes to, as others are judged by it. */
  reservation: Omit<Reservation, 'requestId'>;
}

/** A request that is made, by what others hold at that moment. */
export interface NewRequest {
  record: RequestRecord;
  claims: RequestClaims;
  event: RequestEventRecord;
}

/** What is locked while something is given, by what is to be given. */
export interface ClaimLocks {
  /** Of a quota. */
  owners: string[];
  /** Whether addresses are given. */
  addresses: boolean;
}

/** What a person does with a request. */
export interface RequestAct {
  state?: RequestState;
  acts: RequestActs;
  progress?: RequestProgress;
  /** What it holds from now on, where that changes. */
  claims?: RequestClaims;
  events: RequestEventRecord[];
}

/** What a step has made of a request. */
export interface RequestOutcome {
  state: RequestState;
  progress: RequestProgress;
  claims?: RequestClaims;
  events: RequestEventRecord[];
}

export const REQUEST_FILTER_KEYS = [
  'state',
  'kind',
  'operation',
  'owner',
  'requestedBy',
  'environment',
  'cluster',
  'thing',
  'active',
] as const;

export type RequestFilterKey = (typeof REQUEST_FILTER_KEYS)[number];

export const REQUEST_ORDER_FIELDS = [
  'updated',
  'requested',
  'title',
  'owner',
  'state',
  'expires',
] as const;

export type RequestOrderField = (typeof REQUEST_ORDER_FIELDS)[number];

/** Which requests; each part that is given must hold. */
export interface RequestSelection {
  scope: RequestScope;
  /** Of several, one must hold. */
  filters?: Array<Map<RequestFilterKey, string[]>>;
  text?: string;
  /** Of one of these, or asked for by one of them; in lower case. */
  mine?: string[];
  /** What this user may decide, by the scope besides. */
  waitingFor?: { userRef: string; scope: RequestScope };
}

export interface RequestPlaceInList {
  offset: number;
  limit: number;
  order: { field: RequestOrderField; direction: 'asc' | 'desc' };
}

/** How long requests stayed in a state. */
export interface StateDuration {
  state: RequestState;
  /** The median. */
  seconds: number;
  requests: number;
}

/** Keeps requests, what they hold, and what happened to them. */
export interface RequestStore {
  /**
   * Makes a request by what others hold, so that nothing is given twice.
   *
   * @param submission - of who asks and their own key: the same one makes one request
   * @param make - called while nobody else is given anything of the same owner or pool
   * @throws ConflictError where another request for the thing is under way, or holds what this one claims; what `make` throws
   */
  add(
    locks: ClaimLocks,
    submission: string | undefined,
    make: (reservations: Reservation[]) => NewRequest,
  ): Promise<{ record: RequestRecord; isNew: boolean }>;
  /**
   * Does what a person does, against the request as it is at that moment, and
   * makes it due.
   *
   * @param locks - where `decide` gives it something else
   * @throws ConflictError, NotFoundError; what `decide` throws
   */
  act(
    id: string,
    decide: (record: RequestRecord, reservations: Reservation[]) => RequestAct,
    now: Date,
    locks?: ClaimLocks,
  ): Promise<RequestRecord>;
  get(id: string): Promise<RequestRecord | undefined>;
  /** The one that was made with that key of a submit. */
  bySubmission(key: string): Promise<RequestRecord | undefined>;
  /** The one for a thing that is under way. */
  activeOf(thingKey: string): Promise<RequestRecord | undefined>;
  events(id: string): Promise<RequestEventRecord[]>;
  list(
    selection: RequestSelection,
    place: RequestPlaceInList,
  ): Promise<RequestRecord[]>;
  count(selection: RequestSelection): Promise<number>;
  /** What permission rules see. */
  resources(ids: string[]): Promise<Map<string, EksFleetRequestResource>>;
  reservations(): Promise<Reservation[]>;
  /** Claims what is due; what another replica claims at the same moment is left to it. */
  claim(options: ClaimOptions): Promise<RequestClaim[]>;
  /** Claims one that was just made, so that who asked sees its first step. */
  claimOne(
    id: string,
    options: Omit<ClaimOptions, 'limit'>,
  ): Promise<RequestClaim | undefined>;
  /**
   * Records an outcome where the claim still holds.
   *
   * @param next - when to go on; `undefined` keeps the claim for another step
   * @returns the request as it is then, with what people did meanwhile;
   *   `undefined` where somebody else has it
   */
  record(
    claim: RequestClaim,
    outcome: RequestOutcome,
    next?: Date,
  ): Promise<RequestRecord | undefined>;
  /** Ids of those that people saw change since then. */
  changedSince(since: Date): Promise<string[]>;
  /** Makes all that is under way in Git due. */
  wake(now: Date): Promise<void>;
  /** When the first of those that wait is to be taken further. */
  nextDue(now: Date): Promise<Date | undefined>;
  /** How many wait to be proposed before this one, and it; `undefined` where it does not. */
  queuePosition(id: string): Promise<number | undefined>;
  /** By how many are under way, by state and what they wait for. */
  counts(): Promise<
    Array<{
      kind: RequestKind;
      state: RequestState;
      waiting: string;
      count: number;
    }>
  >;
  /** Of the last requests of the same kind and operation. */
  durations(
    kind: RequestKind,
    operation: RequestOperation,
  ): Promise<StateDuration[]>;
  /** Forgets what was over before then; what is under way is never touched. */
  prune(before: Date): Promise<void>;
}
