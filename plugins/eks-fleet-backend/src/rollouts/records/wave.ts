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
  ResolvedShare,
  Waiting,
  WaveLifecycle,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

export interface CellCounts {
  planned: number;
  queued: number;
  /** Taking a slot. */
  running: number;
  /** Half done, waiting for the bake. */
  parked: number;
  succeeded: number;
  failed: number;
  skipped: number;
  rollingBack: number;
  rolledBack: number;
}

export const NO_CELLS: CellCounts = {
  planned: 0,
  queued: 0,
  running: 0,
  parked: 0,
  succeeded: 0,
  failed: 0,
  skipped: 0,
  rollingBack: 0,
  rolledBack: 0,
};

export interface WaveRecord {
  index: number;
  name: string;
  lifecycle: WaveLifecycle;
  plan: WavePlan;
  counts: CellCounts;
  state: WaveState;
  waiting?: Waiting;
  startedAt?: string;
  endedAt?: string;
}

export interface WavePlan {
  /** Name of the rule that made it. */
  rule: string;
  production: boolean;
  concurrency: ResolvedShare;
  failureBudget: ResolvedShare;
  bakeSeconds: number;
  /** After the nodes, where they follow the bake; else left out. */
  nodesBakeSeconds?: number;
  minimumSamples: number;
  environments: string[];
  forecast?: {
    start: { p50: string; p90: string };
    end: { p50: string; p90: string };
  };
}

export type WaveStage = 'first' | 'nodes';

export interface WaveState {
  stage: WaveStage;
  bake?: BakeClock;
  /** Bakes that are over, by stage. */
  baked?: BakeClock[];
  alarms?: AlarmState;
  /** As many failures as there were when somebody let it go on. */
  acceptedFailures?: number;
  skipped?: { by: string; at: string; reason: string };
}

export interface BakeClock {
  /** That it must be healthy. */
  seconds: number;
  healthySeconds: number;
  stoodStillSeconds: number;
  /** Good looks. */
  samples: number;
  minimumSamples: number;
  startedAt: string;
  lookedAt: string;
  /** Whether that look was good. */
  quiet: boolean;
  endedAt?: string;
}

export interface AlarmState {
  state: 'quiet' | 'hold' | 'pause' | 'unknown';
  message: string;
  since: string;
  until?: string;
  /** Of the alerts that it is about. */
  fingerprints?: string[];
}
