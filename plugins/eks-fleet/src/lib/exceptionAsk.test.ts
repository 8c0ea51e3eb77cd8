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

import {
  aFinding,
  FINGERPRINT,
  POLICY_ID,
  PROD_ARN,
} from '../__testUtils__/policies';
import {
  askOf,
  dayAfter,
  offeredDays,
  otherProblems,
  problemOf,
} from './exceptionAsk';

const { cluster, policy, resource } = aFinding();
const ofFinding = {
  policy,
  cluster,
  finding: { fingerprint: FINGERPRINT, resource },
};

describe('asking for an exception', () => {
  it.each([
    ['2026-11-23T12:00:00Z', 30, '2026-12-23'],
    ['2026-11-23T23:59:59Z', 1, '2026-11-24'],
    ['2026-12-31T00:00:00-05:00', 1, '2027-01-01'],
  ])('ends %s plus %i days on %s, in UTC', (now, days, day) => {
    expect(dayAfter(new Date(now), days)).toBe(day);
  });

  it.each([
    [365, [7, 30, 90]],
    [30, [7, 30]],
    [3, []],
  ])('offers of at most %i days %j', (most, days) => {
    expect(offeredDays(most)).toEqual(days);
  });

  it('leaves out what was not filled in', () => {
    expect(
      askOf(ofFinding, {
        scope: 'namespace',
        clusters: 'environment',
        namespace: 'kept out of it',
        reason: ' ',
        ticket: '',
        day: ' 2026-12-24 ',
      }),
    ).toEqual({
      finding: FINGERPRINT,
      scope: 'namespace',
      clusters: 'environment',
      expiresAt: '2026-12-24',
    });
  });

  it('names policy, cluster and namespace where there is no finding', () => {
    expect(
      askOf(
        { policy, cluster },
        {
          scope: 'namespace',
          clusters: 'cluster',
          namespace: ' search ',
          reason: 'So',
          ticket: 'OPS-7',
          day: '2026-12-24',
        },
      ),
    ).toEqual({
      policy: POLICY_ID,
      cluster: PROD_ARN,
      namespace: 'search',
      scope: 'namespace',
      clusters: 'cluster',
      reason: 'So',
      ticket: 'OPS-7',
      expiresAt: '2026-12-24',
    });
  });

  it('puts each problem where it is of', () => {
    const problems = [
      { field: 'reason' as const, message: 'is missing' },
      {
        field: 'clusters' as const,
        message: 'The cluster is of no environment',
      },
      {
        field: 'policy' as const,
        message: 'The cluster does not have this policy',
      },
      { field: 'finding' as const, message: 'is over' },
    ];
    expect(problemOf(problems, 'reason', 'Reason')).toBe('Reason is missing');
    expect(problemOf(problems, 'clusters', 'Where')).toBe(
      'The cluster is of no environment',
    );
    expect(problemOf(problems, 'ticket', 'Ticket')).toBeUndefined();
    expect(otherProblems(problems)).toEqual([
      'The cluster does not have this policy',
      'finding is over',
    ]);
  });
});
