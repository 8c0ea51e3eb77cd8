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

import { median, rounded } from '../measurement/statistics';
import type { Record } from '../measurement/types';
import { visitPage, type Watched } from './visitPage';

const FLEET = {
  fleet: '10x1x125',
  region: 'eu-west-1',
  regions: ['eu-west-1'],
  clusters: 1_250,
  cells: 1_000,
  rounds: 5,
};

interface Visit {
  usableMs: number;
  /** From a change that was answered to the page that shows it. */
  shownMs: number;
  updating: Watched;
  /** Cells that were taken out of the page while it changed. */
  redrawn: number;
  /** The cumulative layout shift meanwhile. */
  shift: number;
}

/** The page of a rollout of a production build, in a real browser. */
export async function measureRolloutPage(record: Record): Promise<void> {
  const visits = await visitPage<Visit>('rollout', FLEET);
  const usable = visits.map(({ usableMs }) => usableMs / 1000);
  record({
    name: 'rollout page until it is usable',
    value: median(usable),
    unit: 's',
    bar: { atMost: 2.5 },
    detail: `${FLEET.cells} cells, all drawn, empty cache; visits: ${usable
      .map(rounded)
      .join(', ')}`,
  });
  record({
    name: 'cells drawn anew while the rollout changes',
    value: Math.max(...visits.map(({ redrawn }) => redrawn)),
    unit: 'cells',
    bar: { atMost: 0 },
    detail: 'paused and resumed; the most of all visits',
  });
  record({
    name: 'layout shift while the rollout changes',
    value: Math.max(...visits.map(({ shift }) => shift)),
    unit: '',
    bar: { atMost: 0.1 },
    detail: 'cumulative, the most of all visits; up to 0.1 is good',
  });
  record({
    name: 'longest task while the rollout changes',
    value: median(
      visits.map(visit => Math.max(0, ...visit.updating.longTasks)),
    ),
    unit: 'ms',
    bar: { atMost: 200 },
    detail: `median of ${visits.length} visits; a task below 50 ms counts as 0`,
  });
  record({
    name: 'from a change to the page that shows it',
    value: median(visits.map(({ shownMs }) => shownMs)),
    unit: 'ms',
    detail: 'by a signal; resumed over HTTP in it',
  });
}
