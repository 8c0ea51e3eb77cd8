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

import type {
  PolicyEditCounts,
  PolicyEditState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterScope } from '../../../inventory/types';
import type { ClaimOptions } from '../../../proposals/claimDue';
import type { Claim } from '../../../proposals/types';
import type {
  EditActs,
  EditCluster,
  EditEvent,
  EditProgress,
  EditRecord,
} from '../types';

/** An edit that is ours to take further until the lease ends. */
export type EditClaim = Claim<EditRecord>;

/** What a step has made of an edit. */
export interface EditOutcome {
  state: EditRecord['state'];
  progress: EditProgress;
  clusters: EditCluster[];
  events: EditEvent[];
}

/** What a person does with an edit. */
export interface EditAct {
  acts: EditActs;
  progress?: EditProgress;
  event: EditEvent;
}

export interface EditSelection {
  /** Only what reaches a cluster in it. */
  scope: ClusterScope;
  states?: PolicyEditState[];
  /** Its name in the chart. */
  policy?: string;
  arn?: string;
  limit: number;
  offset: number;
}

/** How many clusters of an edit are within a scope, by what it does there. */
export type EditReach = PolicyEditCounts & { inForce: number };

/** Keeps edits of policies. */
export interface EditStore {
  /** @throws ConflictError where another of the same policy is open in one of its files */
  add(record: EditRecord, event: EditEvent): Promise<void>;
  get(id: string): Promise<EditRecord | undefined>;
  events(id: string): Promise<EditEvent[]>;
  /** The newest first, without their clusters. */
  list(
    selection: EditSelection,
  ): Promise<{ records: EditRecord[]; total: number }>;
  /** By the edit's id. */
  reach(ids: string[], scope: ClusterScope): Promise<Map<string, EditReach>>;
  /**
   * Does what a person does, against the edit as it is at that moment, and
   * makes it due.
   */
  act(
    id: string,
    decide: (record: EditRecord) => EditAct,
    now: Date,
  ): Promise<void>;
  /** Claims what is due; what another replica claims at the same moment is left to it. */
  claim(options: ClaimOptions): Promise<EditClaim[]>;
  /**
   * Records an outcome where the claim still holds.
   *
   * @param next - when to go on; `undefined` keeps the claim for another step
   * @returns the edit as it is then, with what people did meanwhile;
   *   `undefined` where somebody else has it
   */
  record(
    claim: EditClaim,
    outcome: EditOutcome,
    next?: Date,
  ): Promise<EditRecord | undefined>;
  /** Makes all that is under way due. */
  wake(now: Date): Promise<void>;
  /** Forgets what was over before then; what is under way is never touched. */
  prune(before: Date): Promise<void>;
}
