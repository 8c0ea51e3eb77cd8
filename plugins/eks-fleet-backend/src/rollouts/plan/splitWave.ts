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

import type { WaveRule } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PlannedClusterPart, PlanningCluster } from '../types';
import { labelOf } from './matchWave';
import { compareText, nameOf } from './trackPlan';

export interface WaveShare {
  name: string;
  /** As in `Region eu-west-1`; left out where the wave is not split. */
  by?: string;
  parts: PlannedClusterPart[];
}

const MAX_NAME_LENGTH = 63;

/** One share for each value that the rule splits by, the smallest first. */
export function splitWave(
  { name, splitBy }: WaveRule,
  parts: PlannedClusterPart[],
  taken: Set<string>,
): WaveShare[] {
  if (splitBy === undefined) {
    return [{ name, parts }];
  }
  const shares = new Map<string, PlannedClusterPart[]>();
  for (const part of parts) {
    const value = valueOf(part.cluster, splitBy) ?? '';
    const share = shares.get(value) ?? [];
    shares.set(value, share);
    share.push(part);
  }
  return [...shares]
    .sort(
      ([a, left], [b, right]) =>
        left.length - right.length || compareText(a, b),
    )
    .map(([value, own]) => ({
      name: uniqueName(`${name}-${slugOf(value)}`, taken),
      by:
        value === ''
          ? `no ${wordOf(splitBy)}`
          : `${wordOf(splitBy)} ${nameOf(value)}`,
      parts: own,
    }));
}

function valueOf(
  cluster: PlanningCluster,
  splitBy: string,
): string | undefined {
  switch (splitBy) {
    case 'account':
      return cluster.accountId;
    case 'region':
      return cluster.region;
    case 'environment':
      return cluster.environment;
    default:
      return labelOf(cluster, splitBy.slice('label:'.length));
  }
}

function wordOf(splitBy: string): string {
  return splitBy === 'region' ? 'Region' : splitBy.replace(/^label:/, 'label ');
}

function slugOf(value: string): string {
  const slug = value
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'none' : slug;
}

/** Also where two values read alike once they are made safe. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = cut(name, MAX_NAME_LENGTH);
  for (let count = 2; taken.has(unique); count++) {
    const suffix = `-${count}`;
    unique = `${cut(name, MAX_NAME_LENGTH - suffix.length)}${suffix}`;
  }
  taken.add(unique);
  return unique;
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[^a-z0-9]+$/, '');
}
