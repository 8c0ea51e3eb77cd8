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

import { median, percentile, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import {
  assessCluster,
  assessNamespace,
  clusterCost,
  namespaceCost,
  nextFreeCidr,
  placeNamespace,
  quotaUse,
  type PreflightGround,
} from './internals';
import { accountOf, teamOf } from './requestFleet';
import {
  CLUSTERS,
  largeGround,
  NAMESPACES,
  RESERVATIONS,
} from './requestGround';
import { clusterSpecOf, namespaceSpecOf } from './requestSpecs';

const ROUNDS = 200;
const WARM_UP_ROUNDS = 20;
const BAR = { atMost: 100 };
const SIZE = `${CLUSTERS} clusters, ${NAMESPACES} namespaces, ${RESERVATIONS} requests under way`;

/** What a keystroke waits for: verdict, cost, quota, addresses and placement. */
export async function measurePreflight(record: Record): Promise<void> {
  const many = largeGround();
  const platform = 'group:default/platform';
  const allOfOne = largeGround({ ownerOfNamespaces: platform });
  measure(
    record,
    'p95 of a preflight of a namespace, with its price and quota',
    round => judgeNamespace(round, teamOf(0), many.withRequestsAnew()),
  );
  measure(
    record,
    `p95 of the same for a team that has all ${NAMESPACES} namespaces`,
    round => judgeNamespace(round, platform, allOfOne.withRequestsAnew()),
  );
  measure(
    record,
    'p95 of a preflight of a cluster, with its price, quota and next free addresses',
    round => judgeCluster(round, many.withRequestsAnew()),
  );
  measure(record, 'p95 of where a namespace fits best', round =>
    placeNamespace(
      {
        environment: 'prod',
        architecture: 'arm64',
        vcpu: 1 + (round % 8),
        memoryGib: 8,
      },
      many.withRequestsAnew(),
    ),
  );
  measure(
    record,
    'p95 of a preflight of a namespace whose fleet has just changed',
    round => judgeNamespace(round, teamOf(0), many.withFleetAnew()),
  );
}

function measure(
  record: Record,
  name: string,
  ask: (round: number) => object,
): void {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const start = performance.now();
    bytes = JSON.stringify(ask(round)).length;
    const milliseconds = performance.now() - start;
    if (round >= WARM_UP_ROUNDS) {
      times.push(milliseconds);
    }
  }
  record({
    name,
    value: percentile(times, 0.95),
    unit: 'ms',
    bar: BAR,
    detail: `median ${rounded(
      median(times),
    )} of ${ROUNDS}, from the form to JSON of ${rounded(
      bytes / 1000,
    )} kB; ${SIZE}`,
  });
}

function judgeNamespace(
  round: number,
  owner: string,
  ground: PreflightGround,
): object {
  const ask = {
    operation: 'create' as const,
    spec: namespaceSpecOf(round, owner),
  };
  const cost = namespaceCost(ask, ground);
  const verdict = assessNamespace(ask, ground, cost);
  refuseTrivial(verdict.reasons.length);
  return { verdict, cost, quota: quotaUse(owner, ground) };
}

function judgeCluster(round: number, ground: PreflightGround): object {
  const free = nextFreeCidr(
    { accountId: accountOf(0), region: 'eu-west-1', environment: 'prod' },
    ground,
  );
  if (!('cidr' in free)) {
    throw new Error(free.problem);
  }
  const ask = {
    operation: 'create' as const,
    spec: clusterSpecOf(round, free.cidr),
  };
  const cost = clusterCost(ask, ground);
  const verdict = assessCluster(ask, ground, cost);
  refuseTrivial(verdict.reasons.length);
  return { verdict, cost, free, quota: quotaUse(ask.spec.owner, ground) };
}

/** Whoever measures a verdict without a reason measures nothing. */
function refuseTrivial(reasons: number): void {
  if (reasons === 0) {
    throw new Error('A verdict gave no reason');
  }
}
