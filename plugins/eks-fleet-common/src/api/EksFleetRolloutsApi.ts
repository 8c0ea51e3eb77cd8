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
  ClusterRollouts,
  FleetStop,
  FleetStopRequest,
  GateDecision,
  Rollout,
  RolloutAct,
  RolloutCellAct,
  RolloutCellDetail,
  RolloutCellList,
  RolloutDraft,
  RolloutList,
  RolloutLog,
  RolloutPreview,
  SavedStrategy,
  StrategyList,
  StrategySave,
} from './rolloutTypes';

/**
 * Which rollouts a list is about; see `ClusterQuery` for filters. Keys are
 * `lifecycle`, `version`, `environment`, `owner`, `cluster`, `waitsFor`.
 *
 * @public
 */
export interface RolloutQuery {
  filter?: Record<string, string[]>;
  fullTextFilterTerm?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Which cells of a rollout.
 *
 * @public
 */
export interface RolloutCellQuery {
  wave?: number;
  state?: string[];
  /** Only those that changed after this `revision` of a list before. */
  changedAfter?: number;
  limit?: number;
  cursor?: string;
}

/**
 * Rollouts in waves: planning them, following them, and what people decide.
 *
 * @public
 */
export interface EksFleetRolloutsApi {
  listRollouts(query?: RolloutQuery): Promise<RolloutList>;
  getRollout(id: string): Promise<Rollout>;
  previewRollout(draft: RolloutDraft): Promise<RolloutPreview>;
  createRollout(draft: RolloutDraft): Promise<Rollout>;
  editRollout(id: string, draft: RolloutDraft): Promise<Rollout>;
  actOnRollout(id: string, act: RolloutAct): Promise<Rollout>;
  makeStragglerRollout(id: string): Promise<Rollout>;
  listRolloutCells(
    id: string,
    query?: RolloutCellQuery,
  ): Promise<RolloutCellList>;
  getRolloutCell(id: string, cellId: string): Promise<RolloutCellDetail>;
  actOnRolloutCell(
    id: string,
    cellId: string,
    act: RolloutCellAct,
  ): Promise<RolloutCellDetail>;
  decideGate(
    id: string,
    gateId: string,
    decision: GateDecision,
  ): Promise<Rollout>;
  listRolloutLog(
    id: string,
    page?: { cell?: string; limit?: number; cursor?: string },
  ): Promise<RolloutLog>;
  getClusterRollouts(namespace: string, name: string): Promise<ClusterRollouts>;
  listStrategies(): Promise<StrategyList>;
  saveStrategy(name: string, strategy: StrategySave): Promise<SavedStrategy>;
  deleteStrategy(name: string): Promise<void>;
  getFleetStop(): Promise<FleetStop>;
  setFleetStop(request: FleetStopRequest): Promise<FleetStop>;
}
