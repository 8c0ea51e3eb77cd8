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

import { createHash } from 'node:crypto';

const MAX_LENGTH = 63;
const HASH_LENGTH = 8;

/**
 * The name of a cluster's entity: `<cluster>-<8 hex of the ARN's SHA-256>`.
 * The same ARN always gives the same name, and no two clusters share one
 * whatever the case of their names.
 */
export function entityName(clusterName: string, arn: string): string {
  const hash = createHash('sha256')
    .update(arn)
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const readable = clusterName
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAX_LENGTH - HASH_LENGTH - 1)
    .replace(/[^a-z0-9]+$/, '');
  return readable ? `${readable}-${hash}` : `cluster-${hash}`;
}
