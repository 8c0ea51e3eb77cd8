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

import { forecastRollout } from '../forecast/forecastRollout';
import { plannedWaves } from '../forecast/plannedWaves';
import type { PlanInput } from '../types';
import {
  clustersOf,
  planInput,
  planningCluster,
  strategyOf,
} from './__testUtils__/planning';
import { planWaves } from './planWaves';
import { previewOf } from './previewOf';

const NOW = new Date('2026-11-23T12:00:00Z');

function preview(change: Partial<PlanInput>) {
  const input = planInput(change);
  const plan = planWaves(input);
  const forecast = forecastRollout({
    waves: plannedWaves(plan, input.strategy),
    strategy: input.strategy,
    samples: [],
    now: NOW,
    support: [],
    extendedUsdPerHour: 0.5,
  });
  return previewOf(plan, forecast, input.strategy);
}

describe('previewOf', () => {
  it('tells each wave with its gates, resolved numbers and forecast', () => {
    const { waves, forecast, hash } = preview({
      clusters: clustersOf('prod', 4),
      strategy: strategyOf({
        before: [{ type: 'readiness' }],
        after: [{ type: 'prometheus', title: 'Errors below 1 %' }],
        waves: [
          { name: 'first', size: '1', before: [{ type: 'approval' }] },
          { name: 'rest', splitBy: 'environment' },
        ],
      }),
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(waves).toEqual([
      {
        index: 1,
        name: 'first',
        rule: 'first',
        cells: 1,
        clusters: 1,
        production: true,
        concurrency: { asked: '25%', resolved: 1 },
        failureBudget: { asked: '0', resolved: 0 },
        bakeSeconds: 12 * 3600,
        gates: [
          { phase: 'before', type: 'readiness', title: 'Readiness' },
          { phase: 'before', type: 'approval', title: 'Approval' },
          { phase: 'after', type: 'prometheus', title: 'Errors below 1 %' },
        ],
        forecast: {
          start: {
            p50: '2026-11-23T12:00:00.000Z',
            p90: '2026-11-23T20:00:00.000Z',
          },
          end: expect.any(Object),
        },
      },
      expect.objectContaining({
        index: 2,
        name: 'rest-prod',
        rule: 'rest',
        cells: 3,
        bakeSeconds: 7 * 3600,
      }),
    ]);
    expect(waves[1].forecast.end).toEqual(forecast.end);
    expect(waves[1].forecast.start).toEqual(waves[0].forecast.end);
  });

  it('tells each cluster with its way, and those that stay', () => {
    const { cells, unassigned, skipped } = preview({
      clusters: [
        planningCluster('moves', { owner: 'group:default/shop' }),
        planningCluster('stays', { version: '1.34' }),
        planningCluster('left'),
      ],
      strategy: strategyOf({
        waves: [{ name: 'only', match: { clusters: ['moves'] } }],
      }),
    });
    expect(JSON.parse(JSON.stringify(cells))).toEqual([
      {
        name: 'moves',
        wave: 1,
        clusters: [
          {
            arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/moves',
            entityRef: 'resource:default/moves',
            name: 'moves',
            accountId: '111122223333',
            region: 'eu-west-1',
            owner: 'group:default/shop',
            from: '1.33',
            tracks: [
              {
                kind: 'controlPlane',
                from: '1.33',
                to: '1.34',
                now: '1.33',
                hops: ['1.34'],
                state: 'planned',
              },
              {
                kind: 'nodegroup',
                name: 'workers',
                from: '1.33',
                to: '1.34',
                now: '1.33',
                hops: ['1.34'],
                state: 'planned',
              },
            ],
            trace: 'Wave only took it by its name',
          },
        ],
      },
    ]);
    expect(unassigned.map(({ name }) => name)).toEqual(['left']);
    expect(skipped.map(({ name }) => name)).toEqual(['stays']);
  });

  it('tells of an own type of gate by its name', () => {
    const { waves } = preview({
      strategy: strategyOf({ before: [{ type: 'toString' }] }),
    });
    expect(waves[0].gates).toEqual([
      { phase: 'before', type: 'toString', title: 'toString' },
    ]);
  });
});
