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
  PolicyCell,
  PolicyMatrix,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutCluster,
  RolloutGateContext,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { createPolicyGate } from './policyGate';

const cluster = (name: string): RolloutCluster => ({
  partition: 'aws',
  accountId: '111111111111',
  region: 'eu-west-1',
  entityRef: `resource:default/${name}`,
  arn: `arn:aws:eks:eu-west-1:111111111111:cluster/${name}`,
  name,
  labels: {},
});

const ALPHA = cluster('alpha');
const BETA = cluster('beta');

const OK: PolicyCell = { state: 'deployed', mode: 'audit', pass: 3 };

function matrixOf(cells: Record<string, PolicyCell[]>): PolicyMatrix {
  return {
    by: 'cluster',
    columns: [ALPHA, BETA].map(({ arn, name }) => ({
      key: arn,
      title: name,
      clusters: 1,
    })),
    rows: Object.entries(cells).map(([name, of]) => ({
      policy: { name } as PolicyMatrix['rows'][number]['policy'],
      policies: [],
      cells: of,
    })),
  };
}

function check(
  cells: Record<string, PolicyCell[]>,
  asked: object = {},
  clusters = [ALPHA, BETA],
) {
  const matrix = jest.fn(async () => matrixOf(cells));
  const want = jest.fn(async () => {});
  const gate = createPolicyGate({ views: { matrix }, want });
  const context = { clusters, changed: [] } as unknown as RolloutGateContext;
  return {
    matrix,
    want,
    result: gate.check(gate.parse(asked), context),
  };
}

describe('policy gate', () => {
  it('opens while nothing of the category is broken', async () => {
    const { matrix, result } = check({ 'removed-apis': [OK, OK] });
    expect(await result).toMatchObject({
      state: 'open',
      message: 'No policy of upgrade-safety is broken',
    });
    expect(matrix).toHaveBeenCalledWith('all', {
      filter: [
        `category=upgrade-safety,cluster=${ALPHA.arn},cluster=${BETA.arn}`,
      ],
    });
  });

  it('says what breaks what and where', async () => {
    const { result } = check({
      'removed-apis': [OK, { ...OK, fail: 2 }],
      'no-blocking-budget': [{ ...OK, error: 1 }, OK],
    });
    expect(await result).toMatchObject({
      state: 'shut',
      code: 'gate.policy',
      message:
        '1 resource breaks no-blocking-budget on alpha; 2 resources break removed-apis on beta',
    });
  });

  it('does not mind what is exempt', async () => {
    const { result } = check({ 'removed-apis': [{ ...OK, exempt: 4 }, OK] });
    expect((await result).state).toBe('open');
  });

  it.each<[string, PolicyCell, string]>([
    [
      'stale',
      { ...OK, stale: true },
      'removed-apis on beta was not read lately',
    ],
    [
      'not ready',
      { ...OK, ready: false },
      'removed-apis on beta is not evaluated',
    ],
    [
      'not there',
      { state: 'notDeployed' },
      'beta has no policy of upgrade-safety',
    ],
    [
      'without an engine',
      { state: 'noEngine', fail: 3 },
      'beta has no policy of upgrade-safety',
    ],
    [
      'never read',
      { state: 'unknown' },
      'beta has no policy of upgrade-safety',
    ],
  ])(
    'holds where a cell is %s, and has it looked at',
    async (_, cell, message) => {
      const { result, want } = check({ 'removed-apis': [OK, cell] });
      expect(await result).toMatchObject({ state: 'unknown', message });
      expect(want).toHaveBeenCalledWith([ALPHA.arn, BETA.arn]);
    },
  );

  it('accepts clusters without such policies where it is asked to', async () => {
    const { result } = check(
      { 'removed-apis': [OK, { state: 'noEngine' }] },
      { acceptNone: true },
    );
    expect((await result).state).toBe('open');
  });

  it.each([
    [{ categories: [] }, 'with.categories'],
    [{ severities: ['bad'] }, 'with.severities.0'],
    [{ of: 'all' }, 'with.of'],
    [{ more: 1 }, 'with'],
  ])('refuses %j and names the field', (asked, field) => {
    const gate = createPolicyGate({ views: {} as never, want: async () => {} });
    expect(() => gate.parse(asked)).toThrow(field);
  });
});
