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

const MINUTE = 60;

/**
 * How long things take in EKS, in seconds. The drain limit and the timeout of a
 * rollback are documented; all else is assumed, after what people see.
 */
export const DURATIONS = {
  controlPlane: 10 * MINUTE,
  /** Of a cluster that comes, and of one that goes. */
  creation: 9 * MINUTE,
  deletion: 3 * MINUTE,
  nodegroupCreation: 3 * MINUTE,
  nodegroupDeletion: 4 * MINUTE,
  addonCreation: MINUTE,
  addon: 2 * MINUTE,
  config: MINUTE,
  nodegroup: {
    setup: MINUTE,
    scaleUp: 3 * MINUTE,
    batch: 3 * MINUTE,
    scaleDown: MINUTE,
  },
  /** Of Auto Mode: one node, and how often one that stays is tried again. */
  autoModeNode: 3 * MINUTE,
  autoModeRetry: 10 * MINUTE,
  /** How long Karpenter takes to replace what has drifted. */
  karpenterDrift: 15 * MINUTE,
  /** Documented: what a rollback waits for nodes where nothing else is asked for. */
  rollbackTimeout: 720 * MINUTE,
  /** Documented: how long EKS tries to evict the pods of a node. */
  drainLimit: 15 * MINUTE,
  /** How often an eviction is tried again. */
  drainRetry: MINUTE,
} as const;
