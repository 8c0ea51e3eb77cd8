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

/** What became of a control plane or a node group. */
export interface PartOutcome {
  version?: string;
  /** Each upgrade that the cloud accepted, as `1.35 Successful`. */
  updates: string[];
}

/** What became of a cluster, as the cloud and the Git host have it on record. */
export interface ClusterOutcome {
  arn: string;
  controlPlane: PartOutcome;
  /** By name of the node group. */
  nodes: Record<string, PartOutcome>;
  /** Each pull request about it: `open`, `closed` or `merged`. */
  pulls: string[];
}
