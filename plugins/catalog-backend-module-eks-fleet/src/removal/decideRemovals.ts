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

import type { RemovalRules } from '../config/types';

/** What the removal rules need to know of one cluster's record. */
export interface RemovalCandidate {
  arn: string;
  /** Scans in a row that proved it absent. */
  missedScans: number;
  /** Somebody with the right agreed to its removal since it is missing. */
  accepted: boolean;
  /** ISO 8601; since when its account or Region is out of scope. */
  unmanagedSince?: string;
}

export interface RemovalDecision {
  /** May leave the catalog now. */
  remove: string[];
  /** Would leave, but wait for somebody to accept it. */
  hold: string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Decides which clusters of a provider leave the catalog.
 *
 * A cluster is due when enough scans in a row proved it absent, or when its
 * target has been out of scope for `orphanDays`. When more than
 * `rejectMinimum` clusters and more than `rejectAbovePercentage` of the
 * provider's clusters are on their way out together, something else than
 * deletion is likely, and all that are due are held until accepted. Those
 * that are missing and not yet due count in the share, so that a loss in two
 * halves is seen as one.
 */
export function decideRemovals(
  candidates: RemovalCandidate[],
  rules: RemovalRules,
  now: Date,
): RemovalDecision {
  const isOrphan = ({ unmanagedSince }: RemovalCandidate) =>
    unmanagedSince !== undefined &&
    now.getTime() - Date.parse(unmanagedSince) >= rules.orphanDays * DAY_MS;

  const leaving = candidates.filter(
    candidate => candidate.missedScans > 0 || isOrphan(candidate),
  );
  const due = leaving.filter(
    candidate =>
      candidate.missedScans >= rules.graceScans || isOrphan(candidate),
  );
  const percentage = (leaving.length / candidates.length) * 100;
  const tooMany =
    leaving.length > rules.rejectMinimum &&
    percentage > rules.rejectAbovePercentage;

  const mayGo = (candidate: RemovalCandidate) => !tooMany || candidate.accepted;
  return {
    remove: due.filter(mayGo).map(({ arn }) => arn),
    hold: due.filter(candidate => !mayGo(candidate)).map(({ arn }) => arn),
  };
}
