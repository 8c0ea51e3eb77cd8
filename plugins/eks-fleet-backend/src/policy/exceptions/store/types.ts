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

import type { ExceptionRequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../../inventory/types';
import type { ClaimOptions } from '../../../proposals/claimDue';
import type { Claim } from '../../../proposals/types';
import type {
  ExceptionActs,
  ExceptionCluster,
  ExceptionEventRecord,
  ExceptionProgress,
  ExceptionRecord,
} from '../types';

/** A request that is ours to take further until the lease ends. */
export type ExceptionClaim = Claim<ExceptionRecord>;

/** What a step has made of a request. */
export interface ExceptionOutcome {
  state: ExceptionRecord['state'];
  progress: ExceptionProgress;
  clusters: ExceptionCluster[];
  events: ExceptionEventRecord[];
}

/** What a person does with a request. */
export interface ExceptionAct {
  state: ExceptionRequestState;
  acts: ExceptionActs;
  progress?: ExceptionProgress;
  event: ExceptionEventRecord;
}

export interface ExceptionSelection {
  /** Only what has a cluster in it. */
  scope: ClusterScope;
  states?: ExceptionRequestState[];
  arn?: string;
  requestedBy?: string;
  limit: number;
}

/** Keeps requests for exceptions. */
export interface ExceptionStore {
  /** @throws ConflictError where one is there already for the same policy, scope and cluster */
  add(record: ExceptionRecord, event: ExceptionEventRecord): Promise<void>;
  get(id: string): Promise<ExceptionRecord | undefined>;
  events(id: string): Promise<ExceptionEventRecord[]>;
  /** The newest first. */
  list(selection: ExceptionSelection): Promise<ExceptionRecord[]>;
  /**
   * Does what a person does, against the request as it is at that moment, and
   * makes it due.
   *
   * @returns the request as it is then; `undefined` where there is none
   */
  act(
    id: string,
    decide: (record: ExceptionRecord) => ExceptionAct,
    now: Date,
  ): Promise<ExceptionRecord | undefined>;
  /** Claims what is due; what another replica claims at the same moment is left to it. */
  claim(options: ClaimOptions): Promise<ExceptionClaim[]>;
  /**
   * Records an outcome where the claim still holds.
   *
   * @param next - when to go on; `undefined` keeps the claim for another step
   * @returns the request as it is then, with what people did meanwhile;
   *   `undefined` where somebody else has it
   */
  record(
    claim: ExceptionClaim,
    outcome: ExceptionOutcome,
    next?: Date,
  ): Promise<ExceptionRecord | undefined>;
  /** Makes all that is under way due. */
  wake(now: Date): Promise<void>;
}
