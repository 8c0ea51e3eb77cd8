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

/** Something that the owner of a cluster should be told. */
export interface Notice {
  /** Names cluster and cause: telling it again replaces what was told. */
  scope: string;
  /** What it says now; the same is not told twice. */
  fingerprint: string;
  /** Entity reference of a group or user. */
  owner: string;
  /** What it shares with the same news of other clusters. */
  family: string;
  topic: 'support' | 'blocker' | 'update';
  severity: 'low' | 'normal' | 'high' | 'critical';
  clusterName: string;
  title: string;
  description: string;
  link: string;
  /** What stands for it when it is one of many. */
  together: { title: string; link: string };
}

/** What is sent, one or many at once. */
export interface Message {
  owner: string;
  scope: string;
  topic: Notice['topic'];
  severity: Notice['severity'];
  title: string;
  description: string;
  link: string;
}

/** Remembers what was told, and what waits to be. */
export interface NoticeStore {
  /** @returns how many are news */
  queue(notices: Notice[], now: Date): Promise<number>;
  pending(): Promise<Notice[]>;
  sent(scopes: string[], now: Date): Promise<void>;
  /** @returns how many were forgotten */
  prune(before: Date): Promise<number>;
}
