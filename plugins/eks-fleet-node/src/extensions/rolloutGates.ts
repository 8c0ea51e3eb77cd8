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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  RolloutChange,
  WaitingCode,
  WaitingFor,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CollectedCluster } from './clusterCollectors';

/**
 * A cluster of a wave, as gates and executors get it.
 *
 * @public
 */
export interface RolloutCluster extends CollectedCluster {
  /** Entity reference. */
  owner?: string;
  environment?: string;
  labels: Record<string, string>;
}

/**
 * What a gate looks at.
 *
 * @public
 */
export interface RolloutGateContext {
  rollout: {
    id: string;
    name: string;
    title: string;
    change: RolloutChange;
    planHash: string;
    environments: string[];
  };
  wave: { index: number; name: string; production: boolean };
  phase: 'before' | 'after';
  /** The clusters of this wave. */
  clusters: RolloutCluster[];
  /** Every cluster that this rollout has changed by now, those of this wave included. */
  changed: RolloutCluster[];
  /** Since when this gate is looked at. ISO 8601. */
  since: string;
  now: Date;
  /** Ends when its time is up, or the process stops. */
  signal: AbortSignal;
}

/**
 * What a gate found. `unknown` holds as `shut` does: what cannot be read opens
 * nothing.
 *
 * @public
 */
export interface RolloutGateResult {
  state: 'open' | 'shut' | 'unknown';
  /** Where it is not open. */
  code?: WaitingCode;
  /** One sentence: what it waits for, or why it is open. */
  message: string;
  /** The earliest time it can open, ISO 8601, where that is known. */
  until?: string;
  who?: WaitingFor[];
  /** Kept with the gate, and frozen with an approval. No secrets. */
  evidence?: JsonObject;
}

/**
 * A condition on opening a wave (before), or on going on from it (after).
 *
 * @public
 */
export interface RolloutGate<TWith = unknown> {
  /** Such as `prometheus`; what strategies call it. */
  readonly type: string;
  /**
   * @returns what it asks for, from `with` of a strategy
   * @throws InputError that names the field, such as `with.query`, and says what would be right
   */
  parse(value: unknown): TWith;
  /** In a few words, such as `error rate below 1 %`. */
  describe(asked: TWith): string;
  /** Looks; changes nothing. Whatever it throws is `unknown`. */
  check(asked: TWith, context: RolloutGateContext): Promise<RolloutGateResult>;
}

/**
 * @public
 */
export interface RolloutGatesExtensionPoint {
  /** Each type can have one gate. */
  addGate<TWith>(gate: RolloutGate<TWith>): void;
}

/**
 * Lets a module of the `eks-fleet` backend plugin add types of gates.
 *
 * @public
 */
export const rolloutGatesExtensionPoint =
  createExtensionPoint<RolloutGatesExtensionPoint>({
    id: 'eks-fleet.rolloutGates',
  });
