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
  GateDecision,
  Waiting,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

export interface GateRecord {
  id: string;
  wave: number;
  /** In its wave, from 1. */
  place: number;
  phase: 'before' | 'after';
  type: string;
  title: string;
  /** `with` of the strategy. */
  asked: JsonObject;
  state: 'notStarted' | 'shut' | 'open' | 'unknown' | 'rejected' | 'expired';
  waiting?: Waiting;
  evidence?: JsonObject;
  /** When it was first looked at. */
  since?: string;
  checkedAt?: string;
  openedAt?: string;
  decisions: DecisionRecord[];
}

export interface DecisionRecord {
  by: string;
  decision: GateDecision['decision'];
  comment: string;
  at: string;
  planHash: string;
  head?: string;
  evidence?: JsonObject;
  voidedBecause?: string;
}
