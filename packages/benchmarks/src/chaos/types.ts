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

import type { Replica } from './Replica';

export type ExecutorName = 'eks' | 'gitops';
export type ProcessName = 'backend' | 'engine';

/** What is asked of a run. */
export interface ChaosOptions {
  kills: number;
  cells: number;
  /** How many processes carry the rollout, and are killed. */
  replicas: number;
  /** What is killed: the whole backend, or a process with the engine alone. */
  process: ProcessName;
  executor: ExecutorName;
  /** How much faster than in AWS updates are, besides the hurried clock. */
  speed: number;
  /** Whether the database of an hour ago is restored on the way. */
  restore: boolean;
  seed: number;
  /** Ends it early, and leaves nothing behind. */
  signal: AbortSignal;
  tell: (line: string) => void;
}

/** A cluster, and what is to become of it. */
export interface ChaosCluster {
  accountId: string;
  region: string;
  name: string;
  arn: string;
  createdAt: string;
  from: string;
  to: string;
  nodegroups: Array<{ name: string; from: string }>;
}

/** What is under test: replicas, and a rollout that they carry. */
export interface ChaosSubject {
  replicas: Replica[];
  /** Lets them run, and a rollout begin. */
  start(): Promise<string>;
  /** How long one lives at most before it is killed. */
  lifeMs: number;
}
