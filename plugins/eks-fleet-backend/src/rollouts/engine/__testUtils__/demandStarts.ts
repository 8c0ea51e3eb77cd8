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

import type { CellRecord } from '../../records';
import { demand } from './demand';
import type { Accepted, Seen } from './ModelMonitor';

/** What must hold as cells start, counted from the cells themselves. */
export function demandStarts(
  started: CellRecord[],
  { cells, snapshot: { rollout, waves } }: Seen,
  {
    accepted,
    all,
    perAccountAndRegion,
  }: {
    accepted: Accepted | undefined;
    /** Of all rollouts. */
    all: CellRecord[];
    perAccountAndRegion: number;
  },
): void {
  if (started.length === 0) {
    return;
  }
  const [{ wave: index }] = started;
  const wave = waves.find(item => item.index === index)!;
  const own = [...cells.values()];
  const failed = own.filter(({ state }) => state === 'failed');
  const here = failed.filter(cell => cell.wave === index).length;
  const budget = rollout.plan?.rolloutFailureBudget?.resolved ?? Infinity;
  demand(
    here <=
      Math.max(
        wave.plan.failureBudget.resolved,
        accepted?.waves.get(index) ?? 0,
      ),
    `cells of wave ${index} start with ${here} failed in it`,
  );
  demand(
    failed.length <= Math.max(budget, accepted?.rollout ?? 0),
    `cells start with ${failed.length} failed in the rollout`,
  );
  demand(
    wave.lifecycle === 'running',
    `cells start in a wave that is ${wave.lifecycle}`,
  );
  demand(
    own.filter(cell => cell.wave === index && takesSlot(cell)).length <=
      wave.plan.concurrency.resolved,
    'more cells at once than the wave may',
  );
  const arns = new Set(started.flatMap(arnsOf));
  demand(
    all.every(
      cell =>
        cell.rolloutId === rollout.id ||
        (cell.state !== 'running' && cell.state !== 'rollingBack') ||
        arnsOf(cell).every(arn => !arns.has(arn)),
    ),
    'two rollouts at one cluster',
  );
  for (const place of new Set(started.flatMap(placesOf))) {
    const there = all.filter(
      cell => takesSlot(cell) && placesOf(cell).includes(place),
    );
    const clusters = there.flatMap(placesOf).filter(one => one === place);
    demand(
      clusters.length <= perAccountAndRegion || there.length === 1,
      `${clusters.length} clusters at once in ${place}`,
    );
  }
}

function takesSlot({ stage, state }: CellRecord): boolean {
  return (state === 'running' && stage !== 'parked') || state === 'rollingBack';
}

function arnsOf({ clusters }: CellRecord): string[] {
  return clusters.map(({ cluster }) => cluster.arn);
}

function placesOf({ clusters }: CellRecord): string[] {
  return clusters.map(
    ({ cluster }) => `${cluster.accountId}/${cluster.region}`,
  );
}
