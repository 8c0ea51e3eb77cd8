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

import type { Nodegroup } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { minorOf } from '../../readiness/assess/versions';
import type { PlanningCluster } from '../types';

export type ImageFamily = 'amazonLinux' | 'bottlerocket' | 'windows';

/** The newest release of each kind of node image that is seen in the fleet. */
export class NodeReleases {
  readonly #newest = new Map<string, string>();

  private constructor() {}

  static of(
    clusters: Array<Pick<PlanningCluster, 'observations'>>,
  ): NodeReleases {
    const releases = new NodeReleases();
    for (const { observations } of clusters) {
      for (const nodegroup of observations.nodegroups?.document?.nodegroups ??
        []) {
        releases.#note(nodegroup);
      }
    }
    return releases;
  }

  /** For a node group's image and Kubernetes version, its own among them. */
  newestFor(nodegroup: Nodegroup): string | undefined {
    const key = keyOf(nodegroup);
    return key === undefined ? undefined : this.#newest.get(key);
  }

  #note(nodegroup: Nodegroup): void {
    const { releaseVersion } = nodegroup;
    const key = keyOf(nodegroup);
    if (key === undefined || !familyOfRelease(releaseVersion)) {
      return;
    }
    const known = this.#newest.get(key);
    if (known === undefined || compareImages(releaseVersion!, known) > 0) {
      this.#newest.set(key, releaseVersion!);
    }
  }
}

/** The family that a node group's type of image belongs to; `undefined` for an own image. */
export function familyOf(amiType: string | undefined): ImageFamily | undefined {
  if (amiType?.startsWith('BOTTLEROCKET_')) {
    return 'bottlerocket';
  }
  if (amiType?.startsWith('WINDOWS_')) {
    return 'windows';
  }
  return amiType?.startsWith('AL2') ? 'amazonLinux' : undefined;
}

/** The family whose releases are written in this way, such as `1.34.2-20261110`. */
export function familyOfRelease(
  release: string | undefined,
): ImageFamily | undefined {
  if (/^1\.\d{1,3}\.\d{1,4}-20\d{6}$/.test(release ?? '')) {
    return 'amazonLinux';
  }
  if (/^1\.\d{1,3}-20\d\d\.\d\d\.\d\d$/.test(release ?? '')) {
    return 'windows';
  }
  return /^\d{1,3}\.\d{1,4}\.\d{1,4}-[0-9a-f]{8}$/.test(release ?? '')
    ? 'bottlerocket'
    : undefined;
}

/** The Kubernetes version that a release is of; Bottlerocket's do not say it. */
export function kubernetesOf(release: string): string | undefined {
  return familyOfRelease(release) === 'bottlerocket'
    ? undefined
    : minorOf(release);
}

/** Orders releases of one family: the numbers, and a date as a number. */
export function compareImages(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function numbersOf(release: string): number[] {
  // What follows Bottlerocket's version is a commit, which orders nothing.
  const text =
    familyOfRelease(release) === 'bottlerocket'
      ? release.split('-')[0]
      : release;
  return (text.match(/\d+/g) ?? []).map(Number);
}

function keyOf({ amiType, version }: Nodegroup): string | undefined {
  const minor = minorOf(version);
  return familyOf(amiType) && minor && `${amiType}/${minor}`;
}
