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

import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const known = new WeakMap<PolicyCell, Map<string, PolicyCell>>();

/** A cell with something more; the same again for the same cell. */
export function withFact(
  cell: PolicyCell,
  fact: Pick<PolicyCell, 'drift'> | Pick<PolicyCell, 'safeToEnforce'>,
): PolicyCell {
  const key = JSON.stringify(fact);
  const ofCell = known.get(cell) ?? new Map<string, PolicyCell>();
  known.set(cell, ofCell);
  const made = ofCell.get(key) ?? { ...cell, ...fact };
  ofCell.set(key, made);
  return made;
}
