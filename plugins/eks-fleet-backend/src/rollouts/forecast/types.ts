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
  Freeze,
  GateSpec,
  RolloutForecast,
  RolloutStrategy,
  Track,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord, TrackRecord, WaveRecord } from '../records';
import type { PlannedTrack } from '../types';

/** How long a hop took, by kind of track. */
export interface DurationSample {
  kind: Track['kind'];
  seconds: number;
  /** Nodes that were rolled, for node groups. */
  nodes?: number;
  /** Who moved it: a pull request waits for people, and a call does not. */
  executor?: string;
}

/** Seconds, at the middle and at the slow end. */
export interface Estimate {
  p50: number;
  p90: number;
}

export type Percentile = keyof Estimate;

export interface ForecastInput {
  /** What is left of each, in order. */
  waves: ForecastWave[];
  strategy: RolloutStrategy;
  /** Of the executor that moves it. */
  samples: DurationSample[];
  /** When it starts, or goes on. */
  now: Date;
  /** Why it stands as a whole; left out where it moves, or would. */
  stands?: Standstill;
  support: Array<{
    version: string;
    endOfStandardSupport?: string;
    endOfExtendedSupport?: string;
  }>;
  /** What extended support adds, per cluster. */
  extendedUsdPerHour: number;
  /** The company's calendar, which gates of type `freeze` heed. */
  freezes?: Freeze[];
}

/** Nothing new begins; what is under way is carried to its end. */
export interface Standstill {
  /** Until it is taken to go on; `never` where it ends as it is. */
  seconds: Estimate | 'never';
  /** What people should know of the forecast because of it. */
  message: string;
}

/** What a forecast needs of a wave. */
export interface ForecastWave {
  index: number;
  name: string;
  /** Of all its clusters. */
  environments: string[];
  /** Cells that may be under way at once. */
  slots: number;
  gates: ForecastGate[];
  bakeSeconds: number;
  /** Once more after the nodes, where they follow the bake; else left out. */
  nodesBakeSeconds?: number;
  /** In the order in which they start; those that are over may be left out. */
  cells: ForecastCell[];
  /** Where it stands; left out before it has begun. */
  standing?: WaveStanding;
}

export interface ForecastGate extends Pick<GateSpec, 'type' | 'with'> {
  phase: 'before' | 'after';
  /** Whether it is open already. */
  open?: boolean;
}

export interface WaveStanding {
  lifecycle: WaveRecord['lifecycle'];
  stage: WaveRecord['state']['stage'];
  /** Healthy time that is still to come of the bake under way. */
  bakeSecondsLeft?: number;
  /** Its alarms hold it. */
  held?: Estimate;
  startedAt?: string;
  endedAt?: string;
}

/** A cell with what is left to do on it. */
export interface ForecastCell
  extends Partial<Pick<CellRecord, 'state' | 'stage'>> {
  clusters: Array<{ arn: string; tracks: ForecastTrack[] }>;
}

/** A part of a cluster, with what is done of it. */
export type ForecastTrack = PlannedTrack &
  Partial<
    Pick<TrackRecord, 'done' | 'hopStartedAt' | 'nodes' | 'batches' | 'state'>
  >;

/** When each wave begins and ends, besides what is said of the whole. */
export type Forecast = RolloutForecast & { waves: WaveForecast[] };

export interface WaveForecast {
  index: number;
  start: { p50: string; p90: string };
  end: { p50: string; p90: string };
}

/** How one percentile of the rollout goes; milliseconds since 1970. */
export interface Course {
  waves: Array<{ index: number; start: number; end: number }>;
  /** When each control plane leaves a version. */
  leaves: Array<{ arn: string; version: string; at: number }>;
  /** When all that is before it is done. */
  end: number;
  conflicts: string[];
}
