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

import type { components } from '../generated/openapi';

/** @public */
export type AlarmRule = components['schemas']['AlarmRule'];
/** @public */
export type ApprovalDecision = components['schemas']['ApprovalDecision'];
/** @public */
export type BakeRule = components['schemas']['BakeRule'];
/** @public */
export type CellCluster = components['schemas']['CellCluster'];
/** @public */
export type CellRequest = components['schemas']['CellRequest'];
/** @public */
export type CellState = components['schemas']['CellState'];
/** @public */
export type ClusterRollouts = components['schemas']['ClusterRollouts'];
/** @public */
export type DurationForecast = components['schemas']['DurationForecast'];
/** @public */
export type FleetStop = components['schemas']['FleetStop'];
/** @public */
export type FleetStopRequest = components['schemas']['FleetStopRequest'];
/** @public */
export type Freeze = components['schemas']['Freeze'];
/** @public */
export type Gate = components['schemas']['Gate'];
/** @public */
export type GateDecision = components['schemas']['GateDecision'];
/** @public */
export type GateSpec = components['schemas']['GateSpec'];
/** @public */
export type PlanProblem = components['schemas']['PlanProblem'];
/** @public */
export type PlannedCell = components['schemas']['PlannedCell'];
/** @public */
export type PlannedCluster = components['schemas']['PlannedCluster'];
/** @public */
export type PreviewWave = components['schemas']['PreviewWave'];
/** @public */
export type PullRequestRef = components['schemas']['PullRequestRef'];
/** @public */
export type ResolvedShare = components['schemas']['ResolvedShare'];
/** @public */
export type Rollout = components['schemas']['Rollout'];
/** @public */
export type RolloutAct = components['schemas']['RolloutAct'];
/** @public */
export type RolloutCell = components['schemas']['RolloutCell'];
/** @public */
export type RolloutCellAct = components['schemas']['RolloutCellAct'];
/** @public */
export type RolloutCellDetail = components['schemas']['RolloutCellDetail'];
/** @public */
export type RolloutCellList = components['schemas']['RolloutCellList'];
/** @public */
export type RolloutChange = components['schemas']['RolloutChange'];
/** @public */
export type RolloutDraft = components['schemas']['RolloutDraft'];
/** @public */
export type RolloutForecast = components['schemas']['RolloutForecast'];
/** @public */
export type RolloutLifecycle = components['schemas']['RolloutLifecycle'];
/** @public */
export type RolloutList = components['schemas']['RolloutList'];
/** @public */
export type RolloutLog = components['schemas']['RolloutLog'];
/** @public */
export type RolloutLogEntry = components['schemas']['RolloutLogEntry'];
/** @public */
export type RolloutOutcome = components['schemas']['RolloutOutcome'];
/** @public */
export type RolloutPreview = components['schemas']['RolloutPreview'];
/** @public */
export type RolloutRights = components['schemas']['RolloutRights'];
/** @public */
export type RolloutSelection = components['schemas']['RolloutSelection'];
/** @public */
export type RolloutStrategy = components['schemas']['RolloutStrategy'];
/** @public */
export type RolloutWave = components['schemas']['RolloutWave'];
/** @public */
export type RollbackClock = components['schemas']['RollbackClock'];

/**
 * What insights of EKS say of taking a cluster back.
 *
 * @public
 */
export type RollbackReadiness = components['schemas']['RollbackReadiness'];

/**
 * One step of a way back that people go.
 *
 * @public
 */
export type RollbackStep = components['schemas']['RollbackStep'];
/** @public */
export type SavedStrategy = components['schemas']['SavedStrategy'];
/** @public */
export type SkippedCluster = components['schemas']['SkippedCluster'];
/** @public */
export type StepError = components['schemas']['StepError'];
/** @public */
export type StrategyList = components['schemas']['StrategyList'];
/** @public */
export type StrategySave = components['schemas']['StrategySave'];
/** @public */
export type SupportForecast = components['schemas']['SupportForecast'];
/** @public */
export type TimeForecast = components['schemas']['TimeForecast'];
/** @public */
export type TimeWindow = components['schemas']['TimeWindow'];
/** @public */
export type Track = components['schemas']['Track'];
/** @public */
export type TrackState = components['schemas']['TrackState'];
/** @public */
export type Waiting = components['schemas']['Waiting'];
/** @public */
export type WaitingCode = components['schemas']['WaitingCode'];
/** @public */
export type WaitingFor = components['schemas']['WaitingFor'];
/** @public */
export type WaveBake = components['schemas']['WaveBake'];
/** @public */
export type WaveLifecycle = components['schemas']['WaveLifecycle'];
/** @public */
export type WaveRule = components['schemas']['WaveRule'];
