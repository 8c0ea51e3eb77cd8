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

import type { ReportedPolicyPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  CollectedCluster,
  PolicySink,
  PolicySnapshot,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { TokenCluster } from '../tokens/types';

/** What of one cluster is pushed under one name. */
export interface PushedFeed {
  arn: string;
  feed: string;
}

/** What the last part of a snapshot says of the whole. */
export type SnapshotEnding = NonNullable<ReportedPolicyPart['final']>;

/** What became of a part. */
export interface TakenPart {
  /** The number of the part that would be taken next. */
  next: number;
  /** Whether all parts are there. */
  isComplete: boolean;
  /** Whether it had been taken before. */
  isRepeated: boolean;
}

/** A snapshot of which all parts are there. */
export interface CompletePushedSnapshot extends PushedFeed {
  snapshot: string;
  beganAt: Date;
  ending: SnapshotEnding;
}

/** Keeps snapshots that come in parts, at whichever replica. */
export interface SnapshotPartStore {
  /** @throws IngestRefusal that says which part would be taken */
  take(
    cluster: TokenCluster,
    part: ReportedPolicyPart,
    now: Date,
  ): Promise<TakenPart>;
  /** The one that waits to be taken in. */
  complete(feed: PushedFeed): Promise<CompletePushedSnapshot | undefined>;
  /** Its parts, one at a time. */
  parts(snapshot: CompletePushedSnapshot): AsyncGenerator<ReportedPolicyPart>;
  /** Its parts are needed no more; that it was there is remembered. */
  finish(snapshot: CompletePushedSnapshot): Promise<void>;
  /** Forgets an attempt that came to nothing. */
  giveUp(feed: PushedFeed): Promise<void>;
  /** Drops what was never finished, and forgets what was taken long ago. */
  prune(now: Date): Promise<void>;
}

/** One result or document, as it was pushed. */
export interface PushedItem {
  /** 64 hex digits; what comes again under it takes its place. */
  key: string;
  receivedAt: string;
  expiresAt: string;
  document: unknown;
}

/** Keeps what is pushed one by one, each until it expires. */
export interface PushedItemStore {
  /** @returns whether there was room for it */
  put(
    cluster: TokenCluster,
    feed: string,
    item: Omit<PushedItem, 'receivedAt' | 'expiresAt'>,
    times: { now: Date; expiresAt: Date },
  ): Promise<boolean>;
  /** Marks that a source is there, with or without news. */
  heard(cluster: TokenCluster, feed: string, now: Date): Promise<void>;
  /** All of a feed, a few at a time. */
  items(feed: PushedFeed): AsyncGenerator<PushedItem[]>;
  /** When the first of them expires; left out where there are none. */
  firstExpiry(feed: PushedFeed): Promise<string | undefined>;
  /**
   * Takes out what has expired, and what was received before then.
   *
   * @returns the last moment at which one of them went
   */
  removeEnded(
    feed: PushedFeed,
    ended: { now: Date; receivedBefore?: string },
  ): Promise<string | undefined>;
  /** Forgets what nobody looks at any more, as of clusters that are gone. */
  prune(now: Date): Promise<void>;
}

/** A feed that one process takes in, until its lease is over. */
export interface FeedClaim extends PushedFeed {
  heardAt: string;
  /** When it was to be looked at; another time says that there is more. */
  foldAt: string;
  owner: string;
}

/** Says which feeds are to be taken in, and by whom. */
export interface PushedFeedQueue {
  due(now: Date, limit: number): Promise<PushedFeed[]>;
  /** Nothing where somebody else has it, or nothing is to be done. */
  claim(
    feed: PushedFeed,
    claim: { owner: string; now: Date; until: Date },
  ): Promise<FeedClaim | undefined>;
  /** @param nextAt - when to look again, unless more has come meanwhile */
  release(claim: FeedClaim, nextAt: Date | undefined): Promise<void>;
}

/** What was pushed, ready to be taken in. */
export interface PushedReading {
  observedAt: Date;
  freshUntil: Date;
  read(sink: PolicySink, state: string | undefined): Promise<PolicySnapshot>;
  /** Called once it was taken in. */
  finish(): Promise<void>;
}

/** What is to be done about a feed now. */
export interface PushedWork {
  /** Left out where there is nothing new. */
  reading?: PushedReading;
  /** When to look again. */
  nextAt?: Date;
}

/** Makes a reading of what was pushed under one name. */
export interface PushedReader {
  open(
    cluster: CollectedCluster,
    claim: FeedClaim,
    now: Date,
  ): Promise<PushedWork>;
}
