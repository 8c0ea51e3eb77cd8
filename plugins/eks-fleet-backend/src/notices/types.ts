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

/** Something that somebody should be told. */
export interface Notice {
  /** Names subject and cause: telling it again replaces what was told. */
  scope: string;
  /** What it says now; the same is not told twice. */
  fingerprint: string;
  /** Entity reference of a group or user. */
  owner: string;
  /** Others who are told the same at once. */
  others?: string[];
  /** Users who are not told, whatever group they are in. */
  except?: string[];
  /** What it shares with the same news of other clusters. */
  family: string;
  topic:
    | 'support'
    | 'blocker'
    | 'update'
    | 'rollout'
    | 'approval'
    | 'policy'
    | 'request';
  severity: 'low' | 'normal' | 'high' | 'critical';
  /** Named where it is one of many. */
  clusterName?: string;
  title: string;
  description: string;
  link: string;
  /** What is shown of one thread is the latest alone; `scope` where left out. */
  thread?: string;
  /** What stands for it when it is one of many; without it, it stands alone. */
  together?: {
    title: string;
    link: string;
    /** What they are; `clusters` where left out. */
    what?: string;
  };
}

/** What is sent, one or many at once. */
export interface Message {
  recipients: string[];
  except?: string[];
  scope: string;
  topic: Notice['topic'];
  severity: Notice['severity'];
  title: string;
  description: string;
  link: string;
}

/** Remembers what was told, and what waits to be. */
export interface NoticeStore {
  /**
   * Keeps what was not told like this before.
   *
   * @returns how many are news
   */
  queue(notices: Notice[], now: Date): Promise<number>;
  /**
   * Takes what waits; nobody else gets it until the lease is over, or until it
   * is given back.
   */
  claim(now: Date, leaseSeconds: number): Promise<Notice[]>;
  /** What was told. One that says something else by now waits on. */
  sent(notices: Notice[], now: Date): Promise<void>;
  /** What could not be told, to be tried again from then on. */
  postpone(notices: Notice[], until: Date): Promise<void>;
  /** Gives back what nobody tried to tell. */
  release(notices: Notice[]): Promise<void>;
  /** Drops what waits under a scope that begins so, but for these scopes: it no longer holds. */
  retain(prefix: string, scopes: string[], now: Date): Promise<void>;
  /**
   * Forgets what was told before then, and drops what has waited for so long.
   *
   * @returns how many were forgotten
   */
  prune(before: { sent: Date; queued: Date }): Promise<number>;
}
