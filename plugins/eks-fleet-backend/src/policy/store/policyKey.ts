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

import type { PolicyName } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { sha256 } from '../../database/sha256';

/** Hexadecimal digits that tell lists of texts apart; each text keeps to itself. */
export function keyOf(texts: unknown, digits: number): string {
  return sha256(JSON.stringify(texts)).slice(0, digits);
}

/** A policy's id, the same on all clusters: 16 hex digits. */
export function policyKey(policy: PolicyName): string {
  const { engine, kind, namespace = '', name } = policy;
  return keyOf([engine, kind, namespace, name], 16);
}
