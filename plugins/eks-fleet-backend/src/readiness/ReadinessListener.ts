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
  ReadinessVerdict,
  Waiver,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from './types';

/** A cluster, for those who tell people of it. */
export interface ReadinessSubject {
  arn: string;
  entityRef: string;
  name: string;
  /** Entity reference. */
  owner?: string;
  createdAt?: string;
}

/** The verdict on one cluster for one target changed, or what blocks it did. */
export interface ReadinessChange {
  cluster: ReadinessSubject;
  target: string;
  /** Whether the target is the cluster's next minor version. */
  isNext: boolean;
  /** Left out at the first assessment for this target: that is no news. */
  before?: ReadinessVerdict;
  after: ReadinessVerdict;
  /** Blocking, not waived, and not there before. */
  newBlockers: Finding[];
  clearedBlockers: Array<{ key: string; causeKey: string; message: string }>;
  /** ISO 8601, UTC. */
  at: string;
}

/** A waiver began to hold, was ended by somebody, or ended by itself. */
export interface WaiverChange {
  cluster: ReadinessSubject;
  waiver: Waiver;
  what: 'granted' | 'ended' | 'expired';
  /** Entity reference; left out where it ended by itself. */
  by?: string;
  at: string;
}

/** Told after a change was recorded. Whoever throws harms no other. */
export interface ReadinessListener {
  onReadinessChanged?(change: ReadinessChange): Promise<void>;
  onWaiverChanged?(change: WaiverChange): Promise<void>;
}
