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
  PlacementChoice,
  PodSecurityLevel,
  SupportState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround } from '../ground/types';
import {
  judgeCluster,
  type JudgedCluster,
  type SupportOf,
} from './judgeCluster';

/** What a namespace needs of the cluster that it is on. */
export interface PlacementWish {
  environment: string;
  /** Any, where left out. */
  regions?: readonly string[];
  accounts?: readonly string[];
  /** Such as `arm64`; any where left out. */
  architecture?: string;
  vcpu: number;
  memoryGib: number;
  /** What policies are to enforce at least; any where left out. */
  policyLevel?: PodSecurityLevel;
}

/** Nobody reads further than this. */
const LISTED = 50;
/** Of those that do not fit, so many are told, with the reason. */
const UNFIT_LISTED = 20;

/**
 * Clusters for a namespace, the best first, then some that do not fit. What is
 * not known of a cluster counts against it, and never as good.
 */
export function placeNamespace(
  wish: PlacementWish,
  ground: Pick<PreflightGround, 'calendar' | 'fleet' | 'now'>,
): PlacementChoice[] {
  const supportOf = supportsOf(ground);
  const fitting: JudgedCluster[] = [];
  const unfit: JudgedCluster[] = [];
  for (const cluster of ground.fleet.clusters()) {
    const judged = judgeCluster(cluster, wish, supportOf);
    (judged.fits ? fitting : unfit).push(judged);
  }
  fitting.sort(byScore);
  // Near misses first: who asks for prod does not want to read of all of dev.
  unfit.sort((a, b) => a.distance - b.distance || byName(a, b));
  return [
    ...fitting.slice(0, LISTED).map((each, index) => present(each, index + 1)),
    ...unfit.slice(0, UNFIT_LISTED).map(each => present(each)),
  ];
}

/** Many clusters have few versions. */
function supportsOf({
  calendar,
  now,
}: Pick<PreflightGround, 'calendar' | 'now'>): SupportOf {
  const known = new Map<string, SupportState>();
  return (partition, version) => {
    const key = `${partition}/${version}`;
    const state =
      known.get(key) ?? calendar.support(partition, version, now).state;
    known.set(key, state);
    return state;
  };
}

function byScore(a: JudgedCluster, b: JudgedCluster): number {
  const difference = b.scores.findIndex(
    (score, index) => score !== a.scores[index],
  );
  return difference < 0
    ? byName(a, b)
    : b.scores[difference] - a.scores[difference];
}

function byName(a: JudgedCluster, b: JudgedCluster): number {
  return a.key < b.key ? -1 : 1;
}

function present(
  { cluster, key, reasons }: JudgedCluster,
  rank?: number,
): PlacementChoice {
  const { accountId, environment, name, region } = cluster;
  return {
    clusterKey: key,
    accountId,
    region,
    name,
    environment,
    ...(rank !== undefined && { rank }),
    reasons,
  };
}
