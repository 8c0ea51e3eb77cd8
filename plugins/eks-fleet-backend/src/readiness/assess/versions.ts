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

import { versionRank } from '@eks-fleet/backstage-plugin-eks-fleet-common';

const MAJOR = 10_000;
/** More than EKS ever offered at once; a bound for nonsense. */
const MAX_HOPS = 20;

/** The minor version that a rank of `versionRank` stands for. */
export function versionOf(rank: number): string {
  return `${Math.floor(rank / MAJOR)}.${rank % MAJOR}`;
}

/** `1.33` of `v1.33.9-eks-113cf36`; `undefined` for what is no version. */
export function minorOf(version: string | undefined): string | undefined {
  const rank = versionRank(version);
  return rank < 0 ? undefined : versionOf(rank);
}

/**
 * Each minor version on the way, the target last: EKS moves a control plane
 * one minor at a time. Empty where there is nothing to move.
 */
export function hopsBetween(current: string, target: string): string[] {
  const from = versionRank(current);
  const to = versionRank(target);
  if (to < 0 || from >= to) {
    return [];
  }
  if (from < 0) {
    return [versionOf(to)];
  }
  const count = Math.min(to - from, MAX_HOPS);
  return Array.from({ length: count }, (_, index) =>
    versionOf(to - count + index + 1),
  );
}

/**
 * How many minors a kubelet or kube-proxy may trail the control plane by:
 * three, and two before 1.25. Neither may ever be newer.
 */
export function allowedSkew(rank: number): number {
  return rank >= versionRank('1.25') ? 3 : 2;
}

/** Orders add-on versions such as `v1.19.0-eksbuild.1` by their numbers. */
export function compareReleases(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** The numbers of a release, `undefined` where it does not begin with one. */
export function parseRelease(
  version: string | undefined,
): number[] | undefined {
  return /^v?\d+(\.\d+)*/.test(version ?? '') ? numbersOf(version!) : undefined;
}

function numbersOf(version: string): number[] {
  return (version.slice(0, 200).match(/\d+/g) ?? []).map(Number);
}
