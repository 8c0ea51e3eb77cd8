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

import type {
  SourceCount,
  SourceState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { compareTargetStates } from '../states';
import { SOURCE_KINDS } from './sourceText';

/** How many sources of one kind have which state. */
export interface SourceKindCounts {
  kind: string;
  total: number;
  /** The worst first. */
  states: { state: SourceState; count: number }[];
}

/** Counts by kind: each that this page knows, and then those that it does not. */
export function countByKind(counts: SourceCount[]): SourceKindCounts[] {
  const kinds = new Set<string>([
    ...SOURCE_KINDS,
    ...counts.map(({ kind }) => kind),
  ]);
  return Array.from(kinds, kind => {
    const states = counts
      .filter(entry => entry.kind === kind && entry.count > 0)
      .map(({ state, count }) => ({ state, count }))
      .sort((a, b) => compareTargetStates(a.state, b.state));
    return { kind, total: sum(states), states };
  });
}

/** How many are not fresh, and how many there are, of one kind or of all. */
export function countNotFresh(counts: SourceCount[], kind?: string) {
  const ofKind = counts.filter(entry => !kind || entry.kind === kind);
  return {
    total: sum(ofKind),
    notFresh: sum(
      ofKind.filter(
        ({ state }) => state !== 'fresh' && state !== 'notInstalled',
      ),
    ),
  };
}

function sum(entries: { count: number }[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}
