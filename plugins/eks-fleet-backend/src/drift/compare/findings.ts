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

import type { DriftUncompared } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Comparison, FoundDifference } from './driftOfCluster';

type Value = string | number | boolean | readonly string[];

/** Collects what differs, and what could not be compared. */
export class Findings implements Comparison {
  readonly differences: FoundDifference[] = [];
  readonly uncompared: DriftUncompared[] = [];

  /** One value against another; what Git does not say is nothing to compare. */
  compare(
    field: string,
    inGit: Value | undefined,
    inEks: Value | undefined,
    name?: string,
  ): void {
    if (inGit === undefined) {
      return;
    }
    if (inEks === undefined) {
      this.notObserved(field);
    } else if (wordOf(inGit) !== wordOf(inEks)) {
      this.differences.push({
        field,
        ...(name !== undefined && { name }),
        kind: 'changed',
        inGit: wordOf(inGit),
        inEks: wordOf(inEks),
      });
    }
  }

  onlyInGit(field: string, value: string, name?: string): void {
    this.differences.push({
      field,
      ...(name !== undefined && { name }),
      kind: 'onlyInGit',
      inGit: value,
    });
  }

  onlyInEks(field: string, value: string, name?: string): void {
    this.differences.push({
      field,
      ...(name !== undefined && { name }),
      kind: 'onlyInEks',
      inEks: value,
    });
  }

  notObserved(field: string): void {
    this.uncompared.push({ field, reason: 'notObserved' });
  }
}

/** As people read it; the same for the same set. */
function wordOf(value: Value): string {
  if (typeof value === 'object') {
    return [...new Set(value)].sort().join(', ') || '–';
  }
  return String(value);
}
