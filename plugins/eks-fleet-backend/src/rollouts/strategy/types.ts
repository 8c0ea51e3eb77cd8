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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** A strategy that somebody saved. */
export interface StoredStrategy {
  strategy: RolloutStrategy;
  /** Entity reference of who saved it last. */
  updatedBy: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

/** Strategies that users saved. */
export interface StrategyStore {
  /** By name. */
  list(): Promise<StoredStrategy[]>;
  get(name: string): Promise<StoredStrategy | undefined>;
  /** Takes the place of one with the same name. */
  put(strategy: StoredStrategy): Promise<void>;
  /** @returns whether there was one */
  delete(name: string): Promise<boolean>;
}
