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

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CellRunner } from './engine/CellRunner';
import type { RolloutRunner } from './engine/RolloutRunner';
import type { RolloutStates } from './store/DatabaseRolloutStates';

/** `lost`: somebody else had the row by then, or it was another revision. */
type StepResult = 'recorded' | 'lost' | 'failed';

/** What the engine tells of itself, and of what waits for it. */
export class EngineMetrics {
  readonly #steps;
  readonly #reconciles;

  constructor(
    metrics: MetricsService,
    states: RolloutStates,
    now: () => Date = () => new Date(),
  ) {
    this.#steps = metrics.createCounter<{ kind: string; result: string }>(
      'eks_fleet.rollouts.steps',
      { description: 'Steps of rollouts and cells by result', unit: '{step}' },
    );
    this.#reconciles = metrics.createHistogram<{ result: string }>(
      'eks_fleet.rollouts.reconcile.duration',
      { description: 'Time that a reconcile took', unit: 's' },
    );
    observeStates(metrics, states, now);
  }

  /** Counts its steps. */
  rollouts(runner: Pick<RolloutRunner, 'step'>): Pick<RolloutRunner, 'step'> {
    return {
      step: async (...given) => {
        let result: StepResult = 'failed';
        try {
          const recorded = await runner.step(...given);
          result = recorded ? 'recorded' : 'lost';
          return recorded;
        } finally {
          this.#steps.add(1, { kind: 'rollout', result });
        }
      },
    };
  }

  /** Counts its steps. */
  cells(runner: Pick<CellRunner, 'step'>): Pick<CellRunner, 'step'> {
    return {
      step: async (claims, ...given) => {
        let result: StepResult = 'failed';
        try {
          await runner.step(claims, ...given);
          result = 'recorded';
        } finally {
          this.#steps.add(claims.length, { kind: 'cell', result });
        }
      },
    };
  }

  async reconcile(run: () => Promise<void>): Promise<void> {
    const start = performance.now();
    let result = 'failure';
    try {
      await run();
      result = 'success';
    } finally {
      this.#reconciles.record((performance.now() - start) / 1000, { result });
    }
  }
}

function observeStates(
  metrics: MetricsService,
  states: RolloutStates,
  now: () => Date,
): void {
  metrics
    .createObservableGauge<{ lifecycle: string }>('eks_fleet.rollouts', {
      description: 'Rollouts by lifecycle',
      unit: '{rollout}',
    })
    .addCallback(async result => {
      for (const { count, lifecycle } of await states.lifecycles()) {
        result.observe(count, { lifecycle });
      }
    });
  metrics
    .createObservableGauge<{ state: string }>('eks_fleet.rollouts.cells', {
      description: 'Cells of rollouts that are under way, by state',
      unit: '{cell}',
    })
    .addCallback(async result => {
      for (const { count, state } of await states.cells()) {
        result.observe(count, { state });
      }
    });
  metrics
    .createObservableGauge<{ kind: string; code: string }>(
      'eks_fleet.rollouts.waiting',
      {
        description: 'Rollouts and cells that wait, by what they wait for',
        unit: '{row}',
      },
    )
    .addCallback(async result => {
      for (const { code, count, kind } of await states.waiting()) {
        result.observe(count, { kind, code });
      }
    });
  metrics
    .createObservableGauge('eks_fleet.rollouts.reconcile.lag', {
      description: 'How long the step is due that has been due the longest',
      unit: 's',
    })
    .addCallback(async result => {
      result.observe(await states.lagSeconds(now()));
    });
  metrics
    .createObservableGauge('eks_fleet.rollouts.stopped', {
      description: 'Whether everything is halted by fleet.stop',
      unit: '{fleet}',
    })
    .addCallback(async result => {
      result.observe((await states.stopped()) ? 1 : 0);
    });
}
