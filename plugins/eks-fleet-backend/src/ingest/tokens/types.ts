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

/** Names a cluster and not the one that had its ARN before. */
export interface TokenCluster {
  arn: string;
  /** ISO 8601; empty where EKS did not say. */
  createdAt: string;
}

/** A token as it is kept: of its secret there is only the hash. */
export interface TokenRecord {
  id: string;
  cluster: TokenCluster;
  /** What it is for, in the words of who issued it. */
  label: string;
  /** SHA-256, hex. */
  secretHash: string;
  issuedBy: string;
  /** ISO 8601. */
  issuedAt: string;
  expiresAt: string;
  lastUsedAt?: string;
  /** By which route it was last used. */
  lastUsedFor?: string;
  revokedAt?: string;
  revokedBy?: string;
}

/** How many of a cluster's tokens may be valid at once: the old and the new. */
export const MOST_VALID = 2;

export interface IngestTokenStore {
  /** Those that are valid, and those that ended lately; the newest first. */
  list(arn: string): Promise<TokenRecord[]>;
  find(id: string): Promise<TokenRecord | undefined>;
  /** @returns whether there was a place for it */
  add(record: TokenRecord, now: Date): Promise<boolean>;
  /** @returns whether it was there and not yet revoked */
  revoke(
    key: { arn: string; id: string },
    by: { userRef: string; at: Date },
  ): Promise<boolean>;
  used(id: string, route: string, at: Date): Promise<void>;
  /** Of all clusters. */
  countValid(now: Date): Promise<{ valid: number; expiresSoon: number }>;
  /** Forgets those that ended before then. */
  prune(endedBefore: Date): Promise<void>;
}
