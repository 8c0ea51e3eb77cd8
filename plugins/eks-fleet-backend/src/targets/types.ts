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
  HeldRemoval,
  NamedProblem,
  ObservationErrorCode,
  TargetReport,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { TargetKey } from '../inventory/types';

/** What discovery last reported of a target; what is not known is empty. */
export interface TargetRecord extends TargetKey {
  partition: string;
  accountName: string;
  roleArn: string;
  callerArn: string;
  lastAttemptAt: string;
  lastSuccessAt: string;
  nextAttemptAt: string;
  /** Until when what it last gave counts as fresh. */
  freshUntil: string;
  unmanagedSince: string;
  removeAt: string;
  errorCode: ObservationErrorCode | '';
  errorMessage: string;
  errorSince: string;
  clusterCount: number;
  unreadable: NamedProblem[];
  rejects: NamedProblem[];
  heldRemovals: HeldRemoval[];
}

export interface TargetStore {
  /** Records a report, unless a newer attempt is recorded already. */
  put(key: TargetKey, report: TargetReport, now: Date): Promise<void>;
  get(key: TargetKey): Promise<TargetRecord | undefined>;
  /** Ordered by account and Region. */
  list(): Promise<TargetRecord[]>;
  clusterCount(): Promise<number>;
  /**
   * Forgets a provider's targets but these.
   *
   * @param targets - `<account>/<region>` each
   * @returns how many were forgotten
   */
  keep(provider: string, targets: string[]): Promise<number>;
  /** Forgets targets that nobody has reported since. */
  prune(notReportedSince: Date): Promise<number>;
}
