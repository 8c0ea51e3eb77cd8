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
  CellState,
  Rollout,
  RolloutCell,
  RolloutForecast,
  RolloutPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  aGate,
  anOutcome,
  aRollout,
  aWave,
  cellsOf,
  aCellCluster,
} from './rollouts';

const at = (time: string) => `2026-11-${time}:00Z`;

export function aForecast(
  part: Partial<RolloutForecast> = {},
): RolloutForecast {
  return {
    madeAt: at('23T11:00'),
    end: { p50: '2026-12-14T10:00:00Z', p90: '2026-12-19T10:00:00Z' },
    basis: 'measured',
    samples: 41,
    support: [
      {
        version: '1.33',
        clusters: 34,
        end: '2027-01-12T00:00:00Z',
        state: 'before',
        extendedSupportUsd: 0,
      },
    ],
    extendedSupportUsd: 0,
    ...part,
  };
}

/** In its third wave, which stands still for an alarm. */
export function thirdWave(): Rollout {
  return aRollout({
    id: 'third',
    title: 'Autumn',
    outcome: anOutcome({ total: 37, succeeded: 14, failed: 1 }),
    running: 3,
    forecast: aForecast(),
    plan: { madeAt: at('20T08:30'), hash: 'h1', problems: [] },
    waiting: {
      code: 'alarm.hold',
      message:
        'Wave 3 stands still for the alarm KubeAPIErrorBudgetBurn on staging-2; it goes on after 10 quiet minutes.',
      since: at('23T11:25'),
      until: at('23T12:10'),
      wave: 3,
    },
    waves: [
      aWave({
        index: 1,
        name: 'sandbox',
        lifecycle: 'done',
        cells: 1,
        outcome: anOutcome({ total: 1, succeeded: 1 }),
        startedAt: at('20T09:00'),
        endedAt: at('20T22:00'),
        bake: {
          seconds: 43_200,
          healthySeconds: 43_200,
          stoodStillSeconds: 0,
          samples: 1440,
          startedAt: at('20T10:00'),
          endsAt: at('20T22:00'),
          endedAt: at('20T22:00'),
        },
      }),
      aWave({
        index: 2,
        name: 'dev',
        lifecycle: 'done',
        cells: 6,
        outcome: anOutcome({ total: 6, succeeded: 6 }),
        startedAt: at('21T08:00'),
        endedAt: at('21T17:00'),
      }),
      aWave({
        index: 3,
        name: 'staging',
        lifecycle: 'running',
        cells: 8,
        running: 3,
        outcome: anOutcome({ total: 8, succeeded: 4, failed: 1 }),
        startedAt: at('23T08:00'),
        failureBudget: { asked: '20%', resolved: 1 },
        forecast: {
          start: { p50: at('23T08:00'), p90: at('23T08:00') },
          end: { p50: at('23T18:00'), p90: at('23T22:00') },
        },
      }),
      aWave({
        index: 4,
        name: 'prod-first',
        production: true,
        gates: [
          aGate({
            id: 'g4',
            wave: 4,
            state: 'notStarted',
            title: 'Approval by payments',
          }),
        ],
        forecast: {
          start: { p50: at('23T18:00'), p90: at('24T08:00') },
          end: { p50: at('25T08:00'), p90: at('26T08:00') },
        },
      }),
      aWave({
        index: 5,
        name: 'prod-rest',
        production: true,
        cells: 21,
        outcome: anOutcome({ total: 21 }),
        forecast: {
          start: { p50: at('25T08:00'), p90: at('26T08:00') },
          end: { p50: '2026-12-14T10:00:00Z', p90: '2026-12-19T10:00:00Z' },
        },
      }),
    ],
  });
}

export function thirdWaveCells(): RolloutCell[] {
  const many = (count: number, state: CellState) =>
    Array.from({ length: count }, () => state);
  return [
    ...cellsOf(1, ['succeeded']),
    ...cellsOf(2, many(6, 'succeeded')),
    ...cellsOf(3, [...many(4, 'succeeded'), 'failed', ...many(3, 'running')]),
    ...cellsOf(4, ['planned']),
    ...cellsOf(5, many(21, 'planned')),
  ];
}

/** At the gate of its first production wave. */
export function waitsForApproval(): Rollout {
  const approval = aGate({
    id: 'approve-1',
    wave: 2,
    title: 'Approval by payments',
    state: 'shut',
    needed: 1,
    mayDecide: true,
    expiresAt: at('30T12:00'),
    evidence: { readiness: '12 of 12 ready', failures: 0 },
    waiting: {
      code: 'gate.approval',
      message: 'Somebody of payments has to agree to wave 2.',
      who: [{ kind: 'group', ref: 'group:default/payments', name: 'payments' }],
    },
  });
  return aRollout({
    id: 'approval',
    title: 'Payments first',
    outcome: anOutcome({ total: 13, succeeded: 1 }),
    running: 0,
    createdBy: 'user:default/sam',
    startedBy: 'user:default/sam',
    plan: { madeAt: at('22T08:30'), hash: 'h2', problems: [] },
    waiting: {
      code: 'gate.approval',
      message: 'Somebody of payments has to agree to wave 2.',
      since: at('23T07:00'),
      who: [{ kind: 'group', ref: 'group:default/payments', name: 'payments' }],
      wave: 2,
      gateId: 'approve-1',
    },
    waves: [
      aWave({
        index: 1,
        name: 'canary',
        lifecycle: 'done',
        outcome: anOutcome({ total: 1, succeeded: 1 }),
        startedAt: at('22T09:00'),
        endedAt: at('23T07:00'),
      }),
      aWave({
        index: 2,
        name: 'payments',
        lifecycle: 'gated',
        production: true,
        cells: 12,
        outcome: anOutcome({ total: 12 }),
        gates: [
          aGate({
            id: 'ready-1',
            wave: 2,
            type: 'readiness',
            title: 'Readiness',
            state: 'open',
            checkedAt: at('23T11:59'),
            evidence: { ready: 12, blocked: 0 },
          }),
          approval,
        ],
      }),
    ],
  });
}

/** A thousand cells, a hundred of them under way. */
export function thousandCells(): { rollout: Rollout; cells: RolloutCell[] } {
  const states = Array.from({ length: 1000 }, (_, index): CellState => {
    if (index < 300) {
      return index % 50 === 49 ? 'failed' : 'succeeded';
    }
    return index < 400 ? 'running' : 'planned';
  });
  return {
    rollout: aRollout({
      id: 'thousand',
      title: 'Everything',
      outcome: anOutcome({ total: 1000, succeeded: 294, failed: 6 }),
      running: 100,
      waves: [
        aWave({
          name: 'all',
          lifecycle: 'running',
          cells: 1000,
          outcome: anOutcome({ total: 1000, succeeded: 294, failed: 6 }),
          startedAt: at('23T08:00'),
        }),
      ],
    }),
    cells: cellsOf(1, states),
  };
}

/** What planning thirteen clusters shows before it is done. */
export function aPreview(part: Partial<RolloutPreview> = {}): RolloutPreview {
  const when = {
    start: { p50: at('23T13:00'), p90: at('23T13:00') },
    end: { p50: at('24T13:00'), p90: at('25T13:00') },
  };
  const wave = {
    cells: 1,
    clusters: 1,
    production: false,
    concurrency: { asked: '25%', resolved: 1 },
    failureBudget: { asked: '0', resolved: 0 },
    bakeSeconds: 43_200,
    forecast: when,
  };
  return {
    hash: 'h9',
    waves: [
      { ...wave, index: 1, name: 'sandbox' },
      {
        ...wave,
        index: 2,
        name: 'production',
        production: true,
        gates: [{ phase: 'before', type: 'approval', title: 'Approval' }],
      },
    ],
    cells: [
      {
        name: 'sand-1',
        wave: 1,
        clusters: [
          {
            ...aCellCluster({ name: 'sand-1' }),
            trace: 'Wave sandbox took it by environment=sandbox.',
          },
        ],
      },
      {
        name: 'prod-1',
        wave: 2,
        clusters: [
          {
            ...aCellCluster({ name: 'prod-1' }),
            trace: 'Wave production took it by environment=prod.',
          },
        ],
      },
    ],
    unassigned: [{ arn: 'arn:x', name: 'lone-1', reason: 'No wave takes it.' }],
    skipped: [
      {
        arn: 'arn:y',
        name: 'new-1',
        code: 'alreadyThere',
        reason: 'It runs 1.34 already.',
      },
    ],
    problems: [
      {
        code: 'wave.wholeSystem',
        severity: 'warning',
        message: 'Wave production holds every cluster of checkout.',
      },
    ],
    forecast: aForecast(),
    ...part,
  };
}
