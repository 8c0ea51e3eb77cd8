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

import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { CellRecord, PolicyRecord } from '../types';
import {
  comparePolicies,
  presentPolicy,
  presentPolicyFacts,
  sumCounts,
} from './presentPolicy';

const POLICY: PolicyRecord = {
  id: '0123456789abcdef',
  engine: 'kyverno',
  kind: 'ClusterPolicy',
  name: 'require-requests',
  severity: 'medium',
};

const record = (facts: Partial<CellRecord>): CellRecord => ({
  policyId: POLICY.id,
  column: 'arn',
  seen: true,
  fail: 0,
  warn: 0,
  error: 0,
  exempt: 0,
  atLeast: false,
  severity: 'unknown',
  clusters: 1,
  deployedOn: 1,
  ...facts,
});

describe('sumCounts', () => {
  it.each<[string, Array<Partial<CellRecord>>, object]>([
    ['nothing', [], { fail: 0, pass: undefined, passes: undefined }],
    [
      'what is exact on all',
      [
        { fail: 1, pass: 4, passes: 'exact' },
        { fail: 2, pass: 6, passes: 'exact' },
      ],
      { fail: 3, pass: 10, passes: 'exact' },
    ],
    [
      'what is a lower bound on one',
      [
        { pass: 4, passes: 'exact' },
        { pass: 6, passes: 'atLeast' },
      ],
      { pass: 10, passes: 'atLeast' },
    ],
    [
      'what one does not record',
      [{ pass: 4, passes: 'exact' }, { passes: 'notRecorded' }],
      { pass: 4, passes: 'atLeast' },
    ],
    [
      'what none records',
      [{ passes: 'notRecorded' }, { passes: 'notRecorded' }],
      { pass: undefined, passes: 'notRecorded' },
    ],
    [
      'what is cut on one',
      [{ fail: 20, atLeast: true }, { fail: 1 }],
      { fail: 21, atLeast: true },
    ],
  ])('adds up %s', (_, records, expected) => {
    expect(sumCounts(records.map(record))).toMatchObject(expected);
  });
});

describe('presentPolicy', () => {
  it('counts clusters by how the policy is there', () => {
    const cells: PolicyCell[] = [
      { state: 'deployed', mode: 'enforce' },
      { state: 'deployed', mode: 'audit', fail: 2 },
      { state: 'deployed', mode: 'audit', ready: false },
      { state: 'notDeployed' },
      { state: 'unknown' },
      { state: 'deployed', mode: 'warn', stale: true },
    ];
    expect(
      presentPolicy(POLICY, { records: [record({ fail: 2 })], cells }),
    ).toMatchObject({
      clusters: {
        deployed: 4,
        failing: 1,
        enforce: 1,
        audit: 2,
        warn: 1,
        notReady: 1,
        unknown: 2,
      },
      newThisWeek: 0,
    });
  });

  it('hands on no link that is none', () => {
    const documentation = 'data:text/html,alert';
    expect(
      presentPolicyFacts({ ...POLICY, documentation }).documentation,
    ).toBeUndefined();
    expect(
      presentPolicyFacts({ ...POLICY, documentation: 'https://example.com' })
        .documentation,
    ).toBe('https://example.com');
  });
});

describe('comparePolicies', () => {
  it('puts first what is broken, then what is worst, then what has most', () => {
    const policy = (
      name: string,
      severity: PolicyRecord['severity'],
      fail: number,
    ) =>
      presentPolicy(
        { ...POLICY, name, severity },
        { records: [record({ fail })], cells: [] },
      );
    const sorted = [
      policy('quiet', 'critical', 0),
      policy('few', 'high', 1),
      policy('many', 'high', 9),
      policy('low', 'low', 99),
      policy('critical', 'critical', 1),
    ].sort(comparePolicies);
    expect(sorted.map(({ name }) => name)).toEqual([
      'critical',
      'many',
      'few',
      'low',
      'quiet',
    ]);
  });
});
