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

import type { ExpectedPolicy } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What Git says that a cluster is to have. */
export interface ExpectedRecord {
  arn: string;
  /** The commit that it was read from. */
  head: string;
  /** ISO 8601. */
  readAt: string;
  /** Why it is not known; then there are no policies. */
  problem?: string;
  policies: ExpectedPolicy[];
  /** Such as `fleet-policies-1.4.0`; left out where the chart does not say. */
  version?: string;
}

/** What was last read of Git, and calls nothing. */
export interface ExpectedStore {
  ofMany(arns: string[]): Promise<Map<string, ExpectedRecord>>;
  /** The commit of each cluster's record, by ARN. */
  heads(): Promise<Map<string, string>>;
  put(records: ExpectedRecord[]): Promise<void>;
  /** Forgets all clusters but these. */
  retain(arns: string[]): Promise<void>;
}

/** A file that policies come from, as it was at a commit. */
export interface LayerText {
  path: string;
  /** The commit. */
  head: string;
  /** Left out where there is no such file. */
  text?: string;
}

/** Files that policies come from, as they were last read. */
export interface LayerStore {
  /** The commit that each was read at, by path. */
  heads(): Promise<Map<string, string>>;
  read(paths: string[]): Promise<Map<string, LayerText>>;
  put(layers: LayerText[]): Promise<void>;
  /** Forgets all but these. */
  retain(paths: ReadonlySet<string>): Promise<void>;
}
