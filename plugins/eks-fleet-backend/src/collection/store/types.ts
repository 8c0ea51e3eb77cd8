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
  ObservationError,
  RefreshProgress,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  ObservationChange,
  ObservationReader,
  ObservationSource,
} from '../types';
import type { PreparedDocument } from './prepareDocument';

/** Names one observation. */
export interface ObservationKey {
  arn: string;
  kind: string;
}

/** A row that this process alone may work on, until its lease is over. */
export interface Claim extends ObservationKey {
  cluster: CollectedCluster;
  owner: string;
  /** Grows with each claim of the row. */
  lease: number;
  /** Attempts that failed since the last good one. */
  failures: number;
  previous?: { document: unknown; observedAt: string };
}

export interface ClaimRequest {
  owner: string;
  now: Date;
  /** What this process can collect. */
  kinds: string[];
  /** How many rows at most. */
  limit: number;
  /**
   * How many rows of these kinds and one target may be in flight, those of
   * other processes among them. Two that claim at the same moment can together pass it.
   */
  perTarget: number;
  /** After this long somebody else may take the row. */
  leaseSeconds: number;
}

export interface Success {
  document: PreparedDocument;
  /** When the collection began. */
  startedAt: Date;
  freshUntil: Date;
  nextAt: Date;
}

export interface Failure {
  error: ObservationError;
  /** When the collection began. */
  startedAt: Date;
  nextAt: Date;
}

/** What was recorded; `undefined` where the lease was lost meanwhile. */
export type Recorded = { change?: ObservationChange } | undefined;

/** What somebody else observed: a document, or what kept it from being read. */
export type ReportedObservation = {
  /** Without `entityRef` where the catalog may not have it yet. */
  cluster: Omit<CollectedCluster, 'entityRef'> & { entityRef?: string };
  kind: string;
  source: Exclude<ObservationSource, 'collector'>;
  observedAt: Date;
} & ({ document: unknown; freshUntil: Date } | { error: ObservationError });

export interface SyncResult {
  added: number;
  removed: number;
  /** Rows of clusters that were made again under their old name. */
  reset: number;
}

/** How old the oldest good observation of a kind is, and what waits. */
export interface KindState {
  kind: string;
  oldestObservedAt?: string;
  due: number;
}

/** How many observations of a kind are as good as that. */
export interface KindCount {
  kind: string;
  state: SourceState;
  count: number;
}

/** What was observed of each cluster, and when it is to be observed again. */
export interface ObservationStore extends ObservationReader {
  /**
   * Makes the rows follow the fleet: adds what is missing, drops what is of
   * clusters that are gone, empties what is of a cluster made again.
   *
   * @param kinds - all that this process collects
   * @param kindsOf - those of them that there are in a cluster
   */
  sync(
    clusters: CollectedCluster[],
    kinds: string[],
    kindsOf: (cluster: CollectedCluster) => string[],
    now: Date,
  ): Promise<SyncResult>;
  /** Takes due rows; those that somebody asked for or looks at come first. */
  claim(request: ClaimRequest): Promise<Claim[]>;
  succeed(claim: Claim, success: Success): Promise<Recorded>;
  /** Keeps the last document. */
  fail(claim: Claim, failure: Failure): Promise<Recorded>;
  /** Gives rows back as if they had never been claimed. */
  release(claims: Claim[]): Promise<void>;
  /** Records what others observed, unless something newer is recorded. */
  put(reports: ReportedObservation[], now: Date): Promise<ObservationChange[]>;
  /** Lets these clusters come first until then. */
  want(arns: string[], until: Date): Promise<void>;
  /** Makes all that is collected of a cluster due now. */
  requestRefresh(arn: string, now: Date): Promise<void>;
  /**
   * Makes one kind due now that is scheduled for later; one that is being
   * collected is due again at once. What fails waits as long as it was to.
   */
  hasten(key: ObservationKey, now: Date): Promise<void>;
  progress(arn: string, now: Date): Promise<RefreshProgress>;
  states(now: Date): Promise<KindState[]>;
  /** By kind, and by what the observations are: fresh, stale, or why not. */
  counts(now: Date): Promise<KindCount[]>;
}
