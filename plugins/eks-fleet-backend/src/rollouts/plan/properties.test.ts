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

import { NOW } from '../../__testUtils__/clock';
import { forecastRollout } from '../forecast/forecastRollout';
import { plannedWaves } from '../forecast/plannedWaves';
import type { ForecastInput } from '../forecast/types';
import type { PlanInput } from '../types';
import { randomPlan } from './__testUtils__/randomPlan';
import { orderedHops } from './orderedHops';
import { planWaves } from './planWaves';
import { previewOf } from './previewOf';

const RUNS = 60;

function forecastInput(input: PlanInput): ForecastInput {
  return {
    waves: plannedWaves(planWaves(input), input.strategy),
    strategy: input.strategy,
    samples: [],
    now: NOW,
    support: [
      {
        version: '1.31',
        endOfStandardSupport: '2026-01-01T00:00:00Z',
        endOfExtendedSupport: '2027-01-01T00:00:00Z',
      },
    ],
    extendedUsdPerHour: 0.5,
  };
}

const seeds = Array.from({ length: RUNS }, (_, index) => index + 1);

describe('any plan', () => {
  it('has each cluster in one place', () => {
    for (const seed of seeds) {
      const input = randomPlan(seed);
      const { waves, unassigned, skipped } = planWaves(input);
      const places = [
        ...waves.flatMap(({ cells }) =>
          cells.flatMap(({ clusters }) =>
            clusters.map(({ cluster }) => cluster.arn),
          ),
        ),
        ...unassigned.map(({ cluster }) => cluster.arn),
        ...skipped.map(({ arn }) => arn),
      ];
      expect(places.sort()).toEqual(
        input.clusters.map(({ arn }) => arn).sort(),
      );
    }
  });

  it('moves control planes by one minor a hop, and no kubelet past them', () => {
    for (const seed of seeds) {
      for (const wave of planWaves(randomPlan(seed)).waves) {
        for (const { tracks } of wave.cells.flatMap(cell => cell.clusters)) {
          const minor = (version: string | undefined) =>
            Number(version?.split('.')[1]);
          let current = minor(
            tracks.find(({ kind }) => kind === 'controlPlane')?.from ??
              tracks[0].to,
          );
          for (const { track, to } of orderedHops(tracks)) {
            // Nodes may come up to the control plane, and it may go one further.
            const isControlPlane = track.kind === 'controlPlane';
            const most = isControlPlane ? current + 1 : current;
            const least = isControlPlane ? most : 0;
            expect(minor(to)).toBeLessThanOrEqual(most);
            expect(minor(to)).toBeGreaterThanOrEqual(least);
            current = isControlPlane ? minor(to) : current;
          }
        }
      }
    }
  });

  it('has waves with names of their own, cells, slots for them, and shrinking bakes', () => {
    for (const seed of seeds) {
      const { waves } = planWaves(randomPlan(seed));
      expect(new Set(waves.map(({ name }) => name)).size).toBe(waves.length);
      expect(waves.map(({ index }) => index)).toEqual(
        waves.map((_, i) => i + 1),
      );
      const ruled = waves.filter(({ rule }) => rule.bake === undefined);
      const bakes = ruled.map(({ bakeSeconds }) => bakeSeconds);
      expect(bakes).toEqual([...bakes].sort((a, b) => b - a));
      for (const { cells, concurrency, failureBudget } of waves) {
        expect(cells.length).toBeGreaterThan(0);
        expect(concurrency.resolved).toBeGreaterThan(0);
        expect(concurrency.resolved).toBeLessThanOrEqual(cells.length);
        expect(failureBudget.resolved).toBeLessThanOrEqual(cells.length);
      }
    }
  });

  it('is the same for the same input', () => {
    for (const seed of seeds.slice(0, 30)) {
      const input = randomPlan(seed);
      const again = randomPlan(seed);
      again.clusters.reverse();
      expect(planWaves(again)).toEqual(planWaves(input));
    }
  });

  it('can be shown', () => {
    for (const seed of seeds) {
      const input = forecastInput(randomPlan(seed));
      const plan = planWaves(randomPlan(seed));
      const preview = previewOf(plan, forecastRollout(input), input.strategy);
      expect(() => JSON.stringify(preview)).not.toThrow();
      expect(preview.cells).toHaveLength(
        preview.waves.reduce((sum, { cells }) => sum + cells, 0),
      );
    }
  });
});

describe('any forecast', () => {
  it('is never quicker at p90, and each wave ends after it starts', () => {
    for (const seed of seeds) {
      const { waves, end, extendedSupportUsd } = forecastRollout(
        forecastInput(randomPlan(seed)),
      );
      expect(end.p50 <= end.p90).toBe(true);
      expect(extendedSupportUsd).toBeGreaterThanOrEqual(0);
      let before = NOW.toISOString();
      for (const wave of waves) {
        expect(wave.start.p50 <= wave.start.p90).toBe(true);
        expect(wave.end.p50 <= wave.end.p90).toBe(true);
        expect(wave.start.p50 <= wave.end.p50).toBe(true);
        expect(wave.start.p90 <= wave.end.p90).toBe(true);
        expect(before <= wave.start.p50).toBe(true);
        before = wave.end.p50;
      }
      expect(before <= end.p50).toBe(true);
    }
  });

  it.each<[string, (input: PlanInput) => PlanInput['strategy']]>([
    [
      'more bake',
      ({ strategy }) => ({
        ...strategy,
        bake: { first: '40h', floor: '20h' },
        waves: strategy.waves.map(wave => ({
          ...wave,
          bake: wave.bake && '40h',
        })),
      }),
    ],
    [
      'one cell at a time',
      ({ strategy }) => ({ ...strategy, concurrency: '1' }),
    ],
    [
      'a freeze more',
      ({ strategy }) => ({
        ...strategy,
        freezes: [
          ...(strategy.freezes ?? []),
          {
            name: 'more',
            from: '2026-11-25T00:00:00Z',
            to: '2026-12-10T00:00:00Z',
          },
        ],
      }),
    ],
    [
      'an approval more',
      ({ strategy }) => ({
        ...strategy,
        after: [{ type: 'approval' }],
      }),
    ],
  ])('ends never earlier, and costs never less, with %s', (_, change) => {
    for (const seed of seeds) {
      const input = randomPlan(seed);
      const less = forecastRollout(forecastInput(input));
      const more = forecastRollout(
        forecastInput({ ...input, strategy: change(input) }),
      );
      expect(more.end.p50 >= less.end.p50).toBe(true);
      expect(more.end.p90 >= less.end.p90).toBe(true);
      expect(more.extendedSupportUsd).toBeGreaterThanOrEqual(
        less.extendedSupportUsd,
      );
    }
  });
});
